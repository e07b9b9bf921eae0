"""Inexact numbers by myriads: two neighbouring digits, several tens of a unit, ten and some."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.tables import Comparator
from nlp.anchors import Token
from nlp.myriad_values import value_of
from nlp.numeral import ONE, TEN, Numeral, place


def pair_in(run: Sequence[Token]) -> int | None:
    """The index of the first of two neighbouring digit words that name a range, if such a pair is there."""
    for k in range(len(run) - 1):
        one, two = run[k], run[k + 1]
        if not _are_digits(one, two) or not one.value or two.value not in (one.value + 1, one.value + 2):
            continue
        stands_alone = (k == 0 or run[k - 1].role == "scale") and (k + 2 == len(run) or run[k + 2].role == "scale")
        is_close = two.value == one.value + 1 or (one.value == 3 and two.value == 5)
        if stands_alone and is_close:
            return k
    return None


def _are_digits(one: Token, two: Token) -> bool:
    """Two digit words, or two digits with a joint between them."""
    return one.role == two.role and (one.role == "small" or (one.role == "digits" and one.end < two.start))


def ranged(run: list[Token], k: int, end: int, infix: Comparator | None) -> Numeral:
    """From the number with the first of two neighbouring digits to the one with the second."""
    low, factor = value_of([*run[: k + 1], *run[k + 2 :]])
    high, _ = value_of([*run[:k], *run[k + 1 :]])
    interval = _interval(run, end, low, high, factor)
    return replace(interval, ulp=place(low), has_magnitude=len(run) > 2, is_vague=False, comparator=infix)


def several_units(run: list[Token], end: int) -> Numeral | None:
    """Several times a unit: from twice the unit up to the next power of ten, that one not included."""
    if len(run) < 2 or run[1].role != "scale":
        return None
    unit, factor = value_of([replace(run[0], role="small", value=ONE), *run[1:]])
    return replace(_interval(run, end, 2 * unit, TEN * unit, factor), ulp=unit)


def and_some(run: list[Token], k: int, end: int) -> Numeral:
    """Ten and some: the teens; twenty and some: over twenty; a hundred and some tens: from twenty more up."""
    if not _is_of_unit(run, k) and not _is_ten(run, k):
        return _and_more(run, k, end)
    low, factor = value_of(_with_some(run, k, None))
    high, _ = value_of(_with_some(run, k, TEN))
    return _interval(run, end, low, high, factor)


def _is_of_unit(run: list[Token], k: int) -> bool:
    """Whether "some" counts a unit smaller than the one before it: a hundred and some tens."""
    return k + 1 < len(run) and run[k + 1].role == "scale" and run[k + 1].value < run[k - 1].value


def _is_ten(run: list[Token], k: int) -> bool:
    """Whether nothing but ten stands before "some"."""
    return k == 1 and run[0].value == TEN


def _and_more(run: list[Token], k: int, end: int) -> Numeral:
    """The round number that "some" is added to, and more, as with any other word for "odd"."""
    rest = run[: k - 1] if not run[k - 1].value else run[:k]
    value, factor = value_of([*rest, *run[k + 1 :]])
    point = _interval(run, end, value, value, factor)
    return replace(point, is_vague=False, comparator="over")


def _interval(run: list[Token], end: int, low: Decimal, high: Decimal, factor: Decimal) -> Numeral:
    """A vague amount between two numbers."""
    return Numeral(
        start=run[0].start,
        end=end,
        low=low,
        high=high,
        n_tokens=len(run),
        form="words",
        factor=factor,
        ulp=place(low),
        has_magnitude=True,
        is_vague=True,
        first=run[0],
    )


def _with_some(run: list[Token], k: int, some: Decimal | None) -> list[Token]:
    """The run with a digit in place of "some": the least one it can mean, or the one given."""
    before, rest = run[k - 1], run[k + 1 :]
    digit = some or (Decimal(2) if _is_of_unit(run, k) else ONE)
    if before.role == "digits":
        return [*run[: k - 1], replace(before, value=before.value + digit), *rest]
    return [*run[:k], replace(run[k], role="digits" if some else "small", value=digit), *rest]


def neighbours(token: Token) -> Numeral:
    """One word for two neighbouring numbers: three-or-four."""
    return Numeral(token.start, token.end, token.value, token.value + 1, n_tokens=1, form="words", first=token)
