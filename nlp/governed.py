"""Constructions in which the cue governs the content that follows: said that, accused of, called, promised to."""

from nlp.contents import NEAR, complementiser, content_from, is_named
from nlp.drafts import COLONS, COMMAS, DASHES, Draft, allows, claimed, draft_of
from nlp.subjects import Subject, subject_after, subject_before
from nlp.view import CueAt, View

CLAUSE = 14
"""Tokens in which a clause shows its verb."""
_LEFT_OPEN = frozenset('"“«„')
"""Opening marks; one with a partner would be a quotation."""


def back(view: View, cue: CueAt) -> Draft | None:
    """Об этом заявила X: the sentence before is the content."""
    text = view.segment.text
    before = text[view.segment.start : min(cue.hit.start, view.segment.start + 40)].lower().lstrip(' «"')
    if not view.pack.back or cue.first > 6 or not before.startswith(view.pack.back):
        return None
    speaker = subject_after(view, cue) or subject_before(view, cue.first, cue.entry)
    return draft_of("back", view, speaker, cue, (), is_back=True)


def that(view: View, cue: CueAt) -> Draft | None:
    """S CUE that C, with a few words between cue and complementiser."""
    if not allows(cue, "that"):
        return None
    at = complementiser(view, cue.last)
    if at is None:
        return None
    place = content_from(view, at + 1, cue)
    return claimed("that", view, cue, place, needs=False)


def colon(view: View, cue: CueAt) -> Draft | None:
    """S CUE: C, and S CUE, "C where the quotation does not end in this text."""
    if not allows(cue, "colon"):
        return None
    for at in range(cue.last + 1, min(cue.last + 3 + NEAR, len(view.segment.tokens))):
        word = view.word(at)
        if word in COLONS and not _is_ratio(view, at):
            return claimed("colon", view, cue, content_from(view, at + 1, cue), needs=False)
        if word in COMMAS and view.word(at + 1) in _LEFT_OPEN:
            return claimed("colon", view, cue, content_from(view, at + 2, cue), needs=True)
        if view.segment.kind(at) == "quote" or word in ";.!?" or word in view.pack.complementisers:
            return None
    return None


def _is_ratio(view: View, at: int) -> bool:
    return view.segment.surface(at - 1)[-1].isdigit() and view.word(at + 1)[:1].isdigit()


def accuse(view: View, cue: CueAt) -> Draft | None:
    """S accused O of C: whom the accusation meets belongs to its content."""
    if not allows(cue, "accuse"):
        return None
    place = content_from(view, cue.last + 1, cue)
    if place is None:
        return None
    if view.pack.is_spaced:
        end = view.segment.at(place.end - 1)
        links = cue.entry.group.prepositions
        if not any(view.word(i) in links for i in range(cue.last + 1, end + 1)):
            return None
    return claimed("accuse", view, cue, place, needs=True)


def naming(view: View, cue: CueAt) -> Draft | None:
    """S called O "Q", S described O as Q."""
    if not allows(cue, "naming") or complementiser(view, cue.last, close=False) is not None:
        return None
    place = content_from(view, cue.last + 1, cue)
    if place is None:
        return None
    end = view.segment.at(place.end - 1)
    named = any(is_named(view, i) for i in range(cue.last + 1, min(end, cue.last + 14) + 1))
    return claimed("naming", view, cue, place, needs=True) if named else None


def told(view: View, cue: CueAt) -> Draft | None:
    """S told O, C: the content begins behind the first mark after the addressee."""
    if not allows(cue, "told"):
        return None
    for at in range(cue.last + 1, min(cue.last + 24, len(view.segment.tokens))):
        if view.word(at) in (*COMMAS, *COLONS):
            return claimed("told", view, cue, content_from(view, at + 1, cue), needs=True)
        if view.segment.kind(at) != "word":
            return None
    return None


def about(view: View, cue: CueAt) -> Draft | None:
    """S reported on C: the content is what the preposition governs."""
    group = cue.entry.group
    if not group.prepositions or "about" not in group.frames:
        return None
    at = cue.last + 1
    while at <= cue.last + 3 and view.segment.kind(at) == "word" and view.word(at) not in group.prepositions:
        at += 1
    if view.word(at) not in group.prepositions or not view.word(at):
        return None
    return claimed("about", view, cue, content_from(view, at + 1, cue), needs=True)


def plain_object(view: View, cue: CueAt) -> Draft | None:
    """S promised C, S urged O to C: the rest of the clause."""
    if not allows(cue, "object"):
        return None
    links = cue.entry.group.prepositions
    if view.pack.is_spaced and view.word(cue.last + 1) in view.pack.coordinators:
        return None
    if links and view.word(cue.last + 1) not in links:
        return None
    if cue.entry.shape == "gerund" and view.word(cue.first - 1) not in (*COMMAS, *DASHES):
        return None
    place = content_from(view, cue.last + 1, cue)
    draft = claimed("object", view, cue, place, needs=True)
    return draft if draft is not None and _is_agent(view, draft.source) else None


def _is_agent(view: View, speaker: Subject | None) -> bool:
    """Whether a subject can want something: somebody mentioned, or an animate noun where morphology can tell."""
    if speaker is None or speaker.mention is not None or view.pack.morphology is None:
        return speaker is not None
    return any(
        r.is_animate
        for i in range(speaker.first, speaker.last + 1)
        for r in view.readings(i)
        if r.pos in ("NOUN", "NPRO")
    )


def bare(view: View, cue: CueAt) -> Draft | None:
    """S CUE C without a complementiser."""
    if not allows(cue, "bare") or view.word(cue.last + 1) in (".", "?", "!", ")", ""):
        return None
    start = cue.last + 1
    if view.pack.is_spaced and (view.word(start) in (*COMMAS, *DASHES) or view.word(start) in view.pack.not_bare):
        return None
    if cue.entry.shape == "gerund" and view.word(cue.first - 1) not in (*COMMAS, *DASHES):
        return None
    while view.word(start) in (*COMMAS, *COLONS):
        start += 1
    following = view.cue_at(start)
    if following is not None and following.first == start and not view.pack.is_spaced:
        return None
    if cue.entry.group.needs_clause and not is_clause(view, start):
        return None
    return claimed("bare", view, cue, content_from(view, start, cue), needs=True)


def is_clause(view: View, start: int) -> bool:
    """Whether a clause begins at the token: a pronoun that can only be its subject, or an auxiliary soon."""
    near = {view.word(at) for at in range(start, start + CLAUSE)}
    return view.word(start) in view.pack.subject_pronouns or not near.isdisjoint(view.pack.clause_marks)
