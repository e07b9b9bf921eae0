"""Attributions that no mark sets off, where the verb stands second: laut S ...; nach Angaben von S; S zufolge; so S."""

from nlp.accordings import holder
from nlp.contents import content_from
from nlp.cue import CueAt
from nlp.drafts import COMMAS, PAUSES, Draft, draft_of
from nlp.insertion_around import around, tail_end
from nlp.layers import Place
from nlp.noun_phrases import phrase_end
from nlp.predicates import clause_end, clause_start
from nlp.subjects import Subject
from nlp.subjects_by_clause import of_phrase, subject_behind
from nlp.trimming import trimmed
from nlp.view import View

BACK = 14
"""Tokens in the longest phrase before a postposition."""
MIN_TOKENS = 3
"""Tokens from which what stands around an attribution can be its content."""


def according_to(view: View, cue: CueAt) -> Draft | None:
    """Laut S ist C; C ist nach Angaben von S so: the content stands on both sides."""
    if view.pack.order is None:
        return None
    held = holder(view, cue)
    if held is not None:
        return _around(view, cue, held[0], cue.first, cue.last)
    heads = tuple(cue.entry.group.heads)
    first = cue.last + 1
    end = phrase_end(view, first)
    if end is None:
        return behind(view, cue) if heads else None
    if not heads:
        return _around(view, cue, of_phrase(view, first, end), cue.first, end)
    head = next((i for i in range(first, end + 1) if view.word(i).endswith(heads)), None)
    if head is None:
        return behind(view, cue)
    return _with_head(view, cue, head, end)


def _with_head(view: View, cue: CueAt, head: int, end: int) -> Draft | None:
    """The attribution by a noun that speaks: its genitive is the source, else the phrase itself."""
    order = view.pack.order
    assert order is not None
    owner = head + 1 + (view.word(head + 1) in order.phrase_links)
    if owner > end:
        return _around(view, cue, of_phrase(view, cue.last + 1, end), cue.first, end)
    place = Place(cue.hit.start, view.segment.ends[head])
    draft = _around(view, cue, of_phrase(view, owner, end), cue.first, end)
    return None if draft is None else Draft(draft.rule, draft.source, place, draft.entry, draft.content, draft.scope)


def _around(view: View, cue: CueAt, source: Subject, first: int, last: int) -> Draft | None:
    last = _behind_relative(view, last)
    rest = clause_end(view.segment, last) - clause_start(view.segment, first) - (last + 1 - first)
    is_apart = first == 0 or view.word(first - 1) in COMMAS or view.word(last + 1) in COMMAS
    if rest < MIN_TOKENS and not is_apart:
        return None
    return around("according", view, cue, source, first, last, scope=True)


def _behind_relative(view: View, last: int) -> int:
    """The last token of a phrase with the relative clause behind it: laut Anklage, die der Zeitung vorliegt, ..."""
    first = last + 2
    if view.word(last + 1) not in COMMAS or view.word(first) not in view.pack.relatives:
        return last
    closing = clause_end(view.segment, first)
    is_verb_last = view.segment.kind(closing - 1) == "word" and view.segment.surface(closing - 1)[0].islower()
    return closing - 1 if view.word(closing) in COMMAS and closing - first > 1 and is_verb_last else last


def behind(view: View, cue: CueAt) -> Draft | None:
    """S zufolge ist C; Angaben der Polizei zufolge; ihrer Meinung nach."""
    heads = tuple(cue.entry.group.heads)
    last = cue.first - 1
    start = max(clause_start(view.segment, cue.first), cue.first - BACK)
    for first in range(start, cue.first):
        if phrase_end(view, first, wide=True) != last or _is_finite(view, start, first):
            continue
        words = [view.word(i) for i in range(first, cue.first)]
        if heads and not any(w.endswith(heads) for w in words[-1:]):
            return None
        return _around(view, cue, of_phrase(view, first, last), first, cue.last)
    return None


def _is_finite(view: View, start: int, at: int) -> bool:
    """Whether a word that looks like an adjective is the verb, since a whole constituent is before it: sie stammen."""
    assert view.pack.order is not None
    is_first = start < at and view.word(at) not in view.pack.order.determiners
    return is_first and view.segment.surface(at)[0].islower() and phrase_end(view, start) == at - 1


def closing(view: View, cue: CueAt) -> Draft | None:
    """C, so S: only right behind a mark, and nothing else up to the next one."""
    before = cue.first - 1
    if view.word(before) not in PAUSES and view.segment.kind(before) != "quote":
        return None
    verb = view.cue_at(cue.last + 1)
    if verb is not None and verb.first == cue.last + 1 and verb.entry.role == "verb" and not verb.is_final:
        return _with_verb(view, cue, verb)
    end = phrase_end(view, cue.last + 1)
    last = tail_end(view, end) if end is not None else None
    if end is None or last is None or last - end > 6:
        return None
    return around("closing", view, cue, of_phrase(view, cue.last + 1, end), cue.first, last)


def inside_clause(view: View, cue: CueAt) -> Draft | None:
    """S hat angeblich C getan: the whole clause around a particle that belongs to its verb and to no adjective."""
    order, at = view.pack.order, cue.last + 1
    assert order is not None
    is_plain = view.word(at) in order.determiners or view.word(at) in view.pack.transparent
    is_attribute = phrase_end(view, at) is not None and view.segment.surface(at)[0].islower() and not is_plain
    if is_attribute or view.word(cue.first - 1) in order.determiners or view.segment.kind(at) != "word":
        return None
    starts, ends = view.segment.starts, view.segment.ends
    start, end = clause_start(view.segment, cue.first), clause_end(view.segment, cue.last)
    if any(c.entry.role == "verb" for i in range(start, end) if (c := view.cue_at(i)) is not None):
        return None
    parts = (trimmed(view, starts[a], ends[b - 1]) for a, b in ((start, cue.first), (at, end)) if a < b)
    return draft_of("particle", view, None, cue, tuple(p for p in parts if p is not None))


def _with_verb(view: View, cue: CueAt, verb: CueAt) -> Draft | None:
    """C, so V S: the word before the verb only points back at what is said."""
    speaker = subject_behind(view, verb)
    last = tail_end(view, max(verb.last, speaker.last)) if speaker is not None else None
    if speaker is None or last is None:
        return None
    view.used.add(verb.first)
    return around("closing", view, verb, speaker, cue.first, last)


def hearsay(view: View, cue: CueAt) -> Draft | None:
    """S soll C getan haben: an auxiliary that reports where an infinitive of the perfect closes its clause."""
    closings = cue.entry.hearsay.closed_by if cue.entry.hearsay is not None else ()
    end = clause_end(view.segment, cue.last)
    start = clause_start(view.segment, cue.first)
    if start == cue.first and view.word(start - 1) in COMMAS:
        start = 0
    if view.word(end - 1) not in closings or end - 1 <= cue.last + 1:
        return None
    starts, ends = view.segment.starts, view.segment.ends
    front = trimmed(view, starts[start], ends[cue.first - 1]) if start < cue.first else None
    rest = content_from(view, cue.last + 1, cue)
    parts = tuple(p for p in (front, rest) if p is not None)
    return draft_of("hearsay", view, None, cue, parts)
