"""What a rule of attribution gives: a claim in the making, with its source still as written."""

from dataclasses import dataclass

from nlp.layers import Place
from nlp.pack_attribution import CueEntry
from nlp.sections.attributions import Frame
from nlp.subjects import Subject, subject, subject_after, subject_before
from nlp.view import CueAt, View

COLONS = (":", "：")
COMMAS = (",", "，")
DASHES = ("—", "–", "-", "―")
PAUSES = frozenset({*COMMAS, *DASHES})
OPENERS = frozenset({*COMMAS, *COLONS})
"""Marks behind which a clause may begin."""
PARSED = "+parse"
"""What the name of a rule ends with where a parse corrected what it read."""


@dataclass(slots=True, unsafe_hash=True)  # never changed, but freezing costs most of the time that making one takes
class Draft:
    """A claim as a rule finds it; `is_back` where the content is the sentence before.

    `is_dropped`: the verb has no subject, so that whoever spoke last speaks on. `hedge` is a verb form that holds the
    content at a distance and is no cue.
    """

    rule: str
    source: Subject | None
    cue: Place | None
    entry: CueEntry | None
    content: tuple[Place, ...]
    scope: Place | None = None
    is_back: bool = False
    is_dropped: bool = False
    hedge: Place | None = None


def allows(cue: CueAt, frame: Frame) -> bool:
    """Whether the cue can govern the frame."""
    return frame in cue.entry.frames


def claimed(rule: str, view: View, cue: CueAt, place: Place | None, *, needs: bool) -> Draft | None:
    """The draft of a cue with its subject; null without content, or without a subject where one `needs` to be."""
    if place is None or _is_aside(view, cue):
        return None
    speaker = _subject(view, cue, place)
    if speaker is not None and speaker.start >= place.start and speaker.end <= place.end:
        speaker = None
    must = needs or (view.pack.section.needs_subject and view.pack.morphology is None and cue.entry.role == "verb")
    if speaker is None and must and not (drops_subject(view, cue) or has_impersonal(view, cue)):
        return None
    return draft_of(rule, view, speaker, cue, (place,))


def _subject(view: View, cue: CueAt, place: Place) -> Subject | None:
    """The cue's subject; in languages without a morphology behind it only where the content has not begun."""
    if view.pack.morphology is not None or view.pack.order is not None or cue.subject is not None:
        return subject(view, cue)
    before = subject_before(view, cue.first, cue.entry)
    if before is not None or not view.pack.section.inverts:
        return before
    after = subject_after(view, cue)
    return after if after is not None and after.end <= place.start else None


def has_impersonal(view: View, cue: CueAt) -> bool:
    """Whether the subject inside or behind a verb is a word for nobody in particular: says one."""
    if not view.pack.impersonals:
        return False
    at = cue.last + 1 if cue.subject is None else cue.subject
    return view.segment.is_attached(at) and view.word(at) in view.pack.impersonals


def drops_subject(view: View, cue: CueAt) -> bool:
    """Whether a finite verb can do without a subject here."""
    return view.pack.section.drops_subject and cue.entry.role == "verb" and cue.entry.shape != "gerund"


def _is_aside(view: View, cue: CueAt) -> bool:
    """Whether a gerund only tells with what in mind something is done: left the hall knowing that."""
    is_thought = cue.entry.shape == "gerund" and cue.entry.group.is_mental
    return is_thought and view.word(cue.first - 1) not in COMMAS


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
    for place in content:
        if place.start >= place.end:
            content = tuple(place for place in content if place.start < place.end)
            break
    if not content and not is_back:
        return None
    if speaker is not None and has_impersonal(view, cue) and view.word(speaker.last) in view.pack.impersonals:
        speaker = None
    is_passive = speaker is None and bool({view.word(cue.first), view.word(cue.last)} & view.pack.passive_pronouns)
    if is_passive and cue.entry.group.cue_class == "demand":
        return None
    dropped = speaker is None and drops_subject(view, cue) and not (has_impersonal(view, cue) or is_passive)
    return Draft(rule, speaker, Place(cue.hit.start, cue.hit.end), cue.entry, content, scope, is_back, dropped)


def as_parts(place: Place | None) -> tuple[Place, ...]:
    """A content in one part, or none."""
    return (place,) if place is not None else ()
