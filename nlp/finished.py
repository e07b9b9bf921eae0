"""Drafts made into claims: source, targets, kind, type, hedges, and which claim stands inside which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.tables import ClaimKind, ClaimType
from nlp.drafts import Draft
from nlp.layers import Claim, Cue, Hedge, Mention, Place, Source
from nlp.pack_attribution import AttributionPack
from nlp.quotes import Quotation
from nlp.replacing import replace
from nlp.scripts import lower
from nlp.within import Within
from nlp.words import tokenise

AIMED_AT = frozenset({"person", "organisation", "group"})
"""Kinds of actors that a claim can be about."""


_HELD = frozenset({"particle", "agentless", "hearsay"})
"""Roles of cues that hold a content at a distance if their class is that of hedges."""
NEGATED = 10
"""Characters between a negation and the cue that it belongs to: does (not) rule out, non lo (esclude)."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a text holds beside the drafts. `resolved` gives each mention as it is known now by its place."""

    text: str
    resolved: Mapping[tuple[int, int], Mention]
    mentions: Within[Mention]
    quotations: Within[Quotation]
    hedges: Within[Hedge]
    negations: Within[Place]
    pack: AttributionPack


def finished(draft: Draft, around: Around) -> Claim:
    """The claim of a draft; its parent is not known yet."""
    source = _source(draft, around.resolved)
    targets = _targets(draft.content, around.mentions, source)
    return Claim(
        source=source,
        cue=_cue(draft),
        content=draft.content,
        kind=_kind(draft.content, around.quotations, None if draft.rule.startswith("quote") else draft.cue),
        type=_type(draft, targets, around),
        rule=draft.rule,
        targets=targets,
        hedges=_hedges(draft, around.hedges),
    )


def _cue(draft: Draft) -> Cue | None:
    if draft.cue is None:
        return None
    return Cue(draft.cue.start, draft.cue.end, draft.entry.group.cue_class if draft.entry is not None else "neutral")


def _source(draft: Draft, resolved: Mapping[tuple[int, int], Mention]) -> Source | None:
    if draft.source is None:
        return None
    mention = draft.source.mention
    if mention is None:
        return Source(draft.source.start, draft.source.end, None, None)
    current = resolved.get((mention.start, mention.end), mention)
    if draft.is_dropped:
        return Source(mention.start, mention.end, current.actor, "ellipsis")
    return Source(draft.source.start, draft.source.end, current.actor, current.resolved_by)


def _targets(content: Sequence[Place], mentions: Within[Mention], source: Source | None) -> tuple[str, ...]:
    """The actors that the content is about, the speaker left out, as first named."""
    speaker = source.actor if source is not None else None
    named: dict[str, None] = {}
    for place in content:
        for m in mentions.all_inside(place.start, place.end):
            if m.actor is not None and m.kind in AIMED_AT and m.actor != speaker:
                named[m.actor] = None
    return tuple(named)


def _kind(content: Sequence[Place], quotations: Within[Quotation], cue: Place | None = None) -> ClaimKind:
    """How much of the content is quoted; a quotation that holds the cue as well is another speaker's."""
    for place in content:
        if not _is_quoted(place, quotations, cue):
            break
    else:
        return "direct"
    for place in content:
        if quotations.all_inside(place.start, place.end + 1):
            return "mixed"
    return "indirect"


def _is_quoted(place: Place, quotations: Within[Quotation], cue: Place | None) -> bool:
    for q in quotations.around(place.start, place.end):
        if q.inner_start <= place.start and place.end <= q.inner_end and not _holds_cue(q, cue):
            return True
    return False


def _holds_cue(quotation: Quotation, cue: Place | None) -> bool:
    return cue is not None and quotation.inner_start <= cue.start and cue.end <= quotation.inner_end


def _type(draft: Draft, targets: tuple[str, ...], around: Around) -> ClaimType:
    """The cue's type, or where that is open the first one of which the content holds a word."""
    base: ClaimType = draft.entry.group.type if draft.entry is not None else "report"
    if base == "denial" and draft.entry is not None and _is_negated(draft, around):
        base = draft.entry.group.negated_type
    if base not in ("report", "assessment"):
        return base
    return _type_of(draft.content, base, targets, around)


def _is_negated(draft: Draft, around: Around) -> bool:
    """Whether a negation stands at the cue and in front of the content or behind it."""
    if draft.cue is None:
        return False
    first, last = draft.content[0].start, draft.content[-1].end
    near = around.negations.inside(draft.cue.start - NEGATED, draft.cue.end + NEGATED)
    return any(n.end <= first or n.start >= last for n in near)


