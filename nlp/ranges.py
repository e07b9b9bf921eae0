"""Two quantities that belong together: a range is one quantity, a movement from one to the other stays two."""

import re

from nlp.lookup import Hit, holds_word
from nlp.numeral import ONE, TEN, Numeral, Page, gap
from nlp.phrases import Pair, Phrases
from nlp.quantities import read_quantity
from nlp.quantity import Quantity
from nlp.replacing import replace
from nlp.signs import CLASSIFIER, LEAD, MIDDLE

_CLAUSE = 60
_NEAR = 5
_ENUMERATED = re.compile(r"\w, ?$")
"""The end of another part of a list."""
_APART = 48
"""Characters between the two numbers of a range: a noun, a classifier and the word between them."""
SAME_ORDER = 10
"""A fall from 12 to 8 million shares its magnitude, a rise from 900 to 2 million does not."""


def read_range(page: Page, first: Quantity, phrases: Phrases) -> tuple[Quantity, ...]:
    """The quantity itself, the range it opens, or the two ends of a movement."""
    if not _may_open(page, first):
        return (first,)
    if first.noun is None and not page.behind(first.end) & (MIDDLE | CLASSIFIER):
        return (first,)
    ends = [end for end in _ends(page, first, phrases) if page.behind(end) & MIDDLE]
    may_lead = page.before(first.start) & LEAD
    for pair, is_change in phrases.pairs if ends else ():
        lead = pair.lead.before(page.folded, first.start) if may_lead else None
        if lead is None and pair.lead.entries:
            continue
        second = _second(page, first, pair, ends, phrases)
        close = _close(page, second, pair, phrases) if second is not None else None
        if second is None or (pair.close.entries and close is None):
            continue
        if is_change:
            if phrases.change_words and not _is_movement(page, lead.start if lead else first.start, phrases):
                continue
            return _movement(first, second)
        joined = _join(first, second, lead, page) if _may_join(page, pair, first, second) else None
        if joined is not None:
            return (replace(joined, close=close.end) if close else joined,)
    return (first,)


def _may_open(page: Page, q: Quantity) -> bool:
    n = q.numeral
    if not n.is_point or n.is_share or n.is_multiple or q.next >= len(page.tokens):
        return False
    return page.tokens[q.next].start - q.end <= _APART


def _close(page: Page, q: Quantity, pair: Pair, phrases: Phrases) -> Hit[bool] | None:
    """What the pair needs behind the second quantity."""
    hits = (pair.close.after(page.folded, end) for end in _ends(page, q, phrases))
    return next((hit for hit in hits if hit is not None), None) if pair.close.entries else None


def _ends(page: Page, q: Quantity, phrases: Phrases) -> tuple[int, ...]:
    """Where the quantity ends: its span, its measure noun, its classifier."""
    may_count = q.kind == "count" and page.behind(q.end) & CLASSIFIER
    classifier = phrases.classifiers.after(page.folded, q.end) if may_count else None
    behind = [hit.end for hit in (q.noun, classifier) if hit is not None]
    return tuple(dict.fromkeys((q.end, *behind)))


def _second(page: Page, first: Quantity, pair: Pair, ends: list[int], phrases: Phrases) -> Quantity | None:
    """The quantity right behind the middle word, which stands behind one of the ends of the first."""
    for at in ends:
        middle = (
            pair.middle.after(page.folded, at) if page.folded[at : at + 1] != "-" else pair.middle.at(page.folded, at)
        )
        if middle is None or not _is_tight(page, at, middle, phrases):
            continue
        second = read_quantity(page, first.next, phrases)
        if second is None or not second.numeral.is_point or second.kind == "share":
            continue
        if page.folded[second.start : second.end] in phrases.lexicon.both:
            continue
        if second.start - middle.end <= 1 and not (gap(page.folded, middle.end, second.start) or "").strip():
            return second
    return None


