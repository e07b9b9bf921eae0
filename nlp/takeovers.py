"""Where a content ends because something else begins: the same speaker's next predicate, or somebody else's speech."""

from collections.abc import Iterable

from nlp.complementisers import NEAR, complementiser
from nlp.drafts import COLONS, COMMAS, allows
from nlp.morphology import Form
from nlp.noun_phrases import phrase_end
from nlp.pack_attribution import CueEntry
from nlp.predicates import clause_end
from nlp.subjects import subject_before
from nlp.view import CueAt, View

CLAUSE = 14
"""Tokens from its start in which a clause shows that it is one."""
CLOSE = 3
"""Tokens from a comma to the subject that begins a clause behind it."""
_STOPS = frozenset({*COLONS, ";"})
_PREDICATES = ("VERB", "PRTS", "ADJS")


def takes_over(view: View, at: int, cue: CueAt | None) -> bool:
    """Whether a new predicate of the same speaker, or somebody else's speech, starts at the token."""
    if view.word(at) in _STOPS and _has_particle(view, at + 1):
        return True
    if cue is not None and _is_set_against(view, at):
        return True
    if view.word(at) not in view.pack.coordinators and view.word(at) not in COMMAS:
        return False
    if cue is not None and _closes_relative(view, at, cue):
        return True
    if view.pack.order is not None and cue is not None and cue.entry.role != "verb" and view.word(at) in COMMAS:
        return _opens_report(view, at + 1)
    return _is_remark(view, at, cue) or _is_other_speech(view, at, cue) or _goes_on(view, at, cue)


def _goes_on(view: View, at: int, cue: CueAt | None) -> bool:
    """Whether the next predicate of the same speaker stands behind the token, a conjunction or a comma."""
    following = at + 1
    while view.word(following) in view.pack.coordinators or view.word(following) in view.pack.transparent:
        following += 1
    other = view.cue_at(following)
    if other is None or other.first != following or other.entry.role != "verb" or cue is None:
        return cue is not None and _is_next_predicate(view, at, following, cue)
    if view.word(at) in COMMAS and view.word(at + 1) not in view.pack.coordinators:
        return other.entry.shape == "gerund" and _governs_content(view, other)
    if view.pack.order is not None:
        return not other.is_final and not any(view.word(following) in m.words for m in view.pack.reported_moods)
    if view.pack.morphology is not None:
        if cue.entry.shape == "gerund" or cue.entry.role != "verb" or other.entry.agrees(cue.entry):
            return True
        return _is_next_predicate(view, at, following, cue)
    if view.word(at) in COMMAS or other.entry.shape == "gerund":
        return view.word(at) in COMMAS
    return _governs_clause(view, other) or (complementiser(view, cue.last) is None and _speaks_on(view, other))


def _is_remark(view: View, at: int, cue: CueAt | None) -> bool:
    """Whether a contrast behind a comma ends what a phrase beside the clause holds at a distance: as rumour has it."""
    is_beside = cue is not None and cue.entry.role == "agentless" and allows(cue, "bare")
    if not is_beside or view.pack.morphology is None or view.word(at) not in COMMAS:
        return False
    return view.word(at + 1) in view.pack.adversatives and view.word(at + 1) not in view.pack.coordinators


def _is_other_speech(view: View, at: int, cue: CueAt | None) -> bool:
    """Whether somebody else's cue follows a comma where no clause is governed: X accused Y of Z, the plant denies."""
    lead = view.word(at + 1)
    takes_object = cue is not None and (allows(cue, "object") or allows(cue, "accuse"))
    if cue is None or view.word(at) not in COMMAS or not (takes_object or lead in view.pack.free_subjects):
        return False
    if view.pack.morphology is None or view.has_pos(at + 1, "PREP", "CONJ", "PRTF", "GRND", "INFN"):
        return False
    if lead in view.pack.clause_words or lead in view.pack.close_complementisers:
        return False
    if complementiser(view, cue.last) is not None and lead not in view.pack.free_subjects:
        return False
    end = next((i for i in range(at + 1, at + 1 + NEAR) if view.segment.kind(i) != "word"), at + 1)
    others = (view.cue_at(i) for i in range(at + 1, end))
    return any(o is not None and o.entry.role == "verb" and _has_own_subject(view, at, o) for o in others)


def _is_set_against(view: View, at: int) -> bool:
    """Whether the speech of somebody named here follows: A says that C, while B denies it; A says that C; B denies it.

    A complementiser repeated behind a conjunction goes on with what was said: but that B denies it.
    """
    start = at + 1
    if view.word(at) in COMMAS:
        is_joint = view.word(start) in view.pack.coordinators
        if not (is_joint or view.word(start) in view.pack.adversatives or _opens_contrast(view, start)):
            return False
        start += 1
        if is_joint and view.word(start) in view.pack.complementisers:
            return False
    elif view.word(at) != ";":
        return False
    for index in range(start, start + NEAR):
        if view.segment.kind(index) != "word":
            return False
        other = view.cue_at(index)
        if other is not None and other.entry.role == "verb":
            return _speaks_for_itself(view, start, other)
    return False


def _opens_contrast(view: View, first: int) -> bool:
    """Whether a contrast of several words begins at a token: в то время как."""
    if first >= len(view.segment.starts):
        return False
    return view.segment.text.startswith(view.pack.long_contrasts, view.segment.starts[first])


