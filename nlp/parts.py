"""Parts told by two numbers of any size: one in twenty-one, a hundred billionths."""

import re
from dataclasses import replace
from decimal import Decimal

from nlp.adding import add_up
from nlp.lookup import holds_word
from nlp.numeral import ZERO, Numeral, Page, gap
from nlp.wholes import share_of

_MOST = 1000
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_CLAUSE = 48
USUAL_WHOLES = frozenset(map(Decimal, (2, 3, 4, 5, 10, 20, 50, 100, 1000)))
"""Wholes that shares are told of; one of nine leaders is no ninth."""
_GAPS = {False: (" ", "-"), True: (" ", "-", "")}
"""Between a number and its denominator, by whether number words may be glued."""


def ratio(page: Page, i: int, between: str | None) -> Numeral | None:
    """One in ten, three out of twenty-one; behind some links only where nothing counted follows."""
    one, two = page.tokens[i], page.tokens[i + 1]
    if two.role not in ("small", "digits", "scale") or between is None:
        return None
    lexicon, link = page.lexicon, between.strip()
    is_told = link in lexicon.one_in.entries
    if not is_told and link not in lexicon.one_in_alone.entries:
        return None
    if page.folded[two.start : two.end] in page.lexicon.numbers.definite_whole:
        return None
    whole, ulp, end, j = _whole(page, i + 1)
    if not ZERO < one.value < whole <= _MOST or one.value > 99 or one.ulp < 1 or ulp < 1:
        return None
    if page.folded[one.start : one.end] in lexicon.both:
        return None
    is_rare = link in lexicon.rare_wholes.entries and whole not in USUAL_WHOLES
    if (is_rare or not is_told) and goes_on_in_words(page, end):
        return None
    return share_of(one, end, one.value / whole, j - i)


def _whole(page: Page, i: int) -> tuple[Decimal, Decimal, int, int]:
    """The value of a whole, one unit of its last digit, where it ends, and the index after it."""
    token = page.tokens[i]
    if page.lexicon.numbers.composition == "additive":
        adder, j = add_up(page, i)
        if adder.count:
            return adder.value, adder.ulp, adder.end, j
    return token.value, token.ulp, token.end, i + 1


def divided_number(page: Page, i: int) -> Numeral | None:
    """A number of any size over its denominator, where no ordinal is written so; "of" may follow a share of one."""
    if not page.lexicon.numbers.any_numerator:
        return None
    adder, j = add_up(page, i)
    part = page.tokens[j] if adder.count and j < len(page.tokens) else None
    if part is None or part.role != "denominator" or adder.ulp < 1:
        return None
    is_share = adder.value < part.value and page.lexicon.of.after(page.folded, part.end) is not None
    if goes_on_in_words(page, part.end) and not is_share:
        return None
    if gap(page.folded, adder.end, part.start) not in part_gaps(page):
        return None
    value = adder.value / part.value
    return replace(share_of(page.tokens[i], part.end, value, j + 1 - i), is_share=0 < value < 1)


def part_gaps(page: Page) -> tuple[str, ...]:
    """What may stand between a number and its denominator."""
    return _GAPS[page.lexicon.numbers.glued]


def goes_on_in_words(page: Page, end: int) -> bool:
    """Whether a word follows that does not only link a further number."""
    rest = page.folded[end : end + 12].split(" ")
    return len(rest) > 1 and not rest[0] and rest[1][:1].isalpha() and rest[1] not in page.lexicon.numbers.tens_links


def is_moved_by(page: Page, start: int, end: int) -> bool:
    """Whether a word of change and one for "by" stand before this part and no noun behind: fell by (a third) to 30."""
    by = page.lexicon.by_words.before(page.folded, start) if page.lexicon.by_words.entries else None
    following = _NEXT_WORD.match(page.folded, end)
    if by is None or (following is not None and following[1] not in page.lexicon.stop):
        return False
    return holds_word(page.folded[max(0, by.start - _CLAUSE) : by.start], page.lexicon.moved, frozenset())
