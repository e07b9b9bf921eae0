"""Words and marks of a stretch of text. A character of an unspaced script is a word of its own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from nlp.scripts import FIRST_UNSPACED, UNSPACED, is_unspaced

_LETTERS = "".join(c for c in map(chr, range(0x530)) if c.isalpha())
"""Latin, Greek and Cyrillic letters: a list is looked up faster than the class of all letters."""
_SPACED = (
    rf"(?=\S)(?:[{_LETTERS}]++(?=[\s,;:!?)»”“]|\.\s|\Z)"
    rf"|\d+(?:[.,\u00a0\u202f ]\d+)*(?![^\W\d_{UNSPACED}])"
    rf"|[^\W_{UNSPACED}]+(?:[-'’.&_][^\W_{UNSPACED}]+)*"
)
"""A word, most often one of letters before a space or mark, or a number; spaces are passed over at the first look."""
TOKEN = re.compile(rf"{_SPACED}|[{UNSPACED}]+|\S)")
"""A word, a number, characters without spaces, or a mark."""
ONE_EACH = re.compile(rf"{_SPACED}|\S)")
"""The same with each character of a script without spaces by itself, if none of them is a digit."""


COMMON = 1 << 14
"""Characters of a text in a script without spaces; a longer one is read as well, at more cost."""


Kind = Literal["word", "mark", "quote"]


class Token(NamedTuple):
    """A word, a mark, or a whole quotation that stands as one piece in its sentence."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Clitics:
    """Short words written together with a longer one, before it with an apostrophe, behind it with a hyphen."""

    before: re.Pattern[str]
    behind: re.Pattern[str]


def clitics_of(elided: Iterable[str], attached: Iterable[str]) -> Clitics | None:
    """The clitics of a language by their words; null where it has none."""
    before, behind = "|".join(map(re.escape, elided)), "|".join(map(re.escape, attached))
    if not before and not behind:
        return None
    return Clitics(
        re.compile(rf"(?:{before or '(?!)'})['’](?=\w)", re.IGNORECASE),
        re.compile(rf"-(?:t-)?({behind or '(?!)'})$", re.IGNORECASE),
    )


def tokenise(text: str, start: int, end: int, clitics: Clitics | None = None) -> list[Token]:
    """The words and marks between two offsets; clitics are words of their own, without the hyphen before them."""
    tokens: list[Token] = []
    for m in TOKEN.finditer(text, start, end):
        first, last = m.span()
        char = text[first]
        if char >= FIRST_UNSPACED and last - first > 1 and is_unspaced(char):
            tokens += _characters(text, first, last)
        elif not char.isalnum():
            tokens.append(_token(Token, (first, last, "mark")))
        elif clitics is None or text[first:last].isalnum():
            tokens.append(_token(Token, (first, last, "word")))
        else:
            tokens += apart(text, first, last, clitics)
    return tokens


_token = tuple.__new__
"""Makes a token of its fields as they are: every word of a text becomes one, and the class takes twice as long."""


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where each word and mark begins, and how it reads; characters without spaces between them are one piece."""
    return ((m.start(), m[0]) for m in TOKEN.finditer(text, start, end))


def _characters(text: str, start: int, end: int) -> Sequence[Token]:
    """Each character of a stretch as a word or mark of its own."""
    if end <= COMMON and text[start:end].isalnum():
        return _single_words()[start:end]
    return [_token(Token, (i, i + 1, "word" if text[i].isalnum() else "mark")) for i in range(start, end)]


@cache
def _single_words() -> tuple[Token, ...]:
    """For each offset that most texts have, the word of one character there."""
    return tuple(Token(at, at + 1, "word") for at in range(COMMON))


def apart(text: str, start: int, end: int, clitics: Clitics) -> Iterator[Token]:
    """A word without its clitics, and these, in order."""
    if (head := clitics.before.match(text, start, end)) is not None:
        yield Token(start, head.end(), "word")
        start = head.end()
    tail = clitics.behind.search(text[start:end])
    if tail is None or not tail.start():
        yield Token(start, end, "word")
        return
    yield Token(start, start + tail.start(), "word")
    yield Token(start + tail.start(1), end, "word")
