"""Predicates whose parts stand apart (teilte ... mit, hat ... gesagt): which word of a clause belongs to which cue."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.cue import CueAt
from nlp.pack_attribution import CueEntry
from nlp.pack_clauses import ClauseOrder
from nlp.segments import Segment

REACH = 40
"""Tokens between the parts of a predicate."""
_ENDS = frozenset(".!?;:…—–―")
_OPENERS = frozenset(":—–―")


def completed(segment: Segment, order: ClauseOrder, cues: Sequence[CueAt]) -> list[CueAt]:
    """The cues with their parts put together, without forms that attribute nothing by themselves."""
    return [c for cue in cues for c in (_completed(segment, order, cue) if cue.entry.role == "verb" else [cue])]


def clause_start(segment: Segment, at: int) -> int:
    """The first token of the clause that a token stands in, as far as marks tell."""
    start = at
    while start > 0 and at - start < REACH and _is_within(segment, start - 1):
        start -= 1
    return start


def clause_end(segment: Segment, at: int) -> int:
    """The token behind the last one of the clause."""
    end = at + 1
    while end < len(segment.starts) and end - at < REACH and _is_within(segment, end):
        end += 1
    return end


def _is_within(segment: Segment, at: int) -> bool:
    """Whether a token is a word, or the stop of an ordinal or abbreviation: no sentence ends in front of a word."""
    if segment.kind(at) == "word":
        return True
    return segment.word(at) == "." and segment.kind(at - 1) == "word" and segment.kind(at + 1) == "word"


def _completed(segment: Segment, order: ClauseOrder, cue: CueAt) -> Iterator[CueAt]:
    if _is_noun(segment, cue) or _is_attribute(segment, order, cue):
        return
    whole = _split(segment, order, cue)
    if whole is not None:
        yield whole
    elif cue.entry.is_participle and (auxiliary := _auxiliary(segment, order, cue)) is not None:
        yield auxiliary
    elif cue.entry.shape == "final" and not _is_infinitive(segment, order, cue):
        yield replace(cue, is_final=True)
    elif cue.entry.shape not in ("final", "split", "participle") and _stands_alone(segment, order, cue):
        yield cue


def _stands_alone(segment: Segment, order: ClauseOrder, cue: CueAt) -> bool:
    return not _is_infinitive(segment, order, cue) and not _is_of_other_verb(segment, order, cue)


def _is_of_other_verb(segment: Segment, order: ClauseOrder, cue: CueAt) -> bool:
    """Whether a particle closes the clause that makes another verb of the form: fand ... statt."""
    end = clause_end(segment, cue.last)
    return end - 1 > cue.last and segment.word(end - 1) in order.particles


def _is_noun(segment: Segment, cue: CueAt) -> bool:
    """Whether a form of a verb is written like a noun where no clause begins."""
    begins = cue.first == 0 or segment.kind(cue.first - 1) == "quote" or segment.word(cue.first - 1) in _OPENERS
    return segment.surface(cue.first)[0].isupper() and not begins


def _is_attribute(segment: Segment, order: ClauseOrder, cue: CueAt) -> bool:
    """Whether a form stands between article and noun (der erwartete Regen); what can be a pronoun is one elsewhere."""
    if segment.word(cue.first - 1) not in order.determiners or _is_predicate_of_it(segment, order, cue):
        return False
    can_speak = segment.word(cue.first - 2) == "," or segment.word(cue.first - 1) in order.pronouns
    is_noun_next = cue.last + 1 < len(segment.starts) and segment.surface(cue.last + 1)[0].isupper()
    return is_noun_next or not can_speak


def _is_predicate_of_it(segment: Segment, order: ClauseOrder, cue: CueAt) -> bool:
    """Whether a form is the verb of a sentence that only says who spoke: Das sagte S. Das teilte der Rat mit."""
    if cue.first != 1:
        return False
    if segment.word(cue.last + 1) in order.determiners or _split(segment, order, cue) is not None:
        return True
    end = clause_end(segment, cue.last)
    return cue.last + 1 < end and all(segment.surface(i)[0].isupper() for i in range(cue.last + 1, end))


def _split(segment: Segment, order: ClauseOrder, cue: CueAt) -> CueAt | None:
    splits = dict(reversed(cue.entry.splits))
    for at in range(cue.last + 1, min(cue.last + REACH, len(segment.starts)) if splits else 0):
        word = segment.word(at)
        if word in _ENDS:
            return None
        if word in splits and _closes(segment, order, at):
            entry: CueEntry = splits[word]
            return CueAt(cue.first, at, replace(cue.hit, value=entry), (cue.first, at))
    return None


def _closes(segment: Segment, order: ClauseOrder, at: int) -> bool:
    """Whether a clause can end behind a token: a particle there is none of a noun phrase."""
    return segment.surface(at)[0].isupper() or segment.kind(at + 1) != "word" or segment.word(at + 1) in order.joints


def _auxiliary(segment: Segment, order: ClauseOrder, cue: CueAt) -> CueAt | None:
    """The perfect of a participle, or the passive as a cue that names nobody; null where it has no auxiliary."""
    after = segment.word(cue.last + 1)
    if after in order.perfect:
        return CueAt(cue.first, cue.last + 1, cue.hit, (cue.first, cue.last + 1), is_final=True)
    for at in range(cue.first - 1, clause_start(segment, cue.first) - 1, -1):
        word = segment.word(at)
        if word in order.perfect or word in order.passive:
            if word in order.perfect:
                return CueAt(at, cue.last, cue.hit, (at, cue.last))
            return CueAt(at, cue.last, replace(cue.hit, value=replace(cue.entry, role="passive")), (at, cue.last))
    return None


def _is_infinitive(segment: Segment, order: ClauseOrder, cue: CueAt) -> bool:
    if segment.word(cue.last + 1) in order.passive or (cue.entry.shape == "final" and not cue.entry.is_infinitive):
        return segment.word(cue.last + 1) in order.passive
    if not cue.entry.is_infinitive:
        return False
    clause = range(clause_start(segment, cue.first), cue.first)
    return segment.word(cue.last + 1) in order.modals or any(segment.word(i) in order.modals for i in clause)
