"""Shares whose whole comes first: of every five (clerks), one; of ten houses, seven."""

from dataclasses import replace
from decimal import Decimal

from nlp.anchors import Token
from nlp.lookup import past_suffix
from nlp.numeral import ZERO, Numeral, Page

_PART_REACH = 24
"""Characters between a whole and its part."""
_BREAKS = frozenset('.,;:!?()"\n0123456789')
_USUAL = (*range(2, 11), 20, 100, 1000)
"""Wholes of a share that nothing opens; of 340 villages, 12 are just so many."""


def whole_first(page: Page, i: int) -> Numeral | None:
    """Of every five (clerks), one: the whole behind its opening words, then its part, two words at most between."""
    table = page.lexicon.one_in_before
    one, two = page.tokens[i], page.tokens[i + 1]
    lead = table.before(page.folded, one.start) if table.entries else None
    if lead is None or two.role not in ("small", "digits") or not ZERO < two.value < one.value or two.ulp < 1:
        return None
    between = page.folded[one.end : two.start]
    if len(between) > _PART_REACH or between.count(" ") > 3 or not between.replace(" ", "x").isalpha():
        return None
    return replace(share_of(one, two.end, two.value / one.value, 2), start=lead.start)


def part_of_whole(page: Page, i: int) -> Numeral | None:
    """A whole, perhaps its noun, an ending or word for "of", its part; without words that open it, of usual wholes."""
    numbers, text = page.lexicon.numbers, page.folded
    whole, part = page.tokens[i], page.tokens[i + 1]
    between = text[whole.end : part.start]
    if not between.rstrip().endswith(tuple(numbers.whole_ends)) or not _is_plain(between):
        return None
    if part.role not in ("small", "digits") or not ZERO < part.value < whole.value or part.ulp < 1 or whole.ulp < 1:
        return None
    table = page.lexicon.one_in_before
    lead = table.before(text, whole.start) if table.entries else None
    is_told = _ends_part(page, part) if numbers.part_ends else between.strip() in numbers.whole_ends
    is_usual = int(whole.value) in _USUAL and is_told
    if lead is None and not is_usual:
        return None
    share = share_of(whole, part.end, part.value / whole.value, 2)
    return replace(share, start=lead.start) if lead is not None else share


def _is_plain(between: str) -> bool:
    return (
        len(between) <= _PART_REACH and between.count(" ") <= 4 and _BREAKS.isdisjoint(between) and between[-1:] == " "
    )


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
