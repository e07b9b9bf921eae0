"""Three digits behind the sign before decimals: thousands of what cannot be divided, decimals of what can."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("vi", "Khoảng 16,700 người", 16_700),
        ("id", "1,127 penumpang selamat", 1_127),
        ("vi", "dài 16,705 km", 16.705),
        ("id", "naik 1,127 persen", 1.127),
        ("vi", "0,125 người mỗi mét", 0.125),
    ],
)
def test_people_are_counted_whole(lang, text, value):
    assert [float(f.low) for f in read_figures(text, load_language(lang))] == [value]