def _speaks_for_itself(view: View, start: int, cue: CueAt) -> bool:
    """Whether a finite cue that governs a content has its subject right behind a token."""
    speaker = subject_before(view, cue.first, cue.entry) if cue.entry.shape != "gerund" else None
    if speaker is None or not start <= speaker.first <= start + CLOSE or speaker.last >= cue.first:
        return False
    if speaker.mention is None or view.word(speaker.last) in view.pack.no_speakers:
        return False
    is_joint = view.word(start - 1) in view.pack.coordinators
    return speaker.mention.kind not in ("place", "product", "work") and (
        not is_joint or speaker.mention.resolved_by != "pronoun"
    )


def _closes_relative(view: View, at: int, cue: CueAt) -> bool:
    """Whether a comma closes the relative clause of a cue that governs no clause: X, which denies it, is in Y."""
    first = cue.first - 1
    while view.word(first) in view.pack.transparent:
        first -= 1
    if view.word(at) not in COMMAS or view.word(first) not in view.pack.relatives or view.word(first - 1) not in COMMAS:
        return False
    if view.word(first) in view.pack.complementisers and view.pack.has_commas:
        return False
    is_further = view.word(at + 1) in view.pack.coordinators or view.word(at + 1) in view.pack.relatives
    return not is_further and complementiser(view, cue.last) is None


def _has_own_subject(view: View, comma: int, cue: CueAt) -> bool:
    """Whether a finite cue has its subject right behind the comma."""
    speaker = subject_before(view, cue.first, cue.entry) if cue.entry.shape == "finite" else None
    return speaker is not None and comma < speaker.first <= comma + CLOSE


def _is_next_predicate(view: View, at: int, following: int, cue: CueAt) -> bool:
    """Whether a verb behind a conjunction has the cue's subject: it agrees with the cue, and no verb between does."""
    if view.pack.morphology is None or following == at or cue.entry.role != "verb" or cue.entry.shape != "finite":
        return False
    verb = next((r for r in view.readings(following)[:1] if r.pos == "VERB"), None)
    if verb is None or not _fits(verb, cue.entry):
        return False
    return not any(
        r.pos in _PREDICATES and _shares(r, verb) for i in range(cue.last + 1, at) for r in view.readings(i)[:1]
    )


def _fits(verb: Form, entry: CueEntry) -> bool:
    return verb.number == entry.number and (None in (verb.gender, entry.gender) or verb.gender == entry.gender)


def _shares(inner: Form, verb: Form) -> bool:
    """Whether a verb of the content could have the same subject as the one behind it."""
    return inner.number == verb.number and (None in (inner.gender, verb.gender) or inner.gender == verb.gender)


def _opens_report(view: View, first: int) -> bool:
    """Whether a main clause begins in which another one speaks: ..., the owner spoke of ..."""
    end = phrase_end(view, first)
    other = view.cue_at(end + 1) if end is not None else None
    return other is not None and end is not None and other.first == end + 1 and other.entry.role == "verb"


def _has_particle(view: View, at: int) -> bool:
    """Whether a particle of distance opens a clause, or stands in it where the verb is second."""
    if view.pack.order is not None:
        places: Iterable[int] = range(at, clause_end(view.segment, at))
    else:
        places = (at, at + 2 if view.word(at + 1) in COMMAS else at)
    return any(c.entry.role == "particle" for i in places if (c := view.cue_at(i)) is not None)


def _governs_clause(view: View, cue: CueAt) -> bool:
    """Whether a complementiser, or an infinitive that the cue can govern, follows right behind it."""
    if allows(cue, "infinitive") and view.word(cue.last + 1).endswith(view.pack.infinitive_endings or "\0"):
        return view.owner[cue.last + 1] is None
    following = cue.last + 1 + view.pack.has_commas
    ahead = (following, following + (view.word(following) in view.pack.subject_links))
    return allows(cue, "that") and complementiser(view, cue.last) in ahead


def _speaks_on(view: View, cue: CueAt) -> bool:
    """Whether a cue attributes without a complementiser: denied it and said they had left; and called it "a lie"."""
    start = cue.last + 1
    if not view.pack.is_spaced or not allows(cue, "bare"):
        return _governs_content(view, cue)
    has_subject = start < len(view.owner) and view.owner[start] is not None and view.segment.kind(start + 1) == "word"
    return has_subject or opens_clause(view, start)


def opens_clause(view: View, start: int) -> bool:
    """Whether a clause begins at the token: a pronoun that can only be its subject, or an auxiliary soon."""
    near = {view.word(at) for at in range(start, start + CLAUSE)}
    return view.word(start) in view.pack.subject_pronouns or not near.isdisjoint(view.pack.clause_marks)


def _governs_content(view: View, cue: CueAt) -> bool:
    """Whether a cue that could be any verb does attribute here."""
    if allows(cue, "that") and complementiser(view, cue.last) is not None:
        return True
    return allows(cue, "accuse") or (
        allows(cue, "naming") and any(is_named(view, i) for i in range(cue.last + 1, cue.last + 8))
    )


def is_named(view: View, at: int) -> bool:
    """Whether the token shows that something is called by a name: a quotation, "as", an instrumental."""
    if view.segment.kind(at) == "quote" or view.word(at) in view.pack.naming_words:
        return True
    if not view.pack.is_spaced and view.word(at) in "“「":
        return bool(view.word(at))
    return any(r.case == "ablt" for r in view.readings(at)[:1])
