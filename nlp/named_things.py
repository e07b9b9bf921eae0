"""Numbers that end the name of a thing: Falcon 9, Lumen 3.5."""

import re

from nlp.cased import cased_at
from nlp.layers import Counted
from nlp.lookup import is_hangul, is_katakana
from nlp.numeral import Numeral, Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity
from nlp.signs import CLOSING, LIMIT

_LAST_LETTER = "\u3000"
"""No letter up to here is katakana or Hangul."""
_LONGEST = 30
_QUOTED = ("» ", "“ ", "” ")
"""The end of a name in quotation marks, before a space."""
_OPENING, _CLOSING_MARKS = tuple('«„“"'), tuple('»“”"')
_LAST_WORD = re.compile(r"(?:[^\W_\u2e80-\u9fff]|[-'’&])+\Z")


def _is_passed(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether a limit stands behind the number that needs an ending at it: the Storm Toll 800's Above."""
    hit = cased_at(page.folded, q.end, phrases.limits.cased, page.lexicon.writing.suffixes, is_trend=False)
    return hit is not None


def is_named_thing(page: Page, q: Quantity, phrases: Phrases, counted: Counted | None) -> bool:
    """A plain number behind a name in capitals: Falcon 9, Lumen 3.5."""
    n: Numeral = q.numeral
    if q.has_sign or n.has_magnitude or q.is_range or (n.first and n.first.is_grouped) or n.low >= 10000:
        return False
    if page.folded[q.start - 1 : q.start] > _LAST_LETTER and _is_glued_to_name(page, q, phrases, counted):
        return True
    is_quoted = page.text.endswith(_QUOTED, 0, q.start)
    if not is_quoted and _follows_small_letters(page.text, q.start):
        return False
    if page.before(q.start) & LIMIT or (page.behind(q.end) & CLOSING and _is_passed(page, q, phrases)):
        return False
    is_decimal = n.has_decimals and page.lexicon.numbers.decimal == "," and "," in page.text[n.start : n.end]
    is_counted = is_decimal or (counted is not None and _is_surely_counted(page, counted, phrases))
    if is_quoted and not is_counted:
        return True
    word, start = word_before(page.text, q.start)
    if len(word) < 2 or not (word[0].isupper() or _has_capitals_inside(word)) or is_counted:
        return False
    if page.text[start - 1 : start] in _OPENING and page.text[q.end : q.end + 1] in _CLOSING_MARKS:
        return True
    if phrases.language.about.script == "Latn" or not word.isascii():
        is_address = phrases.traps.before.before(page.folded, start) is not None
        return is_address or is_inside_sentence(page.text, start) or _has_capitals_inside(word)
    return True


def _is_glued_to_name(page: Page, q: Quantity, phrases: Phrases, counted: Counted | None) -> bool:
    """Behind a name in an alphabet that sets no capitals, nothing that could be counted behind the number."""
    text, start = page.folded, q.start
    if not start or not (is_katakana(text[start - 1]) or is_hangul(text[start - 1])):
        return False
    if (counted is not None and counted.concept) or phrases.classifiers.after(text, q.end):
        return False
    return not any(
        table.before(text, start)
        for table in (phrases.limits.before, phrases.limits.transparent, phrases.limits.emphasis_before)
    )


def _is_surely_counted(page: Page, counted: Counted, phrases: Phrases) -> bool:
    """Whether the noun behind the number is one that is counted, so that no name ends with the number."""
    endings = phrases.traps.named_endings
    if endings and not page.folded.endswith(endings, 0, counted.end):
        return True
    return phrases.traps.capital_nouns or counted.concept is not None or _is_plural(page, counted)


def _is_plural(page: Page, counted: Counted) -> bool:
    """Whether the head differs from its base form, as it does behind a number."""
    return not page.folded[counted.start : counted.end].endswith(counted.lemma)


def word_before(text: str, end: int) -> tuple[str, int]:
    """The word before this place and one space, and where it begins; empty if none stands there."""
    if not end or text[end - 1] not in " \u00a0":
        return "", end
    match = _LAST_WORD.search(text, max(0, end - 1 - _LONGEST), end - 1)
    return (match.group(), match.start()) if match is not None else ("", end - 1)


def _follows_small_letters(text: str, end: int) -> bool:
    """Whether the word before this place and one space has no capital, which most words before a number have not."""
    return end > 0 and text[max(0, end - 1 - _LONGEST) : end - 1].rpartition(" ")[2].islower()


def _has_capitals_inside(word: str) -> bool:
    return any(c.isupper() for c in word[1:])


def is_inside_sentence(text: str, start: int) -> bool:
    """Whether a word stands in the same sentence right before this place."""
    before = text[max(0, start - 2) : start]
    return bool(before) and before[-1] in " \u00a0(" and before[0] not in ".!?\n:" if len(before) > 1 else False
