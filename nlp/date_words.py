"""What date words a language has, and a date as it was found."""

from dataclasses import dataclass
from functools import cache

from nlp.anchors import Token
from nlp.calendars import OtherCalendar, other_calendar
from nlp.language import Language
from nlp.lexicon import lexicon_of
from nlp.lookup import Table, flags, keyed
from nlp.numeral import Page
from nlp.sections.dates import DatesSection

FIRST_YEAR, LAST_YEAR = 1000, 2199
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Calendar:
    """The date words of a language.

    `dates_show`: a number that begins a date has four digits, signs between digits, or a date word right beside it.
    """

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
    turned_years: bool
    plain_year: bool
    day_first: bool
    year_ranges: frozenset[str]
    other: OtherCalendar
    ungrouped_thousands: bool
    dates_show: bool


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
    lexicon = lexicon_of(language)
    writing, other = lexicon.writing, other_calendar(own, lexicon)
    months = keyed(own.months, own.endings, writing)
    return Calendar(
        months=months,
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
        turned_years=own.turned_years,
        plain_year=own.plain_year,
        day_first=own.day_first,
        year_ranges=frozenset(("-", "–", "—", "/", *own.year_ranges)),
        other=other,
        ungrouped_thousands=own.ungrouped_thousands,
        dates_show=_dates_show(own, lexicon.writing.proclitics, months, other),
    )


def _dates_show(own: DatesSection, proclitics: frozenset[str], months: Table[str], other: OtherCalendar) -> bool:
    """Whether all ways to write dates show beside the number.

    Units do not, nor other calendars, years turned round, months that end with digits.
    """
    has_digits = any(month[-1:].isdigit() for month in months.entries)
    return not (own.month_after or own.turned_years or proclitics or has_digits) and other.is_empty


def iso_of(year: int | None, month: int | None, day: int | None) -> str | None:
    """The date as ISO 8601 writes it, as far as it is known; None without a year."""
    if year is None:
        return None
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def number_in(token: Token, low: int, high: int) -> int | None:
    """The value of plain digits, four at most, within these bounds; None of anything else."""
    if token.role != "digits" or not token.end - token.start == token.width <= _LONGEST:
        return None
    value = int(token.value)
    return value if low <= value <= high else None


def token_at(page: Page, i: int, start: int) -> Token | None:
    """Token `i` if it begins here, one space allowed."""
    token = page.tokens[i] if i < len(page.tokens) else None
    between = page.folded[start : token.start] if token and token.start - start <= 2 else None
    return token if token and between in ("", " ", ", ") else None
