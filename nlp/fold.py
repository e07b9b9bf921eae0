"""A copy of a text in which spelling variants are one, character for character, so that offsets stay the same."""

import re
import unicodedata
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
}
_LAST_DIGIT_BLOCK = 0x1FBFA
_SURROGATE = re.compile("[\ud800-\udfff]")


@cache
def _digits() -> dict[int, str]:
    found = ((code, unicodedata.decimal(chr(code), None)) for code in range(0x80, _LAST_DIGIT_BLOCK))
    return {code: str(value) for code, value in found if value is not None}


def fold_table(own: dict[str, str]) -> dict[int, str]:
    """What `str.translate` needs: digits of every script, spaces, marks, and a language's own pairs."""
    table = dict(_digits())
    table.update({ord(c): "\u00a0" for c in SPACES})
    table.update({ord(a): b for a, b in _MARKS.items()})
    table.update({ord(a): b for a, b in own.items()})
    return table


def fold(text: str, table: dict[int, str]) -> str:
    """The text in lower case and folded; as long as the original. Lone surrogates become U+FFFD."""
    folded = text.translate(table).lower()
    if not folded.isascii() and _SURROGATE.search(folded):
        folded = _SURROGATE.sub("\ufffd", folded)
    return folded
