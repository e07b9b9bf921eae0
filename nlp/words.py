"""Words and marks of a stretch of text. A character of an unspaced script is a word of its own."""

import re
from typing import Literal, NamedTuple

from nlp.scripts import UNSPACED

_TOKEN = re.compile(
    rf"\d+(?:[.,\u00a0\u202f ]\d+)*(?![^\W\d_{UNSPACED}])"
    rf"|[{UNSPACED}]|[^\W_{UNSPACED}]+(?:[-'’.&_][^\W_{UNSPACED}]+)*|\S"
)


class Token(NamedTuple):
    """A word, a mark, or a whole quotation that stands as one piece in its sentence."""

    start: int
    end: int
    kind: Literal["word", "mark", "quote"]


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The words and marks between two offsets."""
    return [
        Token(m.start(), m.end(), "word" if m[0][0].isalnum() else "mark") for m in _TOKEN.finditer(text, start, end)
    ]
