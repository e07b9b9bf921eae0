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
    tokens = [
        Token(m.start(), m.end(), "word" if m[0][0].isalnum() else "mark") for m in _TOKEN.finditer(text, start, end)
    ]
    if clitics is None:
        return tokens
    return [part for token in tokens for part in _apart(text, token, clitics)]


def _apart(text: str, token: Token, clitics: Clitics) -> Iterator[Token]:
    """A word without its clitics, and these."""
    start, end = token.start, token.end
    if token.kind != "word" or text[start:end].isalnum():
        yield token
        return
    if (head := clitics.before.match(text, start, end)) is not None:
        yield Token(start, head.end(), "word")
        start = head.end()
    tail = clitics.behind.search(text[start:end])
    if tail is None or not tail.start():
        yield Token(start, end, "word")
        return
    yield Token(start, start + tail.start(), "word")
    yield Token(start + tail.start(1), end, "word")
