"""Questions of place, answered without looking at everything: what lies inside a stretch, and what lies around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from nlp.layers import Placed

P = TypeVar("P", bound=Placed)


class Within(Generic[P]):
    """Places in order of their start, which may hold and overlap each other."""

    __slots__ = ("_places", "_reach", "_starts")

    def __init__(self, places: Sequence[P]) -> None:
        self._places, self._starts = places, [p.start for p in places]
        self._reach: list[int] | None = None
        ordered = sorted(set(self._starts))
        if ordered != self._starts:  # else no two begin at one place, so that there is nothing to put in order
            edges = [(p.start, -p.end) for p in places]
            if edges != sorted(edges):
                self._places = sorted(places, key=lambda p: (p.start, -p.end))
                self._starts = [p.start for p in self._places]

    def inside(self, start: int, end: int) -> Iterator[P]:
        """Those that lie wholly in the stretch, in order, one after another."""
        for place in self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if place.end <= end:
                yield place

    def all_inside(self, start: int, end: int) -> list[P]:
        """All of them, which in most stretches are few or none."""
        first = bisect_left(self._starts, start)
        if first == len(self._starts) or self._starts[first] >= end:
            return []
        return [p for p in self._places[first : bisect_left(self._starts, end, first)] if p.end <= end]

    def around(self, start: int, end: int) -> Iterator[P]:
        """Those that hold the whole stretch, the nearest start first."""
        if self._reach is None:
            self._reach = list(accumulate((p.end for p in self._places), max))
        for at in range(bisect_right(self._starts, start) - 1, -1, -1):
            if self._reach[at] < end:
                return
            if self._places[at].end >= end:
                yield self._places[at]
