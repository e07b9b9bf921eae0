"""The whole verb of a cue: with the auxiliary that makes a participle a verb, and the pronouns before it."""

from dataclasses import dataclass

from nlp.pack_attribution import AttributionPack, CueEntry
from nlp.segments import Segment

INSERTED = 6
"""Tokens of the longest remark between an auxiliary and its participle: has, she too, declared."""
REACH = 12
"""Tokens between a participle and its auxiliary."""


LONGEST_PHRASE = 3
"""Words of the longest phrase between these without commas; it begins with a preposition: has for his part declared."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Where a verb's words begin and end, the place of its auxiliary, and the token of a subject between these."""

    first: int
    last: int
    auxiliary: int | None = None
    subject: int | None = None


def verb_group(segment: Segment, pack: AttributionPack, at: int, entry: CueEntry) -> VerbGroup | None:
    """The verb whose last word is a token; null for a participle without an auxiliary, or in a passive."""
    found = _with_auxiliary(segment, pack, at) if entry.is_participle else None
    if found is None and entry.shape == "participle":
        return None
    if found is None and entry.is_participle and _is_passive(segment, pack, at):
        return None
    group = found or VerbGroup(_over_pronouns(segment, pack, at), _over_enclitics(segment, pack, at))
    pronouns = {segment.word(i) for i in range(group.first, group.last + 1) if i != at}
    return None if entry.group.is_not_reflexive and not pronouns.isdisjoint(pack.reflexives) else group


def _with_auxiliary(segment: Segment, pack: AttributionPack, at: int) -> VerbGroup | None:
    place, subject, foreign = at - 1, None, 0
    while at - place <= REACH and place >= 0:
        word = segment.word(place)
        if word in pack.auxiliaries or _is_reflexive(segment, pack, place):
            if foreign and segment.word(place + 1) not in pack.subject_links:
                return None
            return VerbGroup(_over_pronouns(segment, pack, place), at, place, subject)
        if segment.is_attached(place) and word in pack.attached:
            subject = place
        elif word == ",":
            place = _before_remark(segment, place)
        elif word not in pack.transparent and not (word in pack.enclitics and segment.is_attached(place)):
            foreign += 1
            if foreign > LONGEST_PHRASE or segment.kind(place) != "word" or word in pack.boundaries:
                return None
        place -= 1
    return None


def _is_passive(segment: Segment, pack: AttributionPack, at: int) -> bool:
    """Whether what stands before a form, adverbs aside, makes it a passive or the writer's: is said, I have said."""
    place = at - 1
    while place >= 0 and segment.word(place) in pack.transparent:
        place -= 1
    return segment.word(place) in pack.all_reflexive_auxiliaries


def _over_pronouns(segment: Segment, pack: AttributionPack, at: int) -> int:
    while at > 0 and segment.word(at - 1) in pack.verb_pronouns and not segment.is_attached(at - 1):
        at -= 1
    return at


def _over_enclitics(segment: Segment, pack: AttributionPack, at: int) -> int:
    while segment.word(at + 1) in pack.enclitics and segment.is_attached(at + 1):
        at += 1
    return at + (segment.word(at + 1) in pack.trailing_pronouns)


def _is_reflexive(segment: Segment, pack: AttributionPack, at: int) -> bool:
    return segment.word(at) in pack.reflexive_auxiliaries and segment.word(at - 1) in pack.reflexives


def _before_remark(segment: Segment, at: int) -> int:
    """The comma that opens the remark which a comma closes; the same token where there is none near."""
    for place in range(at - 1, max(-1, at - 1 - INSERTED), -1):
        if segment.word(place) == ",":
            return place
        if segment.kind(place) != "word":
            break
    return at
