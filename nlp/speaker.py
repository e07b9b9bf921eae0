"""The subject of a cue as it stands in the text."""

from dataclasses import dataclass

from nlp.layers import Mention
from nlp.view import View

REACH = 24
"""Tokens looked back for a subject."""
SHORT = 3
"""Letters of the longest article."""

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
    return Subject(view.segment.starts[first], view.segment.ends[last], mention, first, last)


def introduced(view: View, mention: Mention) -> Mention:
    """The name that a noun introduces, or the noun: агентства Nielsen."""
    following = view.last_of(mention) + 1
    name = view.owner[following] if following < len(view.owner) else None
    return name if name is not None and name.resolved_by == "name" and mention.resolved_by != "name" else mention


def behind_adverbs(view: View, at: int) -> int:
    """The token behind adverbs, days with what stands before them included: said on the Monday, dijo este martes."""
    while at < len(view.owner) and view.owner[at] is None:
        is_article = len(view.word(at)) <= SHORT or view.word(at) in view.pack.guard_words
        if view.word(at) not in view.pack.transparent and not (
            is_article and view.word(at + 1) in view.pack.transparent
        ):
            break
        at += 1
    return at
