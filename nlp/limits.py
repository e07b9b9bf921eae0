"""What limits or stresses a quantity: comparator, emphasis and trend, read outward from the number."""

import re
from dataclasses import dataclass
from typing import TypeVar

from corpus.tables import Comparator
from nlp.cased import cased_at
from nlp.limit_words import Trend
from nlp.lookup import Hit, Table, holds_word, is_letter
from nlp.numeral import Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity
from nlp.signs import AFTER_SIGN, CLOSING, LIMIT, MOVED, STRESS, STRESSED, TARGET, TRANSPARENT, TREND

V = TypeVar("V")

_REACH = 4
_BACK = 48
_AHEAD = 60
_BREAK = re.compile(r"[.,:;!?\n\d]")
_CLAUSE_END = re.compile(r"[.,:;!?](?!\d)|\n")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)  # not frozen: made for every number, and freezing costs a third of that
class Limits:
    """How the text limits a number; `start` is where the limiting words begin."""

    comparator: Comparator = "exact"
    emphasis: str | None = None
    trend: Trend | None = None
    start: int = 0


def read_limits(page: Page, q: Quantity, phrases: Phrases, *, ends: tuple[int, ...]) -> Limits:
    """The words around a quantity; `ends` are the places behind which a closing comparator may stand."""
    limits, behind = _outward(page, q, phrases), 0
    for end in ends:
        behind |= page.behind(end)
    if limits.trend is None and behind & MOVED:
        limits.trend = _moved_behind(page, phrases, ends)
    if limits.trend is None and (q.kind == "percent" or page.before(limits.start) & (TREND | TARGET)):
        limits.trend = _trend(page, limits.start, q, phrases)
    if limits.comparator == "exact" and not q.is_range:
        has_sign = behind & AFTER_SIGN and q.has_sign and q.kind in ("money", "percent")
        limits.comparator = (
            (_behind(page, phrases.limits.after_sign, ends) if has_sign else None)
            or (_closing(page, q, phrases, ends) if behind & CLOSING else None)
            or _from_afar(page, limits.start, phrases.limits.governing, phrases.limits.reach)
            or "exact"
        )
    if behind & STRESSED and not limits.emphasis:
        limits.emphasis = _stress_behind(page, phrases, ends)
    return limits


def _stress_behind(page: Page, phrases: Phrases, ends: tuple[int, ...]) -> str | None:
    """The first words behind the quantity that stress it."""
    hits = (phrases.limits.emphasis_after.after(page.folded, end) for end in ends)
    return next((page.text[hit.start : hit.end] for hit in hits if hit is not None), None)


def _outward(page: Page, q: Quantity, phrases: Phrases) -> Limits:
    """What the words right before a quantity say, read outward from it."""
    at = q.lead if q.lead is not None else q.start
    comparator: Comparator = q.numeral.comparator or "exact"
    emphasis: str | None = None
    trend: Trend | None = "to" if q.trend == "to" else q.numeral.trend
    is_open = comparator == "exact" or q.numeral.comparator == "about"
    for _ in range(_REACH):
        signs = page.before(at)
        if not signs & (LIMIT | STRESS | TRANSPARENT):
            break
        hit = phrases.limits.before.before(page.folded, at) if signs & LIMIT else None
        stress = phrases.limits.emphasis_before.before(page.folded, at) if signs & STRESS else None
        if hit is not None and (stress is None or hit.start <= stress.start) and _governs(page, hit, q, phrases):
            if _names_target(page, hit, q, phrases):
                trend = "to"
            elif is_open:
                comparator, is_open = hit.value, False
            at = hit.start
        elif stress is not None:
            emphasis, at = page.text[stress.start : stress.end], stress.start
        else:
            step = phrases.limits.transparent.before(page.folded, at) if signs & TRANSPARENT else None
            if step is None or not is_open:
                break
            at = step.start
    if is_open and phrases.limits.across:
        comparator = _across(page, at, phrases) or comparator
    return Limits(comparator, emphasis, trend, at)


def _across(page: Page, at: int, phrases: Phrases) -> Comparator | None:
    """What the phrase says that limits over a preposition: almost (by) five percent."""
    limits = phrases.limits
    link = limits.prepositions.before(page.folded, at)
    hit = limits.before.before(page.folded, link.start) if link is not None else None
    return hit.value if hit is not None and page.folded[hit.start : hit.end] in limits.across else None


def _closing(page: Page, q: Quantity, phrases: Phrases, ends: tuple[int, ...]) -> Comparator | None:
    for end in ends:
        hit = closing_at(page, end, phrases)
        if hit is None or _ends_name(page, hit, q):
            continue
        if _governs(page, hit, q, phrases) and not _opens_next(page, hit, phrases):
            return hit.value
    return None


def closing_at(page: Page, end: int, phrases: Phrases) -> Hit[Comparator] | None:
    """The comparator that stands behind this place, by the ending before it or whatever stands there."""
    if not page.behind(end) & CLOSING:
        return None
    cased = cased_at(page.folded, end, phrases.limits.cased, page.lexicon.writing.suffixes, is_trend=False)
    if cased is not None and cased.value.comparator is not None:
        return Hit(cased.start, cased.end, cased.value.comparator)
    return phrases.limits.after.after(page.folded, end)


