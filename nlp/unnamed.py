"""Constructions that name nobody: "it is reported that", nouns such as "the accusation that", particles of distance."""

from nlp.contents import content_from
from nlp.drafts import COLONS, COMMAS, DASHES, Draft, allows, as_parts, draft_of
from nlp.governed import back, colon, is_clause, that
from nlp.insertions import around, inserted_as, is_edge, tail_end
from nlp.subjects import Subject, subject, subject_after
from nlp.view import CueAt, View


def agentless(view: View, cue: CueAt) -> Draft | None:
    """It is reported that C: nobody is named, unless a document is: говорится в сообщении."""
    for rule in (back, that, inserted_as, colon, _agentless_tail, _agentless_bare):
        draft = rule(view, cue)
        if draft is not None:
            document = subject_after(view, cue) if view.pack.morphology is not None else None
            keeps = document is not None and document.mention is not None
            return Draft(
                "agentless",
                document if keeps else None,
                draft.cue,
                draft.entry,
                draft.content,
                draft.scope,
                draft.is_back,
            )
    return None


def _agentless_tail(view: View, cue: CueAt) -> Draft | None:
    if not allows(cue, "post") or view.word(cue.first - 1) not in (*COMMAS, *DASHES):
        return None
    last = tail_end(view, cue.last)
    if last != cue.last and view.pack.is_spaced:
        return None
    return around("agentless", view, cue, None, cue.first, last) if last is not None and cue.first > 3 else None


def _agentless_bare(view: View, cue: CueAt) -> Draft | None:
    if not allows(cue, "bare"):
        return None
    start = cue.last + 1
    while view.word(start) in (*COMMAS, *COLONS):
        start += 1
    if cue.entry.group.needs_clause and (view.word(start) in view.pack.not_bare or not is_clause(view, start)):
        return None
    place = content_from(view, start, cue)
    return draft_of("agentless", view, None, cue, (place,)) if place is not None else None


def noun(view: View, cue: CueAt) -> Draft | None:
    """A claim that C; accusations of C; the point of the complaints is simple: C."""
    for at in range(cue.last + 1, min(cue.last + 8, len(view.segment.tokens))):
        word = view.word(at)
        if word in view.pack.complementisers and allows(cue, "that") and _is_that(view, at):
            return draft_of("noun", view, None, cue, as_parts(content_from(view, at + 1, cue)))
        if word in COLONS and allows(cue, "colon"):
            return draft_of("noun", view, None, cue, as_parts(content_from(view, at + 1, cue)))
        if at == cue.last + 1 and word in cue.entry.group.prepositions and allows(cue, "about"):
            return draft_of("noun", view, None, cue, as_parts(content_from(view, at + 1, cue)))
        if (view.segment.kind(at) != "word" and word not in COMMAS) or view.cue_at(at) is not None:
            return None
    return None


def _is_that(view: View, at: int) -> bool:
    return view.word(at - 1) not in COMMAS or view.pack.morphology is not None


def particle(view: View, cue: CueAt) -> Draft | None:
    """Якобы C: a particle of distance where no other cue governs the clause."""
    led = view.word(cue.first - 1) in COLONS
    if not led and any(c.entry.role in ("verb", "agentless") and 0 < cue.first - c.last < 8 for c in view.cues):
        return None
    tokens = view.segment.tokens
    start = cue.last + 1
    while view.word(start) in COMMAS:
        start += 1
    at_edge = is_edge(view, cue.first - 1)
    if not at_edge or start >= len(tokens):
        return None
    return draft_of("particle", view, _last_speaker(view, cue), cue, as_parts(content_from(view, start, cue)))


def _last_speaker(view: View, cue: CueAt) -> Subject | None:
    """The subject of the last cue before a particle in the same sentence: X sees a threat: мол, C."""
    earlier = [c for c in view.cues if c.last < cue.first and c.entry.role == "verb" and c.entry.shape == "finite"]
    return subject(view, earlier[-1]) if earlier else None
