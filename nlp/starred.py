"""Cues with an adjective inside that the pack does not list: по недавнему мнению, за його власними словами."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from nlp.morphology import Morphology
from nlp.scripts import lower, lower_page
from nlp.spotter import Hit

V = TypeVar("V")

_RUN = re.compile(r"[\w\s]+")
_ADJECTIVES = frozenset(("ADJF", "PRTF"))


class Starred(Generic[V]):
    """Phrases with a star, in each of which one or two adjectives may stand for the star."""

    def __init__(
        self,
        table: Iterable[tuple[str, V]],
        morphology: Morphology,
        possessives: frozenset[str],
        outsiders: frozenset[str],
    ) -> None:
        self._values = {lower(phrase): value for phrase, value in table}
        self._morphology = morphology
        self._possessives, self._outsiders = possessives, outsiders
        groups = {first: list(group) for first, group in groupby(sorted(self._values), key=lambda phrase: phrase[0])}
        phrases = "|".join(_pattern_of(first, group) for first, group in groups.items())
        self._pattern = re.compile(rf"(?:{phrases})(?!\w)") if phrases else None
        closings = {phrase.rpartition(" * ")[2] for phrase in self._values}
        is_plain = all(_RUN.fullmatch(phrase.replace("*", "")) for phrase in self._values)
        self._closings = AhoCorasick(sorted(closings)) if closings and is_plain else None

    def find(self, text: str) -> Iterator[tuple[Hit[V], str | None]]:
        """The phrases in the text, in order, each with the possessive inside it."""
        if self._pattern is None:
            return
        page = lower_page(text)
        for m in chain.from_iterable(self._pattern.finditer(page, *run) for run in self._runs(page)):
            words = m[0].split()
            inside = words[1:-1]
            value = self._values.get(f"{words[0]} * {words[-1]}")
            if value is not None and all(map(self._is_adjective, inside)):
                yield Hit(m.start(), m.end(), value), next((w for w in inside if w in self._possessives), None)

    def _runs(self, page: str) -> list[tuple[int, int]]:
        """The stretches without marks that hold the last word of a phrase; no phrase runs over a mark."""
        try:
            found = self._closings.find_matches_as_indexes(page) if self._closings is not None else None
        except UnicodeEncodeError:  # a lone surrogate
            found = None
        if found is None:
            return [(0, len(page))]
        starts = [start for _, start, _ in found]
        runs = (m.span() for m in _RUN.finditer(page)) if starts else ()
        return [run for run in runs if bisect_left(starts, run[0]) < bisect_left(starts, run[1])]

    def _is_adjective(self, word: str) -> bool:
        if word in self._outsiders:
            return False
        return word in self._possessives or self._morphology.readings(word)[0].pos in _ADJECTIVES


def _pattern_of(first: str, phrases: Iterable[str]) -> str:
    """The pattern of phrases that begin a word with a letter, which comes first, so that the search can skip to it."""
    rest = "|".join(r"{}(?:\s\w+){{1,2}}?\s{}".format(*map(re.escape, p[1:].split(" * ", 1))) for p in phrases)
    return rf"{re.escape(first)}(?<!\w{re.escape(first)})(?:{rest})"
