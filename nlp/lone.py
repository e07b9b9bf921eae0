"""Numbers of one token, with no other near that may belong to them, which most numbers of news are."""

from nlp.anchors import Token
from nlp.numeral import ONE, ZERO, Numeral, Page, place
from nlp.signs import ATTACHED, TAIL, WHOLE_AHEAD

_APART = 24
"""Characters beyond which the next token is no part of a number or a share of it, whatever stands between."""


def lone_numeral(page: Page, i: int) -> Numeral | None:
    """The number that token `i` is by itself; None if another number or the rest of this one may follow."""
    token = page.tokens[i]
    if token.role not in ("digits", "small"):
        return None
    if i + 1 < len(page.tokens) and _may_go_on(page, i, token, page.tokens[i + 1]):
        return None
    if page.behind(token.end) & (ATTACHED | TAIL) or page.folded.startswith("  ", token.end):
        return None
    is_digits, is_additive = token.role == "digits", page.lexicon.is_additive
    value = ZERO + (token.value or ZERO if is_additive else token.value)
    is_sum = is_additive and not is_digits
    is_round = is_sum and page.folded[token.start : token.end] in page.lexicon.round
    ulp = token.ulp if is_digits else min(ONE, place(value)) if is_sum else ONE
    return Numeral(
        token.start, token.end, value, value, 1, "digits" if is_digits else "words", ONE, ulp, is_sum,
        ulp < ONE, comparator="about" if is_round else None, first=token,
    )  # fmt: skip


def _may_go_on(page: Page, i: int, token: Token, following: Token) -> bool:
    """Whether the next token may be of the same number, or of a share whose whole comes first."""
    if following.start - token.end > _APART:
        return False
    if page.lexicon.whole_links or page.before(token.start) & WHOLE_AHEAD:
        return True
    if not page.is_near(i + 1, token.end):
        return False
    return token.role != "digits" or following.role != "digits" or _may_join_digits(page, token.end, following.start)


def _may_join_digits(page: Page, end: int, start: int) -> bool:
    """Whether what stands between two numbers in digits may make them one fraction, share, or pair of neighbours."""
    link, lexicon = page.folded[end:start].strip(), page.lexicon
    if link in ("", "/") or link in lexicon.numbers.pair_joints:
        return True
    return link in lexicon.one_in.entries or link in lexicon.one_in_alone.entries
