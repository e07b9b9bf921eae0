"""Words for both of a pair: numbers before a noun in the plural, but not before two that "and" links."""

import re

from nlp.counted import read_counted
from nlp.layers import Counted
from nlp.nouns import Nouns, singular_of
from nlp.numeral import Page
from nlp.phrases import Phrases

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?$")
_NEXT = re.compile(r" ([^\W\d_]+)(?: ([^\W\d_]+))?(?: ([^\W\d_]+))?")


def counted_pair(page: Page, end: int, phrases: Phrases, nouns: Nouns) -> Counted | None:
    """The noun behind a word for both, after an article where the language sets one; None for "both port and town"."""
    articles = phrases.lexicon.both_articles
    article = articles.after(page.folded, end)
    if articles.entries and article is None:
        return None
    found = read_counted(page, article.end if article is not None else end, nouns)
    if found is None or not _is_plural(page, found, nouns, tuple(page.lexicon.numbers.both_nouns)):
        return None
    if page.folded.endswith(tuple(page.lexicon.numbers.both_verbs), found.start, found.end) or _counts(page, found):
        return None
    following = _NEXT.match(page.folded, found.end)
    if following is None or following[1] not in phrases.lexicon.both_links.entries:
        return found
    return None if phrases.lexicon.both.isdisjoint(following.groups()[1:]) else found


def _counts(page: Page, found: Counted) -> bool:
    """Whether the noun counts itself, as a dual does, or is a number (both one-another)."""
    i = page.first_from(found.start)
    return i < len(page.tokens) and page.tokens[i].start == found.start


def _is_plural(page: Page, found: Counted, nouns: Nouns, endings: tuple[str, ...]) -> bool:
    """Whether the head has an ending of the plural, where endings tell it."""
    if not nouns.plural_endings:
        return True
    if endings and not page.folded.endswith(endings, 0, found.end):
        return False
    head = _WORD.search(page.folded, found.start, found.end)
    return head is not None and singular_of(head[0], nouns) is not None
