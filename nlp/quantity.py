"""A number with what makes it a quantity."""

from dataclasses import dataclass

from corpus.tables import FigureKind
from nlp.lookup import Hit
from nlp.numeral import Numeral


@dataclass(slots=True)  # not frozen: made for every number, and freezing costs a third of that
class Quantity:
    """A numeral with what makes it a quantity. `next` is the index of the first token behind it.

    `noun` is the place of a measure noun, which stands outside the span; `lead` where a range's first word begins,
    `close` where its last one ends, if one stands behind.
    """

    numeral: Numeral
    start: int
    end: int
    kind: FigureKind
    next: int
    unit: str | None = None
    noun: Hit[str] | None = None
    has_sign: bool = False
    lead: int | None = None
    is_range: bool = False
    close: int | None = None
    trend: str | None = None
