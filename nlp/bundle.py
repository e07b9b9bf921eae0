"""Several tables of phrases asked as one: which of them have something at a place, without asking each in vain."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nlp.lookup import Table, Writing, past_suffix

_EDGE = 4
"""Characters at the edge of a phrase that tell its possible lengths; shorter phrases are looked up as they are."""


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
        self._openings = _short_lengths(((form[:2], len(form)) for form in signs), outer=slice(0, 1))
        self._endings = _short_lengths(((form[-2:], len(form)) for form in signs), outer=slice(-1, None))
        self._by_first = _lengths((form[:_EDGE], len(form)) for form in signs)
        self._by_last = _lengths((form[-_EDGE:], len(form)) for form in signs)
        self._opens_apart = any(form[0] in " -" for form in signs)

    def after(self, text: str, start: int) -> int:
        """The signs of every table whose `after` finds something here."""
        first = text[start : start + 1]
        if first == " " or first == "-":
            apart = self._at(text, start) if self._opens_apart else 0
            return apart | self._at(text, start + 1)
        found = self._at(text, start)
        if first == "'" and (past := past_suffix(text, start, self._suffixes)) > start:
            return found | self.after(text, past)
        return found

    def _at(self, text: str, start: int) -> int:
        found, signs, opening = 0, self._signs, text[start : start + 2]
        for length in self._openings.get(opening) or self._openings.get(opening[:1], ()):
            sign = signs.get(text[start : start + length])
            if sign is not None and self._table.may_end(text, start, start + length):
                found |= sign
        for length in self._by_first.get(text[start : start + _EDGE], ()):
            sign = signs.get(text[start : start + length])
            if sign is not None and self._table.may_end(text, start, start + length):
                found |= sign
        return found

    def before(self, text: str, end: int) -> int:
        """The signs of every table whose `before` finds something here."""
        if text[end - 1 : end] == " ":
            end -= 1
            end -= text[end - 1 : end] == " "
        found, signs = 0, self._signs
        ending = text[max(0, end - 2) : end]
        for length in self._endings.get(ending) or self._endings.get(ending[-1:], ()):
            sign = signs.get(text[end - length : end]) if length <= end else None
            if sign is not None and self._table.may_begin(text, end - length):
                found |= sign
        for length in self._by_last.get(text[end - _EDGE : end], ()) if end >= _EDGE else ():
            sign = signs.get(text[end - length : end]) if length <= end else None
            if sign is not None and self._table.may_begin(text, end - length):
                found |= sign
        return found


def _lengths(edges: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """For the characters at an edge the lengths of the phrases, none of them short, that have them there."""
    found: dict[str, set[int]] = {}
    for edge, length in edges:
        if length >= _EDGE:
            found.setdefault(edge, set()).add(length)
    return {edge: tuple(sorted(lengths)) for edge, lengths in found.items()}


def _short_lengths(edges: Iterable[tuple[str, int]], *, outer: slice) -> dict[str, tuple[int, ...]]:
    """For the one or two characters at an edge the lengths of the short phrases there; `outer` is the very edge."""
    found: dict[str, set[int]] = {}
    for edge, length in edges:
        if length < _EDGE:
            found.setdefault(edge, set()).add(length)
    return {edge: tuple(sorted({*lengths, *found.get(edge[outer], ())})) for edge, lengths in found.items()}


@dataclass(frozen=True, slots=True)
class Beside:
    """The tables that are looked up behind a number and before one."""

    behind: Bundle
    before: Bundle
