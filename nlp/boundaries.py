"""Where sentences end, by punctuation and the pack's abbreviations. Blank lines always end one."""

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from functools import cache

from corpus.strict import Strict
from nlp.kept import kept
from nlp.language import Language
from nlp.layers import Place
from nlp.scripts import UNSPACED, is_unspaced, paragraphs

CLOSERS = "»”“’›」』》）)]}\"'＂"
_END = re.compile(rf"[.!?…。！？][.!?…。！？]*(?:[{re.escape(CLOSERS)}]+|[ \u00a0\u202f]»)?")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]+\.[^\S\n]?)*[^\W\d_]+$")
_ORDINAL = re.compile(r"(?<![\d.,:])\d{1,2}$")
_NEXT = re.compile(r"\s*([-–—]?\s*[«“„\"‘'(\[「『]*\s*)(\S?)")
_STARTER = re.compile(rf"\s*[«“„\"(\[]*([^\W\d_{UNSPACED}]+)")
_BACK = 24
"""Characters looked back for an abbreviation: longer than any of them, so that time stays linear."""


class Sentences(Strict):
    """`sentences.toml`. Abbreviations are written without the final stop, inner ones kept ("т. е", "e.g").

    `never` never end a sentence, `before_number` not before a digit; `rarely` end one only before a word of `starters`,
    `amounts` (what numbers are counted in) before any capital of their own script. With `ordinals`, a number of one or
    two digits with a stop is an ordinal, unless a word of `starters` follows.
    """

    never: list[str] = []
    before_number: list[str] = []
    rarely: list[str] = []
    amounts: list[str] = []
    starters: list[str] = []
    initials: bool = True
    ordinals: bool = False


class Stops:
    """The pack's abbreviations, made ready."""

    def __init__(self, section: Sentences) -> None:
        self.never = {_squeezed(a) for a in section.never}
        self.before_number = {_squeezed(a) for a in section.before_number}
        self.rarely = {_squeezed(a) for a in section.rarely}
        self.amounts = {_squeezed(a) for a in section.amounts}
        self.starters = {word.lower() for word in section.starters}
        self.initials = section.initials
        self.ordinals = section.ordinals
        self.of = kept(self._abbreviation_of)

    def _abbreviation_of(self, word: str) -> "Abbreviation | None":
        """What the stop behind a word, with the abbreviations right before it, may be; null where it ends a sentence.

        The longest form that is listed need not be all of the word.
        """
        parts = _squeezed(word).split(".")
        last = parts[-1]
        tails = {".".join(parts[-n:]) for n in (1, 2, 3)}
        is_initial = self.initials and len(last) == 1 and word[-1].isupper()
        found = Abbreviation(
            is_never=not tails.isdisjoint(self.never),
            is_amount=last in self.amounts,
            is_before_number=last in self.before_number,
            is_rarely=is_initial or not tails.isdisjoint(self.rarely),
        )
        return found if any(astuple(found)) else None


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """By which of the pack's lists a word with a stop may go on with its sentence."""

    is_never: bool
    is_amount: bool
    is_before_number: bool
    is_rarely: bool


@cache
def _stops(language: Language) -> Stops:
    return Stops(language.section("sentences", Sentences))


