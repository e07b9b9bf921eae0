"""Words and marks of a stretch of text. A character of an unspaced script is a word of its own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
    for m in _TOKEN.finditer(text, start, end):
        first, last = m.span()
        if not text[first].isalnum():
            tokens.append(_token(Token, (first, last, "mark")))
        elif clitics is None or text[first:last].isalnum():
            tokens.append(_token(Token, (first, last, "word")))
        else:
            tokens += _apart(text, first, last, clitics)
    return tokens


_token = tuple.__new__
"""Makes a token of its fields as they are: every word of a text becomes one, and the class takes twice as long."""


def _apart(text: str, start: int, end: int, clitics: Clitics) -> Iterator[Token]:
    """A word without its clitics, and these."""
    if (head := clitics.before.match(text, start, end)) is not None:
        yield Token(start, head.end(), "word")
        start = head.end()
    tail = clitics.behind.search(text[start:end])
    if tail is None or not tail.start():
        yield Token(start, end, "word")
        return
    yield Token(start, start + tail.start(), "word")
    yield Token(start + tail.start(1), end, "word")
