"""Dates: days, months and years as written, bare years, and years and months told from the day of writing."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from nlp.anchors import Token
from nlp.calendars import OtherCalendar, other_calendar, read_other_date
from nlp.language import Language
from nlp.layers import Figure
from nlp.lexicon import lexicon_of
from nlp.lookup import Table, flags, keyed
from nlp.numeral import Page
from nlp.numerals import read_numeral
from nlp.sections.dates import DatesSection

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_NUMBER_ENDS = tuple(f"{digit} " for digit in range(10))
_OPENERS = ("", " ", "(", '"', "'", "“", "«", "„", "\u00a0")
_OLDEST_BARE = 1500
"""Before this year a bare number needs a word for the year beside it."""
_NUMERIC = re.compile(
    r"(\d{1,2})(?P<mark>[.] ?|-)(\d{1,2})(?P=mark)((?:19|20)\d{2})(?!\d)"
    r"|((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)",
    re.ASCII,
)


_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})(?![\d/])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The date words of a language."""

    months: Table[str]
    day_after: Table[bool]
    month_after: Table[bool]
    year_after: Table[bool]
    year_before: Table[bool]
    links: Table[bool]
    between: Table[bool]
    decade_after: Table[bool]
    decade_before: Table[bool]
    eras: Table[int]
    needs_suffix: bool
    plain_year: bool
    day_first: bool
    year_ranges: frozenset[str]
    other: OtherCalendar
    ungrouped_thousands: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as it was found, and the index of the first token behind it."""

    start: int
    end: int
    next: int
    year: int | None = None
    month: int | None = None
    day: int | None = None


@cache
def calendar_of(language: Language) -> Calendar:
    """The compiled date words of a language."""
    own = language.section("dates", DatesSection)
    writing = lexicon_of(language).writing
    return Calendar(
        months=keyed(own.months, own.endings, writing),
        day_after=flags(own.day_after, own.endings, writing),
        month_after=flags(own.month_after, own.endings, writing),
        year_after=flags(own.year_after, own.endings, writing),
        year_before=flags(own.year_before, own.endings, writing),
        links=flags(own.links, own.endings, writing),
        between=flags(own.between, own.endings, writing),
        decade_after=flags(own.decade_after, own.endings, writing),
        decade_before=flags(own.decade_before, own.endings, writing),
        eras=keyed({int(year): names for year, names in own.eras.items()}, own.endings, writing),
        needs_suffix=own.year_suffix_needed,
        plain_year=own.plain_year,
        day_first=own.day_first,
        year_ranges=frozenset(("-", "–", "—", "/", *own.year_ranges)),
        other=other_calendar(own, lexicon_of(language)),
        ungrouped_thousands=own.ungrouped_thousands,
    )


def read_date(page: Page, i: int, calendar: Calendar, reference: date | None) -> tuple[Figure, int] | None:
    """The date that begins at (or, for a month in words, right before) token `i`, and the index after it."""
    token = page.tokens[i]
    if token.role in ("relative_year", "relative_month"):
        return _relative(page, i, calendar, reference)
    if calendar.decade_after.at(page.folded, token.end) or calendar.decade_before.before(page.folded, token.start):
        return None
    if token.role not in ("digits", "small") and (page.lexicon.is_spaced or token.role != "scale"):
        return None
    years = _years(page, i, calendar)
    if years is not None:
        return years
    other = read_other_date(page, i, calendar.other)
    if other is not None:
        return other
    found = (
        _numeric(page, i, calendar)
        or _by_units(page, i, calendar)
        or _day_first(page, i, calendar)
        or _month_first(page, i, calendar)
        or _bare_year(page, i, calendar)
    )
    return (_figure(found, reference), found.next) if found is not None else None


def _figure(found: Dated, reference: date | None) -> Figure:
    is_year = found.year is not None and found.month is None and found.day is None
    year = found.year or (reference.year if reference else None)
    value = Decimal(found.year) if is_year and found.year is not None else None
    return Figure(found.start, found.end, value, value, "date", iso=_iso(year, found.month, found.day))


def _iso(year: int | None, month: int | None, day: int | None) -> str | None:
    if year is None:
        return None
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def _number(token: Token, low: int, high: int) -> int | None:
    is_plain = token.role == "digits" and not token.is_grouped and token.ulp == 1 and token.width <= 4
    return int(token.value) if is_plain and low <= token.value <= high else None


def _token_at(page: Page, i: int, start: int) -> Token | None:
    """Token `i` if it begins here, one space allowed."""
    token = page.tokens[i] if i < len(page.tokens) else None
    between = page.folded[start : token.start] if token and token.start - start <= 2 else None
    return token if token and between in ("", " ", ", ") else None


def _numeric(page: Page, i: int, calendar: Calendar) -> Dated | None:
    start = page.tokens[i].start
    if page.tokens[i].role != "digits" or (start and page.folded[start - 1] in "-./"):
        return None
    match = _NUMERIC.match(page.folded, start)
    if match is None:
        return _day_first_digits(page, i) if calendar.day_first else None
    day, month, year, year2, month2, day2 = (int(g) if g else 0 for g in match.group(1, 3, 4, 5, 6, 7))
    year, month, day = year or year2, month or month2, day or day2
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    suffix = calendar.year_after.after(page.folded, match.end()) if match[4] else None
    end = suffix.end if suffix else match.end()
    return Dated(start, end, page.skip(i, end), year, month, day)


def _day_first_digits(page: Page, i: int) -> Dated | None:
    """A date such as 14/5/2023, where the language puts the day first."""
    match = _DAY_FIRST.match(page.folded, page.tokens[i].start)
    if match is None or not (1 <= int(match[2]) <= 12 and 1 <= int(match[1]) <= 31):
        return None
    return Dated(match.start(), match.end(), page.skip(i, match.end()), int(match[3]), int(match[2]), int(match[1]))


def _by_units(page: Page, i: int, calendar: Calendar) -> Dated | None:
    """Year, month and day, each with its unit behind it."""
    if not calendar.month_after.entries:
        return None
    start = end = page.tokens[i].start
    first = start
    era = calendar.eras.before(page.folded, start) if calendar.eras.entries else None
    since, start = (era.value, era.start) if era is not None else (0, start)
    parts: dict[str, int] = {}
    units = (
        ("year", calendar.year_after, 1 if era else _FIRST_YEAR, 99 if era else _LAST_YEAR),
        ("month", calendar.month_after, 1, 12),
        ("day", calendar.day_after, 1, 31),
    )
    for name, table, low, high in units:
        number, number_end = _written(page, i, end, low, high)
        hit = table.after(page.folded, number_end) if number is not None else None
        if number is not None and hit is not None and not (name == "day" and not parts):
            parts[name], end, i = number + (since if name == "year" else 0), hit.end, page.skip(i, hit.end)
    start = start if "year" in parts else first
    return Dated(start, end, i, parts.get("year"), parts.get("month"), parts.get("day")) if parts else None


def _written(page: Page, i: int, start: int, low: int, high: int) -> tuple[int | None, int]:
    """The number that begins here, in digits or (in unspaced scripts) in words, and where it ends."""
    token = _token_at(page, i, start)
    if token is None or token.role == "digits" or page.lexicon.is_spaced:
        return (_number(token, low, high) if token else None), (token.end if token else start)
    numeral = read_numeral(page, i)
    is_plain = numeral is not None and numeral.is_point and numeral.form == "words" and low <= numeral.low <= high
    return (int(numeral.low), numeral.end) if numeral is not None and is_plain else (None, start)


def _day_first(page: Page, i: int, calendar: Calendar) -> Dated | None:
    token = page.tokens[i]
    day = _number(token, 1, 31)
    if day is None:
        return None
    end = _behind(page, _behind(page, token.end, calendar.day_after), calendar.links)
    month = calendar.months.behind_proclitic(page.folded, end)
    if month is None:
        return _days(page, i, calendar)
    if page.folded[end : end + 1] == "-":
        return None
    after = page.skip(i + 1, month.end)
    return _with_year(page, Dated(token.start, month.end, after, None, int(month.value), day), calendar)


def _behind(page: Page, at: int, table: Table[bool]) -> int:
    """The place behind a word of the table if one stands here, else this place."""
    hit = table.after(page.folded, at) if table.entries else None
    return hit.end if hit is not None else at


def _days(page: Page, i: int, calendar: Calendar) -> Dated | None:
    """Two days of one month, told as the first of them."""
    token = page.tokens[i]
    end = _behind(page, token.end, calendar.between)
    last = page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    if end == token.end or last is None or last.role != "digits" or not 0 <= last.start - end <= 1:
        return None
    found = _day_first(page, i + 1, calendar) if last.value > token.value else None
    if found is None or found.day is None:
        return None
    return Dated(token.start, found.end, found.next, found.year, found.month, int(token.value))


def _month_first(page: Page, i: int, calendar: Calendar) -> Dated | None:
    token = page.tokens[i]
    named = calendar.months.before(page.folded, token.end)
    if named is not None and named.start < token.start and not page.folded.endswith(_NUMBER_ENDS, 0, named.start):
        return _with_year(page, Dated(named.start, named.end, i + 1, None, int(named.value)), calendar)
    link = calendar.links.before(page.folded, token.start) if calendar.links.entries else None
    month = calendar.months.before(page.folded, link.start if link else token.start)
    if month is None or (link.start if link else token.start) - month.end > 2:
        return None
    is_capital = not page.text[month.start].islower()
    year, day = _number(token, _FIRST_YEAR, _LAST_YEAR), _number(token, 1, 31)
    if year is not None:
        suffix = calendar.year_after.after(page.folded, token.end)
        return Dated(month.start, suffix.end if suffix else token.end, i + 1, year, int(month.value))
    if day is None or calendar.needs_suffix or not is_capital or link is not None:
        return None
    suffix = calendar.day_after.at(page.folded, token.end)
    return _with_year(
        page, Dated(month.start, suffix.end if suffix else token.end, i + 1, None, int(month.value), day), calendar
    )


def _with_year(page: Page, found: Dated, calendar: Calendar) -> Dated:
    behind = _behind(page, found.end, calendar.links)
    after = page.skip(found.next, behind)
    token = _token_at(page, after, behind)
    year = _number(token, _FIRST_YEAR, _LAST_YEAR) if token else None
    if token is None or year is None:
        return found
    suffix = calendar.year_after.after(page.folded, token.end)
    return Dated(found.start, suffix.end if suffix else token.end, after + 1, year, found.month, found.day)


def _years(page: Page, i: int, calendar: Calendar) -> tuple[Figure, int] | None:
    """Two years with a hyphen or dash between them, the second perhaps in two digits."""
    first, second = page.tokens[i], page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    year = _number(first, _OLDEST_BARE, _LAST_YEAR)
    if year is None or second is None or page.folded[first.end : second.start].strip() not in calendar.year_ranges:
        return None
    last = _number(second, 0, _LAST_YEAR)
    if last is not None and second.width == 2:
        last += year // 100 * 100
    suffix = calendar.year_after.after(page.folded, second.end)
    if last is None or not year < last <= year + 100 or (calendar.needs_suffix and suffix is None):
        return None
    end = suffix.end if suffix else second.end
    return Figure(first.start, end, None, None, "date", iso=f"{year:04d}/{last:04d}"), page.skip(i, end)


def _bare_year(page: Page, i: int, calendar: Calendar) -> Dated | None:
    token = page.tokens[i]
    year = _number(token, _FIRST_YEAR, _LAST_YEAR)
    if year is None:
        return None
    suffix = calendar.year_after.after(page.folded, token.end)
    if suffix is not None:
        return Dated(token.start, suffix.end, i + 1, year)
    if page.folded[token.end : token.end + 1] == ":" and page.folded[token.start - 1 : token.start] in ("", "\n"):
        return Dated(token.start, token.end, i + 1, year)
    if year < _OLDEST_BARE or _goes_on(page, token.end):
        return None
    is_led = is_led_year(page, i, calendar)
    is_alone = page.folded[token.start - 1 : token.start] == "(" and page.folded[token.end : token.end + 1] == ")"
    if calendar.needs_suffix and not (is_led or is_alone):
        return None
    is_bracketed = page.folded[token.start - 1 : token.start] == "(" and page.folded[token.end : token.end + 1] in ")-–"
    is_plain = (
        calendar.plain_year and 1900 <= year < 2100 and page.folded[max(0, token.start - 1) : token.start] in _OPENERS
    )
    return Dated(token.start, token.end, i + 1, year) if is_led or is_bracketed or is_plain else None


def is_led_year(page: Page, i: int, calendar: Calendar) -> bool:
    """Whether a word that stands before years leads to token `i`, perhaps over another year: in 2019 and 2020."""
    token = page.tokens[i]
    if calendar.year_before.before(page.folded, token.start) is not None:
        return True
    link = calendar.between.before(page.folded, token.start) if i and calendar.between.entries else None
    first = page.tokens[i - 1]
    if link is None or not 0 <= link.start - first.end <= 1:
        return False
    return _number(first, _OLDEST_BARE, _LAST_YEAR) is not None and abs(first.value - token.value) <= 100


def _goes_on(page: Page, end: int) -> bool:
    """Whether something behind the number makes it an amount."""
    following = page.folded[end : end + 2]
    return following[:1] in ("%", "-", "–", "€", "$") or (
        len(following) == 2 and following[0] in ".,:" and following[1].isdigit()
    )


def _relative(page: Page, i: int, calendar: Calendar, reference: date | None) -> tuple[Figure, int] | None:
    token = page.tokens[i]
    shift = int(token.value)
    if token.role == "relative_month":
        months = reference.year * 12 + reference.month - 1 + shift if reference else None
        iso = _iso(months // 12, months % 12 + 1, None) if months is not None else None
        return Figure(token.start, token.end, None, None, "date", iso=iso), i + 1
    following = _token_at(page, i + 1, token.end)
    month = _number(following, 1, 12) if following else None
    suffix = calendar.month_after.after(page.folded, following.end) if following and month else None
    year = reference.year + shift if reference else None
    if suffix is not None and month is not None:
        return Figure(token.start, suffix.end, None, None, "date", iso=_iso(year, month, None)), page.skip(
            i, suffix.end
        )
    return Figure(token.start, token.end, None, None, "date", iso=_iso(year, None, None)), i + 1
