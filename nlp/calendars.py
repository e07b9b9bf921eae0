"""Dates of other calendars than the Gregorian: solar Hijri ones, which are reckoned over, and lunar ones."""

from dataclasses import dataclass
from datetime import date, timedelta

from nlp.anchors import Token
from nlp.layers import Figure
from nlp.lexicon import Lexicon
from nlp.lookup import Hit, Table, flags, keyed
from nlp.numeral import Page
from nlp.sections.dates import DatesSection

_SOLAR = range(1250, 1500)
_LUNAR = range(1, 1600)
_FIRST_DAY = date(2024, 3, 20).toordinal()
"""Of the solar year 1403."""


@dataclass(frozen=True, slots=True)
class OtherCalendar:
    """The months of other calendars. `solar` years are named without a mark behind them."""

    solar: Table[str]
    lunar: Table[bool]
    year_after: Table[bool]
    year_before: Table[bool]

    @property
    def is_empty(self) -> bool:
        """Whether the language uses no other calendar."""
        return not (self.solar.entries or self.lunar.entries)


def other_calendar(own: DatesSection, lexicon: Lexicon) -> OtherCalendar:
    """The compiled words of a language's other calendars."""
    return OtherCalendar(
        keyed(own.solar_months, own.endings, lexicon.writing),
        flags(own.lunar_months, own.endings, lexicon.writing),
        flags(own.other_year_after, own.endings, lexicon.writing),
        flags(own.year_before, own.endings, lexicon.writing),
    )


def solar_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day of the solar Hijri year, by its cycle of 33 years."""
    leaps = (8 * year + 21) // 33 - (8 * 1403 + 21) // 33
    in_year = (month - 1) * 31 - max(0, month - 7) + day - 1
    return date.fromordinal(_FIRST_DAY + 365 * (year - 1403) + leaps + in_year)


def read_other_date(page: Page, i: int, words: OtherCalendar) -> tuple[Figure, int] | None:
    """The date of another calendar with token `i`, its month behind or right before it, and the index after it."""
    token = page.tokens[i]
    if words.is_empty or token.role != "digits" or token.is_grouped or token.ulp != 1 or token.width > 4:
        return None
    return _by_month(page, i, words) or _month_and_year(page, i, words) or _year(page, i, words)


def _by_month(page: Page, i: int, words: OtherCalendar) -> tuple[Figure, int] | None:
    token = page.tokens[i]
    month = _month_after(page, token.end, words)
    if month is None or not 1 <= token.value <= 31:
        return None
    year, end, after = _following_year(page, i + 1, month.end, words)
    iso = _solar_iso(year, int(month.value), int(token.value)) if month.value and year else None
    return Figure(token.start, end, None, None, "date", iso=iso), after


def _month_and_year(page: Page, i: int, words: OtherCalendar) -> tuple[Figure, int] | None:
    token = page.tokens[i]
    solar, lunar = words.solar.before(page.folded, token.start), words.lunar.before(page.folded, token.start)
    start = solar.start if solar else lunar.start if lunar else None
    if start is None or token.value not in (_SOLAR if solar else _LUNAR):
        return None
    end = _suffixed(page, token, words)
    iso = _solar_iso(int(token.value), int(solar.value), None) if solar else None
    return Figure(start, end, None, None, "date", iso=iso), page.skip(i, end)


def _year(page: Page, i: int, words: OtherCalendar) -> tuple[Figure, int] | None:
    token = page.tokens[i]
    end = _suffixed(page, token, words)
    is_led = words.year_before.before(page.folded, token.start) is not None
    is_solar = bool(words.solar.entries) and token.value in _SOLAR
    if not (end > token.end and token.value in _LUNAR) and not (is_led and is_solar):
        return None
    iso = _solar_iso(int(token.value), None, None) if is_solar else None
    return Figure(token.start, end, token.value, token.value, "date", iso=iso), page.skip(i, end)


def _month_after(page: Page, end: int, words: OtherCalendar) -> Hit[str] | None:
    lunar = words.lunar.behind_proclitic(page.folded, end)
    return words.solar.after(page.folded, end) or (Hit(lunar.start, lunar.end, "") if lunar else None)


def _following_year(page: Page, i: int, end: int, words: OtherCalendar) -> tuple[int | None, int, int]:
    """The year behind a month, with where it ends and the index after it."""
    token = page.tokens[i] if i < len(page.tokens) else None
    is_near = token is not None and page.folded[end : token.start] in (" ", ", ", "")
    if token is None or not is_near or token.role != "digits" or token.width != 4 or token.value not in _LUNAR:
        return None, end, page.skip(i, end)
    end = _suffixed(page, token, words)
    return int(token.value), end, page.skip(i, end)


def _suffixed(page: Page, token: Token, words: OtherCalendar) -> int:
    suffix = words.year_after.after(page.folded, token.end)
    return suffix.end if suffix else token.end


def _solar_iso(year: int, month: int | None, day: int | None) -> str | None:
    """The Gregorian day, or the first and the last day of a solar month or year; none for an impossible day."""
    if year not in _SOLAR:
        return None
    if month is not None and day is not None:
        return solar_day(year, month, day).isoformat() if day <= 31 else None
    first = solar_day(year, month or 1, 1)
    following = solar_day(year, month + 1, 1) if month and month < 12 else solar_day(year + 1, 1, 1)
    return f"{first.isoformat()}/{(following - timedelta(days=1)).isoformat()}"
