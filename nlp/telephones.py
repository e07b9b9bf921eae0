"""Telephone numbers: by how they are written, and by the words for calling around them."""

import re

from nlp.lookup import holds_word
from nlp.numeral import Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity

_ZERO_LED = re.compile(r"(?<![\d.,])\d{2,4}(?: \d{2,4})* 0\d{3}(?!\d)", re.ASCII)
"""A group led by a zero ends them, as where the text runs from right to left."""
_GROUPS = re.compile(r"(?<![\d.,])\d{2,4}(?: \d{2,4}){3,8}(?!\d)", re.ASCII)
_AREA_CODE = re.compile(r"\) ?\d{3,5}[- .]\d{3,4}(?!\d)", re.ASCII)
_OPENED = re.compile(r"(?<!\d)0\d+\)?(?:[ -]\d{2,})* $", re.ASCII)
_GROUP_BEHIND = re.compile(r" \d{2,4}(?!\d)", re.ASCII)
_GROUPS_BEFORE = re.compile(r"(?:(?<!\d)\d{2,4} ){1,4}$", re.ASCII)
_SENTENCE = re.compile(r"[.!?;\n](?=\s|$)")
_BEFORE_APART = "0123456789) "
_BESIDE_GROUP = re.compile(r"(?<=\d)|(?<=\d )|\d+ \d", re.ASCII)
_BACK, _AHEAD, _LONGEST = 72, 48, 24


def is_telephone(text: str, start: int, end: int) -> bool:
    """Whether the digits between two places are written as part of a telephone number."""
    is_apart = text[start - 1 : start] in (" ", "\n") and text[start - 2] in _BEFORE_APART
    if is_apart and _OPENED.search(text[max(0, start - 16) : start]):
        return True
    return _is_in_groups(text, start) or (text[start - 1 : start] == "(" and _AREA_CODE.match(text, end) is not None)


def _is_in_groups(text: str, at: int) -> bool:
    """Whether the place is inside groups of digits that end with a zero, or four or more that are not all thousands."""
    if _BESIDE_GROUP.match(text, at) is None:
        return False
    around = max(0, at - _LONGEST), at + _LONGEST
    if any(match.start() <= at < match.end() for match in _ZERO_LED.finditer(text, *around)):
        return True
    for match in _GROUPS.finditer(text, *around):
        if match.start() <= at < match.end():
            return any(len(group) != 3 for group in match.group().split(" ")[1:])
    return False


def is_called(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether a word for calling stands in the clause of a bare number, and right before it what leads to one.

    Call the wardens free (on) 101. A number in groups needs nothing right before it.
    """
    words, links = phrases.traps.call_words, phrases.traps.call_links
    n = q.numeral
    if not words or q.has_sign or n.has_magnitude or n.has_decimals or n.low < 100:
        return False
    text, start = page.folded, n.start
    groups = _GROUPS_BEFORE.search(text, max(0, start - 20), start) if text[start - 2 : start - 1].isdigit() else None
    start = groups.start() if groups is not None else start
    before = _SENTENCE.split(text[max(0, start - _BACK) : start])[-1]
    behind = _SENTENCE.split(text[n.end : n.end + _AHEAD])[0]
    is_beside = groups is not None or _GROUP_BEHIND.match(text, n.end) is not None
    if is_beside or links.before(text, start) is not None:
        return _is_said(before, page, words) or _is_said(behind, page, words)
    if " " not in text[n.start : n.end]:
        return _is_said(text[max(0, start - _LONGEST) : start].rstrip(" :").rsplit(" ", 1)[-1], page, words)
    return _is_said(before, page, words)


def _is_said(clause: str, page: Page, words: frozenset[str]) -> bool:
    """Whether one of the words for calling stands in the clause."""
    if not page.lexicon.is_spaced:
        return any(word in clause for word in words)
    return holds_word(clause, words, page.lexicon.writing.proclitics)
