"""Many phrases found in one pass over a text: leftmost and longest, whole words, any case."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from nlp.last_text import of_last_text
from nlp.scripts import is_joined, lower, lower_page

V = TypeVar("V")

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Lone surrogates, which the automaton cannot take."""


PAGE = 400
"""Characters from which a folded text is kept, since several tables are asked about the same one."""


@dataclass(slots=True, unsafe_hash=True)  # never changed, but freezing costs most of the time that making one takes
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
        values = {folded(phrase): value for phrase, value in table.items() if phrase}
        self._values = list(values.values())
        self._automaton = AhoCorasick(list(values)) if values else None

    def find(self, text: str) -> list[Hit[V]]:
        """The phrases in the text, in order, none overlapping; none begins or ends inside a word."""
        if self._automaton is None:
            return []
        values = self._values
        return [Hit(start, end, values[index]) for start, end, index in _longest(self._all(folded(text)))]

    def _all(self, plain: str) -> list[tuple[int, int, int]]:
        """Start, end and index of all phrases that are whole words, in order of place."""
        assert self._automaton is not None
        try:
            matches = self._automaton.find_matches_as_indexes(plain, overlapping=True)
        except UnicodeEncodeError:
            matches = self._automaton.find_matches_as_indexes(_SURROGATE.sub("\ufffd", plain), overlapping=True)
        return sorted((start, end, i) for i, start, end in matches if _is_whole(plain, start, end))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word runs on into a stretch or out of it; most are told by Latin letters alone."""
    before = text[start - 1 : start + 1] if start else ""
    if before.isalnum() and (before.isascii() or is_joined(text, start)):
        return False
    after = text[end - 1 : end + 1]
    return not (after.isalnum() and is_joined(text, end))


def folded(text: str) -> str:
    """The text in lower case with one apostrophe, character for character."""
    return _folded_page(text) if len(text) >= PAGE else _with_one_apostrophe(lower(text))


def _with_one_apostrophe(lowered: str) -> str:
    return lowered.replace("\u2019", "'").replace("\u02bc", "'")


_folded_page = of_last_text(lambda text: _with_one_apostrophe(lower_page(text)))


def _longest(hits: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Of sorted hits those that begin first, the longest of them; a shorter one where a longer one breaks a word."""
    best: tuple[int, int, int] | None = None
    for hit in hits:
        if best is not None and hit[0] >= best[1]:
            yield best
            best = None
        if best is None or (hit[0] == best[0] and hit[1] > best[1]):
            best = hit
    if best is not None:
        yield best
