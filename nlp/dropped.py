"""Verbs without a subject of their own: whoever spoke last, and fits them in number, speaks on."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.tables import ActorKind
from nlp.drafts import Draft
from nlp.layers import Mention, Place
from nlp.pack_attribution import AttributionPack
from nlp.scripts import lower
from nlp.within import Within

REACH = 6
"""Sentences over which a speaker goes on unnamed."""
_ONE: tuple[ActorKind, ...] = ("person", "organisation", "other", "work")


def with_dropped_subjects(
    text: str,
    found: Sequence[Draft],
    resolved: Mapping[tuple[int, int], Mention],
    starts: Sequence[int],
    pack: AttributionPack,
) -> list[Draft]:
    """The drafts, those without a subject with the last speaker's mention; as they were where there was none.

    What is thought, wanted or rejected and not said needs somebody who does so, and a form that is also the first
    person's needs somebody who spoke before.

    Args:
        text: the text.
        found: in order of their content.
        resolved: each mention as it is known now, by start and end.
        starts: where sentences start.
        pack: the language's section.
    """
    if not pack.section.drops_subject:
        return list(found)
    contents = Within([p for d in found for p in d.content])
    filled = dict(enumerate(found))
    last: Draft | None = None
    for index in sorted(filled, key=lambda i: _place(filled[i])):
        draft = filled[index]
        if draft.is_dropped:
            if last is not None and _fits(
                draft, last, resolved, starts, plural=_verb(text, draft).endswith(pack.plural_endings)
            ):
                filled[index] = replace(draft, source=last.source)
        elif draft.source is not None and draft.source.mention is not None and not _is_inside(draft, contents):
            last = draft
    return [d for d in map(filled.__getitem__, range(len(found))) if not _is_nobodys(text, d, pack)]


def _is_nobodys(text: str, draft: Draft, pack: AttributionPack) -> bool:
    if draft.source is not None or draft.entry is None or draft.entry.role != "verb":
        return False
    is_first_person = draft.is_dropped and _verb(text, draft).endswith(pack.ambiguous_endings)
    return draft.entry.group.is_mental or is_first_person or (draft.rule == "object" and draft.is_dropped)


def _verb(text: str, draft: Draft) -> str:
    """The first word of a draft's cue: the verb, or its auxiliary."""
    return lower(text[draft.cue.start : draft.cue.end]).split()[0] if draft.cue is not None else ""


def _place(draft: Draft) -> int:
    return draft.cue.start if draft.cue is not None else draft.content[0].start


def _is_inside(draft: Draft, contents: Within[Place]) -> bool:
    """Whether the speaker is one whom another speaker tells of."""
    source = draft.source
    return source is not None and next(contents.around(source.start, source.end), None) is not None


def _fits(
    draft: Draft, last: Draft, resolved: Mapping[tuple[int, int], Mention], starts: Sequence[int], *, plural: bool
) -> bool:
    """Whether the last speaker is near enough and as many as the verb says."""
    mention = last.source.mention if last.source is not None else None
    if mention is None:
        return False
    distance = bisect_right(starts, _place(draft)) - bisect_right(starts, _place(last))
    kind = resolved.get((mention.start, mention.end), mention).kind
    return distance <= REACH and (kind == "group" if plural else kind in _ONE)
