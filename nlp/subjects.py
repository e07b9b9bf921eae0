"""Who speaks: the subject of a cue, before it or after it, by the means that the language has."""

from nlp.appositions import COMMAS
from nlp.pack_attribution import CueEntry
from nlp.quoted_words import whose_words
from nlp.speaker import Subject, of_mention, span
from nlp.subjects_behind import walk_right
from nlp.subjects_by_clause import clause_subject, subject_behind
from nlp.subjects_by_form import walk_left
from nlp.subjects_by_order import chunk_after, chunk_before, main_subject, subject_inside
from nlp.subjects_by_words import subject_by_words
from nlp.view import CueAt, View

__all__ = ["Subject", "of_mention", "span", "subject", "subject_after", "subject_before"]


def subject(view: View, cue: CueAt) -> Subject | None:
    """The subject of a cue, inside it, before it or after it; null if the clause has none."""
    if cue.subject is not None:
        return subject_inside(view, cue.subject)
    if view.pack.order is not None:
        return clause_subject(view, cue)
    return subject_before(view, cue.first, cue.entry) or subject_after(view, cue)


def subject_before(view: View, index: int, entry: CueEntry) -> Subject | None:
    """The subject in front of the token at an index; several rules ask for the same one."""
    key = index, id(entry)
    if key not in view.before:
        view.before[key] = entry, _before(view, index, entry)
    found: Subject | None = view.before[key][1]
    return found


def _before(view: View, index: int, entry: CueEntry) -> Subject | None:
    if view.pack.morphology is not None:
        return walk_left(view, index, entry, depth=0)
    if view.pack.tagger is not None:
        return subject_by_words(view, index)
    if view.pack.order is not None:
        cue = view.cue_at(index)
        return clause_subject(view, cue) if cue is not None else None
    if entry.shape == "gerund" and view.word(index - 1) in COMMAS:
        return main_subject(view, index)
    return chunk_before(view, index)


def subject_after(view: View, cue: CueAt) -> Subject | None:
    """The subject behind a cue: заявила компания, said Mary."""
    if cue.subject is not None:
        return subject_inside(view, cue.subject)
    if view.pack.morphology is not None:
        brought = whose_words(view, cue) if cue.entry.group.needs_quoted_words else None
        return brought or walk_right(view, cue.last, cue.entry)
    if view.pack.order is not None:
        return clause_subject(view, cue) if cue.entry.role in ("agentless", "passive") else subject_behind(view, cue)
    if cue.entry.group.takes_addressee:
        return None
    return chunk_after(view, cue.last) if view.pack.is_spaced else None
