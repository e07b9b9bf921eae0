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

    def signed(
        self,
        kind: FigureKind,
        unit: str | None,
        *,
        start: int | None = None,
        end: int | None = None,
        noun: Hit[str] | None = None,
    ) -> "Quantity":
        """The plain number with a sign or noun that makes it a quantity of this kind."""
        start, end = self.start if start is None else start, self.end if end is None else end
        return Quantity(self.numeral, start, end, kind, self.next, unit, noun, has_sign=True)
