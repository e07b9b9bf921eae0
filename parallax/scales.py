"""Scales: kinds of figures that tell one quantity with different numbers, as "a third" and "33 %" both tell a part."""

from dataclasses import replace

from corpus.tables import Fact, Figure, FigureKind

Scale = tuple[FigureKind, str]
"""The kind and unit that amounts are compared in; no unit is the empty string."""

BASES: dict[Scale, tuple[Scale, float]] = {("percent", "%"): (("share", ""), 100.0)}
"""What is compared in another scale than its own, and how many of its own units make one there.

Percentage points are no part of anything and stay apart.
"""

SPOKEN_SHARE = 0.01
"""How far a share in words reaches: "a third" is said of 33.8 %, hardly of 35 % (a percentage point to either side)."""

SPOKEN_PART = 0.05
"""The same for small shares, in parts of their value: "one in twenty" is not one in nineteen and one in thirty."""


def scale_of(kind: FigureKind, unit: str | None) -> Scale:
    """The scale that figures of the kind and unit are compared in."""
    own = (kind, unit or "")
    return BASES[own][0] if own in BASES else own


def units_in(kind: FigureKind, unit: str | None) -> float:
    """How many units of the kind make one of the scale that it is compared in (100 % make a whole)."""
    own = (kind, unit or "")
    return BASES[own][1] if own in BASES else 1.0


def precision_of(figure: Figure) -> float:
    """Half a unit of the last digit, in the figure's own unit; of a share in words, how far the words reach."""
    if figure.precision is None and figure.kind == "share":
        return min(SPOKEN_SHARE, SPOKEN_PART * abs(figure.low or 0.0))
    return figure.precision or 0.0


def told_in(figure: Figure, fact: Fact) -> Figure:
    """The figure with its bounds in the unit of its fact: "half" in a fact of 48 % is 50."""
    factor = units_in(fact.kind, fact.unit) / units_in(figure.kind, figure.unit)
    if factor == 1.0:
        return figure
    low, high = (None if bound is None else bound * factor for bound in (figure.low, figure.high))
    return replace(figure, low=low, high=high)
