"""Words behind a number whose meaning the ending before them decides: (300)-than more, (300)-to up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.tables import Comparator
from nlp.lookup import Hit, Table, Writing, folded_forms, past_suffix
from nlp.sections.comparators import Cased

Trend = Literal["up", "down", "to"]

_BACK = 16
"""Characters looked back for an ending."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says behind one of the endings: a comparator, or (`trend`) where a movement goes."""

    endings: tuple[str, ...]
    comparator: Comparator | None = None
    trend: Trend | None = None


def cased_table(
    groups: Iterable[Cased], endings: Mapping[str, list[str]], writing: Writing
) -> Table[tuple[Meaning, ...]]:
    """All phrases of the groups, each with what it can mean."""
    out: dict[str, tuple[Meaning, ...]] = {}
    for group in groups:
        behind = tuple(folded_forms(group.endings, endings, writing))
        named: list[tuple[list[str], Meaning]] = [
            *((forms, Meaning(behind, comparator=limit)) for limit, forms in group.after.items()),
            *((forms, Meaning(behind, trend=trend)) for trend, forms in group.trend.items()),
        ]
        for forms, meaning in named:
            for form in folded_forms(forms, endings, writing):
                out[form] = (*out.get(form, ()), meaning)
    return Table(out, writing)


def cased_at(
    text: str, end: int, table: Table[tuple[Meaning, ...]], suffixes: frozenset[str], *, is_trend: bool
) -> Hit[Meaning] | None:
    """What the phrase behind this place means by the ending before it, a limit or a trend."""
    if not table.entries:
        return None
    at = past_suffix(text, end, suffixes)
    hit = table.after(text, at)
    word = text[max(0, at - _BACK) : at]
    for meaning in hit.value if hit is not None else ():
        if hit is not None and (meaning.trend is not None) == is_trend and word.endswith(meaning.endings):
            return Hit(hit.start, hit.end, meaning)
    return None
