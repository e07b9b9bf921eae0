"""A number with its unit: measures and durations, with halves inside, behind and instead of the number."""

from decimal import Decimal
from typing import TypeVar

from nlp.behind import with_decimals_behind
from nlp.lookup import Hit, Table
from nlp.numeral import Page, place
from nlp.phrases import Phrases, Unit
from nlp.quantity import Quantity
from nlp.replacing import replace
from nlp.signs import TAIL

V = TypeVar("V")

HALF = Decimal("0.5")


def linked(page: Page, q: Quantity, table: Table[V]) -> Hit[V] | None:
    """The entry that stands behind a magnitude and "of": millions of dollars, tens of thousands of miles."""
    if not (q.numeral.is_vague or q.numeral.factor > 1):
        return None
    link = page.lexicon.of.after(page.folded, q.end)
    return table.after(page.folded, link.end) if link is not None else None


def read_unit(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """The quantity with the unit behind it; None if none stands there."""
    hit = phrases.units.after(page.folded, q.end) or linked(page, q, phrases.units) or _compound_unit(page, q, phrases)
    if hit is None:
        return _classified_half(page, q, phrases) or _classified_more(page, q, phrases)
    if _begins_number(page, hit, phrases):
        return None
    is_letter = hit.end - hit.start == 1 and page.text[hit.start].lower() != page.text[hit.start].upper()
    if is_letter and (page.text[hit.start] not in phrases.unit_letters or page.folded[hit.start - 1] == "-"):
        return None
    kind, unit = hit.value
    q = q.signed(kind, unit, noun=Hit(hit.start, hit.end, unit))
    behind = hit.end + (page.lexicon.writing.starts_apart and page.folded[hit.end : hit.end + 1] == " ")
    q = _with_half(q, behind + 1) if _is_half(page, behind) else q
    return _signed_behind(page, with_tail(page, q) or with_decimals_behind(page, q, phrases) or q)


def _compound_unit(page: Page, q: Quantity, phrases: Phrases) -> Hit[Unit] | None:
    """The unit that begins a compound behind digits and a hyphen: a 24-hourstrike."""
    start = q.end + 1
    if q.numeral.form != "digits" or page.folded[q.end : start] != "-":
        return None
    for stem, unit in phrases.unit_stems:
        if page.folded.startswith(stem, start):
            return Hit(start, start + len(stem), unit)
    return None


def _begins_number(page: Page, hit: Hit[Unit], phrases: Phrases) -> bool:
    """Whether the unit is a digit word as well and counts what the classifier behind it says: three, two of them."""
    if page.folded[hit.start : hit.end] not in page.lexicon.numbers.only_before_units:
        return False
    return phrases.classifiers.at(page.folded, hit.end) is not None


def with_tail(page: Page, q: Quantity) -> Quantity | None:
    """The quantity with a part of its unit more that follows in words: three years and a half."""
    end = q.noun.end if q.noun is not None else q.end
    may_go_on = page.behind(end) & TAIL and q.numeral.is_point and not q.numeral.has_decimals
    hit = page.lexicon.tails.after(page.folded, end) if may_go_on else None
    if hit is None:
        return None
    n, value = q.numeral, q.numeral.low + hit.value
    n = replace(n, low=value, high=value, ulp=place(hit.value), has_decimals=True)
    if q.noun is None:
        return replace(q, numeral=n, end=hit.end)
    return replace(q, numeral=n, noun=Hit(q.noun.start, hit.end, q.noun.value))


def _signed_behind(page: Page, q: Quantity) -> Quantity:
    """The quantity below zero if words behind it say so."""
    n, table = q.numeral, page.lexicon.negative_after
    hit = table.after(page.folded, q.noun.end) if q.noun is not None and table.entries else None
    if hit is None or q.noun is None or n.high is None or n.low < 0:
        return q
    return replace(q, numeral=replace(n, low=-n.high, high=-n.low), noun=Hit(q.noun.start, hit.end, q.noun.value))


def _is_half(page: Page, at: int) -> bool:
    i = page.first_from(at) if not page.lexicon.is_spaced else len(page.tokens)
    return i < len(page.tokens) and page.tokens[i].start == at and page.tokens[i].role == "half"


def _with_half(q: Quantity, end: int) -> Quantity:
    """The quantity with half a unit more; the word for it stands behind the unit, outside the span."""
    n = q.numeral
    if not n.is_point or n.has_decimals:
        return q
    noun = Hit(q.noun.start, end, q.noun.value) if q.noun is not None else None
    return replace(q, numeral=replace(n, low=n.low + HALF, high=n.low + HALF, ulp=HALF, has_decimals=True), noun=noun)


def _classified_half(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """A number, its classifier, half, and the unit."""
    classifier = phrases.classifiers.at(page.folded, q.end)
    if classifier is None or not _is_half(page, classifier.end):
        return None
    hit = phrases.units.at(page.folded, classifier.end + 1) or _around(page, classifier, classifier.end + 1, phrases)
    if hit is None:
        return None if page.folded[classifier.end + 1 : classifier.end + 2].isalpha() else _with_half(q, classifier.end)
    kind, unit = hit.value
    half = replace(q, kind=kind, unit=unit, end=classifier.end + 1, has_sign=True)
    return replace(_with_half(half, hit.end), noun=Hit(hit.start, hit.end, unit))


def _classified_more(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """A number, its classifier, a mark for "and more", and the unit: three (pieces odd) hours."""
    classifier = phrases.classifiers.at(page.folded, q.end)
    mark = page.lexicon.infix.at(page.folded, classifier.end) if classifier is not None else None
    if classifier is None or mark is None:
        return None
    hit = phrases.units.at(page.folded, mark.end) or _around(page, classifier, mark.end, phrases)
    if hit is None:
        return None
    kind, unit = hit.value
    numeral, noun = replace(q.numeral, comparator=mark.value), Hit(hit.start, hit.end, unit)
    return replace(q, numeral=numeral, kind=kind, unit=unit, end=mark.end, noun=noun, has_sign=True)


def _around(page: Page, classifier: Hit[bool], end: int, phrases: Phrases) -> Hit[Unit] | None:
    """The unit that the classifier is the beginning of, with a half or a mark inside it that ends here."""
    head = page.folded[classifier.start : classifier.end]
    hit = phrases.units.at(head + page.folded[end : end + 2], 0)
    return Hit(end, end + hit.end - len(head), hit.value) if hit is not None and hit.end > len(head) else None


def _part_of_unit(page: Page, q: Quantity, phrases: Phrases) -> Hit[Unit] | None:
    link = phrases.part_of.after(page.folded, q.end)
    return phrases.units.at(page.folded, link.end + (page.folded[link.end : link.end + 1] == " ")) if link else None


def _half_point(page: Page, q: Quantity, end: int, phrases: Phrases) -> Quantity | None:
    """Half a percentage point, half a percent: the word for it belongs to the span."""
    first = q.numeral.first
    if first is None or first.role != "half" or q.numeral.n_tokens > 1:
        return None
    points, percent = phrases.points.after(page.folded, end), phrases.percent.after(page.folded, end)
    hit = points or percent
    if hit is None:
        return None
    numeral = replace(q.numeral, is_share=False)
    return replace(q, numeral=numeral, end=hit.end, kind="percent", unit="pp" if points else "%", has_sign=True)


def half_unit(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """Half an hour, half-hour: a fraction before a unit, perhaps with an article, is an amount of that unit."""
    link = phrases.lexicon.articles.after(page.folded, q.end) or phrases.lexicon.of.after(page.folded, q.end)
    first = q.numeral.first
    is_tied = page.folded[q.end : q.end + 1] == "-" or (first is not None and first.role in ("half", "fraction"))
    hit = phrases.units.after(page.folded, link.end if link else q.end) if link or is_tied else None
    hit = hit or _part_of_unit(page, q, phrases)
    if hit is None:
        return _half_point(page, q, link.end if link else q.end, phrases)
    kind, unit = hit.value
    numeral = replace(q.numeral, is_share=False)
    return replace(q, numeral=numeral, kind=kind, unit=unit, noun=Hit(hit.start, hit.end, unit), has_sign=True)
