"""A number with its sign: percent, money, measure, multiple, share; and two numbers that make one range."""

from collections.abc import Callable
from functools import lru_cache, reduce
from operator import or_

from corpus.tables import FigureKind
from nlp.amounts import read_money
from nlp.divided import divided
from nlp.lookup import Hit
from nlp.numeral import Page, gap
from nlp.numerals import read_numeral
from nlp.phrases import Phrases
from nlp.points import points_beside
from nlp.prices import read_price
from nlp.quantity import Quantity
from nlp.ratios import read_ratio
from nlp.replacing import replace
from nlp.signs import (
    ATTACHED,
    CLASSIFIER,
    FOLLOWED,
    MONEY,
    MONEY_AHEAD,
    OF,
    PART,
    PERCENT,
    PERCENT_AHEAD,
    PRICE,
    TENTHS,
    TIMES,
    TIMES_AHEAD,
    UNIT,
    WHOLE,
)
from nlp.tenths import read_discount, read_tenths
from nlp.threefold import is_told_behind, times_of_multiple
from nlp.units import half_unit, read_unit

_LARGEST_WHOLE = 10**8
"""The most parts that a fraction in words is told in: so many of a wan wan."""


def read_quantity(page: Page, i: int, phrases: Phrases) -> Quantity | None:
    """The quantity whose number begins at token `i`, read once; None if no number does."""
    if i not in page.quantities:
        page.quantities[i] = _read(page, i, phrases)
    found: Quantity | None = page.quantities[i]
    return found


def _read(page: Page, i: int, phrases: Phrases) -> Quantity | None:
    numeral = read_numeral(page, i)
    if numeral is None:
        return None
    ratio = read_ratio(page, i, phrases)
    if ratio is not None:
        return ratio
    kind: FigureKind = "share" if numeral.is_share else "multiple" if numeral.is_multiple else "count"
    plain = Quantity(numeral, numeral.start, numeral.end, kind, i + numeral.n_tokens)
    if numeral.is_share:
        return half_unit(page, plain, phrases) or _percent_of_one(page, plain, phrases) or plain
    if numeral.is_multiple:
        return None if is_told_behind(page, i, phrases) else plain
    if numeral.first is not None and numeral.first.unit is not None:
        return _held(page, plain, numeral.first.unit, phrases)
    signs = page.behind(plain.end) | page.before(plain.start) | (FOLLOWED if page.is_near(plain.next, plain.end) else 0)
    for read in _readers_by(signs & _ASKED):
        found = read(page, plain, phrases)
        if found is not None and not found.has_sign and found.kind == "count":
            found = read_unit(page, found, phrases) or found
        if found is not None:
            return _past(page, found, max(found.end, found.noun.end if found.noun else 0))
    return _past(page, plain, plain.end)


def _past(page: Page, q: Quantity, end: int) -> Quantity:
    """The quantity with all tokens that begin before `end` behind it."""
    if q.next >= len(page.tokens) or page.tokens[q.next].start >= end:
        return q
    return replace(q, next=page.skip(q.next, end))


def _held(page: Page, q: Quantity, unit: str, phrases: Phrases) -> Quantity:
    """The quantity of a word that holds its unit: years, points of percentage, money, measures, or a plain noun."""
    kind: FigureKind = phrases.kind_of_unit.get(unit, "money" if unit.isupper() else "count")
    noun = Hit(q.start, q.end, page.folded[q.start : q.end]) if kind == "count" else None
    next_token = page.skip(q.next, q.end)
    return replace(q, kind=kind, unit=None if noun else unit, noun=noun, next=next_token, has_sign=noun is None)


