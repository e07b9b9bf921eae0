"""Telephone numbers in groups, whichever end the zero stands at, and thousands that look like them."""

import pytest

from nlp.telephones import is_in_telephone


@pytest.mark.parametrize(
    ("text", "digits", "expected"),
    [
        ("call 0800 555 111", "555", True),
        ("111 555 0800", "555", True),
        ("12 34 56 78", "56", True),
        ("(021) 5550-147", "021", True),
        ("24 000 pumps", "24", False),
        ("1 234 567 890", "234", False),
    ],
)
def test_groups_of_a_telephone_number(text, digits, expected):
    start = text.index(digits)
    assert is_in_telephone(text, start, start + len(digits)) is expected
