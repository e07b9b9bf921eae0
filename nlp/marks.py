"""What a claim's content holds beside its words for things: negations and scare quotes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.layers import Claim, Place
from nlp.within import Within


def with_marks(claims: Sequence[Claim], negations: Within[Place], terms: Within[Place]) -> list[Claim]:
    """The claims with their negations and scare quotes; what stands in a claim inside another is that one's only."""
    inner: dict[int, list[Place]] = {}
    for claim in claims:
        if claim.parent is not None:
            inner.setdefault(claim.parent, []).extend(claim.content)
    return [_marked(claim, negations, terms, inner.get(at, ())) for at, claim in enumerate(claims)]


def _marked(claim: Claim, negations: Within[Place], terms: Within[Place], inner: Sequence[Place]) -> Claim:
    denying, quoted = tuple(_own(claim, negations, inner)), tuple(_own(claim, terms, inner))
    return replace(claim, negations=denying, scare_quotes=quoted) if denying or quoted else claim


def _own(claim: Claim, found: Within[Place], inner: Sequence[Place]) -> Iterator[Place]:
    for piece in claim.content:
        for place in found.all_inside(piece.start, piece.end):
            if not any(p.start <= place.start and place.end <= p.end for p in inner) and place != piece:
                yield place
