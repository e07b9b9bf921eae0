"""Constructions that name nobody: "it is reported that", nouns such as "the accusation that", particles of distance."""

from dataclasses import replace

from nlp.accordings import governed
from nlp.cases import is_finite
from nlp.complementisers import leads_here
from nlp.contents import FAR, content_from
from nlp.drafts import COLONS, COMMAS, OPENERS, Draft, allows, as_parts, draft_of
from nlp.governed import back, colon, is_clause, that, told
from nlp.governed_by_clause import noun_claim
from nlp.insertion_around import around, is_behind_content, is_edge, tail_end
from nlp.insertions import inserted_as
from nlp.insertions_by_clause import inside_clause
from nlp.layers import Place
from nlp.noun_contents import up_to_predicate
from nlp.subjects import Subject, span, subject, subject_after
from nlp.subjects_behind import with_owner
from nlp.trimming import trimmed
from nlp.view import CueAt, View

_QUOTE_MARKS = frozenset('«»“”„"')
"""Marks that stand alone where a quotation runs over what is known of the text: nobody knows whose words these are."""

_LONGEST_SUBJECT = 20
"""Tokens between the start of a clause and a cue in it that is no part of its predicate."""


def agentless(view: View, cue: CueAt) -> Draft | None:
    """It is reported that C: nobody is named, unless a document is: говорится в сообщении."""
    for rule in (back, that, inserted_as, colon, told, _agentless_tail, _agentless_bare):
        draft = rule(view, cue)
        if draft is not None:
            is_known = view.pack.morphology is not None or view.pack.order is not None
            document = (subject_after(view, cue) or _document_before(view, cue)) if is_known else None
            keeps = document is not None and (document.mention is not None or view.pack.order is not None)
            return Draft(
                "agentless",
                document if keeps else draft.source if rule is _agentless_tail else None,
                draft.cue,
                draft.entry,
                draft.content,
                draft.scope,
                draft.is_back,
            )
    return None


def passive(view: View, cue: CueAt) -> Draft | None:
    """It was announced that C, where a passive is told from its participle; the agent or the document, if named."""
    draft = that(view, cue)
    if draft is None:
        return None
    return Draft("agentless", subject_after(view, cue), draft.cue, draft.entry, draft.content)


def _agentless_tail(view: View, cue: CueAt) -> Draft | None:
    if not allows(cue, "post") or not is_behind_content(view, cue.first - 1):
        return None
    document, end = _document(view, cue)
    last, shortest = tail_end(view, end), 1 if allows(cue, "bare") else 3
    if last != end and view.pack.is_spaced and view.pack.order is None and not _is_document(view, cue, last):
        return None
    is_inside = last is not None and cue.first > 1 and view.word(last + 1) in COMMAS
    if last is None or not (is_inside or cue.first > shortest):
        return None
    return around("agentless", view, cue, document, cue.first, last)


def _is_document(view: View, cue: CueAt, last: int | None) -> bool:
    """Whether all that follows a cue up to a token is the document in which it stands: говорится в сообщении X."""
    document = subject_after(view, cue) if view.pack.morphology is not None else None
    return document is not None and document.last == last


def _document_before(view: View, cue: CueAt) -> Subject | None:
    """The document before a cue, with whom it names: в сообщении X говорится."""
    if view.pack.morphology is None:
        return None
    at = cue.first - 1
    while at > 0 and view.segment.kind(at) == "word" and not view.has_pos(at, "PREP"):
        at -= 1
    noun = next((i for i in range(at + 1, cue.first) if not view.has_pos(i, "ADJF", "PRTF")), cue.first)
    mention = view.owner[noun] if noun < cue.first and view.has_pos(at, "PREP") else None
    if mention is None or mention.resolved_by == "name" or mention.kind == "person":
        return None
    return with_owner(view, mention)


def _document(view: View, cue: CueAt) -> tuple[Subject | None, int]:
    """What the cue's preposition leads to behind it, and the last token of the two: it follows (from the report)."""
    if view.word(cue.last + 1) not in cue.entry.group.prepositions:
        return None, cue.last
    document, _ = governed(view, cue.last + 2)
    if document is None:
        return None, cue.last
    last = tail_end(view, document.last) or document.last
    if any(view.word(at) in view.pack.subject_links for at in range(document.last + 1, last + 1)):
        return document, document.last
    return span(view, document.first, last, document.mention), last


def _agentless_bare(view: View, cue: CueAt) -> Draft | None:
    if not allows(cue, "bare"):
        return None
    start = cue.last + 1
    while view.word(start) in OPENERS:
        start += 1
    if cue.entry.group.needs_clause and (view.word(start) in view.pack.not_bare or not is_clause(view, start)):
        return None
    place = content_from(view, start, cue)
    if place is None:
        return None
    return draft_of("agentless", view, None, cue, (*as_parts(_subject_before(view, cue)), place))


def _subject_before(view: View, cue: CueAt) -> Place | None:
    """What the clause of a cue without a source begins with: the firm | reportedly | sold the mill."""
    if is_edge(view, cue.first - 1) or cue.entry.group.cue_class != "hedge":
        return None
    first = cue.first
    while first > 0 and cue.first - first <= _LONGEST_SUBJECT and not _is_before_clause(view, first - 1):
        first -= 1
    if first == cue.first or cue.first - first > _LONGEST_SUBJECT:
        return None
    return trimmed(view, view.segment.starts[first], view.segment.ends[cue.first - 1])


def _is_before_clause(view: View, at: int) -> bool:
    """Whether a clause can begin behind a token: a mark, a word that leads to it, another cue."""
    word = view.word(at)
    is_lead = word in view.pack.boundaries or word in view.pack.complementisers or word in view.pack.relatives
    return view.segment.kind(at) != "word" or is_lead or view.cue_at(at) is not None


