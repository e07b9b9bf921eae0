"""A text as shingles: runs of five words, or of five characters in scripts that do not space their words, with places.

A shingle is a 64-bit number made from the hashes of its words, so it is the same in every text, run and machine.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]

SIZE = 5
"""Tokens in a shingle: runs of five words are rarely shared by chance (Nicholls 2019 uses the like for news)."""

PASSAGE = 8
"""Tokens that a shared passage has at least; shorter runs count for the containment but are not shown."""

TRIED = 8
"""Places at which a shingle that stands several times in the original is tried, so that no text takes forever."""

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
TOKEN = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
"""A word; in scripts that do not space their words, one character."""

BASE = np.uint64(0x9E3779B97F4A7C15)
"""An odd number without a pattern: the place of a word in its shingle counts."""


@dataclass(frozen=True, slots=True)
class Shingled:
    """A text's shingles in their order, the same sorted with their numbers, without doubles, and its tokens' places."""

    shingles: Hashes
    ranked: Hashes
    order: Numbers
    distinct: Hashes
    starts: Numbers
    ends: Numbers

    def shares(self, other: "Shingled") -> int:
        """How many distinct shingles both texts have."""
        if not (len(self.distinct) and len(other.distinct)):
            return 0
        places = np.searchsorted(other.distinct, self.distinct)
        places[places == len(other.distinct)] = 0
        return int(np.count_nonzero(other.distinct[places] == self.distinct))


def shingled(text: str) -> Shingled:
    """The shingles of a text; case and punctuation do not count."""
    tokens = list(TOKEN.finditer(text))
    words = np.fromiter((_hashed(token[0]) for token in tokens), dtype=np.uint64, count=len(tokens))
    n = max(0, len(words) - SIZE + 1)
    shingles = np.zeros(n, dtype=np.uint64)
    for step in range(SIZE):
        shingles = shingles * BASE + words[step : step + n]
    order = np.argsort(shingles, kind="stable")
    ranked = shingles[order]
    is_first = np.append(True, ranked[1:] != ranked[:-1])[:n]
    starts = np.fromiter(map(re.Match.start, tokens), dtype=np.int64, count=len(tokens))
    ends = np.fromiter(map(re.Match.end, tokens), dtype=np.int64, count=len(tokens))
    return Shingled(shingles, ranked, order, ranked[is_first], starts, ends)


@lru_cache(maxsize=2**18)
def _hashed(word: str) -> int:
    plain = word.casefold().encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(plain, digest_size=8).digest(), "little")


def shared_passages(taker: Shingled, original: Shingled) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The runs of tokens that both texts have, each as its place in the one and in the other, `[start, end)`.

    They stand in the order of the first text and do not overlap there. Where a run stands several times in the second
    text, its longest place counts, among the first few.
    """
    out = []
    for i, j, n in _runs(taker, original):
        if n >= PASSAGE:
            mine = int(taker.starts[i]), int(taker.ends[i + n - 1])
            out.append((mine, (int(original.starts[j]), int(original.ends[j + n - 1]))))
    return out


def _runs(taker: Shingled, original: Shingled) -> Iterator[tuple[int, int, int]]:
    """First token in the one, first token in the other, and number of tokens of each shared run."""
    first = np.searchsorted(original.ranked, taker.shingles, side="left")
    behind = np.searchsorted(original.ranked, taker.shingles, side="right")
    shared = np.flatnonzero(behind > first).tolist()
    at = 0
    while at < len(shared):
        i = shared[at]
        tried = original.order[first[i] : min(behind[i], first[i] + TRIED)].tolist()
        n, j = max((_length(taker.shingles, i, original.shingles, j), -j) for j in tried)
        yield i, -j, n + SIZE - 1
        at = bisect_left(shared, i + n + SIZE - 1)


def _length(left: Hashes, i: int, right: Hashes, j: int) -> int:
    """How many shingles are the same from there on, looked for in ever larger pieces."""
    n, size, limit = 0, 32, min(len(left) - i, len(right) - j)
    while n < limit:
        end = min(n + size, limit)
        same = left[i + n : i + end] == right[j + n : j + end]
        if not same.all():
            return n + int(np.argmin(same))
        n, size = end, size * 2
    return n
