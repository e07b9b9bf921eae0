"""Questions of place, answered without looking at everything: what lies inside a stretch, and what lies around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from nlp.layers import Placed

P = TypeVar("P", bound=Placed)


class Within(Generic[P]):
    """Places in order of their start, which may hold and overlap each other."""

    def __init__(self, places: Sequence[P]) -> None:
        self._places = sorted(places, key=lambda p: (p.start, -p.end)) if len(places) > 1 else list(places)
        self._starts = [p.start for p in self._places]
        self._reach = list(accumulate((p.end for p in self._places), max))

    def inside(self, start: int, end: int) -> Iterator[P]:
        """Those that lie wholly in the stretch, in order."""
        for place in self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if place.end <= end:
                yield place

    def around(self, start: int, end: int) -> Iterator[P]:
        """Those that hold the whole stretch, the nearest start first."""
        for at in range(bisect_right(self._starts, start) - 1, -1, -1):
            if self._reach[at] < end:
                return
            if self._places[at].end >= end:
                yield self._places[at]
