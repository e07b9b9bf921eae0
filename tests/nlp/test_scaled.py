"""Digits and one magnitude are read as adding and multiplying would read them, or left to that."""

import pytest

from nlp.adding import added_numeral
from nlp.language import load_language
from nlp.lexicon import lexicon_of
from nlp.numeral import Page
from nlp.numerals import read_page
from nlp.scaled import scaled_numeral
from nlp.signs import signs_of


def _page(text: str, code: str) -> Page:
    language = load_language(code)
    return read_page(text, lexicon_of(language), signs_of(language))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("16 million lamps", "en"),
        ("0.0 million lamps", "en"),
        ("3.40 billion, 7 of them new", "en"),
        ("$5 million in 2031", "en"),
        ("12 million to 15 million", "en"),
        ("3,4 Millionen Lampen", "de"),
        ("16 миллионов ламп", "ru"),
        ("16 млн. ламп", "ru"),
    ],
)
def test_digits_and_a_magnitude_are_what_adding_up_makes_of_them(text: str, code: str) -> None:
    page = _page(text, code)
    found = scaled_numeral(page, 0)
    assert found is not None
    assert repr(found) == repr(added_numeral(page, 0))


@pytest.mark.parametrize(
    "text",
    ["16 lamps", "sixteen million", "16 million 400 thousand", "2 million and 300 more", "5 million and a half", "16m"],
)
def test_what_may_go_on_is_left_to_adding_up(text: str) -> None:
    assert scaled_numeral(_page(text, "en"), 0) is None
