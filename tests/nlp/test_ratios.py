"""Shares, factors and magnitudes that words around and between numbers make."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


def read(text):
    return [
        (text[f.start : f.end], float(f.low), f.kind, f.comparator) for f in read_figures(text, load_language("fr"))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("un meunier sur quatre a fermé", [("un meunier sur quatre", 0.25, "share", "exact")]),
        ("près de sept familles rurales sur dix", [("sept familles rurales sur dix", 0.7, "share", "nearly")]),
        ("deux réunions sur trois jours", [("deux", 2, "count", "exact"), ("trois", 3, "duration", "exact")]),
        ("quatre gares sur deux lignes", [("quatre", 4, "count", "exact"), ("deux", 2, "count", "exact")]),
    ],
)
def test_what_is_counted_may_stand_inside_a_ratio(text, expected):
    assert read(text) == expected


def test_a_number_behind_multiplied_by_is_a_multiple():
    assert read("un tarif multiplié par 3,5") == [("3,5", 3.5, "multiple", "exact")]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [("un prêt de 7,5 M€", "7,5 M€", 7.5e6), ("soit 60 k$ par an", "60 k$", 60e3), ("2 m de haut", "2", 2)],
)
def test_letters_apart_from_the_number_but_not_from_the_sign_are_a_magnitude(text, span, value):
    assert read(text)[0][:2] == (span, value)


def test_a_limit_in_words_outweighs_a_round_number():
    assert read("plus d'une trentaine de moulins") == [("trentaine", 30, "count", "over")]
    assert read("une trentaine de moulins") == [("trentaine", 30, "count", "about")]


def test_at_least_is_no_minus():
    assert [f[1] for f in read("au moins 30 fours, moins 30 degrés")] == [30, -30]


def test_a_closing_limit_is_none_if_it_opens_the_next():
    assert [f[3] for f in read("80 vannes et plus de 12 écluses")] == ["exact", "over"]


def test_an_amount_of_hours_behind_at_is_a_time_of_day():
    assert read("fermé à 18 heures") == []
    assert read("ouvert pendant 18 heures") == [("18", 18, "duration", "exact")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("un quart d'heure de retard", [("quart", 0.25, "duration", "exact")]),
        ("un cinquième moulin a brûlé", []),
        ("le prix cède un cinquième.", [("cinquième", 0.2, "share", "exact")]),
        ("une demi-douzaine de fours", [("demi-douzaine", 6, "count", "exact")]),
    ],
)
def test_fractions_before_units_and_ordinals_behind_the_article(text, expected):
    assert read(text) == expected


def test_one_that_is_the_article_is_a_number_only_with_a_limit():
    assert read("un an après, une semaine de fête, un four") == []
    assert [f[1] for f in read("plus d'un an, au moins une victime, 1 an")] == [1, 1, 1]


def test_a_number_word_tied_to_a_name_is_part_of_it():
    assert read("Lim Sang-un s'est tu") == []


def test_the_numbers_of_a_score_count_nothing():
    assert read("Brumaire l'emporte 3 à 1") == []
    assert [f[1] for f in read("il reste 3 à 10 fours")] == [3]


def test_a_half_that_opens_the_next_number_is_no_tail():
    assert [f[1] for f in read("un milliard et demi million")] == [1e9, 5e5]


def test_ten_years_count_nothing():
    assert read("les années 1990, les années 80") == []
