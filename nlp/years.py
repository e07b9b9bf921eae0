"""Years without a month: two of them, one by itself, and whether what looks like one is an amount after all."""

from nlp.counted import is_plural_at, read_counted
from nlp.date_words import FIRST_YEAR, LAST_YEAR, Calendar, Dated, number_in
from nlp.layers import Figure
from nlp.limits import closing_at
from nlp.nouns import Nouns
from nlp.numeral import Page
from nlp.phrases import Phrases

_OPENERS = ("", " ", "(", '"', "'", "“", "«", "„", "\u00a0")
_OLDEST_BARE = 1500
"""Before this year a bare number needs a word for the year beside it."""
_LISTED = 6
"""The most years in one list."""
_ROUND = 50
"""Amounts of four digits are mostly round; years are so once in this many."""
_YEARS = range(1900, 2100)


def read_years(page: Page, i: int, calendar: Calendar) -> tuple[Figure, int] | None:
    """Two years with a hyphen or dash between them, the second perhaps in two digits."""
    first, second = page.tokens[i], page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    if second is None or page.folded[first.end : second.start].strip() not in calendar.year_ranges:
        return None
    year = number_in(first, _OLDEST_BARE, LAST_YEAR)
    if year is None:
        return _turned_years(page, i) if calendar.turned_years else None
    last = number_in(second, 0, LAST_YEAR)
    if last is not None and second.width == 2:
        last += year // 100 * 100
    suffix = calendar.year_after.after(page.folded, second.end)
    if last is None or not year < last <= year + 100 or (calendar.needs_suffix and suffix is None):
        return None
    end = suffix.end if suffix else second.end
    return Figure(first.start, end, None, None, "date", iso=f"{year:04d}/{last:04d}"), page.skip(i, end)


def _turned_years(page: Page, i: int) -> tuple[Figure, int] | None:
    """Two years with the last one in two digits first, as they stand in a text from right to left: 53-1950."""
    short, full = page.tokens[i], page.tokens[i + 1]
    year, end = number_in(full, _OLDEST_BARE, LAST_YEAR), number_in(short, 1, 99)
    if year is None or end is None or short.width != 2 or end <= year % 100:
        return None
    iso = f"{year:04d}/{year // 100 * 100 + end:04d}"
    return Figure(short.start, full.end, None, None, "date", iso=iso), page.skip(i, full.end)


def bare_year(page: Page, i: int, calendar: Calendar) -> Dated | None:
    """The year at token `i`, if a word, a bracket or its place tells that it is one."""
    token = page.tokens[i]
    year = number_in(token, FIRST_YEAR, LAST_YEAR)
    if year is None:
        return None
    suffix = calendar.year_after.after(page.folded, token.end)
    if suffix is not None:
        return Dated(token.start, suffix.end, i + 1, year)
    if page.folded[token.end : token.end + 1] == ":" and page.folded[token.start - 1 : token.start] in ("", "\n"):
        return Dated(token.start, token.end, i + 1, year)
    if year < _OLDEST_BARE or _goes_on(page, token.end):
        return None
    is_led = is_led_year(page, i, calendar) or _opens_years(page, i, calendar)
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
    may_follow = i > 0 and bool(calendar.between.entries) and not calendar.needs_suffix
    link = calendar.between.before(page.folded, token.start) if may_follow else None
    first = page.tokens[i - 1]
    if link is None or not 0 <= link.start - first.end <= 1:
        return False
    return number_in(first, _OLDEST_BARE, LAST_YEAR) is not None and abs(first.value - token.value) <= 100


def _opens_years(page: Page, i: int, calendar: Calendar) -> bool:
    """Whether other years follow, linked or listed, the last of them with a word for the year: 2019, 2020 and 2021."""
    if not calendar.needs_suffix:
        return False
    one = page.tokens[i]
    for two in page.tokens[i + 1 : i + _LISTED]:
        link = calendar.between.after(page.folded, one.end)
        end = link.end if link is not None else one.end + page.folded.startswith(",", one.end)
        is_next = end > one.end and 0 <= two.start - end <= 1
        if not is_next or number_in(two, _OLDEST_BARE, LAST_YEAR) is None or not one.value < two.value:
            return False
        if calendar.year_after.after(page.folded, two.end) is not None:
            return True
        one = two
    return False


def _goes_on(page: Page, end: int) -> bool:
    """Whether something behind the number makes it an amount."""
    following = page.folded[end : end + 2]
    return following[:1] in ("%", "-", "–", "€", "$") or (
        len(following) == 2 and following[0] in ".,:" and following[1].isdigit()
    )


def is_amount(page: Page, i: int, calendar: Calendar, phrases: Phrases, nouns: Nouns) -> bool:
    """Whether token `i`, four bare digits, counts something: by a unit or noun behind it or a comparator before it."""
    token, text = page.tokens[i], page.folded
    if token.role != "digits":
        return False
    unit = phrases.units.after(text, token.end)
    has_unit = unit is not None and unit.end - unit.start > 1
    if not calendar.ungrouped_thousands:
        return has_unit and token.value not in _YEARS
    limit = phrases.limits.before.before(text, token.start)
    lead = calendar.year_before.before(text, token.start)
    if limit is not None and (lead is None or limit.start < lead.start):
        return True
    following = page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    is_scaled = following is not None and following.role in ("scale", "plural", "abbreviation")
    if following is not None and is_scaled and text[token.end : following.start] == " ":
        return True
    if has_unit or phrases.money.after.after(text, token.end):
        return True
    may_be_led = token.value in _YEARS and token.value % _ROUND != 0
    if may_be_led and (text[token.start - 1 : token.start] == "(" or is_led_year(page, i, calendar)):
        return False
    if lead is None and not may_be_led and nouns.capital_nouns and read_counted(page, token.end, nouns) is not None:
        return True
    closing = closing_at(page, token.end, phrases)
    if (closing is not None and closing.value != "at_most") or phrases.traps.after.at(text, token.end):
        return True
    return is_plural_at(page, token.end, nouns) or nouns.known.after(text, token.end) is not None
