"""Numbers grow in parts, halves stand behind magnitudes and units, and "of" stands before what is counted."""

from decimal import Decimal

import pytest

from nlp.figures import read_figures
from nlp.language import load_language

READ = [
    ("a million and a half trees", "million and a half", "1500000", "count", None),
    ("three years and a half", "three", "3.5", "duration", "year"),
    ("four million of euros", "four million of euros", "4000000", "money", "EUR"),
    ("twelve thousand of miles", "twelve thousand", "12000", "measure", "mile"),
    (
        "two trillion three thousand million grains",
        "two trillion three thousand million",
        "2003000000000",
        "count",
        None,
    ),
]


@pytest.mark.parametrize(("text", "span", "value", "kind", "unit"), READ)
def test_units_and_halves_behind_the_number(text: str, span: str, value: str, kind: str, unit: str | None) -> None:
    (figure,) = read_figures(text, load_language("en"))
    assert text[figure.start : figure.end] == span
    assert (figure.low, figure.kind, figure.unit) == (Decimal(value), kind, unit)
