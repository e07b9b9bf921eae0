"""Whether words make a clause, by what the tagger sees: a noun phrase, and behind it what is said of it."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from nlp.subjects_by_words import EDGES
from nlp.tagger import Word
from nlp.view import View

_PREDICATES = frozenset({"verb", "adverb"})
_FARTHEST = 30
"""Words in which a clause shows its predicate."""


def has_predicate(view: View, start: int) -> bool:
    """Whether a noun phrase and a verb or adverb follow, before the clause ends; a verb before "of" is an attribute."""
    if start >= len(view.segment.starts):
        return False
    at = bisect_left(view.words, (view.segment.starts[start],))
    at += has_time_apart(view.words, at) * 2
    has_noun = False
    for word, following in pairwise((*view.words[at : at + _FARTHEST], None)):
        if word is None or (word.kind == "mark" and word.text in EDGES):
            return False
        is_predicate = word.kind in _PREDICATES or word.text in view.pack.copulas
        if is_predicate and has_noun and (following is None or following.kind != "of"):
            return True
        has_noun = has_noun or word.kind in ("noun", "name", "person", "pronoun", "time")
    return False


def behind_addressee(view: View, start: int) -> int | None:
    """The token behind a pronoun, or a person's name, that is told the clause which follows without a mark."""
    if view.pack.tagger is None or start >= len(view.segment.starts):
        return None
    at = bisect_left(view.words, (view.segment.starts[start],))
    if at + 1 >= len(view.words) or view.words[at].kind not in ("pronoun", "person"):
        return None
    following = view.words[at + 1]
    return None if following.kind in ("mark", "of") else view.segment.at(following.start)


def has_time_apart(words: Sequence[Word], at: int) -> bool:
    """Whether only a time stands before the next comma."""
    return at + 1 < len(words) and words[at].kind in ("time", "number") and words[at + 1].text in ",，"


def opens_predicate(view: View, start: int) -> bool:
    """Whether an auxiliary or an adverb of the predicate follows, its subject left out."""
    if start >= len(view.segment.starts):
        return False
    at = bisect_left(view.words, (view.segment.starts[start],))
    return at < len(view.words) and view.words[at].text in view.pack.modals
