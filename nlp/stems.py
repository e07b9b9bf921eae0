"""Beginnings of words, looked for in a whole text at once, so that few stretches of it need a closer look."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ahocorasick_rs import AhoCorasick

from corpus.tables import ClaimType
from nlp.last_text import of_last_text
from nlp.layers import Place
from nlp.scripts import lower_page


class Stems:
    """The words of a pack that tell what type of statement a content is."""

    def __init__(self, words: Iterable[tuple[ClaimType, Sequence[str]]], *, is_spaced: bool) -> None:
        listed = [(kind, [stem.lower() for stem in stems]) for kind, stems in words if stems]
        self._patterns = [(kind, re.compile(_pattern(stems, is_spaced=is_spaced))) for kind, stems in listed]
        self._automaton = AhoCorasick([stem for _, stems in listed for stem in stems]) if listed else None
        self._places = of_last_text(self._found)

    def types(self, text: str, content: Sequence[Place]) -> Iterable[ClaimType]:
        """The types of which a content holds a word, in the pack's order."""
        if len(content) == 1 and not self._may_hold(text, content[0]):
            return ()
        told = " ".join(text[p.start : p.end] for p in content).lower()
        return (kind for kind, pattern in self._patterns if pattern.search(told) is not None)

    def _may_hold(self, text: str, place: Place) -> bool:
        starts = self._places(text)
        if starts is None:
            return True
        at = bisect_left(starts, place.start)
        return at < len(starts) and starts[at] < place.end

    def _found(self, text: str) -> list[int] | None:
        """Where stems stand, in order; null for a text that cannot be asked at once."""
        if self._automaton is None:
            return []
        try:
            found = self._automaton.find_matches_as_indexes(lower_page(text), overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate
            return None
        return sorted(start for _, start, _ in found) if "İ" not in text and "Σ" not in text else None


def _pattern(stems: Sequence[str], *, is_spaced: bool) -> str:
    """A pattern for the stems, at the start of words where the script has words."""
    listed = "|".join(map(re.escape, stems))
    return rf"\b(?:{listed})" if is_spaced else listed
