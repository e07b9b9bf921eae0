"""Words of a script without spaces, with their classes: a second opinion, behind the pack's own lists of words."""

import re
from collections.abc import Callable
from functools import cache, partial
from typing import Literal, NamedTuple

import rjieba

from nlp.characters import plain_text
from nlp.language import Language
from nlp.last_text import of_last_text

Kind = Literal[
    "person", "name", "noun", "pronoun", "number", "verb", "adverb", "time", "link", "of", "particle", "mark"
]
"""`link` stands for prepositions and conjunctions, `of` for the particle behind an attribute."""

_KINDS: dict[str, Kind] = {
    "nr": "person", "nrt": "person", "nrfg": "person", "ns": "name", "nt": "name", "nz": "name", "eng": "name",
    "r": "pronoun", "rr": "pronoun", "rz": "pronoun", "m": "number", "mq": "number", "q": "number",
    "v": "verb", "vd": "verb", "vi": "verb", "vq": "verb", "zg": "verb", "d": "adverb", "df": "adverb", "ad": "adverb",
    "t": "time", "tg": "time", "p": "link", "c": "link", "uj": "of", "x": "mark",
}  # fmt: skip
"""Tags of the ICTCLAS set, as far as they are no nouns; a particle's begins with u or y."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class Word(NamedTuple):
    """A word at `[start, end)` of a text; `text` has the plain characters."""

    start: int
    end: int
    kind: Kind
    text: str


class Tagger:
    """Words and their classes. The engine glues and cuts names wrongly at times: its words only help."""

    def __init__(self, tag: Callable[[str], list[tuple[str, str]]], plain: Callable[[str], str]) -> None:
        self._tag = tag
        self._plain = plain
        self._page = of_last_text(self._readable)

    def _readable(self, text: str) -> str:
        return _SURROGATE.sub("\ufffd", self._plain(text))

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words and marks of a stretch of text, in order; they cover all of it."""
        return self._words(self._page(text)[start:end], start)

    def words_of(self, name: str) -> list[Word]:
        """The words and marks of a few characters that are no stretch of the text which is being read."""
        return self._words(self._readable(name), 0)

    def _words(self, piece: str, start: int) -> list[Word]:
        words: list[Word] = []
        for word, tag in self._tag(piece):
            at = start + len(word)
            words.append(_word(Word, (start, at, _kind(tag), word)))
            start = at
        return words


_word = tuple.__new__
"""Makes a word of its fields as they are; the class takes twice as long."""


@cache
def _kind(tag: str) -> Kind:
    return _KINDS.get(tag) or ("particle" if tag[:1] in ("u", "y") else "noun")


def _rjieba(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = rjieba.tag(text, True)
    return found


ENGINES: dict[str, Callable[[str], list[tuple[str, str]]]] = {"rjieba": _rjieba}


@cache
def tagger_of(language: Language) -> Tagger | None:
    """The engine that the pack names; null for a pack that names none."""
    name = language.about.tagger
    return None if name is None else Tagger(ENGINES[name], partial(plain_text, language=language))
