"""What somebody calls false: S called the report a lie, calificó de falso el informe; whoever does denies it."""

from dataclasses import replace

from corpus.tables import ClaimType, CueClass
from nlp.drafts import Draft
from nlp.layers import Place
from nlp.scripts import lower
from nlp.view import View

_MARKS = " \u00a0\"'«»“”„‘’"


def is_called_false(view: View, place: Place) -> bool:
    """Whether a content begins or ends with one of the pack's words for what is not true, and says it with no verb."""
    if not view.pack.falsehoods:
        return False
    said = lower(view.segment.text[place.start : place.end]).rstrip(_MARKS)
    if any(said.startswith(f"{word} ") for word in view.pack.falsehoods):
        return True
    closing = next((word for word in view.pack.falsehoods for mark in _MARKS if said.endswith(f"{mark}{word}")), None)
    before = said.removesuffix(closing).rstrip(_MARKS).rpartition(" ")[2] if closing is not None else ""
    return closing is not None and before not in view.pack.predicate_marks


def as_type(draft: Draft | None, cue_class: CueClass, kind: ClaimType) -> Draft | None:
    """The draft with what its cue is here, whatever it is elsewhere."""
    if draft is None or draft.entry is None:
        return draft
    group = draft.entry.group.model_copy(update={"cue_class": cue_class, "type": kind})
    return replace(draft, entry=replace(draft.entry, group=group))
