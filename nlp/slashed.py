"""Fractions written with a slash: 3/5 of the crew, or a text that is nothing else; elsewhere it may be a date."""

from collections.abc import Sequence
from decimal import Decimal

from nlp.anchors import Token
from nlp.numeral import ONE, Numeral, Page

_SIGNS = "-−–+ "
_ROOM = 4


def slashed_fraction(page: Page, i: int) -> Numeral | None:
    """The fraction whose first number, or the whole number before it, is token `i`."""
    tokens = page.tokens[i : i + 3]
    if _is_fraction(page, tokens[:2]):
        part, whole = tokens[:2]
        value = part.value / whole.value
        if _is_all(page, part, whole) or (value < 1 and page.lexicon.of.after(page.folded, whole.end) is not None):
            return _numeral(part, whole, value * ONE, 2, is_share=value < 1)
    elif len(tokens) == 3 and _is_fraction(page, tokens[1:]):
        one, part, whole = tokens
        is_mixed = one.role == "digits" and one.ulp == 1 and page.folded[one.end : part.start].strip() == ""
        if is_mixed and _is_all(page, one, whole):
            return _numeral(one, whole, one.value + part.value / whole.value, 3, is_share=False)
    return None


def _is_fraction(page: Page, tokens: Sequence[Token]) -> bool:
    if len(tokens) < 2 or page.folded[tokens[0].end : tokens[1].start] != "/":
        return False
    are_whole = all(t.role == "digits" and t.ulp == 1 and not t.is_zero_led for t in tokens)
    start, end = tokens[0].start, tokens[1].end
    return are_whole and tokens[1].value > 1 and "/" not in (page.folded[start - 1 : start], page.folded[end : end + 1])


def _is_all(page: Page, first: Token, last: Token) -> bool:
    """Whether the text has nothing but these tokens, a sign and a space or two."""
    lead, rest = page.folded[: first.start] if first.start <= _ROOM else "x", page.folded[last.end : last.end + _ROOM]
    return not lead.strip(_SIGNS) and not rest.strip() and len(page.folded) - last.end < _ROOM


def _numeral(first: Token, last: Token, value: Decimal, count: int, *, is_share: bool) -> Numeral:
    return Numeral(
        first.start,
        last.end,
        value,
        value,
        n_tokens=count,
        form="digits",
        ulp=value,
        has_decimals=True,
        is_share=is_share,
        first=first,
    )
