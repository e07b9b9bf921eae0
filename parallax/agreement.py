"""When two written amounts can be one quantity: by value, at the precision they are written with."""

import math
from dataclasses import dataclass
from decimal import Decimal

from corpus.tables import Figure, FigureKind, Relation
from parallax.scales import precision_of, units_in

TOLERANCE = 1e-9
"""Relative slack for floating point: 3.4e6 read from "3,4 млн" and from "340万" may differ in the last bit."""

ROBUST_FROM = 100.0
"""Two unrelated quantities of one event rarely share a count of three digits; below, a match alone proves little."""

SMALL_COUNT = 10.0
"""Counts below are often determiners ("the three firms"); they need the same noun, concept or actor."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A value or closed range. `fine` and `reach` are the finest and the coarsest half-unit it was written with.

    `key` stands in for the value of what has none (dates: the ISO form) and makes amounts agree only if it is equal.
    """

    low: float
    high: float
    fine: float = 0.0
    reach: float = 0.0
    key: str | None = None

    @property
    def is_range(self) -> bool:
        """Whether the bounds differ."""
        return not equal(self.low, self.high)


def equal(left: float, right: float) -> bool:
    """Equality of values up to floating point."""
    return math.isclose(left, right, rel_tol=TOLERANCE, abs_tol=TOLERANCE)


def agree(left: Amount, right: Amount) -> bool:
    """Whether the coarser one's interval holds the finer one's value (of ranges: both bounds)."""
    if left.key is not None or right.key is not None:
        return left.key == right.key
    if left.is_range != right.is_range:
        return False
    reach = max(left.reach, right.reach)
    return _within(left.low, right.low, reach) and _within(left.high, right.high, reach)


def amount_of(figure: Figure) -> Amount:
    """The amount of a figure, in the scale it is compared in (percentages as shares).

    Dates and figures without a value are known by their ISO form or their surface.
    """
    low, high = _bounds(figure)
    if figure.kind == "date" or low is None:
        return Amount(0.0, 0.0, key=figure.iso or figure.surface.casefold())
    if figure.is_vague:
        return Amount(low, low, key=f"{low:g}..{'' if high is None else f'{high:g}'}")
    precision = precision_of(figure) / units_in(figure.kind, figure.unit)
    return Amount(low, low if high is None else high, precision, precision)


def _bounds(figure: Figure) -> tuple[float | None, float | None]:
    units = units_in(figure.kind, figure.unit)
    low, high = (None if bound is None else bound / units for bound in (figure.low, figure.high))
    return low, high


def is_telling(kind: FigureKind, amount: Amount) -> bool:
    """Whether equal values alone suggest one quantity: money, long counts and days do; shares, months, years do not."""
    if amount.key is not None:
        return kind == "date" and len(amount.key) == len("2031-03-11")
    if kind not in ("count", "money"):
        return False
    return abs(amount.low) >= ROBUST_FROM and (abs(amount.low) >= 10 * ROBUST_FROM or significant(amount.low) > 1)


def significant(value: float) -> int:
    """How many digits stand before the trailing zeros: 24000 -> 2, 0.5 -> 1."""
    return len(Decimal(repr(value)).normalize().as_tuple().digits)


def round_half(value: float) -> float:
    """Half a unit of the last digit that is not zero: 41000 -> 500."""
    return 0.5 * 10.0 ** int(Decimal(repr(value)).normalize().as_tuple().exponent)


def relation_of(figure: Figure, reference: Amount) -> Relation:
    """How a figure of a fact relates to the fact's reference value.

    `same` equal; `rounded` coarser but consistent; `sharper` finer but consistent; `vaguer` an indefinite amount that
    holds the reference, `conflicting` one that does not; `shifted` another value told of the same thing.
    """
    amount = amount_of(figure)
    if amount.key is not None and amount.key == reference.key:
        return "same"
    if figure.is_vague:
        return "vaguer" if _holds(figure, reference) else "conflicting"
    if equal(amount.low, reference.low) and equal(amount.high, reference.high):
        return "same"
    distance = max(abs(amount.low - reference.low), abs(amount.high - reference.high))
    if amount.reach > reference.fine and _within(distance, 0.0, amount.reach):
        return "rounded"
    if _within(distance, 0.0, reference.reach):
        return "sharper"
    return "rounded" if _within(distance, 0.0, round_half(amount.low)) else "shifted"


def log_distance(figure: Figure, reference: Amount) -> float:
    """Orders of magnitude between a vague amount's interval and a value; 0 inside, infinite where no logarithm is."""
    least, most = _bounds(figure)
    low, high = least or 0.0, math.inf if most is None else most
    if _holds(figure, reference):
        return 0.0
    if low <= 0 or reference.low <= 0:
        return math.inf
    return math.log10(low / reference.low) if reference.low < low else math.log10(reference.high / high)


def _holds(figure: Figure, reference: Amount) -> bool:
    low, high = _bounds(figure)
    return (low or 0.0) <= reference.low and (high is None or reference.high < high)


def _within(left: float, right: float, reach: float) -> bool:
    return abs(left - right) <= reach * (1 + TOLERANCE) + TOLERANCE
