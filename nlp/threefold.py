"""Verbs that mean "doubled" alone and take their factor from a number of times behind them: multiplied three times."""

import re

from nlp.lookup import Hit
from nlp.numeral import Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity

_REACH = 40
_BETWEEN = re.compile(r" (?:[^\W\d_]+ ){0,2}")
"""Nothing or a short subject between the verb and the number."""


def is_told_behind(page: Page, i: int, phrases: Phrases) -> bool:
    """Whether the next number in the clause says how many times, so that the verb at token `i` is no figure."""
    if not phrases.fold_times.entries or i + 1 >= len(page.tokens):
        return False
    verb, number = page.tokens[i], page.tokens[i + 1]
    return _is_near(page, verb.end, number.start) and phrases.fold_times.after(page.folded, number.end) is not None


def times_of_multiple(page: Page, q: Quantity, phrases: Phrases) -> Hit[bool] | None:
    """The word for times behind the number, if such a verb stands before it in the clause."""
    hit = phrases.fold_times.after(page.folded, q.end) if phrases.fold_times.entries else None
    if hit is None:
        return None
    i = page.first_from(q.start) - 1
    is_led = i >= 0 and page.tokens[i].role == "multiple" and _is_near(page, page.tokens[i].end, q.start)
    return hit if is_led else None


def _is_near(page: Page, end: int, start: int) -> bool:
    return start - end <= _REACH and _BETWEEN.fullmatch(page.folded, end, start) is not None
