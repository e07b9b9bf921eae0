"""On which side of the event somebody stands: as its file says, or as the text introduces a speaker.

A person whom the file gives no side stands where the text places them by a title: "the union's chairwoman Marit
Holvaag", "Marit Holvaag, chairwoman of the union". Nothing but a title beside the name tells it: whoever is only named
near an organisation does not speak for it.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from corpus.event import load_event
from nlp.layers import Mention
from nlp.pack_actors import ActorsPack

Side = Literal["accuser", "accused", "critic", "authority", "observer"]
Sides = Mapping[str, Side]
NO_SIDES: Sides = MappingProxyType({})

_TITLED = frozenset({"person", "other"})
"""Kinds that can hold a title: a person, or a name of which nothing is known but the title."""
REACH = 60
"""Characters between a name and the end of the title that introduces it."""
_MARKS = ',，;；:：.。!！?？()（）«»“”„"\n—–'


@cache
def sides_of(event: Path) -> Sides:
    """The side of each actor and group of an event file that has one."""
    known = load_event(event)
    roles = {party.id: party.role for party in known.parties}
    return {one.id: roles[one.party] for one in known.named if one.party is not None}


def with_introduced(text: str, mentions: Sequence[Mention], sides: Sides, pack: ActorsPack) -> Sides:
    """The sides with those of persons whom a title ties to somebody who has one; the first introduction holds."""
    if not sides:
        return sides
    found: dict[str, Side] = {}
    taking = sorted((m for m in mentions if m.actor in sides and m.kind not in _TITLED), key=attrgetter("end"))
    page = _Page(text, taking, [m.end for m in taking], sides, pack)
    for m in mentions:
        if m.kind in _TITLED and m.actor is not None and m.actor not in sides and m.actor not in found:
            side = page.before(m) or page.behind(m)
            if side is not None:
                found[m.actor] = side
    return {**found, **sides}


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with the mentions of those who have a side."""

    text: str
    taking: Sequence[Mention]
    ends: Sequence[int]
    sides: Sides
    pack: ActorsPack

    def before(self, m: Mention) -> Side | None:
        """The side that the words before a name tell: the union's chairwoman, der Chef von Vellmar, its president."""
        low = max(0, m.start - REACH)
        end = low + len(self.text[low : m.start].rstrip(" ,，"))
        start = self._opening(end)
        whom = self._whom(start, end)
        if whom is not None and (self.pack.title_ends(self.text[start:end]) or whom.end == end):
            return self._side_of(whom, start, end)
        return self._by_possessive(start, end)

    def behind(self, m: Mention) -> Side | None:
        """The side that an apposition behind a name tells."""
        if self.text[m.end : m.end + 2].strip()[:1] not in (",", "，", "(", "（"):
            return None
        start = m.end + 1
        end = self._closing(start)
        whom = self._whom(start, end)
        return self._side_of(whom, start, end) if whom is not None else self._by_possessive(start, end)

    def _opening(self, end: int) -> int:
        at, low = end, max(0, end - REACH)
        while at > low and self.text[at - 1] not in _MARKS:
            at -= 1
        return at

    def _closing(self, start: int) -> int:
        high = min(len(self.text), start + REACH)
        return next((at for at in range(start + 1, high) if self.text[at] in _MARKS), high)

    def _whom(self, start: int, end: int) -> Mention | None:
        """The last one named in the stretch who has a side."""
        at = bisect_right(self.ends, end) - 1
        return self.taking[at] if at >= 0 and self.taking[at].start >= start else None

    def _side_of(self, whom: Mention, start: int, end: int) -> Side | None:
        has_title = any(self._titled(a, b) for a, b in ((start, whom.start), (whom.end, end)))
        return self.sides[str(whom.actor)] if has_title else None

    def _titled(self, start: int, end: int) -> bool:
        edges = [at for at in range(start + 1, end) if not self.text[at].isalnum()]
        return any(self.pack.title_ends(self.text[start:edge].rstrip()) for edge in (*edges, end))

    def _by_possessive(self, start: int, end: int) -> Side | None:
        """The side of the last one named before a possessive and a title."""
        stretch = self.text[start:end]
        hit = next(iter(self.pack.possessives.find(stretch)), None)
        if hit is None or not self._titled(start + hit.end, end):
            return None
        at = bisect_right(self.ends, start + hit.start) - 1
        return self.sides[str(self.taking[at].actor)] if at >= 0 else None