def _moved_behind(page: Page, phrases: Phrases, ends: tuple[int, ...]) -> Trend | None:
    """Where the word of change behind the quantity says that it went."""
    for end in ends if phrases.limits.cased.entries else ():
        hit = cased_at(page.folded, end, phrases.limits.cased, page.lexicon.writing.suffixes, is_trend=True)
        if hit is not None:
            return hit.value.trend
    return _behind(page, phrases.limits.trend_after, ends)


def _ends_name(page: Page, hit: Hit[Comparator], q: Quantity) -> bool:
    """Whether a plus sign belongs to a name behind the number: 5 (million) Disney+ subscribers."""
    is_sign = not page.folded[hit.start].isalnum()
    return is_sign and hit.start > q.end and q.noun is None and is_letter(page.folded[hit.start - 1])


def _opens_next(page: Page, hit: Hit[Comparator], phrases: Phrases) -> bool:
    """Whether the closing phrase is rather the beginning of one before the next number: "300 and more than 20"."""
    last = page.folded.rfind(" ", hit.start, hit.end) + 1
    longer = phrases.limits.before.at(page.folded, last) if last else None
    return longer is not None and longer.end > hit.end


def _behind(page: Page, table: Table[V], ends: tuple[int, ...]) -> V | None:
    """What the entry behind one of the places says."""
    hits = (table.after(page.folded, end) for end in ends)
    return next((hit.value for hit in hits if hit is not None), None) if table.entries else None


def _governs(page: Page, hit: Hit[Comparator], q: Quantity, phrases: Phrases) -> bool:
    form = page.folded[hit.start : hit.end]
    if q.trend == "from" and form.split(" ", 1)[0] in phrases.limits.target:
        return False
    if form in phrases.limits.only_with_magnitude and q.numeral.form != "magnitude":
        return False
    if not q.has_sign and form in phrases.limits.only_with_unit:
        return False
    if q.numeral.is_share and form in phrases.limits.by_words.entries:
        return False
    return not (q.kind == "duration" and form in phrases.limits.not_with_duration)


def _names_target(page: Page, hit: Hit[Comparator], q: Quantity, phrases: Phrases) -> bool:
    """Whether the phrase says where a movement ends: "to" behind "rose" or "fell"."""
    form = page.folded[hit.start : hit.end]
    return form in phrases.limits.target_words.entries and _is_movement(page, hit.start, q.end, phrases)


def _trend(page: Page, at: int, q: Quantity, phrases: Phrases) -> Trend | None:
    signs = page.before(at)
    moved = phrases.limits.trend.before(page.folded, at) if signs & TREND else None
    if moved is not None:
        return moved.value
    if not signs & TARGET:
        return _from_afar(page, at, phrases.limits.trend, phrases.limits.reach) if q.kind == "percent" else None
    targets: tuple[tuple[Table[bool], Trend], ...] = (
        (phrases.limits.target_words, "to"),
        (phrases.limits.by_words, "by"),
    )
    for words, trend in targets:
        hit = words.before(page.folded, at)
        if hit is not None and _is_movement(page, hit.start, q.end, phrases):
            moved_by = _from_afar(page, at, phrases.limits.trend, phrases.limits.reach) or "by"
            return "to" if trend == "to" else moved_by
    return _from_afar(page, at, phrases.limits.trend, phrases.limits.reach) if q.kind == "percent" else None


def _from_afar(page: Page, at: int, table: Table[V], reach: int) -> V | None:
    """What the nearest entry before this place in the clause says, with at most `reach` words between."""
    if not reach or not table.entries:
        return None
    start = max((m.end() for m in _BREAK.finditer(page.folded, max(0, at - _BACK), at)), default=max(0, at - _BACK))
    words = [m.start() for m in _WORD.finditer(page.folded, start, at)]
    for begin in reversed(words[-reach - 1 :]):
        for p in ("", *page.lexicon.writing.proclitics):
            hit = table.at(page.folded, begin + len(p)) if page.folded.startswith(p, begin) else None
            if hit is not None and hit.end <= at:
                return hit.value
    return None


def _is_movement(page: Page, start: int, end: int, phrases: Phrases) -> bool:
    """Whether a word of change stands in the same sentence before `start`, or in the same clause behind `end`."""
    clause = page.folded[max(0, start - _BACK) : start]
    for stop in (". ", ";", "!", "?", "\n"):
        clause = clause[clause.rfind(stop) + 1 :]
    if holds_word(clause, phrases.limits.target, page.lexicon.writing.proclitics):
        return True
    if not phrases.limits.target_behind:
        return False
    clause = _CLAUSE_END.split(page.folded[end : end + _AHEAD], 1)[0]
    return holds_word(clause, phrases.limits.target, page.lexicon.writing.proclitics)