def _is_tight(page: Page, at: int, middle: Hit[bool], phrases: Phrases) -> bool:
    """A hyphen or a long dash joins numbers only where no spaces stand around it."""
    sign = page.folded[middle.start : middle.end]
    if sign not in ("-", "—", "−"):
        return True
    return middle.start == at and page.folded[middle.end : middle.end + 1] != " "


def _is_movement(page: Page, start: int, phrases: Phrases) -> bool:
    clause = page.folded[max(0, start - _CLAUSE) : start]
    for stop in (". ", ";", "!", "?", "\n"):
        clause = clause[clause.rfind(stop) + 1 :]
    return holds_word(clause, phrases.change_words, page.lexicon.writing.proclitics)


def _may_join(page: Page, pair: Pair, first: Quantity, second: Quantity) -> bool:
    """Whether numbers side by side are near enough to be one range: two three, ten fifteen."""
    if pair.in_time:
        return _are_near_in_time(page, first, second)
    if not pair.neighbours:
        return True
    one, two = first.numeral, second.numeral
    are_words = one.form == two.form == "words" and first.kind == "count" and one.factor == 1
    return are_words and ONE < one.low < two.low / two.factor <= one.low + _NEAR


def _are_near_in_time(page: Page, first: Quantity, second: Quantity) -> bool:
    """Whether two numbers before a unit of time say about how much: two, three days; 10, 15 minutes; but no list."""
    one, two = first.numeral, second.numeral
    if (first.kind, second.kind) != ("count", "duration") or one.form != two.form or one.n_tokens + two.n_tokens > 2:
        return False
    if _ENUMERATED.search(page.folded, max(0, first.start - _NEAR), first.start) is not None:
        return False
    are_fives = not one.low % _NEAR and not two.low % _NEAR and two.low <= 2 * one.low
    return one.low < two.low and (are_fives or (ONE < one.low < TEN and two.low == one.low + ONE))


def _movement(first: Quantity, second: Quantity) -> tuple[Quantity, ...]:
    if first.kind == "count":
        first = _scaled(first, second.numeral, times_larger=SAME_ORDER)
    if first.unit is None and second.kind in ("percent", "money") and first.kind == "count":
        first = replace(first, kind=second.kind, unit=second.unit)
    return (replace(first, trend="from"), replace(second, trend="to"))


def _scaled(first: Quantity, last: Numeral, *, times_larger: int = 1) -> Quantity:
    """The first number with the magnitude of the second, where that one was written for both.

    It was, if the first is the smaller as written, or less than `times_larger` the second: from 12 to 8 million.
    """
    n = first.numeral
    if n.factor != 1 or last.factor < 1000 or n.low >= times_larger * last.low / last.factor or n.high is None:
        return first
    times = last.factor
    return replace(first, numeral=replace(n, low=n.low * times, high=n.high * times, ulp=n.ulp * times, factor=times))


def _join(first: Quantity, second: Quantity, lead: Hit[bool] | None, page: Page) -> Quantity | None:
    kinds = {first.kind, second.kind} - {"count"}
    if len(kinds) > 1 or (first.unit and second.unit and first.unit != second.unit):
        return None
    if first.kind == "percent" and second.kind == "count" and second.numeral.factor > 1:
        return None
    if lead is None and (first.numeral.is_share or (first.noun is not None and not second.has_sign)):
        return None
    if lead is None and first.kind == "percent" and first.end > first.numeral.end and not second.has_sign:
        return None
    one, two = _scaled(first, second.numeral).numeral, second.numeral
    if one.low >= two.low or (one.low < 0 <= two.low and lead is None):
        return None
    if lead is None and ((one.first and one.first.is_zero_led) or (two.first and two.first.is_zero_led)):
        return None
    numeral = replace(
        two,
        start=one.start,
        low=one.low,
        high=two.high,
        ulp=max(one.ulp, two.ulp),
        comparator=one.comparator or two.comparator,
    )
    richer = second if second.has_sign else first
    return replace(
        richer,
        numeral=numeral,
        start=first.start,
        end=max(second.end, first.end),
        next=second.next,
        noun=second.noun or (None if second.has_sign else first.noun),
        lead=lead.start if lead else None,
        is_range=True,
    )
