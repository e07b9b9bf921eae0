"""Rules for languages that glue number words, write ordinals with a full stop and put verbs last."""

from decimal import Decimal

import pytest

from nlp.figures import read_figures
from nlp.language import load_language
from nlp.numerals import parse_numeral

GERMAN = load_language("de")


def spans(text: str) -> list[str]:
    return [text[f.start : f.end] for f in read_figures(text, GERMAN)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("einhundertzehntausend", 110_000),
        ("hunderteintausend", 101_000),
        ("sechzehntausendsieben", 16_007),
        ("zwölftausendfünf", 12_005),
        ("zwoelftausendfuenf", 12_005),
        ("siebenundvierzig", 47),
        ("sieben und vierzig", 47),
        ("drei tausend sechs und zwanzig", 3026),
        ("ein halbes Dutzend", 6),
    ],
)
def test_words_are_read_glued_apart_and_respelled(text: str, value: int) -> None:
    assert parse_numeral(text.removeprefix("ein "), GERMAN) == Decimal(value)


def test_tens_behind_ones_are_no_sum_in_a_range() -> None:
    (figure,) = read_figures("zwischen fünf und zwanzig Euro", GERMAN)
    assert (figure.low, figure.high) == (5, 20)


def test_a_full_stop_makes_an_ordinal_inside_a_sentence_only() -> None:
    assert spans("Beim 20. Treffen und der 3. oder 4. Sitzung") == []
    assert spans("Es kamen 20. Danach war Schluss") == ["20"]


def test_the_verb_of_change_may_stand_last() -> None:
    by, to = read_figures("weil die Pacht um 7 Prozent auf 90 Euro gefallen ist", GERMAN)
    assert (by.trend, to.trend) == ("by", "to")
    (plain,) = read_figures("weil die Pacht auf 90 Euro lautet", GERMAN)
    assert plain.trend is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Der Ort zählt 2000 Menschen", "count"),
        ("Der Hof kostete 2000 Euro", "money"),
        ("Der Hof brannte 2000 ab", "date"),
        ("Er trat 2031 Berlin bei", "date"),
    ],
)
def test_what_follows_tells_a_year_from_an_amount(text: str, kind: str) -> None:
    assert [f.kind for f in read_figures(text, GERMAN)] == [kind]


def test_an_article_is_no_number_but_behind_a_limit_and_before_money() -> None:
    assert spans("Vor einer Stunde fiel ein Baum") == []
    assert spans("Vor einer Stunde fiel mindestens ein Baum") == ["ein"]
    assert spans("Ein Prozent kostet einen Euro") == ["Ein Prozent", "einen Euro"]


def test_a_noun_behind_a_hyphen_is_counted() -> None:
    text = "Ein 16-Millionen-Euro-Projekt"
    (figure,) = read_figures(text, GERMAN)
    assert figure.counted is not None
    assert text[figure.counted.start : figure.counted.end] == "Projekt"
