"""Quotations behind a colon that something done leads, not a cue: he shrugged: "C"."""

from bisect import bisect_left

from nlp.cases import is_finite
from nlp.drafts import COLONS, Draft
from nlp.layers import Mention, Place
from nlp.segments import Segment
from nlp.speaker import of_mention
from nlp.view import View
from nlp.words import tokenise

_ENDS = frozenset(".!?…。！？")
_PREDICATES = ("VERB", "PRED", "PRTS", "ADJS", "INFN")
LONGEST = 24
"""Tokens of the clause that leads to a quotation."""


def leads_quotation(segment: Segment) -> bool:
    """Whether a quotation stands behind a colon in the segment."""
    before = (segment.text[max(segment.start, q.start - 2) : q.start] for q in segment.quotations)
    return any(text.rstrip().endswith(COLONS) for text in before)


def led_quotation(view: View, at: int, inside: Place) -> Draft | None:
    """The draft of a quotation whose clause begins with somebody and has a verb: that verb is the cue."""
    if view.word(at - 1) not in COLONS or (view.pack.morphology is None and view.pack.tagger is None):
        return None
    first = _clause_start(view.segment, at - 1)
    source = view.owner[first] if first < at - 1 else None
    if source is None or source.kind in ("place", "product", "work") or view.first_of(source) != first:
        return None
    cue = _verb(view, source, at - 1) if _is_said(view, inside) else None
    return Draft("quote_led", of_mention(view, source), cue, None, (inside,)) if cue is not None else None


def _is_said(view: View, inside: Place) -> bool:
    """Whether a quotation reads as a sentence, not as a title: it ends like one or has a verb."""
    text = view.segment.text
    if text[inside.end - 1] in _ENDS:
        return True
    if view.pack.morphology is None:
        words = view.pack.tagger.words(text, inside.start, inside.end) if view.pack.tagger is not None else ()
        return any(w.kind == "verb" for w in words)
    words_inside = [text[t.start : t.end] for t in tokenise(text, inside.start, inside.end) if t.kind == "word"]
    return any(view.pack.morphology.readings(w)[0].pos in _PREDICATES for w in words_inside)


def _clause_start(segment: Segment, end: int) -> int:
    at = end
    while at > 0 and end - at < LONGEST and segment.kind(at - 1) == "word":
        at -= 1
    return at


def _verb(view: View, source: Mention, colon: int) -> Place | None:
    """The finite verb behind the speaker; where a tagger tells, with what follows it."""
    starts, ends, first = view.segment.starts, view.segment.ends, view.last_of(source) + 1
    if view.pack.morphology is not None:
        at = next((i for i in range(first, colon) if is_finite(view, i)), None)
        return Place(starts[at], ends[at]) if at is not None else None
    span = slice(*(bisect_left(view.words, (at,)) for at in (source.end, starts[colon])))
    verb = next((w for w in view.words[span] if w.kind == "verb" or not view.pack.aspects.isdisjoint(w.text)), None)
    if verb is not None and verb.text in view.pack.copulas:
        return None
    return Place(verb.start, ends[colon - 1]) if verb is not None else None
