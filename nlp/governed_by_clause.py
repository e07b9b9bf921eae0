"""What a cue governs where the verb stands second: behind its subject, between its parts, behind a comma."""

from nlp.contents import content_from
from nlp.cue import CueAt
from nlp.drafts import COLONS, COMMAS, Draft, allows, as_parts, claimed, draft_of
from nlp.layers import Place
from nlp.noun_phrases import phrase_end
from nlp.predicates import clause_end, clause_start
from nlp.subjects import Subject, subject_after
from nlp.subjects_by_clause import of_phrase
from nlp.trimming import trimmed
from nlp.view import View

REACH = 30
"""Tokens between a cue and the comma behind which its content begins."""
_WITH_MARK = 2
"""Words of the shortest infinitive with its mark."""


def behind_subject(view: View, cue: CueAt) -> int:
    """The last token of a cue or of the subject right behind it; in other orders the cue's last token."""
    if view.pack.order is None or cue.entry.role != "verb" or cue.is_final:
        return cue.last
    if cue.first not in view.behind:
        speaker = _inverted(view, cue)
        view.behind[cue.first] = max(cue.last, speaker.last) if speaker is not None else cue.last
    return view.behind[cue.first]


def _inverted(view: View, cue: CueAt) -> Subject | None:
    """The subject behind the finite part, if it stands there."""
    behind = subject_after(view, cue)
    draft = claimed("", view, cue, Place(0, 1), needs=True) if behind is not None else None
    own = draft.source if draft is not None else None
    return behind if own is not None and behind is not None and own.start == behind.start else None


def told_start(view: View, cue: CueAt) -> int | None:
    """Where the content begins behind the first mark that closes the cue's clause; relative clauses are passed over.

    Behind a cue that is itself in a subordinate clause, only what reports is its content.
    """
    at = behind_subject(view, cue) + 1
    end = min(at + REACH, len(view.segment.starts))
    while at < end:
        word = view.word(at)
        if word in COLONS:
            return at + 1
        if word in COMMAS:
            if at > cue.last + 1 and _is_aside(view, at):
                at = clause_end(view.segment, at + 1)
                continue
            return at + 1 if _fits(view, at + 1, cue) else None
        if view.segment.kind(at) != "word" or (at > cue.last and _begins_cue(view, at, cue)):
            return None
        at += 1
    return None


def _begins_cue(view: View, at: int, cue: CueAt) -> bool:
    """Whether the finite part of another cue stands at a token: what follows belongs to that."""
    other = view.cue_at(at)
    is_other = other is not None and other.first == at and other.hit.start != cue.hit.start
    return is_other and other is not None and other.entry.role == "verb" and not other.is_final


def _fits(view: View, first: int, cue: CueAt) -> bool:
    """Whether what begins here is a main clause, an infinitive or reported, and no subordinate or relative clause."""
    if view.word(first) in view.pack.not_bare or _begins_cue(view, first, cue):
        return False
    if _reports(view, first):
        return True
    return not _is_subordinate(view, cue) and not _is_relative(view, first)


def _is_relative(view: View, first: int) -> bool:
    """Whether a pronoun, and no article, stands at the head of the clause, or behind a preposition there."""
    order = view.pack.order
    assert order is not None
    at = first + (view.word(first) in order.prepositions)
    return view.word(at) in view.pack.relatives and phrase_end(view, at) is None


def _is_subordinate(view: View, cue: CueAt) -> bool:
    start = clause_start(view.segment, cue.first)
    order = view.pack.order
    assert order is not None
    leads = (*order.subordinators, *view.pack.relatives)
    return cue.is_final or (
        0 < start < cue.first and view.word(start) in leads and cue.last + 1 == clause_end(view.segment, cue.last)
    )


def _is_aside(view: View, comma: int) -> bool:
    """Whether a comma opens an apposition or a relative clause that another comma closes."""
    close = clause_end(view.segment, comma + 1)
    if view.word(close) not in COMMAS:
        return False
    end = phrase_end(view, comma + 1, wide=True)
    if end == close - 1:
        return True
    is_relative = view.word(comma + 1) in view.pack.relatives and view.segment.surface(comma - 1)[0].isupper()
    return is_relative and not any(m.words & _words(view, comma + 1, close) for m in view.pack.reported_moods)


def _words(view: View, first: int, end: int) -> frozenset[str]:
    return frozenset(view.word(i) for i in range(first, end))


def with_object(view: View, cue: CueAt, draft: Draft | None) -> Draft | None:
    """The draft with what stands between the parts of the cue, or in front of it, as the first part of its content."""
    if draft is None or view.pack.order is None:
        return draft
    first = _object(view, cue, draft)
    if first is None:
        return draft
    return Draft(draft.rule, draft.source, draft.cue, draft.entry, (first, *draft.content))


def _object(view: View, cue: CueAt, draft: Draft) -> Place | None:
    speaker = draft.source
    if cue.apart:
        start = cue.head + 1
        if speaker is not None and speaker.first > cue.head and speaker.last < cue.last:
            start = speaker.last + 1
        while start < cue.last and view.word(start) in view.pack.transparent:
            start += 1
        if start < cue.last:
            return trimmed(view, view.segment.starts[start], view.segment.ends[cue.last - 1])
    if speaker is not None and speaker.first > cue.head:
        return _fronted(view, cue)
    return None