def _part_of(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """The whole first, then its part: hundred-parts-of fifteen, three-parts-of one."""
    over = phrases.lexicon.over.at(page.folded, q.end) or _over_at_end(page, q, phrases)
    if over is None or q.next >= len(page.tokens) or page.tokens[q.next].start - over.end > 1:
        return None
    part = read_numeral(page, q.next)
    if part is None or part.is_share:
        return None
    after = q.next + part.n_tokens
    first = q.numeral.first
    if page.folded[first.start if first else q.start : over.end] in phrases.percent_before.entries:
        if q.numeral.low < 0 and part.is_point:
            part = replace(part, low=-part.low, high=-part.low)
        return replace(
            q, numeral=replace(part, start=q.start), end=part.end, kind="percent", unit="%", next=after, has_sign=True
        )
    if not q.numeral.low or part.high is None or q.numeral.low > _LARGEST_WHOLE:
        return None
    low, high = part.low / q.numeral.low, part.high / q.numeral.low
    numeral = replace(part, start=q.start, low=low, high=high, is_share=True, ulp=low)
    return replace(q, numeral=numeral, end=part.end, kind="share", next=after)


def _over_at_end(page: Page, q: Quantity, phrases: Phrases) -> Hit[bool] | None:
    """A classifier between whole and part, where nothing is counted behind the part: two portions one."""
    hit = phrases.lexicon.over_at_end.at(page.folded, q.end) if q.numeral.is_point else None
    part = read_numeral(page, q.next) if hit is not None and q.next < len(page.tokens) else None
    if hit is None or part is None or part.start != hit.end or page.folded[part.end : part.end + 1].isalpha():
        return None
    return hit


def _with_fraction(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """A whole number with its fraction behind a link: twenty and three fifths; three and, five parts of one."""
    n, links = q.numeral, page.lexicon.fraction_links
    if not links or q.next >= len(page.tokens) or not n.is_point or n.has_decimals or n.is_share:
        return None
    if gap(page.folded, q.end, page.tokens[q.next].start) not in links:
        return None
    part = read_numeral(page, q.next)
    if part is not None and part.is_share:
        fraction: Quantity | None = Quantity(part, part.start, part.end, "share", q.next + part.n_tokens)
    else:
        fraction = read_quantity(page, q.next, phrases) if part is not None else None
    if (
        fraction is None
        or fraction.kind != "share"
        or not fraction.numeral.is_point
        or not 0 < fraction.numeral.low < 1
    ):
        return None
    value = n.low + fraction.numeral.low
    n = replace(n, low=value, high=value, end=fraction.end, ulp=fraction.numeral.ulp, has_decimals=True)
    whole = replace(q, numeral=n, end=fraction.end, next=fraction.next)
    signed = _percent(page, whole, phrases) or read_money(page, whole, phrases)
    return signed or read_unit(page, whole, phrases) or whole


def _percent_sign_before(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    hit = phrases.percent_before.before(page.folded, q.start) if phrases.percent_before.entries else None
    if hit is None or hit.end < q.start - 1:
        return None
    minus = page.lexicon.negative.before(page.folded, hit.start) if page.lexicon.negative.entries else None
    n, start = q.numeral, hit.start
    if minus is not None and n.is_point and n.low > 0:
        n, start = replace(n, low=-n.low, high=-n.low), minus.start
    return replace(q, numeral=n, start=start, kind="percent", unit="%", has_sign=True)


def _percent(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    points = phrases.points.after(page.folded, q.end) or points_beside(page, q.end, phrases)
    percent = phrases.percent.after(page.folded, q.end)
    hit = points if points and (not percent or points.end >= percent.end) else percent
    if hit is None:
        return None
    return q.signed("percent", "pp" if hit is points else "%", end=hit.end)


def _percent_of_one(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """A part of one percent or point: a quarter percent."""
    if page.folded[q.end : q.end + 1] != " ":
        return None
    article = page.lexicon.articles.after(page.folded, q.end)
    part = replace(q, numeral=replace(q.numeral, is_share=False), end=article.end if article else q.end)
    return _percent(page, part, phrases)


def _times(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    hit = phrases.times_after.after(page.folded, q.end) or times_of_multiple(page, q, phrases)
    if hit is None:
        lead = phrases.times_lead.before(page.folded, q.start) if phrases.times_lead.entries else None
        return replace(q, kind="multiple", has_sign=True) if lead is not None else None
    if phrases.times_before.entries and phrases.times_before.before(page.folded, q.start) is None:
        return None
    more = phrases.lexicon.numbers.composition == "myriad" and _is_told_as_growth(page, q.start, phrases)
    n = q.numeral
    if more and n.high is not None:
        n = replace(n, low=n.low + 1, high=n.high + 1)
    return replace(
        q,
        numeral=n,
        end=hit.end if more else q.end,
        kind="multiple",
        noun=Hit(hit.start, hit.end, "times"),
        has_sign=True,
    )


def _is_told_as_growth(page: Page, start: int, phrases: Phrases) -> bool:
    """Whether a word for growth stands before the multiple, with a comparator between or without."""
    limit = phrases.limits.before.before(page.folded, start)
    starts = (start,) if limit is None else (start, limit.start)
    return any(phrases.times_more.before(page.folded, at) is not None for at in starts)


Reader = Callable[[Page, Quantity, Phrases], Quantity | None]

_READERS: tuple[tuple[int, Reader], ...] = (
    (PART, divided),
    (FOLLOWED, _with_fraction),
    (WHOLE, _part_of),
    (PERCENT_AHEAD, _percent_sign_before),
    (PERCENT, _percent),
    (TENTHS, read_tenths),
    (TENTHS, read_discount),
    (PRICE, read_price),
    (MONEY | MONEY_AHEAD | ATTACHED | OF, read_money),
    (TIMES | TIMES_AHEAD, _times),
    (UNIT | CLASSIFIER | OF, read_unit),
)
"""The readers in order, each with the signs without any of which it finds nothing."""
_ASKED = reduce(or_, (needed for needed, _ in _READERS))


@lru_cache(maxsize=4096)
def _readers_by(signs: int) -> tuple[Reader, ...]:
    """The readers that may find something beside these signs, in order."""
    return tuple(read for needed, read in _READERS if needed & signs)
