"""Negations: the words that negate a clause, and not where they are part of something else (not only)."""

from functools import cache

from corpus.strict import Strict
from nlp.language import Language
from nlp.layers import Place
from nlp.spotter import Phrases, shelf_of


class Negations(Strict):
    """`negations.toml`: surface forms that negate, and longer phrases that hold one and do not."""

    words: list[str] = []
    not_negations: list[str] = []


@cache
def _phrases(language: Language) -> Phrases[bool]:
    section = language.section("negations", Negations)
    table = dict.fromkeys(section.words, True) | dict.fromkeys(section.not_negations, False)
    return Phrases(table, shelf_of(language))


def find_negations(text: str, language: Language) -> list[Place]:
    """The negating words of a text, in order."""
    return [Place(h.start, h.end) for h in _phrases(language).find(text) if h.value]
