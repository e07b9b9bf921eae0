"""Several tables of phrases asked as one: which of them have something at a place, without asking each in vain."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from nlp.kept import kept
from nlp.lookup import Table, Writing, past_suffix

_EDGE = 4
"""Characters at the edge of a phrase that tell its possible lengths; shorter phrases are looked up as they are."""

Edge = tuple[int, tuple[int, ...]]
"""Of the characters at one place: the signs of the short phrases there, and the lengths of those that may be there."""


class Bundle:
    """Tables under their signs, each one bit. An answer has the bits of all signs with an entry at the place."""

    def __init__(self, tables: Mapping[int, Iterable[Table[Any]]], writing: Writing) -> None:
        signs: dict[str, int] = {}
        for sign, group in tables.items():
            for form in (form for table in group for form in table.entries if form):
                signs[form] = signs.get(form, 0) | sign
        self._table = Table(signs, writing)
        self._signs = signs
        self._suffixes = writing.suffixes
        self._opening_apart = frozenset(form[0] for form in signs) & {" ", "-"}
        self._begins_alone = writing.starts_apart or not writing.proclitics
        self._long_openings = _lengths((form[:_EDGE], len(form)) for form in signs)
        self._long_endings = _lengths((form[-_EDGE:], len(form)) for form in signs)
        self._openings = kept(self._openings_of)
        self._endings = kept(self._endings_of)

    def _openings_of(self, edge: str) -> Edge:
        """What begins with these characters."""
        short = (n for n in range(1, min(_EDGE, len(edge) + 1)) if edge[:n] in self._signs)
        found = [self._signs[edge[:n]] for n in short if self._table.may_end(edge, 0, n)]
        return _all_of(found), self._long_openings.get(edge, ())

    def _endings_of(self, edge: str) -> Edge:
        """What ends with these characters; short phrases only may where letters can be joined to their start."""
        short = [n for n in range(1, min(_EDGE, len(edge) + 1)) if edge[-n:] in self._signs]
        long = self._long_endings.get(edge, ())
        if not self._begins_alone:
            return 0, (*short, *long)
        found = [self._signs[edge[-n:]] for n in short if self._table.may_begin(edge, len(edge) - n)]
        return _all_of(found), long

    def after(self, text: str, start: int) -> int:
        """The signs of every table whose `after` finds something here."""
        first = text[start : start + 1]
        if first == " " or first == "-":
            found = self._at(text, start + 1)
            return found | self._at(text, start) if first in self._opening_apart else found
        found = self._at(text, start)
        if first == "'" and (past := past_suffix(text, start, self._suffixes)) > start:
            return found | self.after(text, past)
        return found

    def _at(self, text: str, start: int) -> int:
        found, lengths = self._openings[text[start : start + _EDGE]]
        for length in lengths:
            sign = self._signs.get(text[start : start + length])
            if sign is not None and self._table.may_end(text, start, start + length):
                found |= sign
        return found

    def before(self, text: str, end: int) -> int:
        """The signs of every table whose `before` finds something here."""
        if text[end - 1 : end] == " ":
            end -= 1
            end -= text[end - 1 : end] == " "
        found, lengths = self._endings[text[end - _EDGE if end > _EDGE else 0 : end]]
        for length in lengths:
            sign = self._signs.get(text[end - length : end]) if length <= end else None
            if sign is not None and self._table.may_begin(text, end - length):
                found |= sign
        return found


def _all_of(signs: Iterable[int]) -> int:
    return reduce(or_, signs, 0)


def _lengths(edges: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """For the characters at an edge the lengths of the phrases, none of them short, that have them there."""
    found: dict[str, set[int]] = {}
    for edge, length in edges:
        if length >= _EDGE:
            found.setdefault(edge, set()).add(length)
    return {edge: tuple(sorted(lengths)) for edge, lengths in found.items()}


@dataclass(frozen=True, slots=True)
class Beside:
    """The tables that are looked up behind a number and before one."""

    behind: Bundle
    before: Bundle
