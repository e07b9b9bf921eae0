"""S called O "Q", S described O as Q; who calls something false denies it."""

from collections.abc import Container
from dataclasses import replace

from corpus.tables import ClaimType, CueClass
from nlp.complementisers import complementiser
from nlp.contents import content_from
from nlp.drafts import COLONS, Draft, allows, claimed
from nlp.governed import past
from nlp.governed_by_clause import behind_subject
from nlp.governed_by_clause import with_object as _with_object
from nlp.layers import Place
from nlp.objects_before import with_object_between
from nlp.scripts import lower
from nlp.takeovers import is_named
from nlp.view import CueAt, View

_NAMED_WITHIN = {True: 14, False: 24}
"""Tokens between a naming cue and what it names; more where the verb's object stands between (`False`)."""
_MARKS = " \u00a0\"'«»“”„‘’"


def naming(view: View, cue: CueAt) -> Draft | None:
    """S called O "Q", S described O as Q."""
    if not allows(cue, "naming") or view.word(cue.last + 1) in COLONS:
        return None
    if complementiser(view, cue.last, close=False) is not None:
        return None
    last = behind_subject(view, cue)
    links = cue.entry.group.prepositions
    place = content_from(view, past(view, last, view.pack.object_marks, links), cue)
    if place is None or view.word(view.segment.at(place.start)) in view.pack.as_words:
        return None
    end = view.segment.at(place.end - 1)
    behind = range(last + 1, min(end, last + _NAMED_WITHIN[view.pack.order is None]) + 1)
    is_false = _is_called_false(view, place)
    is_call = cue.entry.group.cue_class == "demand"
    named = any(_is_called(view, i, links) if is_call else is_named(view, i) or view.word(i) in links for i in behind)
    named = named or (is_false and not is_call)
    draft = claimed("naming", view, cue, place, needs=True) if named else None
    draft = with_object_between(view, cue, _with_object(view, cue, draft))
    draft = _as_type(draft, "assert", "assessment") if is_call else draft
    return _as_type(draft, "deny", "denial") if is_false else draft


def _is_called(view: View, at: int, links: Container[str]) -> bool:
    """Whether a quotation says what somebody is called, and not what somebody is called on to do."""
    return view.segment.kind(at) == "quote" and view.word(at - 1) not in links


def _is_called_false(view: View, place: Place) -> bool:
    """Whether a content begins or ends with one of the pack's words for what is not true, and says it with no verb."""
    if not view.pack.falsehoods:
        return False
    said = lower(view.segment.text[place.start : place.end]).rstrip(_MARKS)
    if any(said.startswith(f"{word} ") for word in view.pack.falsehoods):
        return True
    closing = next((word for word in view.pack.falsehoods for mark in _MARKS if said.endswith(f"{mark}{word}")), None)
    before = said.removesuffix(closing).rstrip(_MARKS).rpartition(" ")[2] if closing is not None else ""
    return closing is not None and before not in view.pack.predicate_marks


def _as_type(draft: Draft | None, cue_class: CueClass, kind: ClaimType) -> Draft | None:
    """The draft with what its cue is here, whatever it is elsewhere."""
    if draft is None or draft.entry is None:
        return draft
    group = draft.entry.group.model_copy(update={"cue_class": cue_class, "type": kind})
    return replace(draft, entry=replace(draft.entry, group=group))
