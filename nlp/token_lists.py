"""The tokens of stretches of a text as lists side by side, taken from the text in lower case in one pass."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from re import Match

from nlp.last_text import of_last_text
from nlp.layers import Place
from nlp.quotes import Quotation
from nlp.scripts import FIRST_UNSPACED, UNSPACED, has_unspaced, is_unspaced, lower_page
from nlp.words import ONE_EACH, TOKEN, Clitics, Kind, apart, tokenise

_DIGITS = "".join(c for c in re.findall(f"[{UNSPACED}]", "".join(map(chr, range(0xE00, 0x1800)))) if c.isdecimal())
_UNLIKE = re.compile(f"[{_DIGITS}Σİ]")
"""What makes a page in lower case read otherwise than its words do: digits of scripts without spaces, and letters whose
lower case depends on their neighbours or is longer."""
_CLOSING = frozenset(",.;:!?)")
"""Marks that stand at the end of words and are never part of one there."""
_start, _end, _word = Match.start, Match.end, Match.group


@dataclass(slots=True)
class TokenLists:
    """Where tokens begin and end, how each reads in lower case with straight apostrophes, and of what kind it is."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)

    def add(self, start: int, end: int, word: str, kind: Kind) -> None:
        """Take in one token."""
        self.starts.append(start)
        self.ends.append(end)
        self.words.append(word)
        self.kinds.append(kind)

    def add_plain(self, page: str, start: int, end: int) -> None:
        """Take in the words and marks of a stretch of a page in lower case."""
        if page[(start + end) // 2 : end][:1] >= FIRST_UNSPACED:  # a guess: either way gives the same
            self._add_runs(page, start, end)
        elif _is_spaced(page):
            self._add_pieces(page, start, end, self._add_found)
        else:
            self._add_found(page, start, end)

    def _add_pieces(self, page: str, start: int, end: int, add_other: Callable[[str, int, int], None]) -> None:
        """The same where words have spaces between them: most of what stands between two spaces is a mere word."""
        starts, ends, words, kinds = self.starts, self.ends, self.words, self.kinds
        for piece in page[start:end].split(" "):
            behind = start + len(piece)
            if piece.isalpha():
                starts.append(start)
                ends.append(behind)
                words.append(piece)
                kinds.append("word")
            elif piece[-1:] in _CLOSING and piece[:-1].isalpha():
                starts += start, behind - 1
                ends += behind - 1, behind
                words += piece[:-1], piece[-1]
                kinds += "word", "mark"
            elif piece[-1:].isdecimal() and page[behind + 1 : behind + 2].isdecimal():
                add_other(page, start, end)  # a number may have spaces inside
                return
            elif piece:
                add_other(page, start, behind)
            start = behind + 1

    def _add_found(self, page: str, start: int, end: int) -> None:
        """The same, whatever stands there."""
        found = list(ONE_EACH.finditer(page, start, end))
        words = list(map(_word, found))
        self.starts += map(_start, found)
        self.ends += map(_end, found)
        self.words += words
        self.kinds += ["word" if len(word) > 1 or word.isalnum() else "mark" for word in words]

    def _add_runs(self, page: str, start: int, end: int) -> None:
        """The same, quicker where few words have spaces between them."""
        for m in TOKEN.finditer(page, start, end):
            first, last = m.span()
            word = page[first:last]
            if last - first > 1 and is_unspaced(word[0]):
                is_plain = word.isalnum()
                self.starts += range(first, last)
                self.ends += range(first + 1, last + 1)
                self.words += word
                self.kinds += ["word" if is_plain or each.isalnum() else "mark" for each in word]
            else:
                self.add(first, last, word, "word" if last - first > 1 or word.isalnum() else "mark")

    def add_apart(self, page: str, start: int, end: int, clitics: Clitics) -> None:
        """The same with clitics as words of their own."""
        if _is_spaced(page):
            self._add_pieces(page, start, end, partial(self._add_found_apart, clitics))
        else:
            self._add_found_apart(clitics, page, start, end)

    def _add_found_apart(self, clitics: Clitics, page: str, start: int, end: int) -> None:
        for m in ONE_EACH.finditer(page, start, end):
            word, (first, last) = m[0], m.span()
            if len(word) == 1 or word.isalnum():
                self.add(first, last, word, "word" if word.isalnum() else "mark")
            else:
                for token in apart(page, first, last, clitics):
                    self.add(token.start, token.end, page[token.start : token.end], "word")

    def add_rare(self, text: str, start: int, end: int, clitics: Clitics | None) -> None:
        """The same for a text that can only be put into lower case word by word."""
        for token in tokenise(text, start, end, clitics):
            self.add(token.start, token.end, _lowered(text[token.start : token.end]), token.kind)


def token_lists(
    text: str, stretches: Sequence[Place], quotations: Sequence[Quotation], clitics: Clitics | None
) -> TokenLists:
    """The tokens of the stretches and of the quotations between them, each of these one token; both are in order."""
    page, lists = _page(text), TokenLists()
    parts: Sequence[Place | Quotation] = stretches
    if quotations:
        parts = sorted([*stretches, *quotations], key=lambda part: part.start)
    for part in parts:
        if isinstance(part, Quotation):
            word = page[part.start : part.end] if page is not None else _lowered(text[part.start : part.end])
            lists.add(part.start, part.end, word, "quote")
        elif page is None:
            lists.add_rare(text, part.start, part.end, clitics)
        elif clitics is None:
            lists.add_plain(page, part.start, part.end)
        else:
            lists.add_apart(page, part.start, part.end, clitics)
    return lists


@of_last_text
def _is_spaced(page: str) -> bool:
    return not has_unspaced(page)


def _lowered(text: str) -> str:
    return text.lower().replace("’", "'")


@of_last_text
def _page(text: str) -> str | None:
    """The text in lower case, apostrophes straight, if each word would give the same by itself."""
    return lower_page(text).replace("’", "'") if _UNLIKE.search(text) is None else None
