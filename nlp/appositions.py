"""Appositions: a person's name behind the noun that says what they are, and the other way round, between commas."""

from nlp.layers import Mention
from nlp.speaker import REACH, STOPS, Subject, of_mention
from nlp.view import View

COMMAS = frozenset(",，")
COMPLEMENT = 8
"""Tokens in the longest complement of a noun."""
MOST = 3
"""Insertions in a row between a subject and its verb."""


def name_behind(view: View, subject: Subject) -> Subject | None:
    """The name that a comma sets behind a noun phrase, up to the next mark: her deputy, Ada Vell; null if none is."""
    if subject.mention is not None and subject.mention.resolved_by != "nominal" and _is_mention(view, subject):
        return None
    at = _behind_complement(view, subject.last + 1)
    if view.word(at) not in COMMAS:
        return None
    at += 1
    if view.word(at + 1) == "." and view.actors.title_ends(f"{view.word(at)}."):
        at += 2
    name = view.owner[at] if at < len(view.owner) else None
    if name is None or not _is_name(name) or view.first_of(name) != at:
        return None
    return of_mention(view, name) if view.segment.kind(view.last_of(name) + 1) in ("", "mark") else None


def _behind_complement(view: View, at: int) -> int:
    """The token behind what a preposition ties to a noun: the minister | for water |, Ada Vell."""
    if view.word(at) not in view.pack.subject_links:
        return at
    end = next((i for i in range(at, at + COMPLEMENT) if view.segment.kind(i) != "word"), at)
    return end if all(view.cue_at(i) is None for i in range(at, end)) else at


def named(view: View, subject: Subject | None) -> Subject | None:
    """The subject, or the name in apposition to it."""
    return subject and (name_behind(view, subject) or subject)


def _is_mention(view: View, subject: Subject) -> bool:
    mention = subject.mention
    return mention is not None and (mention.start, mention.end) == (subject.start, subject.end)


def _is_name(mention: Mention) -> bool:
    return mention.resolved_by == "name" and mention.kind in ("person", "organisation", "other")


def head_of(view: View, subject: Subject) -> Subject | None:
    """The person's name before a comma to which a noun phrase is in apposition: Ada Vell, her deputy; null if none."""
    before = subject.first - 2
    if before < 0 or view.word(before + 1) not in COMMAS or _is_mention(view, subject):
        return None
    name = view.owner[before]
    is_person = name is not None and name.resolved_by == "name" and name.kind in ("person", "other")
    return of_mention(view, name) if name is not None and is_person and view.last_of(name) == before else None


def before_insertion(view: View, at: int) -> int:
    """The token before the insertions that end at a comma or bracket: Smith, a lawyer, from Leeds, said; else -1.

    Nobody speaks in an insertion but in a relative clause: an official, who asked for silence, said.
    """
    at = _before_one(view, at)
    for _ in range(MOST):
        opening = _comma_before(view, at)
        if opening < 0 or not _is_adjunct(view, opening + 1):
            break
        at = opening - 1
    return at


def _before_one(view: View, at: int) -> int:
    opening = "," if view.word(at) == "," else "("
    speaks = False
    for index in range(at - 1, max(-1, at - REACH), -1):
        if view.word(index) == opening:
            return -1 if speaks and view.word(index + 1) not in view.pack.relatives else index - 1
        if view.word(index) in STOPS or view.segment.kind(index) == "quote":
            return -1
        speaks = speaks or view.cue_at(index) is not None
    return -1


def _comma_before(view: View, at: int) -> int:
    """The comma before the stretch that ends with a token; -1 if another mark or a verb of speech comes first."""
    for index in range(at, max(0, at - REACH), -1):
        if view.word(index) in COMMAS:
            return index
        if view.segment.kind(index) != "word" or view.cue_at(index) is not None:
            return -1
    return -1


def _is_adjunct(view: View, first: int) -> bool:
    """Whether a stretch between commas can be no subject: a preposition or a relative pronoun opens it."""
    return view.word(first) in view.pack.subject_links or view.word(first) in view.pack.relatives


def behind_apposition(view: View, source: Subject, last: int) -> int:
    """The last token of an attribution with the apposition to its person: according to Ada Vell, a deputy, C.

    A title without an article, or a relative clause, between commas; any other noun phrase begins the content.
    """
    first = last + 2
    is_person = source.mention is not None and _is_name(source.mention) and source.last == last
    if not is_person or view.word(last + 1) not in COMMAS or view.segment.kind(first) != "word":
        return last
    closing = next((i for i in range(first, first + REACH) if view.segment.kind(i) != "word"), first)
    is_titled = view.actors.title_ends(view.segment.surface(first))
    is_relative = view.word(first) in view.pack.relatives
    if view.word(closing) not in COMMAS or not (is_titled or is_relative):
        return last
    return closing - 1 if is_relative or all(view.cue_at(i) is None for i in range(first, closing)) else last
