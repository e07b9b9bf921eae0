"""Two neighbouring numbers in one expression, and ones that cannot follow ones."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


def bounds(text, lang):
    return [(text[f.start : f.end], f.low, f.high) for f in read_figures(text, load_language(lang))]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("tr", "beş altı kişi", [("beş altı", 5, 6)]),
        ("tr", "üç dört bin ev", [("üç dört bin", 3000, 4000)]),
        ("vi", "năm sáu người", [("năm sáu", 5, 6)]),
        ("vi", "ba bốn trăm nhà", [("ba bốn trăm", 300, 400)]),
        ("vi", "bảy trăm tám chín người", [("bảy trăm tám chín", 789, 789)]),
    ],
)
def test_a_pair_is_a_range_and_behind_a_hundred_tens_and_ones(lang, text, expected):
    assert bounds(text, lang) == expected


def test_ones_do_not_follow_ones_behind_a_magnitude():
    assert bounds("이십오일 동안 걸었다", "ko") == [("이십오", 25, 25)]
    assert bounds("五六十人", "zh") == [("五六十", 50, 60)]
    assert bounds("三百五六十人", "zh") == [("三百五六十", 350, 360)]


def test_a_round_number_and_some_is_over_it_but_the_teens_are_an_interval():
    figures = read_figures("一百零几万人和三百五十几户", load_language("zh"))
    assert [(f.low, f.high, f.comparator) for f in figures] == [(1_000_000, 1_000_000, "over"), (350, 350, "over")]
    assert bounds("十几万人", "zh") == [("十几万", 110_000, 200_000)]
    assert bounds("百数十匹", "ja") == [("百数十", 120, 200)]