def noun(view: View, cue: CueAt) -> Draft | None:
    """A claim that C; accusations of C; the point of the complaints is simple: C."""
    if view.pack.order is not None:
        return noun_claim(view, cue)
    for at in range(cue.last + 1, min(cue.last + 8, len(view.segment.starts))):
        word = view.word(at)
        if word in view.pack.noun_complementisers and allows(cue, "that") and _is_that(view, cue, at):
            return _of_noun(view, cue, at + 1)
        if word in COLONS and allows(cue, "colon"):
            return draft_of("noun", view, None, cue, as_parts(content_from(view, at + 1, cue)))
        if at == cue.last + 1 and word in cue.entry.group.prepositions and _is_about(view, cue, at):
            return _of_noun(view, cue, at + 1)
        if (view.segment.kind(at) != "word" and word not in COMMAS) or view.cue_at(at) is not None:
            return None
        if view.has_pos(at, "INFN"):
            return None
    return None


def _of_noun(view: View, cue: CueAt, start: int) -> Draft | None:
    place = up_to_predicate(view, cue, start, content_from(view, start, cue))
    return draft_of("noun", view, None, cue, as_parts(place))


def _is_about(view: View, cue: CueAt, at: int) -> bool:
    """Whether the preposition leads to what is said, not to who says it or to a clause: accusations of fraud."""
    owner = view.owner[at + 1] if at + 1 < len(view.owner) else None
    is_by = owner is not None and owner.kind not in ("place", "product", "work")
    is_led = view.word(at + 1) in view.pack.correlates and view.word(at + 2) in COMMAS
    is_led = is_led or view.word(at + 1) in view.pack.complementisers
    return allows(cue, "about") and not is_by and not is_led


def _is_that(view: View, cue: CueAt, at: int) -> bool:
    if view.word(cue.first - 1) in view.pack.comparatives or view.word(cue.first - 2) in view.pack.comparatives:
        return False
    is_apart = view.word(at - 1) in COMMAS and view.pack.morphology is None and not view.pack.has_commas
    is_relative = view.word(at) in view.pack.complementisers and not leads_here(view, cue.last, at)
    return not is_apart and not is_relative


def particle(view: View, cue: CueAt) -> Draft | None:
    """Якобы C: a particle of distance where no other cue governs the clause."""
    if _is_inside_clause(view, cue):
        return around("particle", view, cue, None, cue.first, cue.last)
    led = view.word(cue.first - 1) in COLONS
    if not led and any(c.entry.role in ("verb", "agentless") and 0 < cue.first - c.last < 8 for c in view.cues):
        return None
    if view.pack.order is not None and not is_edge(view, cue.first - 1):
        return inside_clause(view, cue)
    start = cue.last + 1
    while view.word(start) in COMMAS:
        start += 1
    at_edge = is_edge(view, cue.first - 1)
    if not at_edge or start >= len(view.segment.starts):
        return None
    return draft_of("particle", view, _last_speaker(view, cue), cue, as_parts(content_from(view, start, cue)))


def _is_inside_clause(view: View, cue: CueAt) -> bool:
    """Whether a particle between commas divides a clause: no verb stands between the clause's start and it."""
    if view.word(cue.first - 1) not in COMMAS or view.word(cue.last + 1) not in COMMAS:
        return False
    at = cue.first - 2
    while at >= 0 and view.segment.kind(at) == "word" and not is_finite(view, at):
        at -= 1
    return at < cue.first - 2 and (at < 0 or view.word(at) in (*COLONS, ";"))


def mood(view: View, cue: CueAt) -> Draft | None:
    """C in a verb form that by itself says that others say so, in the outlet's own sentence and under no condition."""
    form = cue.entry.hearsay
    if form is None or form.closed_by or view.segment.depth > 0:
        return None
    words = [view.word(i) for i in range(min(len(view.segment.starts), 2 * FAR))]
    if not _QUOTE_MARKS.isdisjoint(words):
        return None
    at = cue.last + 1
    while view.word(at) in view.pack.transparent or view.word(at) in view.pack.verb_pronouns:
        at += 1
    if view.word(at) in view.pack.passive_auxiliaries:
        at += 1
    if form.followed_by and not view.word(at).endswith(tuple(form.followed_by)):
        return None
    if view.word(at) in form.not_followed_by or not set(form.cancelled_by).isdisjoint(words):
        return None
    draft = draft_of("mood", view, None, cue, as_parts(_told_in_mood(view, cue, words)))
    return draft and (draft if form.is_cue else replace(draft, cue=None, hedge=draft.cue))


def _told_in_mood(view: View, cue: CueAt, words: list[str]) -> Place | None:
    """The clause that a verb form holds at a distance: behind a topic and a colon, up to a contrast."""
    colon = max((i for i in range(cue.first) if words[i] in COLONS), default=-1)
    start = next(
        (i for i in range(colon + 1, cue.first) if words[i] not in view.pack.lead_in_words and words[i] not in COMMAS),
        cue.first,
    )
    place = content_from(view, start, cue)
    contrasts = (
        i for i in range(cue.last, len(words) - 1) if words[i] in COMMAS and words[i + 1] in view.pack.adversatives
    )
    contrast = next(contrasts, None)
    if place is None or contrast is None or view.segment.starts[contrast] >= place.end:
        return place
    return trimmed(view, place.start, view.segment.starts[contrast])


def _last_speaker(view: View, cue: CueAt) -> Subject | None:
    """The subject of the last cue before a particle in the same sentence: X sees a threat: мол, C."""
    earlier = [c for c in view.cues if c.last < cue.first and c.entry.role == "verb" and c.entry.shape == "finite"]
    return subject(view, earlier[-1]) if earlier else None