def _type_of(places: Sequence[Place], base: ClaimType, targets: tuple[str, ...], around: Around) -> ClaimType:
    """The first type of which the content holds a word, else the given one.

    An accusation accuses somebody; "no danger" warns of nothing; words for a statement make no rebuttal by themselves.
    """
    told = around.pack.stems.types(around.text, places)
    return next((kind for kind in told if _is_possible(kind, places, targets, around)), base)


def _is_possible(kind: ClaimType, places: Sequence[Place], targets: tuple[str, ...], around: Around) -> bool:
    if kind == "warning":
        return not any(around.negations.all_inside(p.start, p.end) for p in places)
    return kind != "rebuttal" and (kind != "accusation" or bool(targets))


def typed_by_content(claim: Claim, around: Around) -> Claim:
    """A claim without a cue with what its content tells: kind, type, targets and hedges."""
    targets = _targets(claim.content, around.mentions, claim.source)
    hedges = {h for p in claim.content for h in around.hedges.all_inside(p.start, p.end)}
    return replace(
        claim,
        kind=_kind(claim.content, around.quotations),
        type=_type_of(claim.content, claim.type, targets, around),
        targets=targets,
        hedges=tuple(sorted(hedges, key=lambda h: (h.start, h.end))),
    )


def _hedges(draft: Draft, hedges: Within[Hedge]) -> tuple[Hedge, ...]:
    own = {h for p in draft.content for h in hedges.all_inside(p.start, p.end)}
    is_held = draft.entry is not None and draft.entry.role in _HELD and draft.entry.group.cue_class == "hedge"
    if draft.cue is not None and is_held:
        own.add(Hedge(draft.cue.start, draft.cue.end, "evidential"))
    if draft.hedge is not None:
        own.add(Hedge(draft.hedge.start, draft.hedge.end, "evidential"))
    if draft.scope is not None:
        own.add(Hedge(draft.scope.start, draft.scope.end, "attribution"))
    return tuple(sorted(own, key=lambda h: (h.start, h.end))) if own else ()


def sounds_accusing(claim: Claim, around: Around) -> bool:
    """Whether the content holds a word of accusation, whomever it is about."""
    return "accusation" in around.pack.stems.types(around.text, claim.content)


def speaks_of_a_statement(claim: Claim, around: Around) -> bool:
    """Whether what is judged is another's statement: the words from the cue to the end name one."""
    start = min(claim.content[0].start, claim.cue.start if claim.cue is not None else claim.content[0].start)
    return "rebuttal" in around.pack.stems.types(around.text, (Place(start, claim.content[-1].end),))


TOPIC = 3
"""Words that can stand before the topic of a content: in the past year | the company."""


def is_topic(actor: str, claim: Claim, around: Around) -> bool:
    """Whether the content begins with the actor, not with something done to it or said of it by the way."""
    start, end = claim.content[0].start, claim.content[0].end
    own = (m for m in around.mentions.all_inside(start, end) if around.resolved[m.start, m.end].actor == actor)
    mention = next(own, None)
    if mention is None:
        return False
    words = [t for t in tokenise(around.text, start, mention.start) if t.kind == "word"]
    if not words or len(words) > TOPIC:
        return not words
    last = around.text[words[-1].start : words[-1].end]
    if around.pack.morphology is None:
        return lower(last) not in around.pack.subject_links
    is_adjunct = around.pack.morphology.readings(around.text[words[0].start : words[0].end])[0].pos == "PREP"
    return is_adjunct and around.pack.morphology.readings(last)[0].pos != "PREP"


def nested(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, sorted by content, with each one's parent: the smallest whose content holds its cue and content."""
    done: list[Claim] = []
    open_claims: list[int] = []
    for index, claim in enumerate(claims):
        start = claim.content[0].start if claim.cue is None else min(claim.content[0].start, claim.cue.start)
        open_claims = [i for i in open_claims if claims[i].content[-1].end > start]
        holding = [(_length(claims[i]), i) for i in open_claims if _holds(claims[i], claim)]
        done.append(replace(claim, parent=min(holding)[1]) if holding else claim)
        open_claims.append(index)
    return done


def _length(claim: Claim) -> int:
    return sum(p.end - p.start for p in claim.content)


def _holds(outer: Claim, inner: Claim) -> bool:
    places = [*inner.content, *([Place(inner.cue.start, inner.cue.end)] if inner.cue is not None else [])]
    inside = all(any(o.start <= p.start and p.end <= o.end for o in outer.content) for p in places)
    return inside and _length(outer) > _length(inner)
