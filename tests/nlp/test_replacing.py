"""A record with changed fields is what `dataclasses.replace` gives."""

import dataclasses
from decimal import Decimal

import pytest

from nlp.numeral import Numeral
from nlp.replacing import replace


def test_a_changed_record_is_that_of_dataclasses() -> None:
    numeral = Numeral(0, 2, Decimal(7), None, n_tokens=1, form="digits", is_vague=True)
    changed = replace(numeral, low=Decimal(8), end=3)
    assert changed == dataclasses.replace(numeral, low=Decimal(8), end=3)
    assert numeral.low == 7


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(TypeError, match="middle"):
        replace(Numeral(0, 2, Decimal(7), None, n_tokens=1, form="digits"), middle=1)
