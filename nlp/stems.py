"""Beginnings of words, looked for in a whole text at once, so that few stretches of it need a closer look."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick

from corpus.tables import ClaimType
from nlp.last_text import of_last_text
from nlp.layers import Place
from nlp.scripts import lower_page


@dataclass(slots=True)
class _Found:
    """Where stems stand that begin a word, in order: start, end and rank; `inner` are the others by their start."""

    starts: list[int] = field(default_factory=list)
    stems: list[tuple[int, int, int]] = field(default_factory=list)
    inner: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict)


class Stems:
    """The words of a pack that tell what type of statement a content is."""

    def __init__(self, words: Iterable[tuple[ClaimType, Sequence[str]]], *, is_spaced: bool) -> None:
        listed = [(kind, [stem.lower() for stem in stems]) for kind, stems in words if stems]
        self._is_spaced = is_spaced
        self._kinds = [kind for kind, _ in listed]
        self._patterns = [(kind, re.compile(_pattern(stems, is_spaced=is_spaced))) for kind, stems in listed]
        self._ranks = [rank for rank, (_, stems) in enumerate(listed) for _ in stems]
        every = [stem for _, stems in listed for stem in stems]
        are_words = not is_spaced or all(_is_in_word(stem, 0) for stem in every)
        self._automaton = AhoCorasick(every) if are_words else None
        self._of_text = of_last_text(self._found)

    def types(self, text: str, content: Sequence[Place]) -> Sequence[ClaimType]:
        """The types of which a content holds a word, in the pack's order."""
        if len(content) == 1:
            found, told, place = self._of_text(text), text, content[0]
        else:
            told = " ".join([text[p.start : p.end] for p in content])
            found, place = self._found(told), Place(0, len(told))
        if found is not None:
            ranks = _inside(found, place, told)
            return [self._kinds[rank] for rank in sorted(ranks)] if ranks else ()
        told = " ".join([text[p.start : p.end] for p in content]).lower()
        return [kind for kind, pattern in self._patterns if pattern.search(told) is not None]

    def _found(self, text: str) -> _Found | None:
        """The stems in a text; null for one that cannot be asked at once."""
        if self._automaton is None or "İ" in text or "Σ" in text:
            return None
        page = lower_page(text)
        try:
            matches = self._automaton.find_matches_as_indexes(page, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate
            return None
        found = _Found()
        for start, end, rank in sorted((start, end, self._ranks[index]) for index, start, end in matches):
            if not self._is_spaced or _is_in_word(page, start) != (start > 0 and _is_in_word(page, start - 1)):
                found.starts.append(start)
                found.stems.append((start, end, rank))
            else:
                found.inner.setdefault(start, []).append((start, end, rank))
        return found


def _inside(found: _Found, place: Place, text: str) -> set[int]:
    """The ranks of the stems in a stretch that begin a word there; the stretch itself may begin inside one."""
    first = bisect_left(found.starts, place.start)
    if (first == len(found.starts) or found.starts[first] >= place.end) and place.start not in found.inner:
        return set()
    near = found.stems[first : bisect_left(found.starts, place.end, first)]
    if place.start in found.inner and _is_in_word(text, place.start):
        near += found.inner[place.start]
    return {rank for _, end, rank in near if end <= place.end}


def _is_in_word(text: str, at: int) -> bool:
    return text[at].isalnum() or text[at] == "_"


def _pattern(stems: Sequence[str], *, is_spaced: bool) -> str:
    """A pattern for the stems, at the start of words where the script has words."""
    listed = "|".join(map(re.escape, stems))
    return rf"\b(?:{listed})" if is_spaced else listed
