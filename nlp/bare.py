"""Digit words that stand alone, and words for one that are the article too: what tells that they are numbers."""

import re

from nlp.layers import Counted
from nlp.limits import Limits
from nlp.nouns import Nouns
from nlp.numeral import Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity

_LONGEST_STOP = 3
_LONGEST_LINK = 4
_NEAR, _WORDS_OF_UNIT = 24, 3
_BOUNDS = ("over", "under", "at_least", "at_most")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")


def is_named(page: Page, q: Quantity, phrases: Phrases, nouns: Nouns) -> bool:
    """Whether the number is the answer itself: behind a word such as "is", with nothing but a stop word behind it."""
    table, text = phrases.lexicon.bare_after, page.folded
    if not table.entries or table.before(text, q.start) is None:
        return False
    return any(text[q.end : q.end + n] in nouns.stop for n in range(1, _LONGEST_STOP + 1))


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


def one_counts(
    page: Page, q: Quantity, phrases: Phrases, nouns: Nouns, limits: Limits, counted: Counted | None
) -> bool:
    """Whether a bare word for one is a number: one percent, at least one week."""
    numbers = phrases.lexicon.numbers
    if _is_article(page, q, phrases):
        return q.kind in ("percent", "money") or _is_article_one(page, q, phrases, nouns, limits, counted)
    is_measured = q.has_sign and not (numbers.bare_digits_need_noun and q.kind == "duration")
    is_measured = is_measured and (q.kind != "duration" or not is_one_more(page, q, phrases))
    is_limited = limits.comparator != "exact"
    has_noun = counted is not None or (limits.comparator in _BOUNDS and _stands_before_noun(page, q, nouns))
    is_number = has_noun or _is_paired(page, q, phrases)
    return is_measured or _is_one_lasting(page, q, phrases, nouns) or (is_limited and is_number)


def _is_paired(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether the one is linked with another number that has a limit of its own: more than one and less than ten."""
    following = page.tokens[q.next] if q.next < len(page.tokens) else None
    if following is None or following.role not in ("digits", "small") or following.start - q.end > _NEAR:
        return False
    limit = phrases.limits.before.before(page.folded, following.start)
    link = page.folded[q.end : limit.start].strip(" ,") if limit is not None else ""
    is_part = link in page.lexicon.of.entries or link in page.lexicon.one_in.entries
    return 0 < len(link) <= _LONGEST_LINK and link.isalpha() and not is_part


def _stands_before_noun(page: Page, q: Quantity, nouns: Nouns) -> bool:
    """Whether a word follows that may be a noun in the singular: at least one (other) accuser, but not one of them."""
    following = _NEXT_WORD.match(page.folded, q.end)
    return following is not None and following[1] not in nouns.stop


def _is_article(page: Page, q: Quantity, phrases: Phrases) -> bool:
    form = page.folded[q.start : q.end]
    return form in phrases.lexicon.articles.entries or form in phrases.doubtful.article_ones


def _is_one_lasting(page: Page, q: Quantity, phrases: Phrases, nouns: Nouns) -> bool:
    """Whether a word that measures stands before the one with its unit, and nothing that describes the unit behind.

    Lasting one week, a strike of a week; but not at the end of a hard week.
    """
    lexicon, text = phrases.lexicon, page.folded
    if not q.has_sign or q.noun is None:
        return False
    if text[q.noun.start : q.noun.end] in phrases.doubtful.lasting_units:
        return True
    lead = lexicon.one_after.before(text, q.start) if lexicon.one_after.entries else None
    if lead is None or lexicon.not_one_after.before(text, q.start) is not None:
        return False
    following = _NEXT_WORD.match(text, q.noun.end)
    is_described = following is not None and following[1] not in nouns.stop
    has_noun = not page.lexicon.is_spaced or text[max(0, lead.start - 2) : lead.start].strip().isalpha()
    return has_noun and not is_described


def _is_article_one(
    page: Page, q: Quantity, phrases: Phrases, nouns: Nouns, limits: Limits, counted: Counted | None
) -> bool:
    """Whether a word for one that may be the article is a number: before a unit behind any limit or what lasts.

    Before a noun with a concept it is one behind a limit that is no preposition as well: fewer than one person, but
    not "about a settlement". Before any noun it is one behind "at least".
    """
    if q.has_sign:
        form = page.folded[q.noun.start : q.noun.end] if q.noun is not None else ""
        if form in phrases.doubtful.ordinal_units or _is_baseline(page, q, limits):
            return False
        return limits.comparator != "exact" or (q.kind == "duration" and _is_one_lasting(page, q, phrases, nouns))
    if phrases.lexicon.numbers.articles_are_limited:
        return False
    if limits.comparator in _BOUNDS and _is_paired(page, q, phrases):
        return True
    limit = page.folded[limits.start : q.start].strip()
    if limit in phrases.limits.rather_numbers:
        return _stands_before_noun(page, q, nouns)
    is_known = counted is not None and counted.concept is not None
    return is_known and limits.comparator in _BOUNDS and limit not in phrases.limits.rather_prepositions


def _is_baseline(page: Page, q: Quantity, limits: Limits) -> bool:
    """Whether the time is what a number before the comparator is compared with: 5 percent more than a year ago."""
    table, end = page.lexicon.baseline_after, q.noun.end if q.noun is not None else q.end
    if not table.entries or table.after(page.folded, end) is None:
        return False
    i = page.first_from(q.numeral.start)
    last = page.tokens[i - 1] if i else None
    return (
        last is not None
        and page.folded[last.end : limits.start].count(" ") <= _WORDS_OF_UNIT
        and last.end > (limits.start - _NEAR)
    )
