"""A copy of a text in which spelling variants are one, character for character, so that offsets stay the same."""

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

SPACES = "\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Spaces that group digits or stand for a plain one; all become U+00A0."""

_MARKS = {
    "\u0130": "i",  # its lower case has two code points
    "\u2010": "-",
    "\u2011": "-",
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
    "\u2032": "'",
    "\uff05": "%",
    "\ufe6a": "%",
    "\uff04": "$",
    "\uff0c": ",",
    "\uff0e": ".",
    "\uff1a": ":",
    "\uff0f": "/",
    "\uff0b": "+",
    "\uff0d": "-",
    "\uff5e": "~",
    "\u301c": "~",
    "\uffe5": "¥",
    "\uffe1": "£",
    "\u2002": " ",
    "\u2003": " ",
    "\u2004": " ",
    "\u2005": " ",
    "\u2006": " ",
    **dict.fromkeys("\u061c\u200b\u200c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff", " "),
}
"""Marks of direction and joining, which stand between words and signs, become spaces."""

_NUKTA = "\u093c"
_BEYOND = 0x10000
"""Characters from here on make a slow shape if each is named, and are rare: all are looked up."""
_LAST_DIGIT_BLOCK = 0x1FBFA
_NO_CHARACTER = "\ufffd"


@cache
def _digits() -> dict[str, str]:
    found = ((chr(code), unicodedata.decimal(chr(code), None)) for code in range(0x80, _LAST_DIGIT_BLOCK))
    return {char: str(value) for char, value in found if value is not None}


class Folding:
    """Characters and what each becomes (lone surrogates U+FFFD). Few stand in a text, and only those are looked up."""

    def __init__(self, pairs: Mapping[str, str]) -> None:
        self._pairs = dict(pairs)
        self._keeps_ascii = not any(char.isascii() for char in pairs)
        planes = "".join(re.escape(char) for char in pairs if ord(char) < _BEYOND)
        self._shape = re.compile(f"[{planes}\ud800-\udfff{chr(_BEYOND)}-{chr(sys.maxunicode)}]")

    def apply(self, text: str) -> str:
        """The text with every such character replaced."""
        if self._keeps_ascii and text.isascii():
            return text
        return self._shape.sub(self._other, text)

    def _other(self, match: re.Match[str]) -> str:
        char = match[0]
        return self._pairs.get(char) or (_NO_CHARACTER if "\ud800" <= char <= "\udfff" else char)


def folding_of(own: Mapping[str, str]) -> Folding:
    """Digits of every script, spaces, marks, and a language's own pairs, with what each becomes."""
    spaces = dict.fromkeys(SPACES, "\u00a0")
    return Folding({**_digits(), **spaces, **_MARKS, **own})


def fold(text: str, folding: Folding) -> str:
    """The text in lower case and folded; as long as the original. Lone surrogates become U+FFFD."""
    return folding.apply(text).lower()


def spellings(form: str) -> Iterator[str]:
    """The form composed, decomposed, and with the dots below its consonants (nukta) joined, apart and left out."""
    composed = unicodedata.normalize("NFC", form)
    seen = dict.fromkeys((form, composed, unicodedata.normalize("NFD", form)))
    if _NUKTA in composed:
        joined = _NUKTA_LETTER.sub(lambda match: _nukta_letters()[match.group()], composed)
        seen.update(dict.fromkeys((joined, composed.replace(_NUKTA, ""))))
    yield from seen


_NUKTA_LETTER = re.compile(f"[\u0915\u0916\u0917\u091c\u0921\u0922\u092b\u092f]{_NUKTA}")


@cache
def _nukta_letters() -> dict[str, str]:
    """Consonant and dot to the one character that Unicode never composes them to."""
    return {unicodedata.normalize("NFD", chr(code)): chr(code) for code in range(0x958, 0x960)}
