"""Where sentences end, by punctuation and the pack's abbreviations. Blank lines always end one."""

import re
from collections.abc import Iterator
from functools import cache

from corpus.strict import Strict
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


@cache
def _stops(language: Language) -> Stops:
    return Stops(language.section("sentences", Sentences))


def split_sentences(text: str, language: Language) -> list[Place]:
    """The sentences in order, without the white space around them; every other character is in exactly one."""
    stops = _stops(language)
    return [
        place
        for start, end in paragraphs(text)
        for line_start, line_end in _lines(text, start, end)
        for place in _in_line(text, line_start, line_end, stops)
    ]


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


def _in_line(text: str, start: int, end: int, stops: Stops) -> Iterator[Place]:
    begin = start
    for m in _END.finditer(text, start, end):
        if _is_boundary(text, m.start(), m.end(), end, stops):
            yield from _trimmed(text, begin, m.end())
            begin = m.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Place]:
    piece = text[start:end]
    if piece.strip():
        start += len(piece) - len(piece.lstrip())
        yield Place(start, start + len(piece.strip()))


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
    parts = _squeezed(word).split(".")
    last = parts[-1]
    tails = {".".join(parts[-n:]) for n in (1, 2, 3)}
    if tails & stops.never:
        return True
    if last in stops.amounts:
        return not _is_capital_of(word[-1], text[end:limit].lstrip()[:1])
    if last in stops.before_number and text[end : min(limit, end + 4)].lstrip()[:1].isdigit():
        return True
    is_initial = stops.initials and len(last) == 1 and word[-1].isupper()
    return (is_initial or bool(tails & stops.rarely)) and not _starts_sentence(text, end, limit, stops)


def _word_before(text: str, end: int) -> str | None:
    """The word that ends at an offset, with the abbreviations right before it (т. е); null if there is none."""
    limit = max(0, end - _BACK)
    at = end
    while at > limit and text[at - 1].isalpha():
        at -= 1
    if at < end and (at == limit or (text[at - 1] != "." and text[at - 2 : at - 1] != "." and text[at - 1].isspace())):
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
