"""Many phrases found in one pass over a text: leftmost and longest, whole words, any case."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from nlp.language import Language
from nlp.last_text import of_last_text
from nlp.scripts import has_unspaced, is_joined, lower, lower_page

V = TypeVar("V")

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Lone surrogates, which the automaton cannot take."""


_Match = tuple[int, int, int]
"""Start, end with a minus, index of a phrase: in this order the longest comes first of those that begin together."""


PAGE = 200
"""Characters from which a folded text is kept, since several tables are asked about the same one."""


@dataclass(slots=True, unsafe_hash=True)  # never changed, but freezing costs most of the time that making one takes
class Hit(Generic[V]):
    """A phrase that stands at `[start, end)`, with what the table says of it."""

    start: int
    end: int
    value: V


class Shelf:
    """Tables that are asked about the same texts: their phrases are found in one pass, whichever is asked first."""

    def __init__(self) -> None:
        self._owners: dict[str, list[tuple[int, int]]] = {}
        self._n_tables = 0
        self._renew()

    def _renew(self) -> None:
        self._automaton: AhoCorasick | None = None
        self.matches = of_last_text(self._matches)

    def add(self, phrases: Iterable[str]) -> int:
        """The index of a further table in what `matches` gives."""
        for index, phrase in enumerate(phrases):
            self._owners.setdefault(phrase, []).append((self._n_tables, index))
        self._n_tables += 1
        self._renew()
        return self._n_tables - 1

    def _matches(self, plain: str) -> list[list[_Match]]:
        """By table, its phrases in a folded text that are whole words, in order of place, longer ones first."""
        if self._automaton is None:
            self._by_index = list(self._owners.values())
            self._automaton = AhoCorasick(list(self._owners))
        found: list[list[_Match]] = [[] for _ in range(self._n_tables)]
        for start, negative, index in _whole(plain, self._automaton):
            for table, own_index in self._by_index[index]:
                found[table].append((start, negative, own_index))
        return found


@cache
def shelf_of(language: Language) -> Shelf:
    """The shelf of a language's own tables."""
    return Shelf()


class Phrases(Generic[V]):
    """A table of phrases with their values, in both writings of the apostrophe.

    Where two keys differ only in case the later one holds. Of a table on a shelf, short texts are read by itself.
    """

    def __init__(self, table: Mapping[str, V], shelf: Shelf | None = None) -> None:
        values = {folded(phrase): value for phrase, value in table.items() if phrase}
        self._phrases, self._values = list(values), list(values.values())
        self._automaton: AhoCorasick | None = None
        self._shelf = shelf
        self._index = shelf.add(values) if shelf is not None else 0

    def find(self, text: str) -> list[Hit[V]]:
        """The phrases in the text, in order, none overlapping; none begins or ends inside a word."""
        if not self._phrases:
            return []
        values, done = self._values, 0
        hits: list[Hit[V]] = []
        for start, negative, index in self._all(folded(text)):  # the longest first of those that begin together
            if start >= done:
                done = -negative
                hits.append(Hit(start, done, values[index]))
        return hits

    def _all(self, plain: str) -> list[_Match]:
        """All phrases that are whole words, in order of place, longer ones first."""
        if self._shelf is not None and len(plain) >= PAGE:
            return self._shelf.matches(plain)[self._index]
        if self._automaton is None:
            self._automaton = AhoCorasick(self._phrases)
        return _whole(plain, self._automaton)


def _whole(text: str, automaton: AhoCorasick) -> list[_Match]:
    """The matches that no word runs into or out of; most others are told by Latin letters alone."""
    try:
        matches = automaton.find_matches_as_indexes(text, overlapping=True)
    except UnicodeEncodeError:
        matches = automaton.find_matches_as_indexes(_SURROGATE.sub("\ufffd", text), overlapping=True)
    if len(text) >= PAGE and _is_spaced(text):
        last = len(text)
        found = [
            (start, -end, index)
            for index, start, end in matches
            if not (start and text[start - 1 : start + 1].isalnum())
            and not (end < last and text[end - 1 : end + 1].isalnum())
        ]
        found.sort()
        return found
    out: list[_Match] = []
    for index, start, end in matches:
        before = text[start - 1 : start + 1] if start else ""
        if before.isalnum() and (before.isascii() or is_joined(text, start)):
            continue
        after = text[end - 1 : end + 1]
        if not (after.isalnum() and is_joined(text, end)):
            out.append((start, -end, index))
    out.sort()
    return out


@of_last_text
def _is_spaced(text: str) -> bool:
    """Whether all of a text is in scripts with spaces between words, so that what are letters on both sides are one."""
    return text.isascii() or not has_unspaced(text)


def folded(text: str) -> str:
    """The text in lower case with one apostrophe, character for character."""
    return _folded_page(text) if len(text) >= PAGE else _with_one_apostrophe(lower(text))


def _with_one_apostrophe(lowered: str) -> str:
    return lowered.replace("\u2019", "'").replace("\u02bc", "'")


_folded_page = of_last_text(lambda text: _with_one_apostrophe(lower_page(text)))