def _fronted(view: View, cue: CueAt) -> Place | None:
    """An object in the first place of its clause: Den Vorwurf wies er zurück."""
    start = clause_start(view.segment, cue.first)
    end = phrase_end(view, start, wide=True)
    if end != cue.first - 1:
        return None
    return trimmed(view, view.segment.starts[start], view.segment.ends[end])


def of_clause(rule: str, view: View, cue: CueAt) -> Draft | None:
    """The draft of a cue whose content is its object: between its parts, the rest of its clause, and what follows."""
    if cue.is_final or cue.entry.role != "verb":
        return None
    if _is_subordinate(view, cue):
        return _before_closing_verb(rule, view, cue)
    place = content_from(view, behind_subject(view, cue) + 1, cue)
    draft = claimed(rule, view, cue, place or Place(cue.hit.start, cue.hit.end), needs=True)
    if draft is None or place is not None:
        return with_object(view, cue, draft)
    own = _object(view, cue, draft)
    return draft_of(rule, view, draft.source, cue, (own,)) if own is not None else None


def _before_closing_verb(rule: str, view: View, cue: CueAt) -> Draft | None:
    """The same where the cue closes a subordinate clause: X, who denies the charges | das die Vorwürfe bestreitet."""
    draft = claimed(rule, view, cue, Place(cue.hit.start, cue.hit.end), needs=True)
    speaker = draft.source if draft is not None else None
    if speaker is None:
        return None
    start = clause_start(view.segment, cue.first) + 1
    start = speaker.last + 1 if start <= speaker.last < cue.first else start
    while start < cue.first and view.word(start) in view.pack.transparent:
        start += 1
    if start >= cue.first:
        return None
    own = trimmed(view, view.segment.starts[start], view.segment.ends[cue.first - 1])
    return draft_of(rule, view, speaker, cue, as_parts(own))


def noun_claim(view: View, cue: CueAt) -> Draft | None:
    """The accusation that C; the accusation, C; whose noun it is stands behind it."""
    if not view.segment.surface(cue.first)[0].isupper():
        return None
    last, owner = _owner(view, cue.last)
    at = last + 1
    if view.segment.kind(at) == "word" and view.segment.surface(at).islower() and view.word(at + 1) in COMMAS:
        at += 1
    if view.word(at) in COLONS and allows(cue, "colon"):
        return draft_of("noun", view, owner, cue, as_parts(content_from(view, at + 1, cue)))
    if view.word(at) not in COMMAS:
        return None
    if view.word(at + 1) in view.pack.complementisers:
        at += 1
    elif (
        view.word(at + 1) in view.pack.not_bare
        or not _reports(view, at + 1)
        or (at > last + 1 and not _in_mood(view, at + 1))
    ):
        return None
    return draft_of("noun", view, owner, cue, as_parts(_clause_content(view, cue, at + 1)))


def _owner(view: View, last: int) -> tuple[int, Subject | None]:
    """The last token of the noun's phrase, and the genitive in it."""
    order = view.pack.order
    assert order is not None
    owner: Subject | None = None
    at = last
    for _ in range(3):
        word = view.word(at + 1)
        if word not in order.genitives and word not in order.prepositions:
            break
        first = at + 1 if word in order.genitives else at + 2
        end = phrase_end(view, first)
        if end is None:
            break
        if owner is None and (word in order.genitives or word in order.phrase_links):
            owner = of_phrase(view, first, end)
        at = end
    return at, owner


def _reports(view: View, first: int) -> bool:
    """Whether the clause that begins here stands in a reporting mood, or is an infinitive with its mark."""
    return _is_infinitive(view, _surfaces(view, first)) or _in_mood(view, first)


def _is_infinitive(view: View, words: list[str]) -> bool:
    order = view.pack.order
    if order is None or len(words) < _WITH_MARK or not (mark := order.infinitive_mark):
        return False
    return words[-2] == mark or (words[-1].endswith(order.infinitive_ending) and mark in words[-1][2:-4])


def _in_mood(view: View, first: int) -> bool:
    """Whether the clause that begins here stands in a reporting mood."""
    words = set(_surfaces(view, first))
    return any(words & m.words for m in view.pack.reported_moods)


def _surfaces(view: View, first: int) -> list[str]:
    """The words of the clause that begins at a token; none behind the last one."""
    segment = view.segment
    return [segment.surface(i) for i in range(first, min(clause_end(segment, first), len(segment.starts)))]


def _clause_content(view: View, cue: CueAt, start: int) -> Place | None:
    """The content, to the next comma where the noun's own predicate is still to come."""
    first = clause_start(view.segment, cue.first)
    place = content_from(view, start, cue)
    if place is None or phrase_end(view, first, wide=True) not in (cue.last, clause_end(view.segment, cue.last) - 1):
        return place
    end = clause_end(view.segment, start)
    return trimmed(view, view.segment.starts[start], view.segment.ends[end - 1])
