"""Figures: every quantity and date of a text with value, comparator, kind, unit and what is counted.

`read_figures` is a pure function of the text; the spaCy component `parallax_figures` writes the same into
`doc._.figures`. Whose figure it is and who says so is not decided here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from nlp.apart import counts_apart
from nlp.bare import goes_on_in_time, is_named, one_counts
from nlp.both import counted_pair
from nlp.concepts import is_kind_of
from nlp.counted import (
    Nouns,
    known_noun,
    noun_before,
    nouns_of,
    read_counted,
    read_counted_before,
    read_noun_before,
)
from nlp.date_words import Calendar, calendar_of
from nlp.dates import read_date
from nlp.language import Language, known_languages, load_language
from nlp.layers import REFERENCE_KEY, Counted, Figure, Placed, mark, text_of
from nlp.lexicon import lexicon_of
from nlp.limits import Limits, closing_at, read_limits
from nlp.noun_first import noun_first
from nlp.numeral import Page, place
from nlp.numerals import read_page
from nlp.ordinals import read_ordinal
from nlp.phrases import Phrases, phrases_of
from nlp.quantities import read_quantity
from nlp.quantity import Quantity
from nlp.ranges import read_range
from nlp.regrouped import regrouped
from nlp.respaced import respaced
from nlp.thinning import placed, thinned
from nlp.traps import is_trap
from nlp.years import is_amount


@dataclass(frozen=True, slots=True)
class Reader:
    """Everything compiled that reading a language needs."""

    phrases: Phrases
    calendar: Calendar
    nouns: Nouns


@cache
def reader_of(language: Language) -> Reader:
    """The compiled reader of a language."""
    return Reader(phrases_of(language), calendar_of(language), nouns_of(language))


def read_figures(
    text: str, language: Language, *, sentences: Sequence[Placed] | None = None, reference: date | None = None
) -> list[Figure]:
    """The figures of a text in order; actor, source and claim stay empty.

    Args:
        text: read as it is; offsets are its code points.
        language: the pack to read with.
        sentences: not needed; figures never cross the punctuation that ends a sentence.
        reference: the day of writing, which "last year" is told from; without it such dates have no `iso`.
    """
    lexicon = lexicon_of(language)
    ignored = lexicon.writing.ignored
    plain, places = thinned(text, ignored) if lexicon.is_spaced or ignored else respaced(text)
    figures = list(_figures(read_page(plain, language), reader_of(language), reference))
    return figures if places is None else placed(figures, text, places)


def _figures(page: Page, reader: Reader, reference: date | None) -> Iterator[Figure]:
    i = end = 0
    while i < len(page.tokens):
        found, i = _next(page, i, reader, reference, end)
        for figure in found:
            if figure.start >= end:
                yield figure
                end = figure.end


def _next(page: Page, i: int, reader: Reader, reference: date | None, end: int) -> tuple[list[Figure], int]:
    """The figures that begin with token `i`, all behind `end`, and the index of the next token to look at."""
    dated = read_date(page, i, reader.calendar, reference)
    if dated is not None and not (_is_bare(page, i, dated[0]) and is_amount(page, i, *_words_of(reader))):
        return [dated[0]], max(dated[1], i + 1)
    if reader.calendar.decade_after.at(page.folded, page.tokens[i].end):
        return [], i + 1
    ordinal = read_ordinal(page, i, reader.phrases, reader.nouns)
    if ordinal is not None:
        return ([ordinal[0]] if ordinal[0] else []), max(ordinal[1], i + 1)
    quantity = read_quantity(page, i, reader.phrases)
    if quantity is None:
        return [], i + 1
    parts = read_range(page, _apart(quantity, end), reader.phrases)
    figures = (_figure(page, part, reader) for part in parts)
    return [figure for figure in figures if figure is not None], max(parts[-1].next, i + 1)


def _is_bare(page: Page, i: int, dated: Figure) -> bool:
    """Whether the date is one number with nothing that names it a date."""
    return (dated.start, dated.end) == (page.tokens[i].start, page.tokens[i].end)


def _words_of(reader: Reader) -> tuple[Calendar, Phrases, Nouns]:
    return reader.calendar, reader.phrases, reader.nouns


def _apart(q: Quantity, end: int) -> Quantity:
    """The quantity without a sign before it that belongs to the figure before (5$5: the sign is the first number's)."""
    first = q.numeral.first
    if q.start >= end or first is None or first.start < end:
        return q
    if q.kind == "money":
        q = replace(q, kind="count", unit=None, has_sign=False)
    return replace(q, start=first.start)


def _figure(page: Page, q: Quantity, reader: Reader) -> Figure | None:
    counted, behind = _counted(page, q, reader)
    if counted is None:
        q, counted = noun_first(page, q, reader.phrases)
    if is_trap(page, q, reader.phrases, counted):
        return None
    q = regrouped(page, q, counted)
    ends = tuple(dict.fromkeys((q.end, behind, counted.end if counted else behind)))
    is_pair = page.folded[q.start : q.end] in reader.phrases.lexicon.both
    limits = Limits(start=q.start) if is_pair else read_limits(page, q, reader.phrases, ends=ends)
    counted = (
        counted
        or read_counted_before(page, q.start, reader.nouns)
        or read_counted_before(page, limits.start, reader.nouns)
    )
    if counted is None and q.numeral.form == "adjective":
        counted = read_noun_before(page, q.start, reader.nouns)
    if _is_article(page, q, limits, reader.phrases) or not _counts(page, q, limits, counted, reader):
        return None
    kind = q.kind
    if kind == "count" and q.numeral.is_vague and counted and is_kind_of(counted.concept, "payment"):
        kind = "money"
    return Figure(
        start=q.start,
        end=q.end,
        low=q.numeral.low,
        high=q.numeral.high,
        kind=kind,
        unit=q.unit,
        comparator=limits.comparator,
        is_vague=q.numeral.is_vague,
        emphasis=limits.emphasis,
        trend=limits.trend,
        precision=_precision(q, limits),
        counted=counted,
    )


def _counted(page: Page, q: Quantity, reader: Reader) -> tuple[Counted | None, int]:
    """The counted noun, and where the classifier before it ends."""
    if q.noun is not None:
        lemma = page.folded[q.noun.start : q.noun.end]
        return Counted(q.noun.start, q.noun.end, lemma if q.kind == "multiple" else q.noun.value), q.noun.end
    if q.kind == "percent":
        return None, q.end
    if page.folded[q.start : q.end] in reader.phrases.lexicon.both:
        return counted_pair(page, q.end, reader.phrases, reader.nouns), q.end
    classifier = reader.phrases.classifiers.after(page.folded, q.end) if q.kind == "count" else None
    is_part = q.kind == "share" or q.numeral.is_vague or q.numeral.factor > 1 or classifier is not None
    closing = closing_at(page, classifier.end if classifier else q.end, reader.phrases)
    behind = classifier.end if classifier else q.end
    start = closing.end if closing else q.close or behind
    is_attribute = "-" in page.folded[q.start : q.end] and not q.is_range
    start += is_attribute and page.folded[start : start + 1] == "-"
    found = read_counted(page, start, reader.nouns, is_part=is_part, is_attribute=is_attribute)
    if found is None and classifier is not None:
        found = noun_before(page, q.start, reader.nouns) or known_noun(page, classifier, reader.nouns)
    return found, behind


def _counts(page: Page, q: Quantity, limits: Limits, counted: Counted | None, reader: Reader) -> bool:
    """Whether a bare number word is a quantity and not an article, a pronoun or part of a word."""
    n = q.numeral
    if n.form not in ("words", "magnitude") or n.is_share or n.is_multiple:
        return True
    if page.folded[n.start : n.end] in reader.phrases.lexicon.both:
        return counted is not None and not q.has_sign
    needs_noun = reader.phrases.lexicon.numbers.bare_digits_need_noun
    is_alone = _is_alone(page, q, reader)
    if n.first is not None and n.first.role == "half" and n.n_tokens == 1 and not q.has_sign and not is_alone:
        return False
    is_limited = limits.comparator != "exact"
    is_plain = not (q.has_sign or is_alone)
    if is_plain and _is_rather_a_word(page, q, counted, reader.phrases, is_limited=is_limited):
        return False
    if n.low == 1 and n.is_point and n.n_tokens == 1 and not is_alone:
        return one_counts(page, q, reader.phrases, reader.nouns, limits, counted)
    if reader.phrases.lexicon.writing.starts_apart and not is_alone:
        return counts_apart(page, q, reader.phrases, is_limited=is_limited)
    is_composed = (
        n.has_magnitude if n.n_tokens == 1 and n.is_vague else n.n_tokens > 1 and (n.is_point or n.has_magnitude)
    )
    if q.has_sign or is_limited or not needs_noun or is_composed or is_alone:
        return True
    has_classifier = _has_classifier(page, q, reader.phrases)
    if n.form == "magnitude" and n.low != 10:
        return has_classifier
    is_word = page.folded[q.end : q.end + 1].isalpha() and not is_named(page, q, reader.phrases, reader.nouns)
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


def _is_alone(page: Page, q: Quantity, reader: Reader) -> bool:
    """Whether the text is nothing but the number and a classifier or unit of it."""
    if q.start > 2 or len(page.text) - max(q.end, q.noun.end if q.noun else 0) > 6:
        return False
    classifier = reader.phrases.classifiers.at(page.folded, q.end)
    end = classifier.end if classifier else max(q.end, q.noun.end if q.noun else 0)
    return page.text.strip() == page.text[q.start : end].strip()


def _is_article(page: Page, q: Quantity, limits: Limits, phrases: Phrases) -> bool:
    """Whether a digit one before a unit or counter stands for the article, where the language has no other."""
    n = q.numeral
    is_one = n.form == "digits" and n.low == 1 and n.is_point and n.n_tokens == 1 and not n.has_decimals
    if q.kind == "duration" and goes_on_in_time(page, q, phrases):
        return False
    is_plain = q.kind == "duration" or (q.kind == "count" and phrases.classifiers.after(page.folded, q.end) is not None)
    return phrases.lexicon.numbers.digit_one_is_article and is_one and is_plain and limits.comparator == "exact"


def _has_classifier(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether a classifier stands behind the number word or ends it."""
    if phrases.classifiers.after(page.folded, q.end) is not None:
        return True
    inside = phrases.classifiers.before(page.folded, q.end)
    return inside is not None and inside.start > q.start


def _precision(q: Quantity, limits: Limits) -> Decimal | None:
    """Half a unit of the last written digit; zeros that end a rounded number are not written digits."""
    n = q.numeral
    if n.is_share or (n.is_multiple and n.form == "words"):
        return None
    unit = n.ulp
    if not n.has_decimals and (n.has_magnitude or limits.comparator in ("about", "nearly")):
        unit = max(unit, min(place(n.low), place(n.high) if n.high else place(n.low)))
    return unit / 2


@Pipeline.factory("parallax_figures", default_config={"lang": None}, assigns=["doc._.figures"])
def make_figures(nlp: Pipeline, name: str, lang: str | None) -> "FigureReader":
    """The component for a language; without `lang`, for the pipeline's own."""
    return FigureReader(load_language(lang or _pack_of(str(nlp.lang))))


def _pack_of(spacy_code: str) -> str:
    """The code of the pack that names this class of spaCy, else the class's own code."""
    return next((code for code in known_languages() if load_language(code).about.spacy == spacy_code), spacy_code)


class FigureReader:
    """Writes `doc._.figures` and `doc.spans["parallax_figures"]`.

    `doc.user_data["parallax_reference"]`, where it is set, is the day of writing that "last year" is told from.
    """

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with its figures read."""
        figures = tuple(read_figures(text_of(doc), self.language, reference=doc.user_data.get(REFERENCE_KEY)))
        doc._.figures = figures
        mark(doc, "figures", figures)
        return doc
