"""Letters written with the next word, signs that change no word, duals, and years of other calendars."""

from datetime import date
from decimal import Decimal

import pytest

from nlp.calendars import solar_day
from nlp.figures import read_figures
from nlp.language import load_language
from nlp.numerals import parse_numeral
from nlp.thinning import thinned


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("خمسة وعشرون", 25),
        ("مئة وإحدى وعشرون", 121),
        ("ألف ومئة وثلاثة وثلاثون", 1133),
        ("ألفان ومئتان", 2200),
        ("مليونان ونصف", 2_500_000),
        ("ثمانٍ وأربعون ألفًا", 48_000),
    ],
)
def test_ones_stand_before_linked_tens_and_a_dual_is_twice_its_magnitude(text: str, value: int) -> None:
    assert parse_numeral(text, load_language("ar")) == Decimal(value)


def test_numbers_side_by_side_are_not_added() -> None:
    figures = read_figures("ثلاثة خمسون مليون ومليونان", load_language("ar"))
    assert [figure.low for figure in figures] == [3, 50_000_000, 2_000_000]


def test_signs_that_change_no_word_are_left_out_and_offsets_stay() -> None:
    text = "وَصَلَ خَمْسَةُ رِجالٍ بـ٣٠٠ ‏دولار"
    spans = [text[f.start : f.end] for f in read_figures(text, load_language("ar"))]
    assert spans == ["خَمْسَةُ", "٣٠٠ ‏دولار"]


def test_a_text_without_ignored_characters_is_not_copied() -> None:
    assert thinned("abc", "\u0640") == ("abc", None)
    assert thinned("a\u0640bc", "\u0640") == ("abc", [0, 2, 3])


def test_solar_years_are_reckoned_over() -> None:
    assert solar_day(1357, 11, 22) == date(1979, 2, 11)
    assert solar_day(1404, 1, 1) == date(2025, 3, 21)
