"""What a claim's content holds beside its words for things: negations and scare quotes."""

import re
from collections.abc import Mapping, Sequence

from corpus.tables import ClaimType, CueClass
from nlp.layers import Claim, Cue, Place
from nlp.replacing import replace
from nlp.within import Within

NEAR = 30
"""Characters between a word that negates a cue and the cue."""
_MARKS = re.compile(r"[,;:.!?()«»“”„\"，；：。！？\n]")
_WHAT_IT_MAKES: Mapping[CueClass, ClaimType] = {"concede": "denial"}
"""What a statement is that is not conceded."""


def with_marks(claims: Sequence[Claim], negations: Within[Place], terms: Within[Place]) -> list[Claim]:
    """The claims with their negations and scare quotes; what stands in a claim inside another is that one's only."""
    inner: dict[int, list[Place]] = {}
    for claim in claims:
        if claim.parent is not None:
            inner.setdefault(claim.parent, []).extend(claim.content)
    return [_marked(claim, negations, terms, inner.get(at, ())) for at, claim in enumerate(claims)]


def _marked(claim: Claim, negations: Within[Place], terms: Within[Place], inner: Sequence[Place]) -> Claim:
    denying, quoted = _own(claim, negations, inner), _own(claim, terms, inner)
    return replace(claim, negations=tuple(denying), scare_quotes=tuple(quoted)) if denying or quoted else claim


def _own(claim: Claim, found: Within[Place], inner: Sequence[Place]) -> list[Place]:
    own: list[Place] = []
    for piece in claim.content:
        for place in found.all_inside(piece.start, piece.end):
            if not any(p.start <= place.start and place.end <= p.end for p in inner) and place != piece:
                own.append(place)
    return own


def with_negated_cues(claims: Sequence[Claim], negations: Within[Place], text: str) -> list[Claim]:
    """The claims with the words that negate their cue: X did not confirm | that C.

    Who does not admit a thing denies it; who does not deny it, or does not say that somebody did it, accuses nobody.
    """
    return [_negated(claim, negations, text) if claim.cue is not None else claim for claim in claims]


def _negated(claim: Claim, negations: Within[Place], text: str) -> Claim:
    cue, source = claim.cue, claim.source
    assert cue is not None
    if not negations.all_inside(cue.start - NEAR, cue.end + NEAR):
        return claim
    first = max(0, cue.start - NEAR, *(p.end for p in claim.content if p.end <= cue.start))
    if source is not None and source.end <= cue.start:
        first = max(first, source.end)
    last = min((p.start for p in claim.content if p.start >= cue.end), default=cue.end)
    found = [p for p in negations.inside(first, min(last, cue.end + NEAR)) if not _apart(text, p, cue)]
    if not found:
        return claim
    type_ = _WHAT_IT_MAKES.get(cue.cue_class, claim.type)
    type_ = "report" if type_ == claim.type and type_ in ("accusation", "denial") else type_
    return replace(claim, type=type_, negations=tuple(sorted({*found, *claim.negations}, key=lambda p: p.start)))


def _apart(text: str, place: Place, cue: Cue) -> bool:
    """Whether a mark stands between a word and a cue."""
    between = text[place.end : cue.start] if place.end <= cue.start else text[cue.end : place.start]
    return _MARKS.search(between) is not None
