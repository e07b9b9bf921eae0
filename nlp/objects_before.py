"""Objects that stand before their cue: the plant denies it all; the plant they accused, where word order is free."""

from dataclasses import replace

from nlp.cases import is_finite, noun_start
from nlp.drafts import COMMAS, Draft, allows, draft_of
from nlp.layers import Place
from nlp.subjects import Subject, span, subject_after, subject_before
from nlp.view import CueAt, View

LONGEST_LIST = 12
"""Names in the longest list of whom somebody accuses."""


def object_before(view: View, cue: CueAt) -> Draft | None:
    """S C CUE; C CUE S; C S CUE: an object in the clause of a cue that has nothing but its subject behind it."""
    has_cases = view.pack.morphology is not None
    if not (has_cases or view.pack.has_commas) or not allows(cue, "object") or cue.entry.shape != "finite":
        return None
    if cue.entry.group.prepositions or view.segment.kind(cue.last + 1) == "quote":
        return None
    before = _past_adverbs(view, cue.first - 1)
    accusation = _with_accusation(view, cue, before)
    if accusation is not None or not has_cases:
        return accusation
    return _with_object_last(view, cue, before) or _with_object_first(view, cue, before)


def _with_accusation(view: View, cue: CueAt, before: int) -> Draft | None:
    """A noun with what it accuses of, which begins the clause, and then subject and cue: accusations of theft S CUE."""
    noun = next((c for c in reversed(view.cues) if c.entry.role == "noun" and before - LONGEST_LIST < c.last), None)
    if noun is None or noun.last >= before or view.word(noun.last + 1) not in noun.entry.group.prepositions:
        return None
    first = noun_start(view, noun.first)
    is_one = all(view.segment.kind(i) == "word" for i in range(first, cue.first))
    if not is_one or view.segment.kind(first - 1) == "word":
        return None
    own = subject_before(view, cue.first, cue.entry)
    if own is not None and own.mention is not None and own.last == before and own.first > noun.last + 2:
        return _draft(view, cue, own, first, own.first - 1) if _ends_clause(view, cue.last) else None
    after = subject_after(view, cue)
    is_last = after is not None and after.mention is not None and _ends_clause(view, after.last)
    return _draft(view, cue, after, first, before) if is_last else None


def _ends_clause(view: View, last: int) -> bool:
    """Whether nothing but adverbs follows a token in its clause."""
    while view.word(last + 1) in view.pack.transparent:
        last += 1
    return view.segment.kind(last + 1) != "word"


def _with_object_last(view: View, cue: CueAt, at: int) -> Draft | None:
    """The object right before the cue, its subject before that or behind the cue."""
    if not _is_object(view, at):
        return None
    first = noun_start(view, at)
    after = subject_after(view, cue)
    speaker = after if after is not None else _near(view, subject_before(view, first, cue.entry), first)
    last = max(cue.last, speaker.last) if speaker is not None else cue.last
    return _draft(view, cue, speaker, first, at) if view.segment.kind(last + 1) != "word" else None


def _with_object_first(view: View, cue: CueAt, before: int) -> Draft | None:
    """The object that begins the clause, and then the subject."""
    speaker = subject_before(view, cue.first, cue.entry)
    if speaker is None or speaker.last != before or view.segment.kind(cue.last + 1) == "word":
        return None
    at = speaker.first - 1
    at -= view.word(at) in view.actors.institution_prepositions
    if at < 0 or not _is_object(view, at):
        return None
    first = noun_start(view, at)
    return _draft(view, cue, speaker, first, at) if view.segment.kind(first - 1) != "word" else None


def with_object_between(view: View, cue: CueAt, draft: Draft | None) -> Draft | None:
    """The draft with an object between its subject and its cue as the first part of the content."""
    if view.pack.morphology is None or draft is None or draft.source is None or draft.source.last >= cue.first - 1:
        return draft
    first, last = draft.source.last + 1, cue.first - 1
    head = next((i for i in range(first, last + 1) if not view.has_pos(i, "ADJF", "PRTF", "NUMR")), last)
    if not _is_object(view, head) or any(view.segment.kind(i) != "word" for i in range(first, last + 1)):
        return draft
    starts, ends = view.segment.starts, view.segment.ends
    return replace(draft, content=(Place(starts[first], ends[last]), *draft.content))


