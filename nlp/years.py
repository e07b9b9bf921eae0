"""Whether a number that looks like a year is an amount after all."""

from nlp.counted import Nouns, is_plural_at, read_counted
from nlp.dates import Calendar, is_led_year
from nlp.limits import closing_at
from nlp.numeral import Page
from nlp.phrases import Phrases

_ROUND = 50
"""Amounts of four digits are mostly round; years are so once in this many."""
_YEARS = range(1900, 2100)


def is_amount(page: Page, i: int, calendar: Calendar, phrases: Phrases, nouns: Nouns) -> bool:
    """Whether token `i`, four bare digits, counts something: by a unit or noun behind it or a comparator before it."""
    if not calendar.ungrouped_thousands or page.tokens[i].role != "digits":
        return False
    token, text = page.tokens[i], page.folded
    limit = phrases.before.before(text, token.start)
    lead = calendar.year_before.before(text, token.start)
    if limit is not None and (lead is None or limit.start < lead.start):
        return True
    following = page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    is_scaled = following is not None and following.role in ("scale", "plural", "abbreviation")
    if following is not None and is_scaled and text[token.end : following.start] == " ":
        return True
    unit = phrases.units.after(text, token.end)
    if phrases.money_after.after(text, token.end) or (unit is not None and unit.end - unit.start > 1):
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
