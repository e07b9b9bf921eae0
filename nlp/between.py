"""Words that stand for an amount between two numbers: a dozen or so to nineteen, some tens, some hundreds."""

from decimal import Decimal

from nlp.numeral import ONE, Numeral, Page, gap

_SCALES = ("scale", "plural", "abbreviation")


def between_numeral(page: Page, i: int) -> Numeral | None:
    """The interval that the word at token `i` names, times the magnitudes behind it; None for any other word."""
    token = page.tokens[i]
    if token.role != "between" or token.high is None:
        return None
    count, factor, end = 1, ONE, token.end
    while i + count < len(page.tokens):
        following = page.tokens[i + count]
        if following.role not in _SCALES or gap(page.folded, end, following.start) not in (" ", "-"):
            break
        factor, end, count = factor * following.value, following.end, count + 1
        end += following.role == "abbreviation" and page.folded[end : end + 1] == "."
    return Numeral(
        start=token.start,
        end=end,
        low=token.value * factor,
        high=token.high * factor,
        n_tokens=count,
        form="adjective" if token.is_stem else "words",
        factor=factor,
        ulp=_half_width(token.value, token.high) * factor,
        has_magnitude=True,
        is_vague=True,
        first=token,
    )


def _half_width(low: Decimal, high: Decimal) -> Decimal:
    return (high - low) / 2
