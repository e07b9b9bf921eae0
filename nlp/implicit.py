"""Speech that goes on without a cue: sentences about the accused after an accusation, claims that name nobody."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlp.layers import Claim, Mention, Place, Source

HEAD = 25
"""Characters from a sentence's start within which its topic must be named."""
_SPEAKS_ON = frozenset({"agentless", "noun", "particle"})


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who was speaking in a sentence, and whom this speaker has accused."""

    source: Source
    about: frozenset[str]


def implicit_claims(
    claims: Sequence[Claim],
    mentions: Sequence[Mention],
    sentences: Sequence[Place],
    text: str,
    members: Mapping[str, frozenset[str]],
    *,
    cued: frozenset[int] = frozenset(),
) -> list[Claim]:
    """The claims that continue a speaker's words; `is_implicit` and the speaker's earlier mention as source.

    A sentence continues an accusation if it has no claim of its own, stands not in `cued` (the sentences in which
    somebody speaks, in whatever construction, or is said to be silent) and begins with one of the accused. A claim
    whose cue names nobody, and does not hold it at a distance, continues the speaker of the sentence before. `members`
    are those of each group.
    """
    starts = [s.start for s in sentences]
    own: dict[int, list[Claim]] = {}
    for claim in claims:
        for index in range(
            bisect_right(starts, claim.content[0].start) - 1, bisect_right(starts, claim.content[-1].end)
        ):
            own.setdefault(index, []).append(claim)
    mention_starts = [m.start for m in mentions]
    found: list[Claim] = []
    voice: _Voice | None = None
    accused: dict[str, set[str]] = {}
    for index, sentence in enumerate(sentences):
        here = own.get(index, [])
        if here:
            found += [_continued(c, voice) for c in here if voice is not None and c.parent is None and _names_nobody(c)]
            _note_accused(here, members, accused)
            voice = _voice(here, accused) or (voice if any(_names_nobody(c) for c in here) else None)
            continue
        is_open = voice is not None and index not in cued
        topic = _topic(sentence, mentions, mention_starts) if is_open else None
        if voice is None or topic is None or topic not in voice.about:
            voice = None
            continue
        found.append(_sentence_claim(sentence, voice, topic, text))
    return found


def members_of(mentions: Sequence[Mention]) -> Mapping[str, frozenset[str]]:
    """The members of each group as the text lists them; mentions are in order."""
    found: dict[str, frozenset[str]] = {}
    groups = [m for m in mentions if m.kind == "group" and m.actor is not None and m.resolved_by == "name"]
    if not groups:
        return found
    starts = [m.start for m in mentions]
    for group in groups:
        first = bisect_left(starts, group.start)
        near = mentions[first : bisect_left(starts, group.end, first)]
        inside = frozenset(m.actor for m in near if m.end <= group.end and m.actor is not None)
        if group.actor is not None and len(inside) > 1:
            found[group.actor] = inside - {group.actor}
    return found


def _names_nobody(claim: Claim) -> bool:
    hedged = claim.rule == "agentless" and claim.cue is not None and claim.cue.cue_class == "hedge"
    return claim.source is None and claim.rule in _SPEAKS_ON and not hedged


def _note_accused(claims: Sequence[Claim], members: Mapping[str, frozenset[str]], accused: dict[str, set[str]]) -> None:
    """Add whom the claims accuse, with the members of accused groups, to what each speaker said before."""
    for claim in claims:
        if claim.type == "accusation" and claim.source is not None and claim.source.actor is not None:
            wider = {m for t in claim.targets for m in members.get(t, ())}
            accused.setdefault(claim.source.actor, set()).update(claim.targets, wider)


def _voice(claims: Sequence[Claim], accused: Mapping[str, set[str]]) -> _Voice | None:
    speaking = [c for c in claims if c.source is not None and c.source.actor is not None and c.parent is None]
    if not speaking:
        return None
    last = speaking[-1]
    assert last.source is not None
    return _Voice(last.source, frozenset(accused.get(str(last.source.actor), set())))


def _topic(sentence: Place, mentions: Sequence[Mention], starts: Sequence[int]) -> str | None:
    at = bisect_left(starts, sentence.start)
    is_near = at < len(starts) and starts[at] < sentence.start + HEAD
    return mentions[at].actor if is_near else None


def _continued(claim: Claim, voice: _Voice) -> Claim:
    return Claim(voice.source, None, claim.content, claim.kind, claim.type, "implicit", claim.targets, is_implicit=True)


def _sentence_claim(sentence: Place, voice: _Voice, topic: str, text: str) -> Claim:
    end = sentence.end
    while end > sentence.start and text[end - 1] in ".!?…。！？":
        end -= 1
    content = (Place(sentence.start, max(end, sentence.start + 1)),)
    return Claim(voice.source, None, content, "indirect", "accusation", "implicit", (topic,), is_implicit=True)
