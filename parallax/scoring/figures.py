"""Scores of the figures: found at all, then value, comparator, kind, unit, counted noun, whose, on whose authority."""

import math
from collections.abc import Iterator, Sequence

from corpus.tables import Comparator, Figure, FigureKind
from nlp.layers import Place
from parallax.scales import BASES
from parallax.scoring.gold import Gold
from parallax.scoring.gold_file import GoldFigure, GoldFigureKind
from parallax.scoring.matching import TokenIndex, pairs, shared_characters, touches
from parallax.scoring.tally import Tally, accuracy, precision_recall

LAYER = "figures"

COMPARATORS: dict[str, Comparator] = {
    "=": "exact", "~": "about", ">": "over", ">=": "at_least", "<": "under", "<=": "at_most", "range": "exact",
}  # fmt: skip
"""From the annotator's signs to the tables' words; a vague amount has none, and `~` from below is "nearly"."""

KINDS: dict[GoldFigureKind, frozenset[FigureKind]] = {
    "count": frozenset({"count"}), "money": frozenset({"money"}), "percent": frozenset({"percent"}),
    "share": frozenset({"share"}), "duration": frozenset({"duration"}), "date": frozenset({"date"}),
    "ordinal": frozenset({"ordinal"}), "other": frozenset({"measure", "multiple"}),
}  # fmt: skip

WITH_UNIT = frozenset({"money", "percent", "duration"})
"""Kinds whose unit is written alike on both sides; a counted noun's unit is the annotator's own word."""

MINOR_BELOW = 10

Pair = tuple[GoldFigure, Figure]


def score_figures(gold: Gold, found: Sequence[Figure]) -> Tally:
    """The tally of one document: `full`, `strict` (no minor figures, no dates), and one part per kind of gold."""
    inside = [f for f in found if gold.holds(f.start, f.end)]
    wanted = gold.file.figures
    matched = [(wanted[i], inside[j]) for i, j in pairs(wanted, inside, shared_characters, 0.0)]
    partner = {id(f): g for g, f in matched}
    tally: Tally = {}
    for part, keeps in _parts():
        mine = [f for f in inside if keeps(partner.get(id(f), f))]
        kept = [(g, f) for g, f in matched if keeps(g)]
        counts = (len(kept), len(mine), len(kept), sum(keeps(g) for g in wanted))
        tally |= precision_recall(LAYER, part, "found", counts) | _answers(gold, part, kept)
        valued = [(g, f) for g, f in kept if is_same_value(g, f)]
        limited = [(g, f) for g, f in valued if is_same_comparator(g, f)]
        for name, right in (("with_value", len(valued)), ("with_value+comparator", len(limited))):
            tally |= precision_recall(LAYER, part, name, (right, counts[1], right, counts[3]))
    return tally


class _Keeps:
    """Whether a figure, of gold or found without a partner in gold, counts in a part."""

    def __init__(self, kind: GoldFigureKind | None, *, is_strict: bool = False) -> None:
        self.kind, self.is_strict = kind, is_strict

    def __call__(self, figure: GoldFigure | Figure) -> bool:
        if self.is_strict:
            return not (_is_minor(figure) or figure.kind == "date")
        kinds = KINDS[self.kind] if self.kind and isinstance(figure, Figure) else {self.kind}
        return self.kind is None or figure.kind in kinds


def _parts() -> Iterator[tuple[str, _Keeps]]:
    yield "full", _Keeps(None)
    yield "strict", _Keeps(None, is_strict=True)
    yield from ((kind, _Keeps(kind)) for kind in KINDS)


def _is_minor(figure: GoldFigure | Figure) -> bool:
    if isinstance(figure, GoldFigure):
        return figure.minor
    low = figure.low
    return figure.kind == "count" and not figure.is_vague and low is not None and low < MINOR_BELOW


def _answers(gold: Gold, part: str, kept: list[Pair]) -> Tally:
    tokens = TokenIndex(gold.text)
    return accuracy(
        LAYER,
        part,
        span=[(g.start, g.end) == (f.start, f.end) for g, f in kept],
        value=[is_same_value(g, f) for g, f in kept],
        comparator=[is_same_comparator(g, f) for g, f in kept],
        kind=[f.kind in KINDS[g.kind] for g, f in kept],
        unit=[f.unit is not None and f.unit.removesuffix("s") == g.unit for g, f in kept if _has_unit(g)],
        counted=[_is_same_noun(tokens, g, f) for g, f in kept if g.counted is not None],
        actor=[f.actor == gold.key(g.actor) for g, f in kept if g.actor is not None],
        source=[f.source == gold.key(g.source) for g, f in kept if g.source is not None and g.source_explicit],
    )


def _has_unit(g: GoldFigure) -> bool:
    return g.unit is not None and g.kind in WITH_UNIT


def is_same_value(g: GoldFigure, f: Figure) -> bool:
    """Whether the value, both ends of a range, the power of ten of a vague amount, or the date is the same.

    Percent and share are compared as one scale, as facts are (30 % are 0.3): the kind is a score of its own.
    """
    if g.kind == "date":
        return f.iso == g.iso
    if g.comparator == "vague":
        return f.is_vague and f.low is not None and f.low > 0 and _power(f.low) == _power(g.order or 1)
    wanted = (g.value, g.value) if g.value is not None else (g.low, g.high)
    of_gold, of_ours = _units_in(g.kind), _units_in(f.kind)
    pairs = zip(wanted, (f.low, f.high), strict=True)
    return not f.is_vague and all(_is_close(_over(a, of_gold), _over(b, of_ours)) for a, b in pairs)


def _units_in(kind: str) -> float:
    return next((n for (own, _), (_, n) in BASES.items() if own == kind), 1.0)


def _over(value: float | None, n: float) -> float | None:
    return None if value is None else value / n


def _power(value: float) -> int:
    return math.floor(math.log10(value) + 1e-9)


def _is_close(a: float | None, b: float | None) -> bool:
    """Equal but for the rounding of a third."""
    return a == b if a is None or b is None else math.isclose(a, b, rel_tol=1e-3)


def is_same_comparator(g: GoldFigure, f: Figure) -> bool:
    """Whether the text limits the number in the same way; a vague amount must be one, and nothing else."""
    if g.comparator == "vague":
        return f.is_vague
    wanted = "nearly" if g.comparator == "~" and g.approach == "below" else COMPARATORS[g.comparator]
    return f.comparator == wanted and not f.is_vague


def _is_same_noun(tokens: TokenIndex, g: GoldFigure, f: Figure) -> bool:
    if g.counted is None or f.counted_start is None or f.counted_end is None:
        return False
    return touches(tokens.of([g.counted]), tokens.of([Place(f.counted_start, f.counted_end)]))
