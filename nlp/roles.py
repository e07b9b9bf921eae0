"""What kind of statement a claim is, once all claims of the text are known: who accuses whom, and who answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.tables import ActorKind
from nlp.finished import Around, is_topic, sounds_accusing
from nlp.layers import Claim, Mention

_OPEN = frozenset({"report", "assessment"})
_ANSWERS = frozenset({"accusation", "assessment", "report", "denial"})
_PARTIES: tuple[ActorKind, ...] = ("person", "organisation", "group")


def with_roles(
    claims: Sequence[Claim],
    mentions: Sequence[Mention],
    members: Mapping[str, frozenset[str]],
    around: Around,
) -> list[Claim]:
    """The claims with their types seen in context.

    What an accuser says about those it accuses is part of the accusation, unless its words or cue say otherwise; what
    somebody says against an accuser, after the accusation, is a rebuttal: the accused in any way, others only if the
    accuser is what they speak about (`is_topic`).
    """
    accused = _accused(claims, members)
    kinds = {m.actor: m.kind for m in mentions if m.actor is not None and m.resolved_by == "name"}
    first = {a: min(c.content[0].start for c in claims if _speaker(c) == a and c.type == "accusation") for a in accused}
    typed = []
    for claim in claims:
        speaker = _speaker(claim)
        if _answers(claim, speaker, accused, first, around) and kinds.get(str(speaker)) in _PARTIES:
            claim = replace(claim, type="rebuttal")
        elif claim.type in _OPEN and speaker in accused:
            goes_on = accused[speaker].intersection(claim.targets) or (
                not claim.targets and sounds_accusing(claim, around)
            )
            claim = replace(claim, type="accusation") if goes_on else claim
        typed.append(claim)
    return typed


def _speaker(claim: Claim) -> str | None:
    return claim.source.actor if claim.source is not None else None


def _accused(claims: Sequence[Claim], members: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    accused: dict[str, set[str]] = {}
    for claim in claims:
        speaker = _speaker(claim)
        if claim.type == "accusation" and speaker is not None:
            wider = {m for t in claim.targets for m in members.get(t, ())}
            accused.setdefault(speaker, set()).update(claim.targets, wider)
    return accused


def _answers(
    claim: Claim,
    speaker: str | None,
    accused: Mapping[str, set[str]],
    first: Mapping[str, int],
    around: Around,
) -> bool:
    """Whether the claim turns against somebody who accused before, and is more than a plain report of it."""
    is_plain = claim.type == "report" and claim.cue is not None and claim.cue.cue_class == "neutral"
    if speaker is None or claim.type not in _ANSWERS or is_plain:
        return False
    earlier = {a for a in claim.targets if a in accused and first[a] < claim.content[0].start and a != speaker}
    own_target = accused.get(speaker, set())
    return any(speaker in accused[a] or (not own_target - {a} and is_topic(a, claim, around)) for a in earlier)
