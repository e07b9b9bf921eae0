"""What kind of statement a claim is, once all claims of the text are known: who accuses whom, and who answers.

The sides come from the event file where it gives them, and from the accusations that the text reports. Types of speech
acts by their illocution (assertion, denial, directive ...) are read off the cue first; only what the cue leaves open is
told by who speaks, whom the content is about, and whether it negates. The rules stand in `with_roles`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.tables import ActorKind, ClaimType
from nlp.drafts import PARSED
from nlp.finished import Around, is_topic, sounds_accusing, speaks_of_a_statement
from nlp.layers import Claim, Mention
from nlp.replacing import replace
from nlp.sides import Side, Sides

_OPEN = frozenset({"report", "assessment"})
_ANSWERS = frozenset({"accusation", "assessment", "report"})
_PARTIES: tuple[ActorKind, ...] = ("person", "organisation", "group")
_AGAINST: Mapping[Side, Side] = {"accuser": "accused", "accused": "accuser", "critic": "accuser"}
_FROM_THE_START = -1
_STOP = re.compile(r"[.!?…。！？]")


@dataclass(frozen=True, slots=True)
class _Quarrel:
    """Who accuses whom in a text: the accused by accuser, and where each accuser's first accusation begins."""

    accused: Mapping[str, set[str]]
    first: Mapping[str, int]
    kinds: Mapping[str, ActorKind]
    sides: Sides

    def side(self, claim: Claim) -> Side | None:
        speaker = _speaker(claim)
        return self.sides.get(speaker) if speaker is not None else None

    def is_against(self, claim: Claim) -> bool:
        """Whether the claim is about somebody on the side that the speaker's side stands against."""
        other = _AGAINST.get(self.side(claim) or "observer")
        return other is not None and any(self.sides.get(t) == other for t in claim.targets)


def with_roles(
    claims: Sequence[Claim],
    mentions: Sequence[Mention],
    members: Mapping[str, frozenset[str]],
    around: Around,
    sides: Sides,
) -> list[Claim]:
    """The claims with their types seen in context. The first that holds decides:

    1. What somebody says against an accuser, after the accusation, is a rebuttal: the accused in any way, others only
       if the accuser is what they speak about (`is_topic`).
    2. A denial by an accuser, and a judgement on what another has said ("called the report one-sided"), are rebuttals.
    3. What an accuser says about those it accuses is part of the accusation, unless its words or cue say otherwise; so
       is what it asserts, or says of others than itself, in an event whose file names it the accuser.
    4. What the accused say with a negation, and what anybody insists is not so, is a denial.
    5. What the accused assert otherwise, and what critics say about accusers, is a rebuttal.
    """
    quarrel = _quarrel(claims, mentions, members, sides)
    types = (_type(claim, quarrel, around) for claim in claims)
    return [c if c.type == kind else replace(c, type=kind) for c, kind in zip(claims, types, strict=True)]


def _type(claim: Claim, quarrel: _Quarrel, around: Around) -> ClaimType:
    if _answers(claim, quarrel, around) or _rebuts(claim, quarrel, around):
        return "rebuttal"
    if _defends(claim, quarrel, around):
        return "denial"
    if claim.type not in _OPEN:
        return claim.type
    if _goes_on_accusing(claim, quarrel, around):
        return "accusation"
    if _denies(claim, quarrel, around):
        return "denial"
    return "rebuttal" if _replies(claim, quarrel) else claim.type


def _speaker(claim: Claim) -> str | None:
    return claim.source.actor if claim.source is not None else None


def _quarrel(
    claims: Sequence[Claim], mentions: Sequence[Mention], members: Mapping[str, frozenset[str]], sides: Sides
) -> _Quarrel:
    accused = _accused(claims, members)
    first = {a: min(c.content[0].start for c in claims if _speaker(c) == a and c.type == "accusation") for a in accused}
    for actor in (a for a, side in sides.items() if side == "accuser"):
        accused.setdefault(actor, set()).update(a for a, side in sides.items() if side == "accused")
        first[actor] = _FROM_THE_START
    kinds = {m.actor: m.kind for m in mentions if m.actor is not None and m.resolved_by == "name"}
    return _Quarrel(accused, first, kinds, sides)


def _accused(claims: Sequence[Claim], members: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    accused: dict[str, set[str]] = {}
    for claim in claims:
        speaker = _speaker(claim)
        if claim.type == "accusation" and speaker is not None:
            wider = {m for t in claim.targets for m in members.get(t, ())}
            accused.setdefault(speaker, set()).update(claim.targets, wider)
    return accused


def _answers(claim: Claim, quarrel: _Quarrel, around: Around) -> bool:
    """Whether the claim turns against somebody who accused before, and is more than a plain report of it."""
    speaker = _speaker(claim)
    if speaker is None or claim.type not in _ANSWERS or _is_plain(claim) or quarrel.kinds.get(speaker) not in _PARTIES:
        return False
    start, accused = claim.content[0].start, quarrel.accused
    earlier = {a for a in claim.targets if a in accused and quarrel.first[a] < start and a != speaker}
    own_target = accused.get(speaker, set())
    return any(speaker in accused[a] or (not own_target - {a} and is_topic(a, claim, around)) for a in earlier)


def _is_plain(claim: Claim) -> bool:
    return claim.type == "report" and claim.cue is not None and claim.cue.cue_class == "neutral"


def _asserts(claim: Claim) -> bool:
    return claim.cue is not None and claim.cue.cue_class == "assert"


def _says(claim: Claim) -> bool:
    return claim.cue is not None and claim.cue.cue_class == "neutral"


def _rebuts(claim: Claim, quarrel: _Quarrel, around: Around) -> bool:
    names = claim.type in _OPEN and claim.rule.removesuffix(PARSED) == "naming"
    judges = names and speaks_of_a_statement(claim, around)
    return judges or (claim.type == "denial" and quarrel.side(claim) == "accuser")


def _goes_on_accusing(claim: Claim, quarrel: _Quarrel, around: Around) -> bool:
    speaker = _speaker(claim)
    if speaker is None or speaker not in quarrel.accused:
        return False
    if quarrel.accused[speaker].intersection(claim.targets) or (not claim.targets and sounds_accusing(claim, around)):
        return True
    if quarrel.side(claim) != "accuser" or claim.type != "report":
        return False
    return _asserts(claim) or (_says(claim) and not is_topic(speaker, claim, around))


def _defends(claim: Claim, quarrel: _Quarrel, around: Around) -> bool:
    """Whether the accused say that they did not do it, in words that would accuse others (never any fake account)."""
    is_open = claim.type == "accusation" and (_says(claim) or _asserts(claim))
    return is_open and quarrel.side(claim) == "accused" and _negates(claim, around)


def _denies(claim: Claim, quarrel: _Quarrel, around: Around) -> bool:
    return _negates(claim, around) and (
        quarrel.side(claim) == "accused" or (claim.type == "report" and _asserts(claim))
    )


def _negates(claim: Claim, around: Around) -> bool:
    """Whether the first sentence of the content holds a negation."""
    if not claim.negations:
        return False
    stop = _STOP.search(around.text, claim.content[0].start, claim.content[-1].end - 1)
    end = stop.start() if stop is not None else claim.content[-1].end
    return any(place.start < end for place in claim.negations)


def _replies(claim: Claim, quarrel: _Quarrel) -> bool:
    side = quarrel.side(claim)
    return (side == "accused" and _asserts(claim)) or (side == "critic" and quarrel.is_against(claim))
