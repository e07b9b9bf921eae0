"""Many phrases found in one pass over a text: leftmost and longest, whole words, any case."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from nlp.scripts import APOSTROPHES, is_joined, lower

V = TypeVar("V")

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Lone surrogates, which the automaton cannot take."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[V]):
    """A phrase that stands at `[start, end)`, with what the table says of it."""

    start: int
    end: int
    value: V


class Phrases(Generic[V]):
    """A table of phrases with their values, in both writings of the apostrophe.

    Where two keys differ only in case the later one holds.
    """

    def __init__(self, table: Mapping[str, V]) -> None:
        values = {_folded(phrase): value for phrase, value in table.items() if phrase}
        self._values = list(values.values())
        self._automaton = AhoCorasick(list(values)) if values else None

    def find(self, text: str) -> list[Hit[V]]:
        """The phrases in the text, in order, none overlapping; none begins or ends inside a word."""
        return list(_longest(sorted(self._all(_folded(text)), key=attrgetter("start", "end"))))

    def _all(self, lowered: str) -> Iterator[Hit[V]]:
        if self._automaton is None:
            return
        plain = _SURROGATE.sub("\ufffd", lowered)
        for index, start, end in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            if not is_joined(lowered, start) and not is_joined(lowered, end):
                yield Hit(start, end, self._values[index])


def _folded(text: str) -> str:
    return lower(text).translate(APOSTROPHES)


def _longest(hits: Iterable[Hit[V]]) -> Iterator[Hit[V]]:
    """Of sorted hits those that begin first, the longest of them; a shorter one where a longer one breaks a word."""
    best: Hit[V] | None = None
    for hit in hits:
        if best is not None and hit.start >= best.end:
            yield best
            best = None
        if best is None or (hit.start == best.start and hit.end > best.end):
            best = hit
    if best is not None:
        yield best
