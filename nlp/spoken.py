"""Decimals told behind a word for the point: two point five, three comma one four."""

from dataclasses import dataclass
from decimal import Decimal

from nlp.anchors import Token
from nlp.numeral import TEN, Page

_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Decimals:
    """The part behind the point, one unit of its last digit, where it ends, and the index of the next token."""

    value: Decimal
    ulp: Decimal
    end: int
    next: int


def read_decimals(page: Page, i: int, end: int) -> Decimals | None:
    """The decimals behind the point that token `i` is, where a number ends right before it."""
    tokens, point = page.tokens, page.tokens[i]
    if page.folded[end : point.start] != " ":
        return None
    written, end, j = "", point.end, i + 1
    while j < len(tokens) and len(written) < _LONGEST and page.folded[end : tokens[j].start] == " ":
        digits = _digits(tokens[j], is_first=not written)
        if digits is None:
            break
        written, end, j = written + digits, tokens[j].end, j + 1
        if len(digits) > 1:
            break
    loose = page.folded[point.start : point.end] in page.lexicon.numbers.point_at_end
    if not written or (loose and page.folded[end : end + 2].strip().isalpha()):
        return None
    ulp = Decimal(1).scaleb(-len(written))
    return Decimals(Decimal(written) * ulp, ulp, end, j)


def _digits(token: Token, *, is_first: bool) -> str | None:
    if token.role == "digits" and is_first and token.ulp == 1 and not token.is_grouped:
        return str(int(token.value)).zfill(token.width)
    if token.role != "small" or token.value != int(token.value) or token.value >= 100:
        return None
    return str(int(token.value)) if token.value < TEN or is_first else None
