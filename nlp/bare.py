"""Digit words that stand alone: what tells that one is a number all the same."""

from nlp.counted import Nouns
from nlp.numeral import Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity

_LONGEST_STOP = 3


def is_named(page: Page, q: Quantity, phrases: Phrases, nouns: Nouns) -> bool:
    """Whether the number is the answer itself: behind a word such as "is", with nothing but a stop word behind it."""
    table, text = phrases.lexicon.bare_after, page.folded
    if not table.entries or table.before(text, q.start) is None:
        return False
    return any(text[q.end : q.end + n] in nouns.stop for n in range(1, _LONGEST_STOP + 1))


def is_one_lasting(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether a word that measures stands before the one with its unit: lasting one week."""
    table = phrases.lexicon.one_after
    return bool(table.entries) and q.has_sign and table.before(page.folded, q.start) is not None


def is_one_more(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether the one is another one: behind "yet", perhaps with a preposition between."""
    table = phrases.lexicon.one_more
    return bool(table.entries) and table.before(page.folded, q.start) is not None


def goes_on_in_time(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether a smaller amount of time follows right behind the unit: one year six months."""
    following = page.tokens[q.next] if q.next < len(page.tokens) else None
    if q.noun is None or following is None or not 0 <= following.start - q.noun.end <= 1:
        return False
    unit = phrases.units.after(page.folded, following.end)
    return unit is not None and unit.value[0] == "duration"
