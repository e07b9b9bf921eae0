"""Constructions that stand beside their content: "..., she said", "as X says, ...", "according to X, ..."."""

from nlp.drafts import COMMAS, DASHES, PAUSES, Draft, allows, drops_subject, has_impersonal
from nlp.insertion_around import BEHIND_CONTENT, around, before_mark, is_behind_content, tail_end
from nlp.objects_before import object_before
from nlp.sections.attributions import Frame
from nlp.subjects import Subject, subject, subject_after, subject_before
from nlp.subjects_by_clause import clause_start_behind_apposition, inverted_subject
from nlp.subjects_by_words import clause_before
from nlp.view import CueAt, View

MARKS = 6
"""Marks at the end of a segment: a full stop and what closes with it."""
ADDRESSEE = 4
"""Tokens from a cue to the infinitive that it governs: advise the town to wait."""
LONGEST_LEAD = 8
"""Tokens before a speaker's name in its noun phrase."""
OPENING = 4
"""Tokens from the start of a sentence in which a circumstance can stand between "as" and the verb: As today said S."""
_APART = frozenset({"", "(", *COMMAS})
_CLOSED = PAUSES | {".", ""}
_WITH_OBJECT: tuple[Frame, ...] = ("object", "accuse", "naming")


def post(view: View, cue: CueAt) -> Draft | None:
    """C, CUE S. and C, S CUE. and the same inside a sentence: C, as S CUE, C."""
    if not allows(cue, "post"):
        return None
    return inserted_as(view, cue) or closing_tail(view, cue)


def inserted_as(view: View, cue: CueAt) -> Draft | None:
    """As S says, C; C, as S says, C."""
    if view.pack.as_words.isdisjoint(view.segment.forms):
        return None
    if view.pack.order is not None:
        return _inserted_clause(view, cue)
    at = cue.first - 1
    speaker: Subject | None = None
    if view.pack.section.fronts:
        if view.word(at) in view.pack.as_words and view.word(at - 2) in view.pack.correlates:
            return None
        at = 0 if at < OPENING and _opens_circumstance(view, 1) else at
    elif view.word(at) not in view.pack.as_words and cue.subject is None:
        speaker = subject_before(view, cue.first, cue.entry) if not view.pack.morphology else None
        at = _before_heads(view, speaker.first - 1) if speaker is not None else at
    if view.word(at) not in view.pack.as_words or not _stands_apart(view, at - 1):
        return None
    speaker = speaker or (subject_after(view, cue) if cue.entry.role == "verb" else None)
    last = tail_end(view, max(cue.last, speaker.last if speaker is not None else -1))
    if last is None:
        return None
    return around("inserted", view, cue, speaker, at, last)


def _opens_circumstance(view: View, at: int) -> bool:
    return view.word(at) in view.pack.subject_links or view.word(at) in view.pack.transparent


def _stands_apart(view: View, before: int) -> bool:
    """Whether "as" can open an insertion behind a token; behind a dash where that is an ordinary mark of one."""
    word = view.word(before)
    return word in _APART or word in view.pack.lead_in_words or (view.pack.section.fronts and word in DASHES)


def _before_heads(view: View, at: int) -> int:
    """The "as" before a subject and the few words on what it is (as the newspaper X says); else the same token."""
    return next((a for a in range(at, max(-1, at - 3), -1) if view.word(a) in view.pack.as_words), at)


def _inserted_clause(view: View, cue: CueAt) -> Draft | None:
    """The same where the verb closes the clause: C, wie S am Montag mitteilte."""
    at = clause_start_behind_apposition(view, cue)
    if view.word(at) not in view.pack.as_words or at == cue.first or view.segment.kind(cue.last + 1) == "word":
        return None
    speaker = subject(view, cue)
    return around("inserted", view, cue, speaker, at, cue.last) if speaker is not None else None


def closing_tail(view: View, cue: CueAt) -> Draft | None:
    """C, CUE S. and C, S CUE. where nothing that the cue governs follows; two rules ask for the same one."""
    key = id(cue), view.tail
    if key not in view.tails:
        view.tails[key] = cue, _closing_tail(view, cue)
    found: Draft | None = view.tails[key][1]
    return found


def _closing_tail(view: View, cue: CueAt) -> Draft | None:
    if view.pack.tagger is not None:
        return _unspaced_tail(view, cue)
    if BEHIND_CONTENT.isdisjoint(view.segment.forms):
        return None
    if not any(map(BEHIND_CONTENT.__contains__, map(view.word, range(1, cue.first)))):
        return None
    before = before_mark(view, cue.first - 1)
    is_governing = _precedes(view, before) and _end_behind(view, cue, cue.last) is None
    if is_governing or view.word(before) in view.pack.relatives:
        return None
    speaker, first = _closing_subject(view, cue, before)
    is_apart = view.word(cue.last + 1) in _CLOSED
    if speaker is None and not (is_apart and (drops_subject(view, cue) or has_impersonal(view, cue))):
        return None
    if first < 2 or not is_behind_content(view, first - 1):
        return None
    last = _end_behind(view, cue, max(cue.last, speaker.last) if speaker is not None else cue.last)
    if last is None or object_before(view, cue) is not None:
        return None
    return around("post", view, cue, speaker, first, last, whole=True)


