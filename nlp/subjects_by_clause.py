"""Subjects where the finite verb stands second or last: in front of it, right behind it, or behind the subordinator."""

from bisect import bisect_left

from nlp.appositions import named
from nlp.cue import CueAt
from nlp.noun_phrases import is_noun, phrase_end
from nlp.predicates import clause_end, clause_start
from nlp.speaker import REACH, Subject, of_mention, span
from nlp.view import View

LONGEST_FRONT = 25
"""Tokens in the longest noun phrase before a verb that is not looked into."""
MOST_JOINED = 4
"""Predicates that share one subject."""


def clause_subject(view: View, cue: CueAt) -> Subject | None:
    """The subject of a cue; of one that names nobody, the document in which it stands."""
    if cue.entry.role in ("agentless", "passive"):
        return _document(view, cue)
    start = clause_start(view.segment, cue.first)
    order = view.pack.order
    assert order is not None
    if start < cue.first and (view.word(start) in order.subordinators or view.word(start) in view.pack.as_words):
        return _first_phrase(view, start + 1, cue.first)
    if cue.is_final and start == cue.first:
        return _of_insertion(view, start)
    if start > 0 and (cue.is_final or is_relative(view, start, cue)):
        return _antecedent(view, start)
    if cue.is_final:
        return None
    if start == cue.first:
        return named(view, _inserted(view, cue)) or subject_behind(view, cue) or _of_insertion(view, start)
    if view.word(cue.first - 1) in view.pack.coordinators:
        return _of_earlier(view, cue)
    is_object = start == cue.first - 1 and view.word(start) in view.pack.back_objects
    if is_object or view.word(cue.head + 1) in order.nominatives:
        return subject_behind(view, cue)
    return _in_front(view, start, cue.first) or subject_behind(view, cue)


def is_relative(view: View, start: int, cue: CueAt) -> bool:
    """Whether a relative pronoun opens the clause of a cue that closes it; an article opens a noun phrase."""
    if start >= cue.first or view.word(start) not in view.pack.relatives:
        return False
    closes = not cue.apart and clause_end(view.segment, cue.last) == cue.last + 1
    return closes or phrase_end(view, start) is None


def subject_behind(view: View, cue: CueAt) -> Subject | None:
    """The noun phrase behind the finite part, circumstances passed over."""
    if cue.is_final:
        return None
    limit = cue.last if cue.apart else len(view.segment.starts)
    return named(view, _first_phrase(view, cue.head + 1, limit))


def _first_phrase(view: View, at: int, limit: int) -> Subject | None:
    """The first noun phrase from a token on that can be a subject; circumstances before it are passed over."""
    order = view.pack.order
    assert order is not None
    for _ in range(4):
        while at < limit and view.word(at) in view.pack.transparent:
            at += 1
        if at >= limit:
            return None
        if view.word(at) not in order.prepositions:
            break
        end = phrase_end(view, at + 1)
        at = end + 1 if end is not None else at + 2
    if view.word(at) in order.oblique or view.word(at) in order.prepositions:
        return None
    end = phrase_end(view, at)
    return of_phrase(view, at, end) if end is not None and end < limit else None


def _in_front(view: View, start: int, end: int) -> Subject | None:
    """The whole first constituent as the subject, if it is a noun phrase of its case."""
    order = view.pack.order
    assert order is not None
    leads = view.pack.lead_in_words, view.pack.coordinators, order.subordinators
    while start < end and any(view.word(start) in words for words in leads):
        start += 1
    last = end - 1
    while last > start and view.word(last) in view.pack.transparent:
        last -= 1
    if start >= end or view.word(start) in order.oblique or view.word(start) in order.prepositions:
        return None
    found = phrase_end(view, start, wide=True)
    is_whole = found == last or (start == 0 and last < LONGEST_FRONT and _is_phrase(view, start, last))
    return of_phrase(view, start, last) if is_whole else None


def _is_phrase(view: View, first: int, last: int) -> bool:
    """Whether the only constituent before a verb is a noun phrase, whatever stands inside it: it begins like one."""
    assert view.pack.order is not None
    return view.word(first) in view.pack.order.determiners and is_noun(view, last)


