"""What limits, stresses or moves a number: `comparators.toml`."""

from typing import Literal

from corpus.strict import Strict
from corpus.tables import Comparator
from nlp.sections.forms import Forms


class Cased(Strict):
    """What words mean behind a number, unit or noun that ends with one of `endings`: (300)'s above, (300)-than more."""

    endings: Forms
    after: dict[Comparator, Forms] = {}
    trend: dict[Literal["up", "down", "to"], Forms] = {}


class ComparatorsSection(Strict):
    """`comparators.toml`: phrases before, inside and after a number; `after_sign` behind a sign of money or percent.

    With `target_behind` the verb of change may stand behind the number, at the end of its clause. Where verbs stand
    before their subject, `reach` words may stand between a word of change or one of `governing` and the number:
    exceeded (the number of visitors) 16 million.
    """

    endings: dict[str, Forms] = {}
    before: dict[Comparator, Forms]
    infix: dict[Comparator, Forms] = {}
    after: dict[Comparator, Forms] = {}
    cased: list[Cased] = []
    governing: dict[Comparator, Forms] = {}
    reach: int = 0
    after_sign: dict[Comparator, Forms] = {}
    emphasis_before: Forms = []
    emphasis_after: Forms = []
    trend: dict[Literal["up", "down", "to", "by"], Forms] = {}
    trend_after: dict[Literal["up", "down", "to", "by"], Forms] = {}
    target: Forms = []
    target_behind: bool = False
    target_words: Forms = []
    transparent: Forms = []
    only_with_magnitude: Forms = []
    not_with_duration: Forms = []
    # phrases that limit only numbers with a unit (within three days, but in three rooms)
    only_with_unit: Forms = []
