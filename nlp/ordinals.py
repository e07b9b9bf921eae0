"""Ordinals that are written with a mark before the number: the second largest."""

from typing import Any

from nlp.counted import read_counted
from nlp.layers import Figure
from nlp.lookup import Table
from nlp.nouns import Nouns
from nlp.numeral import Page
from nlp.numerals import read_numeral
from nlp.phrases import Phrases


def read_ordinal(page: Page, i: int, phrases: Phrases, nouns: Nouns) -> tuple[Figure | None, int] | None:
    """The ordinal whose number is token `i`, and the index behind it; None if no mark stands before it (sign `MARK`).

    The figure is missing where the number only names a thing (the seventh day, document no. 7).
    """
    token = page.tokens[i]
    mark = phrases.ordinal_before.before(page.folded, token.start)
    if mark is None or token.start - mark.end > (not page.lexicon.is_spaced):
        return None
    numeral = read_numeral(page, i)
    if numeral is None or numeral.is_share:
        return None
    after = i + numeral.n_tokens
    if not numeral.is_point:
        return None, after
    names = any(_stands_behind(page, table, numeral.end) for table in (phrases.traps.after, phrases.units))
    if names or (numeral.form == "digits" and numeral.has_magnitude):
        return None, after
    link = phrases.superlative.at(page.folded, numeral.end)
    counted = read_counted(page, link.end if link else numeral.end, nouns)
    figure = Figure(mark.start, numeral.end, numeral.low, numeral.high, "ordinal", counted=counted)
    return figure, after


def _stands_behind(page: Page, table: Table[Any], end: int) -> bool:
    """Whether an entry stands right behind the number, in unspaced scripts perhaps after a space."""
    found = table.at(page.folded, end) if page.lexicon.is_spaced else table.after(page.folded, end)
    return found is not None