def _apposition(view: View, cue: CueAt) -> int | None:
    """The comma that opens an apposition right before a cue; null if none stands there."""
    closing = cue.first - 1
    if view.word(closing) != ",":
        return None
    opening = next((i for i in range(closing - 1, max(0, closing - REACH), -1) if view.word(i) == ","), None)
    if opening is None or phrase_end(view, opening + 1, wide=True) != closing - 1:
        return None
    return opening


def _inserted(view: View, cue: CueAt) -> Subject | None:
    """The phrase before an apposition between commas: Marsch, der Bürgermeister von Vell, sagte."""
    opening = _apposition(view, cue)
    return _in_front(view, clause_start(view.segment, opening), opening) if opening is not None else None


def clause_start_behind_apposition(view: View, cue: CueAt) -> int:
    """The first token of a cue's clause, an apposition before the cue passed over."""
    opening = _apposition(view, cue)
    return clause_start(view.segment, cue.first if opening is None else opening)


def inverted_subject(view: View, cue: CueAt) -> Subject | None:
    """The subject behind a cue that follows its content: neither an apposition nor a mere circumstance is before it."""
    order = view.pack.order
    assert order is not None
    closing = cue.first - 1
    end = clause_end(view.segment, 0)
    is_circumstance = view.word(0) in order.subordinators and end == closing
    opening = view.cue_at(0)
    if opening is not None and opening.entry.role == "according" and view.word(end + 1) in view.pack.relatives:
        is_circumstance = clause_end(view.segment, end + 1) == closing
    return None if is_circumstance or _inserted(view, cue) is not None else subject_behind(view, cue)


def _of_insertion(view: View, start: int) -> Subject | None:
    """The phrase before any insertion, a relative clause too."""
    opening = next((i for i in range(start - 2, max(0, start - REACH), -1) if view.word(i) == ","), None)
    return _in_front(view, clause_start(view.segment, opening), opening) if opening is not None else None


def _antecedent(view: View, start: int) -> Subject | None:
    """The noun phrase before the comma of a relative clause."""
    before = start - 1
    if view.word(before) != ",":
        return None
    first = clause_start(view.segment, before)
    for at in range(max(first, before - 8), before):
        if phrase_end(view, at) == before - 1:
            return of_phrase(view, at, before - 1)
    return None


def _of_earlier(view: View, cue: CueAt) -> Subject | None:
    """The subject of the predicate that a coordinator joins the cue to: the one that opens the segment."""
    at = bisect_left(view.cues, cue.hit.start, key=lambda c: c.hit.start)
    for earlier in reversed(view.cues[max(0, at - MOST_JOINED) : at]):
        is_joined = view.word(earlier.first - 1) in view.pack.coordinators
        if earlier.entry.role == "verb" and earlier.first < cue.first <= earlier.first + REACH * 2 and not is_joined:
            return clause_subject(view, earlier)
    first = clause_start(view.segment, cue.first)
    end = phrase_end(view, first)
    return of_phrase(view, first, end) if end is not None and end < cue.first - 1 else None


def _document(view: View, cue: CueAt) -> Subject | None:
    """What the attribution is read in: heißt es in der Mitteilung; in dem Brief heißt es."""
    order = view.pack.order
    assert order is not None
    start = clause_start(view.segment, cue.first)
    starts = (cue.last + 1, start + (view.word(start) in view.pack.as_words), cue.head + 1)
    for at in starts:
        if view.word(at) in order.document_prepositions:
            end = phrase_end(view, at + 1)
            if end is not None:
                return of_phrase(view, at + 1, end)
    return None


def of_phrase(view: View, first: int, last: int) -> Subject:
    """A noun phrase as a subject: the person or the name that its first nouns are, else the phrase as it stands."""
    mentions = [m for i in range(first, last + 1) if (m := view.owner[i]) is not None]
    order = view.pack.order
    assert order is not None
    links = (*order.phrase_links, *order.genitives, *view.pack.coordinators, *order.prepositions)
    linked = next((i for i in range(first + 1, last + 1) if view.word(i) in links), last + 1)
    own = [m for m in mentions if view.last_of(m) < linked and view.first_of(m) >= first]
    if own and view.last_of(own[-1]) in (linked - 1, last) and linked > last:
        return of_mention(view, own[-1])
    able = next((m for m in mentions if m.kind != "place"), None)
    return span(view, first, last, own[-1] if own else able)
