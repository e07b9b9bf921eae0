"""Two neighbouring numbers in one expression, where magnitudes grow by thousands: five six (hundred)."""

from collections.abc import Sequence
from dataclasses import replace

from nlp.anchors import Token
from nlp.numeral import ONE, TEN, Numeral, Page, gap, place

_HUNDRED = 100


def settled(tokens: Sequence[Token], folded: str) -> list[Token]:
    """The tokens with a pair right behind a hundred as what it is there: tens and ones, seven hundred eight(y) nine."""
    out: list[Token] = []
    for token in tokens:
        last = out[-1] if out else None
        is_rest = last is not None and last.role == "scale" and last.value == _HUNDRED
        if token.role == "pair" and last is not None and is_rest and gap(folded, last.end, token.start) == " ":
            token = replace(token, role="small", value=token.value * TEN + token.value + ONE)
        out.append(token)
    return out


def pair_numeral(page: Page, i: int) -> Numeral:
    """From the one number to the next one, times the magnitudes behind them."""
    token = page.tokens[i]
    count, factor, end = 1, ONE, token.end
    while i + count < len(page.tokens):
        following = page.tokens[i + count]
        if following.role != "scale" or gap(page.folded, end, following.start) != " ":
            break
        factor, end, count = factor * following.value, following.end, count + 1
    low, high = token.value * factor, (token.value + ONE) * factor
    return Numeral(
        start=token.start,
        end=end,
        low=low,
        high=high,
        n_tokens=count,
        form="words",
        factor=factor,
        ulp=place(low),
        has_magnitude=count > 1,
        first=token,
    )
