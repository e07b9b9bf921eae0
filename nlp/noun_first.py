"""Nouns before their number, where a language says "about" that way: years ten, kilometres through five."""

from dataclasses import replace

from nlp.layers import Counted
from nlp.lookup import Hit
from nlp.numeral import Page
from nlp.parts import goes_on_in_words
from nlp.phrases import Phrases
from nlp.quantity import Quantity

_FEW = range(2, 5)
"""Numbers behind which the noun has another form than behind bigger ones."""
_MOST = 100


def noun_first(page: Page, q: Quantity, phrases: Phrases) -> tuple[Quantity, Counted | None]:
    """The quantity with the noun before it, if one stands there in the form of a counted noun; else the same."""
    if not (phrases.lexicon.first_few.entries or phrases.lexicon.first_many.entries):
        return q, None
    is_word = page.folded[q.start : q.end] in phrases.doubtful.ambiguous
    noun = _noun_before(page, q, phrases) if _may_follow(q) and not is_word else None
    if noun is None:
        return q, None
    unit = phrases.units.at(page.folded, noun.start)
    money = phrases.money.after.at(page.folded, noun.start)
    about = replace(q, numeral=replace(q.numeral, comparator="about"))
    form = page.folded[noun.start : noun.end]
    if unit is not None and unit.end == noun.end:
        kind, name = unit.value
        about = replace(about, kind=kind, unit=name, noun=Hit(noun.start, noun.end, name), has_sign=True)
        return about, Counted(noun.start, noun.end, name)
    if money is not None and money.end == noun.end:
        about = replace(about, kind="money", unit=money.value, has_sign=True)
    return about, Counted(noun.start, noun.end, form)


def _may_follow(q: Quantity) -> bool:
    n = q.numeral
    is_plain = q.kind == "count" and not (q.has_sign or q.is_range or (n.has_magnitude and n.form == "digits"))
    return is_plain and n.n_tokens == 1 and n.is_point and 1 < n.low <= _MOST and n.comparator is None


def _noun_before(page: Page, q: Quantity, phrases: Phrases) -> Hit[bool] | None:
    """The noun right before the number or the preposition at it; none that a number of its own stands before.

    Before a few the noun looks like any genitive (the end of the year, two ...): there nothing may follow in words.
    """
    lexicon = page.lexicon
    is_few = q.numeral.low in _FEW
    table = lexicon.first_few if is_few else lexicon.first_many
    if not table.entries or (is_few and goes_on_in_words(page, q.end)):
        return None
    link = phrases.limits.prepositions.before(page.folded, q.start)
    hit = table.before(page.folded, q.start) or (table.before(page.folded, link.start) if link is not None else None)
    if hit is None or hit.end + 1 != (q.start if link is None else link.start):
        return None
    i = page.first_from(hit.start)
    is_counted = i > 0 and hit.start - page.tokens[i - 1].end <= 1
    return None if is_counted else hit
