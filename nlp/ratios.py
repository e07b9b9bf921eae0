"""Ratios with what is counted inside them: one driver in five."""

import re

from nlp.anchors import Token
from nlp.lookup import Hit
from nlp.nouns import nouns_of
from nlp.numeral import ONE, Numeral, Page
from nlp.numerals import read_numeral
from nlp.parts import USUAL_WHOLES
from nlp.phrases import Phrases
from nlp.quantity import Quantity
from nlp.signs import RATIO_AHEAD

_NOUN = re.compile(r"(?:[^\W\d_]+[-']?)+(?: (?:[^\W\d_]+[-']?)+){0,2}")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_LONGEST, _MOST = 48, 100
_NUMBERS = ("small", "digits")


def read_ratio(page: Page, i: int, phrases: Phrases) -> Quantity | None:
    """The share that two numbers with a noun and a link between them make; None if they do not.

    Two amounts are no ratio: in "one meeting in two days" the second number counts something of its own.
    """
    lexicon = page.lexicon
    if i + 1 >= len(page.tokens):
        return None
    one, two = page.tokens[i], page.tokens[i + 1]
    if two.start - one.end > _LONGEST or not page.before(two.start) & RATIO_AHEAD:
        return None
    if one.role not in _NUMBERS or two.role not in _NUMBERS:
        return None
    link = lexicon.noun_in_ratio.before(page.folded, two.start)
    if link is None or link.start < one.end + 2 or not one.value < two.value <= _MOST or one.value < 1:
        return None
    noun = page.folded[one.end + 1 : link.start - 1]
    stop = nouns_of(phrases.language).stop
    if _NOUN.fullmatch(noun) is None or page.folded[one.end] != " " or not stop.isdisjoint(noun.split(" ")):
        return None
    last = read_numeral(page, i + 1)
    if last is None or last.n_tokens > 1 or _counts_of_its_own(page, one.end, phrases):
        return None
    if _counts_of_its_own(page, two.end, phrases) or not _is_told(page, link, two, phrases):
        return None
    value = one.value / two.value * ONE
    numeral = Numeral(one.start, two.end, value, value, n_tokens=2, form="words", ulp=value, is_share=True, first=one)
    return Quantity(numeral, one.start, two.end, "share", i + 2, noun=Hit(one.end + 1, link.start - 1, noun))


def _is_told(page: Page, link: Hit[bool], whole: Token, phrases: Phrases) -> bool:
    """Whether the link always tells a share, or nothing counted follows a whole that shares are often told of."""
    form = page.folded[link.start : link.end]
    if form in page.lexicon.one_in.entries and form not in page.lexicon.rare_wholes.entries:
        return True
    following = _NEXT_WORD.match(page.folded, whole.end)
    is_last = following is None or following[1] in nouns_of(phrases.language).stop
    return whole.value in USUAL_WHOLES and is_last


def _counts_of_its_own(page: Page, end: int, phrases: Phrases) -> bool:
    tables = (phrases.units, phrases.percent, phrases.money.after)
    return any(table.after(page.folded, end) is not None for table in tables)
