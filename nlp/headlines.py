"""Headlines: a name, a colon and what it says, without a verb."""

from collections.abc import Callable, Sequence

from nlp.drafts import COLONS, Draft
from nlp.layers import Mention, Place
from nlp.pack_attribution import AttributionPack
from nlp.scripts import lower
from nlp.segments import Segment
from nlp.subjects import Subject

LONGEST = 250
"""Characters up to which a text of one sentence can be a headline."""
SHORTEST = 4
"""Characters from which a text behind the colon can be what somebody says."""
FARTHEST = 40
"""Characters before the name of who speaks."""
LONGEST_NAME = 12
"""Characters of who speaks, where only a space is before."""
KINDS = ("person", "organisation", "group")
OPENING, CLOSING = '«“"„「', '.。»”"“」'
"""Marks that are left out at either side of what is said."""


def _is_title(text: str, piece: Segment) -> bool:
    """Whether the segment is a short paragraph of its own without a full stop."""
    following = text[piece.end : piece.end + 2].strip(" ")
    is_short = piece.end - piece.start <= LONGEST
    return is_short and text[piece.end - 1] not in ".。" and following in ("", "\n", "\n\n")


def _cases(word: str, pack: AttributionPack) -> set[str]:
    """The cases in which a word can stand, as far as the morphology tells."""
    return {r.case for r in pack.morphology.readings(word) if r.case} if pack.morphology is not None else set()


def headline(
    text: str,
    piece: Segment,
    found: Sequence[Draft],
    mentions: Sequence[Mention],
    pack: AttributionPack,
    is_title: Callable[[str], bool],
) -> list[Draft]:
    """The draft for "X: Q" where no cue was found before the colon and X can speak; "Topic: “Q”" names nobody.

    Args:
        text: the text.
        piece: its first segment.
        found: the drafts of its cues.
        mentions: in order.
        pack: the language's section.
        is_title: whether words end with a title.
    """
    if not _is_title(text, piece):
        return []
    colon = next((start for i, start in enumerate(piece.starts) if piece.word(i) in COLONS), None)
    if colon is None or any(_is_told(d, colon) for d in found):
        return []
    content = _content(text, colon + 1, piece.end)
    if content is None:
        return []
    is_quoted = any(
        q.start > colon and q.inner_start <= content.start and content.end <= q.inner_end for q in piece.quotations
    )
    source = _source(text, piece, colon, mentions, pack, is_title, is_quoted=is_quoted)
    if source is None and not pack.is_spaced:
        source = _behind_gap(text, piece, colon)
    is_topic = is_quoted and bool(pack.section.verbs) and text[content.end] not in ".。"
    return [Draft("headline", source, None, None, (content,))] if source is not None or is_topic else []


def _is_told(draft: Draft, colon: int) -> bool:
    """Whether a draft has its cue before the colon, or says what stands behind it."""
    place = draft.cue if draft.cue is not None else draft.hedge
    return place is not None and (place.start < colon or draft.cue is None)


def _content(text: str, start: int, end: int) -> Place | None:
    while start < end and (text[start].isspace() or text[start] in OPENING):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in CLOSING):
        end -= 1
    return Place(start, end) if end - start >= SHORTEST else None


def _source(
    text: str,
    piece: Segment,
    colon: int,
    mentions: Sequence[Mention],
    pack: AttributionPack,
    is_title: Callable[[str], bool],
    *,
    is_quoted: bool,
) -> Subject | None:
    """Who stands before the colon: a name that no preposition governs, or a phrase that a title opens."""
    kinds = KINDS if not is_quoted else (*KINDS, "other")
    before = [m for m in mentions if m.end <= colon and m.kind in kinds and m.end - m.start > 1]
    if not before or text[before[-1].end : colon].strip() or before[-1].start - piece.start > FARTHEST:
        return None
    source = before[-1]
    cases = _cases(text[: source.end].rsplit(None, 1)[-1], pack)
    if cases and "nomn" not in cases:
        return None
    lead = text[piece.start : source.start].split()
    if source.kind == "other" and lead and not is_title(lead[-1]):
        return None
    start = source.start
    if any(lower(word) in pack.subject_links for word in lead[-2:]):
        if not any(is_title(word) for word in lead[:2]):
            return None
        start = piece.starts[0]
    return Subject(start, source.end, source, piece.at(start), piece.at(source.end - 1))


def _behind_gap(text: str, piece: Segment, colon: int) -> Subject | None:
    """The words between a space and the colon, in a script that writes a space for a mark."""
    start = text.rfind(" ", piece.start, colon) + 1
    if not piece.start < start < colon or colon - start > LONGEST_NAME:
        return None
    return Subject(start, colon, None, piece.at(start), piece.at(colon - 1))
