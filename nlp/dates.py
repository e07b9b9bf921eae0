"""Dates: days, months and years as written, bare years, and years and months told from the day of writing."""

import re
from datetime import date
from decimal import Decimal

from nlp.anchors import Token
from nlp.calendars import read_other_date
from nlp.date_words import FIRST_YEAR, LAST_YEAR, Calendar, Dated, iso_of, number_in, token_at
from nlp.layers import Figure
from nlp.lookup import Table
from nlp.numeral import Page
from nlp.numerals import read_numeral
from nlp.signs import DATE, DATE_AHEAD, DECADE_AHEAD
from nlp.years import bare_year, read_years

_LONGEST_ERA = 199
"""Years: the era of the Republic of 1912 is past its hundredth."""
_NUMBER_ENDS = tuple(f"{digit} " for digit in range(10))
_NUMERIC = re.compile(
    r"(\d{1,2})(?P<mark>[.] ?|-)(\d{1,2})(?P=mark)((?:19|20)\d{2})(?!\d)"
    r"|((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)",
    re.ASCII,
)
_MARKED = re.compile(r"\d{1,4}(?:[-/]|\. ?)\d{1,2}[-./]", re.ASCII)
"""What every date in digits begins with that has marks between them."""
_MARKS = ("-", ".", "/")
_YEAR_WIDTH = 4
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})(?![\d/])", re.ASCII)


def read_date(page: Page, i: int, calendar: Calendar, reference: date | None) -> tuple[Figure, int] | None:
    """The date that begins at (or, for a month in words, right before) token `i`, and the index after it."""
    token = page.tokens[i]
    if token.role not in ("digits", "small"):
        if token.role in ("relative_year", "relative_month"):
            return _relative(page, i, calendar, reference)
        if page.lexicon.is_spaced or token.role != "scale":
            return None
    if page.before(token.start) & DECADE_AHEAD or not _may_be_date(page, token, calendar):
        return None
    years = read_years(page, i, calendar)
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
        or bare_year(page, i, calendar)
    )
    return (_figure(found, reference), found.next) if found is not None else None


def is_decade(page: Page, token: Token, calendar: Calendar) -> bool:
    """Whether a word or ending right behind the number makes it a decade; asked where the signs there say so."""
    if token.role in ("relative_year", "relative_month"):
        return False
    return calendar.decade_after.at(page.folded, token.end) is not None


def _may_be_date(page: Page, token: Token, calendar: Calendar) -> bool:
    """Whether anything tells of a date, where all of them show: four digits, signs between digits, a word beside."""
    if not calendar.dates_show:
        return True
    if token.role != "digits":
        return calendar.months.before(page.folded, token.end) is not None
    if token.width == _YEAR_WIDTH or page.behind(token.end) & DATE or page.before(token.start) & DATE_AHEAD:
        return True
    is_plain = token.end - token.start == token.width and page.folded[token.end : token.end + 1] not in _MARKS
    return not is_plain and _MARKED.match(page.folded, token.start) is not None


def _figure(found: Dated, reference: date | None) -> Figure:
    is_year = found.year is not None and found.month is None and found.day is None
    year = found.year or (reference.year if reference else None)
    value = Decimal(found.year) if is_year and found.year is not None else None
    return Figure(found.start, found.end, value, value, "date", iso=iso_of(year, found.month, found.day))


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
    number, number_end = _written(page, i, end)
    units = (
        ("year", calendar.year_after, 1 if era else FIRST_YEAR, _LONGEST_ERA if era else LAST_YEAR),
        ("month", calendar.month_after, 1, 12),
        ("day", calendar.day_after, 1, 31),
    )
    for name, table, low, high in units:
        if number is None or not low <= number <= high or (name == "day" and not parts):
            continue
        hit = table.after(page.folded, number_end)
        if hit is not None:
            parts[name], end, i = int(number) + (since if name == "year" else 0), hit.end, page.skip(i, hit.end)
            number, number_end = _written(page, i, end)
    start = start if "year" in parts else first
    return Dated(start, end, i, parts.get("year"), parts.get("month"), parts.get("day")) if parts else None


def _written(page: Page, i: int, start: int) -> tuple[Decimal | int | None, int]:
    """The number that begins here, in digits or (in unspaced scripts) in words, and where it ends."""
    token = token_at(page, i, start)
    if token is None or token.role == "digits" or page.lexicon.is_spaced:
        return (number_in(token, 1, LAST_YEAR) if token else None), (token.end if token else start)
    numeral = read_numeral(page, i)
    is_plain = numeral is not None and numeral.is_point and numeral.form == "words"
    return (numeral.low, numeral.end) if numeral is not None and is_plain else (None, start)


def _day_first(page: Page, i: int, calendar: Calendar) -> Dated | None:
    token = page.tokens[i]
    day = number_in(token, 1, 31)
    if day is None or not (page.behind(token.end) & DATE or page.lexicon.writing.proclitics):
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
    day_end = _behind(page, token.end, calendar.day_after)
    end = _behind(page, day_end, calendar.between)
    last = page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    if end == day_end or last is None or last.role != "digits" or not 0 <= last.start - end <= 1:
        return None
    found = _day_first(page, i + 1, calendar) if last.value > token.value else None
    if found is None or found.day is None:
        return None
    return Dated(token.start, found.end, found.next, found.year, found.month, int(token.value))


def _month_first(page: Page, i: int, calendar: Calendar) -> Dated | None:
    token = page.tokens[i]
    may_be_named = token.role != "digits" or not calendar.dates_show
    named = calendar.months.before(page.folded, token.end) if may_be_named else None
    if named is not None and named.start < token.start and not page.folded.endswith(_NUMBER_ENDS, 0, named.start):
        return _with_year(page, Dated(named.start, named.end, i + 1, None, int(named.value)), calendar)
    if not page.before(token.start) & DATE_AHEAD:
        return None
    link = calendar.links.before(page.folded, token.start) if calendar.links.entries else None
    month = calendar.months.before(page.folded, link.start if link else token.start)
    if month is None or (link.start if link else token.start) - month.end > 2:
        return None
    is_capital = not page.text[month.start].islower()
    year, day = number_in(token, FIRST_YEAR, LAST_YEAR), number_in(token, 1, 31)
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
    token = token_at(page, after, behind)
    year = number_in(token, FIRST_YEAR, LAST_YEAR) if token else None
    if token is None or year is None:
        return found
    suffix = calendar.year_after.after(page.folded, token.end)
    return Dated(found.start, suffix.end if suffix else token.end, after + 1, year, found.month, found.day)


def _relative(page: Page, i: int, calendar: Calendar, reference: date | None) -> tuple[Figure, int] | None:
    token = page.tokens[i]
    shift = int(token.value)
    if token.role == "relative_month":
        months = reference.year * 12 + reference.month - 1 + shift if reference else None
        iso = iso_of(months // 12, months % 12 + 1, None) if months is not None else None
        return Figure(token.start, token.end, None, None, "date", iso=iso), i + 1
    following = token_at(page, i + 1, token.end)
    month = number_in(following, 1, 12) if following else None
    suffix = calendar.month_after.after(page.folded, following.end) if following and month else None
    year = reference.year + shift if reference else None
    if suffix is not None and month is not None:
        return Figure(token.start, suffix.end, None, None, "date", iso=iso_of(year, month, None)), page.skip(
            i, suffix.end
        )
    return Figure(token.start, token.end, None, None, "date", iso=iso_of(year, None, None)), i + 1
