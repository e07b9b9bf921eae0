"""Shares whose whole comes first: of every five (clerks), one; of ten houses, seven."""

from dataclasses import replace
from decimal import Decimal

from nlp.anchors import Token
from nlp.lookup import past_suffix
from nlp.numeral import ZERO, Numeral, Page

_PART_REACH = 24
"""Characters between a whole and its part."""
_BREAKS = frozenset('.,;:!?()"\n0123456789')
_LARGEST = 1000
"""The largest whole of a share that is told like one in ten."""
_USUAL = (*range(2, 11), 20, 100, 1000)
"""Wholes of a share that nothing opens; of 340 villages, 12 are just so many."""


def whole_first(page: Page, i: int) -> Numeral | None:
    """Of every five (clerks), one: the whole behind its opening words, then its part, three words at most between."""
    table = page.lexicon.one_in_before
    one, two = page.tokens[i], page.tokens[i + 1]
    lead = table.before(page.folded, one.start) if page.lexicon.is_spaced else None
    if lead is None or two.role not in ("small", "digits") or not ZERO < two.value < one.value or two.ulp < 1:
        return None
    between = page.folded[one.end : two.start]
    if len(between) > _PART_REACH or between.count(" ") > 4 or not between.replace(" ", "x").isalpha():
        return None
    return replace(share_of(one, two.end, two.value / one.value, 2), start=lead.start)


def part_of_whole(page: Page, i: int) -> Numeral | None:
    """A whole, perhaps its noun, a link or ending for "of", its part: of ten, one; of ten houses, seven of them."""
    links, numbers = page.lexicon.whole_links, page.lexicon.numbers
    whole, part = page.tokens[i], page.tokens[i + 1]
    if not links or part.start - whole.end > _PART_REACH:
        return None
    between = page.folded[whole.end : part.start]
    if not between.rstrip().endswith(links) or part.role not in ("small", "digits", "scale"):
        return None
    if not ZERO < part.value < whole.value or part.ulp < 1 or whole.ulp < 1:
        return None
    if not numbers.part_ends and between.strip() in links:
        is_told = whole.value <= _LARGEST
    else:
        is_told = int(whole.value) in _USUAL and bool(numbers.part_ends) and _ends_part(page, part)
        if not _is_plain(between, is_spaced=page.lexicon.is_spaced):
            return None
    lead = page.lexicon.one_in_before.before(page.folded, whole.start)
    if lead is None and not is_told:
        return None
    share = share_of(whole, part.end, part.value / whole.value, 2)
    return replace(share, start=lead.start) if lead is not None else share


def _is_plain(between: str, *, is_spaced: bool) -> bool:
    return between.count(" ") <= 4 and _BREAKS.isdisjoint(between) and (not is_spaced or between[-1:] == " ")


def _ends_part(page: Page, part: Token) -> bool:
    """Whether the digits of the part have an ending that says "of them"."""
    end = past_suffix(page.folded, part.end, page.lexicon.writing.suffixes)
    return page.folded[part.end : end] in page.lexicon.numbers.part_ends


def share_of(token: Token, end: int, value: Decimal, count: int) -> Numeral:
    """A part of a whole, as it is written between two tokens."""
    return Numeral(
        start=token.start,
        end=end,
        low=value,
        high=value,
        n_tokens=count,
        form="words",
        ulp=value,
        is_share=True,
        first=token,
    )
