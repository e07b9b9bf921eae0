"""The subject of a cue as it stands in the text."""

from dataclasses import dataclass

from nlp.layers import Mention
from nlp.view import View

REACH = 24
"""Tokens looked back for a subject."""


STOPS = frozenset(";:….!?")


@dataclass(slots=True, unsafe_hash=True)  # never changed, but freezing costs most of the time that making one takes
class Subject:
    """A source as written, and the mention behind it; `first` and `last` are its tokens."""

    start: int
    end: int
    mention: Mention | None
    first: int
    last: int


def of_mention(view: View, mention: Mention) -> Subject:
    """A mention as a subject."""
    return Subject(mention.start, mention.end, mention, view.first_of(mention), view.last_of(mention))


def span(view: View, first: int, last: int, mention: Mention | None) -> Subject:
    """A stretch of tokens as a subject."""
    tokens = view.segment.tokens
    return Subject(tokens[first].start, tokens[last].end, mention, first, last)


def introduced(view: View, mention: Mention) -> Mention:
    """The name that a noun introduces, or the noun: агентства Nielsen."""
    following = view.last_of(mention) + 1
    name = view.owner[following] if following < len(view.owner) else None
    return name if name is not None and name.resolved_by == "name" and mention.resolved_by != "name" else mention
