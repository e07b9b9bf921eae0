"""Attributions around their source: 据 S 报道，C."""

import re

from nlp.accordings import governed
from nlp.contents import content_from
from nlp.drafts import Draft
from nlp.layers import Place
from nlp.pack_attribution import AttributionPack
from nlp.segments import Segment
from nlp.subjects import Subject
from nlp.subjects_by_words import LONGEST_NAME, clause_before, phrase_before
from nlp.view import View

FARTHEST = 40
"""Tokens of the longest attribution around its source."""
_IN_NAMES = frozenset('《》()（）·・、"“”「」')


def opens_circumfix(segment: Segment, pack: AttributionPack) -> bool:
    """Whether both halves of an attribution around its source stand in the segment."""
    if not pack.circumfix:
        return False
    plain = pack.page(segment.text)
    within = segment.start, segment.end
    return any(before.search(plain, *within) and closing.search(plain, *within) for before, closing in pack.circumfix)


def circumfix(view: View) -> list[Draft]:
    """据 S 报道，C: an attribution around its source at the edge of a clause."""
    found: list[Draft] = []
    if not view.pack.circumfix:
        return found
    segment, plain = view.segment, view.pack.page(view.segment.text)
    for before, closing in view.pack.circumfix:
        for m in before.finditer(plain, segment.start, segment.end):
            draft = _one_circumfix(view, m.start(), m.end(), closing)
            if draft is not None:
                found.append(draft)
    return found


def _one_circumfix(view: View, start: int, inner: int, closing: re.Pattern[str]) -> Draft | None:
    first = view.segment.at(start)
    if view.cue_at(first) is not None or (
        first > 0 and view.segment.kind(first - 1) == "word" and not _led(view, first)
    ):
        return None
    clause_end = first
    while clause_end - first < FARTHEST and _is_in_clause(view, clause_end):
        clause_end += 1
    limit = view.segment.ends[clause_end - 1]
    plain = view.pack.page(view.segment.text)[inner:limit]
    ending = next((m for m in closing.finditer(plain) if m.end() == len(plain) and m.start() > 0), None)
    source = _surrounded(view, inner, inner + ending.start()) if ending is not None else None
    if ending is None or source is None or source.first < first:
        return None
    view.used.update(c.first for i in range(first + 1, clause_end) if (c := view.cue_at(i)) is not None)
    content = content_from(view, clause_end + 1, None) if clause_end + 1 < len(view.segment.starts) else None
    if content is None:
        return None
    return Draft("circumfix", source, Place(inner + ending.start(), limit), None, (content,), Place(start, limit))


def _is_in_clause(view: View, at: int) -> bool:
    """Whether the token belongs to the clause: a word, a name in marks, or a mark beside or inside one."""
    kind = view.segment.kind(at)
    if kind == "quote":
        return view.segment.ends[at] - view.segment.starts[at] < LONGEST_NAME
    return kind == "word" or (kind == "mark" and view.word(at) in _IN_NAMES)


def _surrounded(view: View, start: int, end: int) -> Subject | None:
    """The source between the two halves of the attribution."""
    if view.pack.tagger is None:
        source, _ = governed(view, view.segment.at(start))
        return source
    clause, _ = clause_before(view, end)
    return phrase_before(view, [w for w in clause if w.start >= start])


def _led(view: View, first: int) -> bool:
    start = view.segment.starts[first]
    text = view.segment.text[max(view.segment.start, start - 12) : start]
    return text.endswith(view.pack.lead_ins)
