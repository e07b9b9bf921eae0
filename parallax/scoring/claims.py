"""Scores of the claims: the content's place, then source, cue, kind and type of those whose content was found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.tables import Claim
from nlp.layers import Place
from parallax.scoring.gold import Gold
from parallax.scoring.gold_file import GoldClaim
from parallax.scoring.matching import TokenIndex, Tokens, overlap, pairs, touches
from parallax.scoring.tally import Tally, accuracy, precision_recall

LAYER = "claims"
EXACT, CLOSE, HALF = 1.0, 0.8, 0.5
WAYS = {"exact": EXACT, "ov80": CLOSE, "ov50": HALF}
MAIN = "ov50"
"""The way in which the claims are paired whose source, cue, kind and type are compared."""


@dataclass(frozen=True, slots=True)
class Side:
    """A claim of either side as sets of tokens.

    Who is understood (a verb without a subject, `implicit_source` in gold) has no tokens, but is the actor.
    """

    content: Tokens
    source: Tokens
    cue: Tokens
    actor: str | None
    kind: str
    type: str
    is_implicit: bool
    rule: str = ""


Pair = tuple[Side, Side]


def score_claims(gold: Gold, found: Sequence[Claim]) -> Tally:
    """The tally of one document.

    `strict` leaves out what has no cue (`implicit` in gold, `is_implicit` in the reading, and what was found in the
    place of an implicit claim of gold); `full` counts all; `direct`, `indirect`, `mixed` are strict.
    """
    wanted, given = sides_of(gold, found)
    tally = _scores("full", wanted, given)
    wanted, given = strict(wanted, given)
    return tally | _scores("strict", wanted, given) | _by_kind(wanted, given)


def sides_of(gold: Gold, found: Sequence[Claim]) -> tuple[list[Side], list[Side]]:
    """The claims of gold and of the reading, as far as they stand where gold was annotated."""
    tokens = TokenIndex(gold.text)
    inside = [c for c in found if all(gold.holds(s.start, s.end) for s in c.content)]
    return [_gold_side(c, gold, tokens) for c in gold.file.claims], [_found_side(c, tokens) for c in inside]


def strict(wanted: list[Side], given: list[Side]) -> tuple[list[Side], list[Side]]:
    """Both sides without the implicit ones and without what was found in the place of an implicit one of gold."""
    explicit = [g for g in wanted if not g.is_implicit]
    cued = [f for f in given if not f.is_implicit]
    taken = {j for _, j in pairs(explicit, cued, _overlap, HALF)}
    left = [j for j in range(len(cued)) if j not in taken]
    implicit = [g for g in wanted if g.is_implicit]
    excused = {left[j] for _, j in pairs(implicit, [cued[j] for j in left], _overlap, HALF)}
    return explicit, [f for j, f in enumerate(cued) if j not in excused]


def _gold_side(claim: GoldClaim, gold: Gold, tokens: TokenIndex) -> Side:
    return Side(
        content=tokens.of(claim.pieces),
        source=tokens.of([claim.source] if claim.source else []),
        cue=tokens.of([claim.cue] if claim.cue else []),
        actor=gold.key(claim.source.canonical if claim.source else claim.implicit_source),
        kind=claim.kind,
        type=claim.type.replace("-", "_"),
        is_implicit=claim.implicit,
    )


def _found_side(claim: Claim, tokens: TokenIndex) -> Side:
    is_understood = claim.source_resolved_by == "ellipsis"
    return Side(
        content=tokens.of([Place(s.start, s.end) for s in claim.content]),
        source=tokens.of([] if is_understood else _place(claim.source_start, claim.source_end)),
        cue=tokens.of(_place(claim.cue_start, claim.cue_end)),
        actor=claim.source,
        kind=claim.kind,
        type=claim.type,
        is_implicit=claim.is_implicit,
        rule=claim.rule,
    )


def _place(start: int | None, end: int | None) -> list[Place]:
    return [] if start is None or end is None else [Place(start, end)]


def _overlap(g: Side, f: Side) -> float:
    return overlap(g.content, f.content)


def matched(wanted: list[Side], given: list[Side], threshold: float) -> list[Pair]:
    """The claims whose contents belong together, one to one."""
    return [(wanted[i], given[j]) for i, j in pairs(wanted, given, _overlap, threshold)]


def _scores(part: str, wanted: list[Side], given: list[Side]) -> Tally:
    tally: Tally = {}
    for name, threshold in WAYS.items():
        kept = matched(wanted, given, threshold)
        tally |= _both(part, name, len(kept), wanted, given)
        if name != "exact":
            right = sum(_is_same_source(*pair) and _is_same_cue(*pair) for pair in kept)
            tally |= _both(part, f"{name}.source+cue", right, wanted, given)
        if name == MAIN:
            tally |= _answers(part, kept)
    return tally | _token_scores(part, wanted, given)


def _both(part: str, name: str, right: int, wanted: list[Side], given: list[Side]) -> Tally:
    return precision_recall(LAYER, part, name, (right, len(given), right, len(wanted)))


def _token_scores(part: str, wanted: list[Side], given: list[Side]) -> Tally:
    ours, theirs = (frozenset[int]().union(*(s.content for s in side)) for side in (given, wanted))
    both = len(ours & theirs)
    return precision_recall(LAYER, part, "token", (both, len(ours), both, len(theirs)))


def _answers(part: str, kept: list[Pair]) -> Tally:
    def each(answer: Callable[[Side, Side], bool]) -> list[bool]:
        return [answer(g, f) for g, f in kept]

    return accuracy(
        LAYER,
        part,
        source=each(_is_same_source),
        source_actor=[g.actor == f.actor for g, f in kept if g.actor is not None],
        cue=each(_is_same_cue),
        source_and_cue=each(lambda g, f: _is_same_source(g, f) and _is_same_cue(g, f)),
        kind=each(lambda g, f: g.kind == f.kind),
        kind_lenient=each(lambda g, f: _lenient(g.kind) == _lenient(f.kind)),
        type=each(lambda g, f: g.type == f.type),
    )


def _is_same_source(g: Side, f: Side) -> bool:
    return touches(g.source, f.source) if g.source else not f.source


def _is_same_cue(g: Side, f: Side) -> bool:
    return bool(g.cue & f.cue) if g.cue else not f.cue


def _lenient(kind: str) -> str:
    """Quotation marks round one term make a paraphrase formally mixed."""
    return "indirect" if kind == "mixed" else kind


def _by_kind(wanted: list[Side], given: list[Side]) -> Tally:
    tally: Tally = {}
    kept = matched(wanted, given, HALF)
    for kind in ("direct", "indirect", "mixed"):
        counts = (
            sum(f.kind == kind for _, f in kept),
            sum(f.kind == kind for f in given),
            sum(g.kind == kind for g, _ in kept),
            sum(g.kind == kind for g in wanted),
        )
        tally |= precision_recall(LAYER, kind, MAIN, counts)
    return tally
