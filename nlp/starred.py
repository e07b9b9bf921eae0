"""Cues with an adjective inside that the pack does not list: по недавнему мнению, за його власними словами."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Generic, TypeVar

from nlp.morphology import Morphology
from nlp.scripts import lower, lower_page
from nlp.spotter import Hit

V = TypeVar("V")

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

    def find(self, text: str) -> Iterator[tuple[Hit[V], str | None]]:
        """The phrases in the text, in order, each with the possessive inside it."""
        for m in self._pattern.finditer(lower_page(text)) if self._pattern is not None else ():
            words = m[0].split()
            inside = words[1:-1]
            value = self._values.get(f"{words[0]} * {words[-1]}")
            if value is not None and all(map(self._is_adjective, inside)):
                yield Hit(m.start(), m.end(), value), next((w for w in inside if w in self._possessives), None)

    def _is_adjective(self, word: str) -> bool:
        if word in self._outsiders:
            return False
        return word in self._possessives or self._morphology.readings(word)[0].pos in _ADJECTIVES


def _pattern_of(first: str, phrases: Iterable[str]) -> str:
    """The pattern of phrases that begin a word with a letter, which comes first, so that the search can skip to it."""
    rest = "|".join(r"{}(?:\s\w+){{1,2}}?\s{}".format(*map(re.escape, p[1:].split(" * ", 1))) for p in phrases)
    return rf"{re.escape(first)}(?<!\w{re.escape(first)})(?:{rest})"