def accused_before(view: View, cue: CueAt, place: Place) -> Draft | None:
    """O CUE of C, where the verb is a plural without a subject and O its object: the firm was accused of it by nobody.

    The content then is O and what O is accused of. What can be the subject of a plural is no object.
    """
    if view.pack.morphology is None or cue.entry.shape != "finite" or cue.entry.number != "plur":
        return None
    last = _past_adverbs(view, cue.first - 1)
    if view.word(cue.last + 1) not in cue.entry.group.prepositions or last < 0 or not _is_accused(view, last):
        return None
    first = _first_accused(view, last)
    if view.has_pos(first - 1, "PREP"):
        return None
    accused = Place(view.segment.starts[first], view.segment.ends[last])
    return Draft("accuse", None, Place(cue.hit.start, cue.hit.end), cue.entry, (accused, place))


def _is_accused(view: View, at: int) -> bool:
    """Whether somebody named or referred to can be the object of a verb and not the subject of a plural."""
    mention = view.owner[at]
    if mention is None or mention.resolved_by == "name":
        return mention is not None and mention.kind != "group"
    readings = view.readings(at)
    nouns = [r for r in readings if r.pos in ("NOUN", "NPRO")] or [r for r in readings if r.pos == "ADJF"]
    cases = {(r.case, r.number) for r in nouns}
    return any(case == "accs" for case, _ in cases) and ("nomn", "plur") not in cases


def _first_accused(view: View, last: int) -> int:
    """The first token of an object with the noun before a name, and of those that it is joined to."""
    first = last
    for _ in range(LONGEST_LIST):
        mention = view.owner[last]
        first = noun_start(view, view.first_of(mention) if mention is not None else last)
        if mention is not None and mention.resolved_by == "name" and view.has_pos(first - 1, "NOUN"):
            first = noun_start(view, first - 1)
        before = view.owner[first - 2] if first > 1 else None
        joined = view.word(first - 1) in (*view.pack.coordinators, *COMMAS)
        if not joined or before is None or before.resolved_by != "name":
            break
        last = first - 2
    return first


def _draft(view: View, cue: CueAt, speaker: Subject | None, first: int, last: int) -> Draft | None:
    if speaker is None:
        return None
    starts, ends = view.segment.starts, view.segment.ends
    return draft_of("object", view, speaker, cue, (Place(starts[first], ends[last]),))


def _past_adverbs(view: View, at: int) -> int:
    while view.word(at) in view.pack.transparent:
        at -= 1
    return at


def _near(view: View, speaker: Subject | None, first: int) -> Subject | None:
    """The subject, if it stands in the same clause; an apposition between commas may stand behind it."""
    if speaker is None:
        return None
    between = range(speaker.last + 1, first)
    has_verb = any(is_finite(view, i) or view.word(i) in view.pack.subject_stops for i in between)
    marks = [view.word(i) for i in between if view.segment.kind(i) != "word"]
    if has_verb or len(marks) > 2 or any(m not in COMMAS for m in marks):
        return None
    return speaker if speaker.last < first else span(view, speaker.first, first - 1, speaker.mention)


def _is_object(view: View, at: int) -> bool:
    """Whether a word can be an object and can not speak: this, it all, the charges."""
    mention = view.owner[at] if at >= 0 else None
    if at < 0 or (mention is not None and mention.resolved_by != "nominal"):
        return False
    if view.word(at) in view.pack.clause_words or view.word(at) in view.pack.comparatives:
        return False
    readings = [r for r in view.readings(at) if r.case is not None]
    return any(r.case == "accs" and not r.is_animate for r in readings) and readings[0].case in ("accs", "nomn")
