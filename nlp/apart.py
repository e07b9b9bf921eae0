"""Number words where words are set apart but particles are glued to their ends: one counts before its counter."""

from nlp.lookup import Table
from nlp.numeral import Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity

_LONG = 3
"""Tokens that make a number word too long to be anything else."""
_ENCLITICS = 4
_THOUSAND = 1000


def counts_apart(page: Page, q: Quantity, phrases: Phrases, *, is_limited: bool) -> bool:
    """Whether a number in words is one: its unit or counter ends a word, or the number itself is long or vague."""
    lexicon, text = phrases.lexicon, page.folded
    if q.has_sign:
        if text[q.start : q.numeral.end] in lexicon.never_glued and _is_short(q):
            return False
        return _ends_word(text, q.noun.end if q.noun is not None else q.end, lexicon.enclitics)
    form, classifier = text[q.start : q.end], phrases.classifiers.after(text, q.end)
    if form in lexicon.enclitics.entries and text[max(0, q.start - 1) : q.start].isalpha():
        return False
    if form in lexicon.never_glued and classifier is not None and classifier.end == q.end + 1:
        return False
    if classifier is not None and _ends_word(text, classifier.end, lexicon.enclitics):
        return True
    if form in lexicon.attributive:
        return text[q.end : q.end + 1] == " " and text[q.end + 1 : q.end + 2].isalpha()
    first = q.numeral.first
    has_unit = first is not None and first.unit is not None
    is_sure = has_unit or is_limited or q.numeral.is_vague or q.numeral.low < 0 or _is_composed(page, q)
    if is_sure and q.numeral.n_tokens >= _LONG and lexicon.enclitics.at(text, q.end) is not None:
        return True
    return is_sure and _ends_word(text, q.end, lexicon.enclitics)


def _is_short(q: Quantity) -> bool:
    """Whether a sign or unit of one letter is glued to the number."""
    end = q.noun.end if q.noun is not None else q.end
    return end == q.numeral.end + 1


def _is_composed(page: Page, q: Quantity) -> bool:
    """Whether the number is too long for another word, or has tens or hundreds, which few others have."""
    n, i = q.numeral.n_tokens, page.first_from(q.numeral.start)
    last = page.tokens[i + n - 1]
    if n == 2 and page.folded[last.start : last.end] in page.lexicon.enclitics.entries:
        return False
    return n >= _LONG or (n > 1 and any(t.role == "scale" and t.value < _THOUSAND for t in page.tokens[i : i + n]))


def _ends_word(text: str, end: int, enclitics: Table[bool]) -> bool:
    """Whether nothing but particles stands between here and the end of the word."""
    for _ in range(_ENCLITICS):
        if not text[end : end + 1].isalpha():
            return True
        hit = enclitics.at(text, end)
        if hit is None:
            return False
        end = hit.end
    return False
