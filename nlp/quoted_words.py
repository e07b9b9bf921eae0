"""Whose words somebody brings: the agency quotes the mayor's words. The one whose words they are speaks."""

from nlp.cue import CueAt
from nlp.speaker import Subject, of_mention, span
from nlp.view import View

REACH = 8
"""Tokens between a cue and the noun for words, and between that noun and whom its genitive names."""


def has_its_words(view: View, cue: CueAt) -> bool:
    """Whether a cue that brings somebody's words has the noun for them; any other cue needs none."""
    return not cue.entry.group.needs_quoted_words or whose_words(view, cue) is not None


def whose_words(view: View, cue: CueAt) -> Subject | None:
    """Whom the noun for words in the clause of a cue belongs to: a possessive before it, or the genitive behind it."""
    at = _noun(view, cue)
    if at is None:
        return None
    if view.word(at - 1) in view.pack.possessives:
        mention = view.owner[at - 1]
        return of_mention(view, mention) if mention is not None else span(view, at - 1, at - 1, None)
    end = at + 1
    while end < at + 1 + REACH and view.segment.kind(end) == "word":
        end += 1
    named = [m for m in view.owner[at + 1 : end] if m is not None and m.resolved_by == "name"]
    person = next((m for m in named if m.kind == "person"), None)
    if person is not None:
        return of_mention(view, person)
    return span(view, at + 1, at + 1, view.owner[at + 1]) if end > at + 1 else None


def _noun(view: View, cue: CueAt) -> int | None:
    if view.word(cue.first - 1) in view.pack.quoted_words:
        return cue.first - 1
    for at in range(cue.last + 1, cue.last + 1 + REACH):
        if view.segment.kind(at) != "word":
            return None
        if view.word(at) in view.pack.quoted_words:
            return at
    return None