def _end_behind(view: View, cue: CueAt, last: int) -> int | None:
    """The end of an insertion whose cue and subject end with a token; null where something is governed."""
    return tail_end(view, last) if _is_closing(view, cue, last) else None


def _precedes(view: View, before: int) -> bool:
    """Whether the subject of a cue that closes its sentence can only stand before it, by the token before the cue."""
    pack = view.pack
    is_fixed = pack.is_spaced and not pack.section.inverts and pack.order is None and pack.morphology is None
    return is_fixed and view.word(before) not in PAUSES


def _closing_subject(view: View, cue: CueAt, before: int) -> tuple[Subject | None, int]:
    """The subject of a cue behind its content, and the first token of the two."""
    if view.pack.order is not None:
        return inverted_subject(view, cue) if is_behind_content(view, cue.first - 1) else None, cue.first
    if view.word(before) in PAUSES:
        return None if _has_subject_before(view, cue) else subject_after(view, cue), cue.first
    precedes = view.pack.is_spaced and not view.pack.section.inverts
    speaker = subject_before(view, cue.first, cue.entry) if precedes else None
    if speaker is None or speaker.last >= cue.first:
        return speaker, cue.first
    return speaker, _phrase_start(view, speaker.first)


def _unspaced_tail(view: View, cue: CueAt) -> Draft | None:
    """C, S CUE. where nothing but marks follows; the clause of the cue holds its subject."""
    if cue.entry.group.is_mental or not _ends_segment(view, cue.last):
        return None
    _, start = clause_before(view, cue.hit.start)
    first = view.segment.at(view.words[start].start)
    speaker = subject_before(view, cue.first, cue.entry)
    if speaker is None or speaker.first < first or first < 2 or not is_behind_content(view, first - 1):
        return None
    return around("post", view, cue, speaker, first, cue.last, whole=True)


def _ends_segment(view: View, last: int) -> bool:
    """Whether only a few marks follow a token."""
    end = len(view.segment.starts)
    return end - last - 1 <= MARKS and all(view.segment.kind(at) == "mark" for at in range(last + 1, end))


def _phrase_start(view: View, first: int) -> int:
    """The first token of the noun phrase whose name begins at a token: the | Daily Post's | Ada Vell; Mr. | Vell."""
    if not view.pack.is_spaced or view.pack.morphology is not None:
        return first
    at = first
    while at > 0 and first - at < LONGEST_LEAD:
        word = view.word(at - 1)
        is_title = word == "." and view.actors.title_ends(view.segment.text[: view.segment.starts[at - 1]][-8:])
        is_joint = word in view.pack.coordinators and at > 1 and view.owner[at - 2] is not None
        is_edge = view.segment.kind(at - 1) != "word" or word in view.pack.boundaries or view.cue_at(at - 1)
        if is_edge and not is_title and not is_joint:
            break
        at -= 1
    return at


def _has_subject_before(view: View, cue: CueAt) -> bool:
    """Whether an insertion, not the content, stands before the cue: Smith, a lawyer, said C."""
    if not view.pack.is_spaced:
        return False
    after = subject_after(view, cue)
    if view.pack.morphology is not None:
        before = subject_before(view, cue.first, cue.entry)
        is_named = after is not None and after.mention is not None and after.mention.resolved_by == "name"
        has_verb = before is None or any(view.has_pos(i, "VERB") for i in range(before.last + 1, cue.first))
        return not is_named and not has_verb
    takes_object = any(allows(cue, frame) for frame in _WITH_OBJECT)
    if after is not None and view.pack.section.inverts and not takes_object:
        return False
    before = subject_before(view, cue.first, cue.entry)
    if takes_object and view.pack.section.inverts:
        return before is not None and before.mention is not None
    named = after is not None and after.mention is not None and after.mention.start == after.start
    return before is not None and before.mention is not None and not named


def _is_closing(view: View, cue: CueAt, last: int) -> bool:
    """Whether nothing that the cue governs follows: only a mark, a circumstance, or a short addressee."""
    following = view.word(last + 1)
    if view.pack.order is not None:
        return True
    if cue.entry.shape == "gerund" or _has_infinitive(view, last):
        return False
    if view.pack.morphology is not None:
        return not _is_object(view, last + 1)
    if not view.pack.is_spaced:
        return True
    if view.segment.kind(last + 1) != "word" or following in view.pack.not_bare:
        return True
    end = tail_end(view, last)
    if end is None or any(view.word(i) in view.pack.clause_marks for i in range(last + 1, end + 1)):
        return False
    return end - last <= 3 and not cue.entry.group.is_mental


def _has_infinitive(view: View, last: int) -> bool:
    """Whether an infinitive follows in the same clause, perhaps behind whom it is said to."""
    for at in range(last + 1, last + ADDRESSEE):
        if view.segment.kind(at) != "word" or view.has_pos(at, "INFN"):
            return view.has_pos(at, "INFN")
    return False


def _is_object(view: View, at: int) -> bool:
    """Whether a word can only be the object of the verb before it."""
    return {r.case for r in view.readings(at) if r.pos in ("NOUN", "NPRO")} == {"accs"}
