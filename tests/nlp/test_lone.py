"""A number of one token is read by itself only where nothing near may belong to it."""

from decimal import Decimal

import pytest

from nlp.language import load_language
from nlp.lexicon import lexicon_of
from nlp.lone import lone_numeral
from nlp.numerals import read_page
from nlp.signs import signs_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The 24 mills", Decimal(24)),
        ("twelve of the mills", Decimal(12)),
        ("0.50 of it", Decimal("0.50")),
        ("24 mills and, as the owner said, 3 barns", Decimal(24)),
        ("24, 3 and more", Decimal(24)),
        ("24k litres", None),
        ("24 million", None),
        ("3 in 10 mills", None),
        ("1/2 of it", None),
        ("seven and a half", None),
        ("half of it", None),
    ],
)
def test_lone_numeral_is_read_where_nothing_near_goes_on(text: str, value: Decimal | None) -> None:
    language = load_language("en")
    page = read_page(text, lexicon_of(language), signs_of(language))
    found = lone_numeral(page, 0)
    assert (found.low if found is not None else None) == value
