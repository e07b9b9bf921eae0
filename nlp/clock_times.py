"""Numbers that tell the time of day: at 19 hours, at 18 hours 30 minutes, at 19.30, 5 p.m."""

import re

from nlp.layers import Counted
from nlp.numeral import Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity
from nlp.signs import CLOCK, CLOCK_AHEAD, HOUR_AHEAD, LIMIT

_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d", re.ASCII)
_LONGEST_CLOCK = 5
LAST_HOUR = 24


def is_clock_time(page: Page, q: Quantity, end: int, phrases: Phrases) -> bool | None:
    """Whether words around the number tell a clock time; None where neither they nor its shape say anything.

    Args:
        page: the text.
        q: the number with its unit.
        end: where the unit ends.
        phrases: what the language knows.
    """
    may_be_clock = q.kind != "duration" or q.unit == "hour"
    if may_be_clock and (page.behind(end) & CLOCK or _follows_hours(page, q.start, phrases)):
        return True
    is_plain = not q.has_sign and not q.numeral.has_magnitude
    if is_plain and q.end - q.start <= _LONGEST_CLOCK and _CLOCK.fullmatch(page.folded, q.start, q.end):
        return phrases.traps.clock_point_before.before(page.folded, q.start) is not None
    return None


def is_hour(page: Page, q: Quantity, phrases: Phrases, counted: Counted | None) -> bool:
    """A time of day told by the word before it: at 14 hours, at 14 hours 30 minutes, from 9."""
    is_early = 0 <= q.numeral.low <= LAST_HOUR
    if q.unit == "hour":
        is_written = page.lexicon.numbers.decimal == "," and _CLOCK.fullmatch(page.folded, q.start, q.numeral.end)
        return bool(is_written) or (is_early and _is_at_hour(page, q, phrases))
    if q.unit == "minute":
        return _goes_on_with_minutes(page, q, phrases)
    if counted is not None or q.has_sign or q.numeral.has_magnitude or not is_early:
        return False
    may_follow = page.before(q.start) & HOUR_AHEAD
    return bool(may_follow) and phrases.traps.clock_before_bare.before(page.folded, q.start) is not None


def _is_at_hour(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether a word for "at" stands before the hours, in a form that they have behind it."""
    if q.noun is None or q.numeral.has_decimals:
        return False
    return _opens_hour(page, q.start, q.noun.start, q.noun.end, phrases)


def _opens_hour(page: Page, start: int, unit_start: int, unit_end: int, phrases: Phrases) -> bool:
    forms = phrases.traps.clock_hours
    if forms and page.folded[unit_start:unit_end] not in forms:
        return False
    return phrases.traps.clock_before_hours.before(page.folded, start) is not None


def _goes_on_with_minutes(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether right before the minutes stand the hours of a clock time."""
    unit = phrases.units.before(page.folded, q.start)
    i = page.first_from(q.numeral.start)
    if unit is None or unit.value[1] != "hour" or not i:
        return False
    hours = page.tokens[i - 1]
    is_next = 0 <= unit.start - hours.end <= 1 and hours.role in ("digits", "small")
    return is_next and hours.value <= LAST_HOUR and _opens_hour(page, hours.start, unit.start, unit.end, phrases)


def _follows_hours(page: Page, start: int, phrases: Phrases) -> bool:
    """Whether a word for a time of day stands before, with a word for "about" between or without."""
    if not page.before(start) & (CLOCK_AHEAD | LIMIT):
        return False
    limit = phrases.limits.before.before(page.folded, start)
    starts = (start,) if limit is None or limit.value != "about" else (start, limit.start)
    return any(phrases.traps.clock_before.before(page.folded, at) is not None for at in starts)
