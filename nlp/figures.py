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

from nlp.both import counted_pair
from nlp.bundle import Beside
from nlp.concepts import is_kind_of
from nlp.counted import known_noun, noun_before, read_counted, read_counted_before, read_noun_before
from nlp.date_words import Calendar, calendar_of
from nlp.dates import is_decade, read_date
from nlp.language import Language, known_languages, load_language
from nlp.layers import REFERENCE_KEY, Counted, Figure, Placed, mark, text_of
from nlp.limits import Limits, closing_at, read_limits
from nlp.noun_first import noun_first
from nlp.nouns import Nouns, nouns_of
from nlp.numeral import Page, place
from nlp.numerals import NO_NUMBERS, read_page
from nlp.ordinals import read_ordinal
from nlp.phrases import Phrases, phrases_of
from nlp.quantities import read_quantity
from nlp.quantity import Quantity
from nlp.ranges import read_range
from nlp.regrouped import regrouped
from nlp.respaced import respaced
from nlp.signs import CLASSIFIER, DECADE, MARK, VERB, signs_of
from nlp.thinning import placed, thinned
from nlp.traps import is_trap
from nlp.worded import is_amount_in_words, is_digit_article
from nlp.years import is_amount


@dataclass(frozen=True, slots=True)
class Reader:
    """Everything compiled that reading a language needs."""

    phrases: Phrases
    calendar: Calendar
    nouns: Nouns
    signs: Beside


@cache
def reader_of(language: Language) -> Reader:
    """The compiled reader of a language."""
    return Reader(phrases_of(language), calendar_of(language), nouns_of(language), signs_of(language))


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
    reader = reader_of(language)
    lexicon = reader.phrases.lexicon
    ignored = lexicon.writing.ignored
    plain, places = thinned(text, ignored) if lexicon.is_spaced or ignored else respaced(text)
    figures = list(_figures(read_page(plain, lexicon, reader.signs), reader, reference))
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
    token = page.tokens[i]
    if token.role in NO_NUMBERS or (page.behind(token.end) & DECADE and is_decade(page, token, reader.calendar)):
        return [], i + 1
    dated = read_date(page, i, reader.calendar, reference)
    if dated is not None and not (_is_bare(page, i, dated[0]) and is_amount(page, i, *_words_of(reader))):
        return [dated[0]], max(dated[1], i + 1)
    ordinal = read_ordinal(page, i, reader.phrases, reader.nouns) if page.before(token.start) & MARK else None
    if ordinal is not None:
        return ([ordinal[0]] if ordinal[0] else []), max(ordinal[1], i + 1)
    quantity = read_quantity(page, i, reader.phrases)
    if quantity is None:
        return [], i + 1
    parts = read_range(page, quantity if quantity.start >= end else _apart(quantity, end), reader.phrases)
    found = [figure for part in parts if (figure := _figure(page, part, reader)) is not None]
    return found, max(parts[-1].next, i + 1)


def _is_bare(page: Page, i: int, dated: Figure) -> bool:
    """Whether the date is one number with nothing that names it a date."""
    return (dated.start, dated.end) == (page.tokens[i].start, page.tokens[i].end)


def _words_of(reader: Reader) -> tuple[Calendar, Phrases, Nouns]:
    return reader.calendar, reader.phrases, reader.nouns


def _apart(q: Quantity, end: int) -> Quantity:
    """The quantity without a sign before it that belongs to the figure before (5$5: the sign is the first number's)."""
    first = q.numeral.first
    if first is None or first.start < end:
        return q
    if q.kind == "money":
        q = replace(q, kind="count", unit=None, has_sign=False)
    return replace(q, start=first.start)


def _figure(page: Page, q: Quantity, reader: Reader) -> Figure | None:
    phrases, nouns = reader.phrases, reader.nouns
    is_pair = q.numeral.form != "digits" and page.folded[q.start : q.end] in phrases.lexicon.both
    counted, behind = _counted(page, q, reader, is_pair=is_pair)
    if counted is None and not q.has_sign:
        q, counted = noun_first(page, q, phrases)
    if is_trap(page, q, phrases, counted):
        return None
    q = regrouped(page, q, counted)
    if counted is None and behind == q.end:
        ends: tuple[int, ...] = (q.end,)
    else:
        ends = tuple(dict.fromkeys((q.end, behind, counted.end if counted else behind)))
    limits = Limits(start=q.start) if is_pair else read_limits(page, q, phrases, ends=ends)
    counted = counted or _counted_ahead(page, q, limits, reader)
    n = q.numeral
    if n.form == "digits":
        if is_digit_article(page, q, limits, phrases):
            return None
    elif not is_amount_in_words(page, q, limits, counted, phrases, nouns):
        return None
    kind = q.kind
    if kind == "count" and n.is_vague and counted and is_kind_of(counted.concept, "payment"):
        kind = "money"
    end = _end(page, q, reader) if page.folded[q.end - 1] == "." else q.end
    return Figure(
        q.start, end, n.low, n.high, kind, q.unit, limits.comparator, n.is_vague, limits.emphasis, limits.trend,
        _precision(q, limits), counted,
    )  # fmt: skip


def _end(page: Page, q: Quantity, reader: Reader) -> int:
    """Where a figure with a stop ends: one that its abbreviation does not have, and that ends the sentence, is not its.

    What has no such stop ends where the quantity does.
    """
    unstopped = reader.phrases.lexicon.numbers.unstopped
    if not page.folded.endswith(tuple(unstopped), q.start, q.end - 1):
        return q.end
    following = page.text[q.end : q.end + 3].strip(" ")[:1]
    return q.end - (not following or following.isupper() or not following.isalnum())


def _counted_ahead(page: Page, q: Quantity, limits: Limits, reader: Reader) -> Counted | None:
    """The counted noun before the number or what limits it."""
    for start in (q.start, limits.start):
        found = read_counted_before(page, start, reader.nouns) if page.before(start) & VERB else None
        if found is not None:
            return found
    return read_noun_before(page, q.start, reader.nouns) if q.numeral.form == "adjective" else None


def _counted(page: Page, q: Quantity, reader: Reader, *, is_pair: bool) -> tuple[Counted | None, int]:
    """The counted noun, and where the classifier before it ends; `is_pair` for a word such as "both"."""
    if q.noun is not None:
        lemma = page.folded[q.noun.start : q.noun.end]
        return Counted(q.noun.start, q.noun.end, lemma if q.kind == "multiple" else q.noun.value), q.noun.end
    if q.kind == "percent":
        return None, q.end
    if is_pair:
        return counted_pair(page, q.end, reader.phrases, reader.nouns), q.end
    may_count = q.kind == "count" and page.behind(q.end) & CLASSIFIER
    classifier = reader.phrases.classifiers.after(page.folded, q.end) if may_count else None
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


def _precision(q: Quantity, limits: Limits) -> Decimal | None:
    """Half a unit of the last written digit; zeros that end a rounded number are not written digits."""
    n = q.numeral
    if n.is_share or (n.is_multiple and n.form == "words"):
        return None
    unit = n.ulp
    if not n.has_decimals and (n.has_magnitude or limits.comparator in ("about", "nearly")):
        least = place(n.low)
        unit = max(unit, least if n.is_point or not n.high else min(least, place(n.high)))
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
