"""Headlines: a name, a colon and what it says, without a verb."""

from collections.abc import Sequence

from nlp.drafts import Draft
from nlp.layers import Mention, Place
from nlp.pack_attribution import AttributionPack
from nlp.segments import Segment
from nlp.subjects import Subject

LONGEST = 250
"""Characters up to which a text of one sentence can be a headline."""


def _is_title(text: str, piece: Segment) -> bool:
    """Whether the segment is a short paragraph of its own without a full stop."""
    following = text[piece.end : piece.end + 2].strip(" ")
    is_short = piece.end - piece.start <= LONGEST
    return is_short and text[piece.end - 1] not in ".。" and following in ("", "\n", "\n\n")


def _cases(word: str, pack: AttributionPack) -> set[str]:
    """The cases in which a word can stand, as far as the morphology tells."""
    return {r.case for r in pack.morphology.readings(word) if r.case} if pack.morphology is not None else set()


def headline(
    text: str, piece: Segment, found: Sequence[Draft], mentions: Sequence[Mention], pack: AttributionPack
) -> list[Draft]:
    """The draft for "X: Q" where no cue was found before the colon and X is somebody who can speak."""
    if not _is_title(text, piece):
        return []
    colon = next((t.start for t in piece.tokens if text[t.start] in ":：" and t.end - t.start == 1), None)
    if colon is None or any(d.cue is not None and d.cue.start < colon for d in found):
        return []
    before = [
        m for m in mentions if m.end <= colon and m.kind in ("person", "organisation", "group") and m.end - m.start > 1
    ]
    if not before or text[before[-1].end : colon].strip() or before[-1].start - piece.start > 40:
        return []
    source = before[-1]
    cases = _cases(text[: source.end].rsplit(None, 1)[-1], pack)
    if cases and "nomn" not in cases:
        return []
    start, end = colon + 1, piece.end
    while start < end and (text[start].isspace() or text[start] in '«“"„「'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '.。»”"」'):
        end -= 1
    if end - start < 4:
        return []
    subject = Subject(source.start, source.end, source, piece.at(source.start), piece.at(source.end - 1))
    return [Draft("headline", subject, None, None, (Place(start, end),))]