def split_sentences(text: str, language: Language) -> list[Place]:
    """The sentences in order, without the white space around them; every other character is in exactly one."""
    stops = _stops(language)
    out: list[Place] = []
    for start, end in paragraphs(text):
        for line_start, line_end in _lines(text, start, end):
            _split_line(text, line_start, line_end, stops, out)
    return out


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a paragraph at line breaks that are not mere wrapping."""
    begin = start
    at = text.find("\n", start, end)
    while at != -1:
        if not _is_wrapped(text, text.rfind("\n", start, at) + 1 or start, at, end):
            yield begin, at
            begin = at + 1
        at = text.find("\n", at + 1, end)
    yield begin, end


def _is_wrapped(text: str, line_start: int, line_end: int, end: int) -> bool:
    following = text[line_end + 1 : min(end, line_end + 4)].strip()[:1]
    last = text[line_end - 1 : line_end]
    if following.islower() or last in (",", "，", "-"):
        return True
    return 50 <= line_end - line_start <= 100 and last.isalnum() and not is_unspaced(last)


def _split_line(text: str, start: int, end: int, stops: Stops, out: list[Place]) -> None:
    """Add the sentences of a line."""
    for m in _END.finditer(text, start, end):
        first, last = m.span()
        if text[first] in "。！？" and text[last - 1] in "“‘" and text[last : last + 1].isalnum():
            last -= 1  # it opens what follows
        if _is_boundary(text, first, last, end, stops):
            _add(text, start, last, out)
            start = last
    if start < end:
        _add(text, start, end, out)


def _add(text: str, start: int, end: int, out: list[Place]) -> None:
    """Add a sentence without the white space around it, if there is anything else."""
    piece = text[start:end].lstrip()
    if piece:
        out.append(Place(end - len(piece), end - len(piece) + len(piece.rstrip())))


def _is_boundary(text: str, start: int, end: int, limit: int, stops: Stops) -> bool:
    if end >= limit:
        return True
    mark, before, after = text[start], text[start - 1 : start], text[end]
    if mark in "。！？":
        return not _goes_on(text, end, limit)
    if not after.isspace():
        return _touches_unspaced(before, after, mark) and not _goes_on(text, end, limit)
    if _goes_on(text, end, limit):
        return False
    return mark != "." or not _is_abbreviation(text, start, end, limit, stops)


def _touches_unspaced(before: str, after: str, mark: str) -> bool:
    if mark == ".":
        return (bool(before and is_unspaced(before)) and not after.isalnum() | (after == ",")) or (
            bool(before) and is_unspaced(before) and is_unspaced(after)
        )
    return bool(before) and (is_unspaced(before) or is_unspaced(after)) and after not in ",，、:：;；"


def _goes_on(text: str, end: int, limit: int) -> bool:
    """Whether what follows cannot begin a sentence: a small letter, or a dash or comma that ties it to a speaker."""
    if text[end] == " " and end + 1 < limit and (following := text[end + 1]).isalnum():
        return following.islower()
    m = _NEXT.match(text, end, min(limit, end + 40))
    if m is None or not m[2]:
        return False
    return m[2].islower() or m[2] in ",;:，；：、"


def _is_abbreviation(text: str, start: int, end: int, limit: int, stops: Stops) -> bool:
    word = _word_before(text, start)
    if word is None and stops.ordinals and _ORDINAL.search(text, max(0, start - 4), start) and end == start + 1:
        return not _starts_sentence(text, end, limit, stops)
    if word is None or end > start + 1:
        return False
    known = stops.of[word]
    if known is None:
        return False
    if known.is_never:
        return True
    if known.is_amount:
        return not _is_capital_of(word[-1], text[end:limit].lstrip()[:1])
    if known.is_before_number and text[end : min(limit, end + 4)].lstrip()[:1].isdigit():
        return True
    return known.is_rarely and not _starts_sentence(text, end, limit, stops)


def _word_before(text: str, end: int) -> str | None:
    """The word that ends at an offset, with the abbreviations right before it (т. е); null if there is none."""
    limit = max(0, end - _BACK)
    at = text.rfind(" ", limit, end) + 1
    if at > 1 and text[at - 2] != "." and text[at:end].isalpha():
        return text[at:end]  # one word behind a space, as most are
    m = _WORD_BEFORE.search(text, limit, end)
    return m[0] if m is not None else None


def _is_capital_of(letter: str, following: str) -> bool:
    return following.isupper() and following.isascii() == letter.isascii()


def _starts_sentence(text: str, end: int, limit: int, stops: Stops) -> bool:
    m = _STARTER.match(text, end, limit)
    return m is not None and m[1].lower() in stops.starters and text[m.end() : m.end() + 1] != "."


def _squeezed(abbreviation: str) -> str:
    return re.sub(r"\s+", "", abbreviation.lower())
