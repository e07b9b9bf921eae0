"""Digits and one magnitude, with nothing near that goes on: 16 million, which most large numbers of news are."""

from nlp.anchors import Token
from nlp.numeral import ONE, ZERO, Numeral, Page, gap, place
from nlp.signs import ATTACHED, TAIL

_MAGNITUDES = frozenset(("scale", "plural", "abbreviation"))
_LEAST = 1000


def scaled_numeral(page: Page, i: int) -> Numeral | None:
    """The number that tokens `i` and the next are; None if they are none, or if more may belong to it.

    What it gives, adding and multiplying (`nlp.adding`) gives as well.
    """
    tokens = page.tokens
    if i + 1 >= len(tokens) or tokens[i].role != "digits" or tokens[i + 1].role not in _MAGNITUDES:
        return None
    digits, scale = tokens[i], tokens[i + 1]
    if page.folded[digits.end : scale.start] != " " or " " not in page.lexicon.numbers.joiners:
        return None
    if scale.value < _LEAST or digits.unit is not None or scale.unit is not None:
        return None
    end = scale.end + (scale.role == "abbreviation" and page.folded[scale.end : scale.end + 1] == ".")
    if page.behind(digits.end) & (ATTACHED | TAIL) or page.behind(end) & TAIL:
        return None
    return None if page.is_near(i + 2, end) and _may_go_on(page, i, end) else _product(digits, scale, end)


def _may_go_on(page: Page, i: int, end: int) -> bool:
    """Whether the next token may be of the same number: digits are so only behind what stands inside numbers."""
    following, numbers = page.tokens[i + 2], page.lexicon.numbers
    between = gap(page.folded, end, following.start)
    if following.role != "digits" or between is None:
        return following.role != "digits"
    return between in numbers.joiners or between.strip() in numbers.links


def _product(digits: Token, scale: Token, end: int) -> Numeral:
    value = ZERO + digits.value * scale.value
    ulp = min(digits.ulp, place(digits.value))
    return Numeral(
        digits.start,
        end,
        value,
        value,
        n_tokens=2,
        form="digits",
        factor=scale.value,
        ulp=ulp * scale.value,
        has_magnitude=True,
        has_decimals=ulp < ONE,
        first=digits,
    )
