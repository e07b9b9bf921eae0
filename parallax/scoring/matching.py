"""Comparing places: as sets of tokens, so that quotation marks and stops never decide; paired one to one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from nlp.layers import Placed

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]|[^\W_]+(?:['’][^\W_]+)*")
"""A run of letters or digits, or one character of a script without spaces."""

T = TypeVar("T")
U = TypeVar("U")

Tokens = frozenset[int]


class TokenIndex:
    """The tokens of a text, numbered."""

    def __init__(self, text: str) -> None:
        found = [m.span() for m in _TOKEN.finditer(text)]
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def of(self, places: Iterable[Placed]) -> Tokens:
        """The numbers of the tokens that lie in the places, at least in part."""
        return frozenset(
            n for p in places for n in range(bisect_right(self._ends, p.start), bisect_left(self._starts, p.end))
        )


def overlap(a: Tokens, b: Tokens) -> float:
    """Shared tokens over those of the longer side, 0 to 1."""
    return len(a & b) / max(len(a), len(b), 1)


def touches(a: Tokens, b: Tokens) -> bool:
    """Whether at least half of the shorter side is shared ("Marit Holvaag", "the chairwoman Marit Holvaag")."""
    return bool(a & b) and len(a & b) >= 0.5 * min(len(a), len(b))


def shared_characters(a: Placed, b: Placed) -> float:
    """Shared characters over all of both, 0 to 1."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(0, shared) / (max(a.end, b.end) - min(a.start, b.start))


def pairs(
    gold: Sequence[T], found: Sequence[U], score: Callable[[T, U], float], threshold: float
) -> list[tuple[int, int]]:
    """Indices that belong together: one to one, best scores first, none under the threshold (or at zero)."""
    rated = [(score(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    free_gold, free_found, out = set(range(len(gold))), set(range(len(found))), []
    for value, i, j in sorted(rated, key=lambda r: (-r[0], r[1], r[2])):
        if value > 0 and value >= threshold and i in free_gold and j in free_found:
            free_gold.discard(i)
            free_found.discard(j)
            out.append((i, j))
    return out
