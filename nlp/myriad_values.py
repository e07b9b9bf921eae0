"""The value of a run of tokens that makes one number by myriads."""

from collections.abc import Sequence
from decimal import Decimal

from nlp.anchors import Token
from nlp.numeral import ONE, TEN, ZERO

MYRIAD = Decimal(10000)


def value_of(run: Sequence[Token], *, tenths: bool = False) -> tuple[Decimal, Decimal]:
    """The value of the tokens and the magnitude that the last of them carry.

    With `tenths` a last digit right behind a unit counts tenths of it.
    """
    if len(run) > 1 and all(t.role == "small" and t.value < TEN for t in run):
        return Decimal("".join(str(t.value) for t in run)), ONE
    total, section, digit, unit, factor = ZERO, ZERO, None, ONE, ONE
    was_zero, tenth = False, ZERO
    for token in run:
        if token.role == "point":
            section, digit = section + (digit or ZERO) * _place(unit, tenths=tenths and not was_zero), ZERO
            tenth, unit = Decimal("0.1"), ONE
        elif tenth and token.role == "small":
            digit = (digit or ZERO) + token.value * tenth
            tenth /= TEN
        elif token.role == "small" and token.value >= TEN:
            section, digit, unit = section + token.value, None, TEN
        elif token.role in ("small", "digits"):
            was_zero = was_zero or (token.role == "small" and not token.value)
            digit = token.value if token.value or token.role == "digits" or len(run) == 1 else digit
            unit, factor = (unit if token.role == "small" else ONE), ONE
        elif token.value % TEN:
            total, section, digit = (total + section + (digit or ZERO) or ONE) * token.value, ZERO, None
            unit = factor = token.value
        elif token.value < MYRIAD:
            section += (ONE if digit is None else digit) * token.value
            digit, unit, factor, tenth, was_zero = None, token.value, token.value, ZERO, False
        else:
            part = section + (digit or ZERO) * _place(unit, tenths=tenths and unit < MYRIAD and not was_zero)
            total = _with_section(total, part, token.value)
            factor = factor * token.value if token.value > unit and not section else token.value
            section, digit, unit, tenth, was_zero = ZERO, None, token.value, ZERO, False
    if digit is not None:
        section += digit * _place(unit, tenths=tenths and not was_zero and run[-1].role == "small")
    return total + section, factor


def _place(unit: Decimal, *, tenths: bool) -> Decimal:
    """What a digit right behind a unit counts: ones, or tenths of the unit."""
    return unit / TEN if tenths and unit >= 100 else ONE


def _with_section(total: Decimal, part: Decimal, unit: Decimal) -> Decimal:
    """The sum with one more section before its unit; a unit right behind another multiplies."""
    if not part:
        return total * unit if total else unit
    return (total + part) * unit if unit > total else total + part * unit
