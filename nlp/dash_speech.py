"""Speech behind a dash that goes on in the next sentence of its paragraph: – C – said S. – C; —C —dijo S—. C."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from nlp.drafts import DASHES, Draft
from nlp.layers import Place
from nlp.segments import Segment

_POST = frozenset({"post", "quote_post"})
_ENDS = " \t\n\u00a0.…"


def with_speech_behind_dashes(found: list[Draft], segments: list[Segment], cues: Sequence[int]) -> list[Draft]:
    """The drafts with the sentences behind a dash that go on with theirs: those in which nobody else speaks.

    Where the dash that closes the insertion stands before its full stop, speech goes on to the end of the paragraph.

    Args:
        found: the drafts.
        segments: the sentences in order, without those inside quotations.
        cues: where verbs of speech begin, in order.
    """
    speaking = {_segment_at(segments, d.content[0].start): i for i, d in enumerate(found) if _opens(d, segments)}
    resumed: set[int] = set()
    for at in range(1, len(segments)):
        before = speaking.get(at - 1)
        piece = segments[at]
        if before is None or at in speaking:
            continue
        if at - 1 in resumed or _resumes(segments[at - 1]):
            resumed.add(at)
        if not _goes_on(segments[at - 1], piece, cues, is_resumed=at in resumed):
            continue
        found[before] = replace(found[before], content=(*found[before].content, _behind_dash(piece)))
        speaking[at] = before
    return found


def _segment_at(segments: list[Segment], offset: int) -> int:
    return bisect_right(segments, offset, key=lambda s: s.start) - 1


def _opens(draft: Draft, segments: list[Segment]) -> bool:
    if draft.rule not in _POST or not draft.content:
        return False
    at = _segment_at(segments, draft.content[0].start)
    return at >= 0 and segments[at].word(0) in DASHES


def _resumes(segment: Segment) -> bool:
    """Whether a sentence ends with the dash that closes an insertion, and its full stop."""
    last = len(segment.starts) - 1
    return segment.word(last) == "." and segment.word(last - 1) in DASHES


def _goes_on(before: Segment, piece: Segment, cues: Sequence[int], *, is_resumed: bool) -> bool:
    """Whether a sentence of the same paragraph begins with a dash and words, or is `resumed` and has none; no cue."""
    gap = piece.text[before.end : piece.start]
    if "\n" in gap or (piece.word(0) in DASHES) is is_resumed or piece.kind(not is_resumed) != "word":
        return False
    return bisect_right(cues, piece.end) == bisect_right(cues, piece.start)


def _behind_dash(piece: Segment) -> Place:
    start = piece.starts[piece.word(0) in DASHES]
    return Place(start, start + len(piece.text[start : piece.end].rstrip(_ENDS)))
