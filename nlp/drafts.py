"""What a rule of attribution gives: a claim in the making, with its source still as written."""

from dataclasses import dataclass

from nlp.layers import Place
from nlp.pack_attribution import CueEntry, Frame
from nlp.subjects import Subject, subject, subject_before
from nlp.view import CueAt, View

COLONS = (":", "：")
COMMAS = (",", "，")
DASHES = ("—", "–", "-", "―")


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim as a rule finds it; `is_back` where the content is the sentence before."""

    rule: str
    source: Subject | None
    cue: Place | None
    entry: CueEntry | None
    content: tuple[Place, ...]
    scope: Place | None = None
    is_back: bool = False


def allows(cue: CueAt, frame: Frame) -> bool:
    """Whether the cue can govern the frame."""
    return frame in cue.entry.group.frames


def claimed(rule: str, view: View, cue: CueAt, place: Place | None, *, needs: bool) -> Draft | None:
    """The draft of a cue with its subject; null without content, or without a subject where one `needs` to be."""
    if place is None:
        return None
    speaker = subject(view, cue) if view.pack.morphology is not None else subject_before(view, cue.first, cue.entry)
    if speaker is not None and speaker.start >= place.start and speaker.end <= place.end:
        speaker = None
    if speaker is None and (needs or (view.pack.section.needs_subject and view.pack.morphology is None)):
        return None
    return draft_of(rule, view, speaker, cue, (place,))


def draft_of(
    rule: str,
    view: View,
    speaker: Subject | None,
    cue: CueAt,
    content: tuple[Place, ...],
    *,
    scope: Place | None = None,
    is_back: bool = False,
) -> Draft | None:
    """The draft of a cue; null without content."""
    if not content and not is_back:
        return None
    return Draft(rule, speaker, Place(cue.hit.start, cue.hit.end), cue.entry, content, scope, is_back)


def as_parts(place: Place | None) -> tuple[Place, ...]:
    """A content in one part, or none."""
    return (place,) if place is not None else ()
