"""Quotations that only the next sentence gives a speaker, where no spaces tell words apart: "C" S 告诉记者, C."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from nlp.direct import only_quotation
from nlp.drafts import PAUSES, Draft
from nlp.layers import Place
from nlp.segments import Segment

_RULES = frozenset({"bare", "told", "quote_pre"})
_CALLS = "!?…！？。"


def with_quotation_before(found: list[Draft], segments: list[Segment]) -> list[Draft]:
    """The drafts that begin their sentence, with the quotation that is the whole sentence before and nobody's yet."""
    taken = {p.start for d in found for p in d.content}
    return [_with_quotation(d, segments, taken) if d.rule in _RULES else d for d in found]


def _with_quotation(draft: Draft, segments: list[Segment], taken: Iterable[int]) -> Draft:
    if draft.source is None or draft.cue is None or draft.entry is None or "quote" not in draft.entry.frames:
        return draft
    at = bisect_right(segments, draft.cue.start, key=lambda s: s.start) - 1
    before = _said(segments[at - 1]) if at > 0 else None
    if before is None or before.start in taken or not _opens(draft, segments[at]):
        return draft
    is_apart = "\n" in segments[at].text[segments[at - 1].end : segments[at].start]
    return draft if is_apart else replace(draft, content=(before, *draft.content))


def _said(segment: Segment) -> Place | None:
    """The quotation that a segment is, if it ends as a sentence does."""
    inside = only_quotation(segment)
    return inside if inside is not None and segment.text[inside.end - 1] in _CALLS else None


def _opens(draft: Draft, segment: Segment) -> bool:
    """Whether the cue and its subject stand in the first clause of a segment."""
    assert draft.cue is not None
    assert draft.source is not None
    cue = segment.at(draft.cue.start)
    is_first = draft.source.start < draft.cue.start and draft.cue.end <= draft.content[0].start
    return is_first and all(segment.kind(i) != "quote" and segment.word(i) not in PAUSES for i in range(cue))
