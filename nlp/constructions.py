"""All constructions in which something other than quotation marks leads, in the order in which they are tried."""

from collections.abc import Callable
from functools import lru_cache

from nlp.accordings import according
from nlp.contents import FAR
from nlp.cue_entries import Role
from nlp.drafts import Draft, allows
from nlp.fronted import fronted
from nlp.governed import about, accuse, back, bare, colon, infinitive, that, told
from nlp.insertions import closing_tail, post
from nlp.insertions_by_clause import according_to, behind, closing, hearsay
from nlp.naming import naming
from nlp.objects_before import object_before
from nlp.plain_objects import plain_object, pronoun_object
from nlp.quoted_words import has_its_words
from nlp.sections.attributions import Frame
from nlp.unnamed import agentless, mood, noun, particle, passive
from nlp.view import CueAt, View

Rule = Callable[[View, CueAt], Draft | None]


_VERB_RULES: tuple[tuple[Rule, Frame | None], ...] = (
    (back, None),
    (fronted, None),
    (naming, "naming"),
    (accuse, "accuse"),
    (that, "that"),
    (object_before, "object"),
    (colon, "colon"),
    (pronoun_object, "object"),
    (post, "post"),
    (told, "told"),
    (about, "about"),
    (infinitive, "infinitive"),
    (plain_object, "object"),
    (bare, "bare"),
)
"""The rules of verbs in their order, each with the frame without which it gives nothing."""
RULES: dict[str, tuple[Rule, ...]] = {
    "agentless": (agentless,),
    "passive": (passive,),
    "according": (according_to, according),
    "behind": (behind,),
    "closing": (closing,),
    "hearsay": (hearsay, mood),
    "noun": (noun,),
    "particle": (particle,),
    "silence": (),
    "none": (),
}


def drafts(view: View) -> list[Draft]:
    """All drafts of a segment whose cue no quotation has used up, in order of the cues.

    Hearsay comes last: inside another claim it says nothing more.
    """
    found: list[Draft] = []
    closing = _closing(view)
    for cue in (*_hearsay_last(view.cues), *view.moods):
        if cue.first in view.used or (_is_hearsay(cue) and (cue.first > FAR or _is_said(cue, found))):
            continue
        if closing is not None and closing.cue is not None and cue.hit.start == closing.cue.start:
            found.append(closing)
            continue
        if not has_its_words(view, cue):
            continue
        draft = _first_draft(view, cue)
        if draft is not None and not is_outsider(view, draft):
            found.append(draft)
    return found


@lru_cache(maxsize=1024)
def _rules(role: Role, frames: frozenset[Frame]) -> tuple[Rule, ...]:
    """The rules to try for a cue, in order."""
    if role != "verb":
        return RULES[role]
    return tuple(rule for rule, frame in _VERB_RULES if frame is None or frame in frames)


def _first_draft(view: View, cue: CueAt) -> Draft | None:
    for rule in _rules(cue.entry.role, cue.entry.frames):
        draft = rule(view, cue)
        if draft is not None:
            return draft
    return None


def _hearsay_last(cues: list[CueAt]) -> list[CueAt]:
    return sorted(cues, key=_is_hearsay) if len(cues) > 1 else cues


def _is_hearsay(cue: CueAt) -> bool:
    return cue.entry.role == "hearsay"


def _is_said(cue: CueAt, found: list[Draft]) -> bool:
    """Whether the cue stands in what a draft says, or in its verb."""
    places = (p for d in found for p in (*d.content, *([d.cue] if d.cue is not None else [])))
    return any(p.start <= cue.hit.start < p.end for p in places)


def _closing(view: View) -> Draft | None:
    """The draft of an attribution that closes the segment; the view's tail is set to where it begins."""
    for cue in view.cues[-2:]:
        if cue.first in view.used:
            continue
        draft = _closed_by(view, cue)
        is_behind = draft is not None and len(draft.content) == 1 and draft.content[0].end <= cue.hit.start
        if draft is not None and is_behind and not is_outsider(view, draft):
            view.tail = view.segment.at(draft.content[0].end)
            return draft
    return None


def _closed_by(view: View, cue: CueAt) -> Draft | None:
    """The draft of a cue that may stand behind its content: C, S said; C, according to S."""
    if cue.entry.role == "according":
        return according_to(view, cue) or according(view, cue)
    if cue.entry.role != "verb" or not allows(cue, "post") or pronoun_object(view, cue) is not None:
        return None
    return closing_tail(view, cue)


def is_outsider(view: View, draft: Draft) -> bool:
    """Whether the reader or the writer speaks (you know, we believe)."""
    source = draft.source
    if source is None:
        return False
    if not view.pack.is_spaced:
        return view.segment.text[source.start : source.end] in view.pack.no_speakers
    is_polite = view.pack.order is not None and view.segment.surface(source.last) in view.pack.order.polite
    if view.pack.order is not None and view.word(source.first) in view.pack.outsiders:
        return True
    return view.word(source.last) in view.pack.no_speakers or (is_polite and source.last > 0)
