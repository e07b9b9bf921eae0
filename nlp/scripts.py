"""Facts about characters that hold in every language: where words touch, and lower case that keeps offsets."""

import re
from itertools import pairwise

from nlp.last_text import of_last_text

UNSPACED = "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Character ranges of scripts that write words without spaces (Thai to CJK), for use inside a regex class."""

APOSTROPHES = str.maketrans("\u2019\u02bc", "''")
"""Apostrophes, which are one sign however they are typed."""

FIRST_UNSPACED = UNSPACED[0]
_UNSPACED = re.compile(f"[{UNSPACED}]")
_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


def is_unspaced(char: str) -> bool:
    """Whether the character belongs to a script that writes words without spaces."""
    return char >= FIRST_UNSPACED and _UNSPACED.match(char) is not None


def has_unspaced(text: str) -> bool:
    """Whether any character belongs to such a script."""
    return _UNSPACED.search(text) is not None


def lower(text: str) -> str:
    """The text in lower case, character for character: one whose lower case is longer stays as it is."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


lower_page = of_last_text(lower)
"""`lower` of a whole text, which several components ask for."""


def is_joined(text: str, at: int) -> bool:
    """Whether a word runs on across the offset, so that nothing may begin or end there."""
    pair = text[at - 1 : at + 1] if at > 0 else ""
    if len(pair) < 2 or not pair.isalnum():
        return False
    is_latin_or_the_like = pair.isascii() or (pair[0] < FIRST_UNSPACED and pair[1] < FIRST_UNSPACED)
    return is_latin_or_the_like or not (is_unspaced(pair[0]) or is_unspaced(pair[1]))


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The stretches between blank lines, in order; together with the breaks they are the whole text."""
    edges = [0, *(at for m in _PARAGRAPH_BREAK.finditer(text) for at in m.span()), len(text)]
    return [(a, b) for a, b in list(pairwise(edges))[::2] if a < b]
