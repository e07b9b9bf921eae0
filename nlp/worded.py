"""Number words that may be something else: an article, a pronoun, a part of another word."""

from nlp.apart import counts_apart
from nlp.bare import goes_on_in_time, is_named, one_counts
from nlp.layers import Counted
from nlp.limits import Limits
from nlp.nouns import Nouns
from nlp.numeral import Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity


def is_amount_in_words(
    page: Page, q: Quantity, limits: Limits, counted: Counted | None, phrases: Phrases, nouns: Nouns
) -> bool:
    """Whether a bare number word is a quantity and not an article, a pronoun or part of a word."""
    n = q.numeral
    if n.form not in ("words", "magnitude") or n.is_share or n.is_multiple:
        return True
    if page.folded[n.start : n.end] in phrases.lexicon.both:
        return counted is not None and not q.has_sign
    needs_noun = phrases.lexicon.numbers.bare_digits_need_noun
    is_alone = _is_alone(page, q, phrases)
    if n.first is not None and n.first.role == "half" and n.n_tokens == 1 and not q.has_sign and not is_alone:
        return False
    is_limited = limits.comparator != "exact"
    is_plain = not (q.has_sign or is_alone)
    if is_plain and _is_rather_a_word(page, q, counted, phrases, is_limited=is_limited):
        return False
    if n.low == 1 and n.is_point and n.n_tokens == 1 and not is_alone:
        if _is_place_in_time(page, q):
            return False
        return one_counts(page, q, phrases, nouns, limits, counted)
    if phrases.lexicon.writing.starts_apart and not is_alone:
        return counts_apart(page, q, phrases, is_limited=is_limited)
    is_composed = (
        n.has_magnitude if n.n_tokens == 1 and n.is_vague else n.n_tokens > 1 and (n.is_point or n.has_magnitude)
    )
    if q.has_sign or is_limited or not needs_noun or is_composed or is_alone:
        return True
    has_classifier = _has_classifier(page, q, phrases)
    if n.form == "magnitude" and n.low != 10:
        return has_classifier
    is_word = page.folded[q.end : q.end + 1].isalpha() and not is_named(page, q, phrases, nouns)
    return not is_word or has_classifier or (counted is not None and counted.concept is not None)


def _is_rather_a_word(page: Page, q: Quantity, counted: Counted | None, phrases: Phrases, *, is_limited: bool) -> bool:
    """Whether an ambiguous number word stands where it is no number."""
    form = page.folded[q.start : q.end]
    if form in phrases.doubtful.limited_only:
        return not is_limited
    if form in phrases.doubtful.ambiguous:
        return counted is None and not is_limited
    is_known = counted is not None and counted.concept is not None
    return (
        form in phrases.doubtful.rarely_numbers and not is_known and not phrases.classifiers.after(page.folded, q.end)
    )


def _is_place_in_time(page: Page, q: Quantity) -> bool:
    """Whether a unit that counts one by itself stands before digits, and names a year or hour: around year 1990."""
    first = q.numeral.first
    is_unit = first is not None and first.role == "whole" and first.unit is not None
    return is_unit and page.folded[q.end : q.end + 1] == " " and page.folded[q.end + 1 : q.end + 2].isdigit()


def _is_alone(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether the text is nothing but the number and a classifier or unit of it."""
    if q.start > 2 or len(page.text) - max(q.end, q.noun.end if q.noun else 0) > 6:
        return False
    classifier = phrases.classifiers.at(page.folded, q.end)
    end = classifier.end if classifier else max(q.end, q.noun.end if q.noun else 0)
    return page.text.strip() == page.text[q.start : end].strip()


def is_digit_article(page: Page, q: Quantity, limits: Limits, phrases: Phrases) -> bool:
    """Whether a digit one before a unit or counter stands for the article, where the language has no other."""
    if not phrases.lexicon.numbers.digit_one_is_article:
        return False
    if q.kind == "duration" and goes_on_in_time(page, q, phrases):
        return False
    n = q.numeral
    is_one = n.form == "digits" and n.low == 1 and n.is_point and n.n_tokens == 1 and not n.has_decimals
    is_plain = q.kind == "duration" or (q.kind == "count" and phrases.classifiers.after(page.folded, q.end) is not None)
    return is_one and is_plain and limits.comparator == "exact"


def _has_classifier(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether a classifier stands behind the number word or ends it."""
    if phrases.classifiers.after(page.folded, q.end) is not None:
        return True
    inside = phrases.classifiers.before(page.folded, q.end)
    return inside is not None and inside.start > q.start
