"""Stretches between commas that belong to the noun before them: relative clauses, participles, appositions."""

from nlp.cases import is_finite
from nlp.drafts import COMMAS
from nlp.view import View

LONGEST = 40
"""Tokens of the longest aside that is passed over."""


def behind_aside(view: View, last: int) -> int:
    """The token behind a noun and what is said of it between commas; the token behind the noun where nothing is."""
    if view.pack.morphology is None or view.word(last + 1) not in COMMAS:
        return last + 1
    first = last + 2
    if view.word(first + view.has_pos(first, "PREP")) in view.pack.relatives:
        return _end(view, first, needs_verb=True)
    if view.has_pos(first, "PRTF") or _is_adjective_before_phrase(view, first) or _is_apposition(view, first):
        return _end(view, first, needs_verb=False)
    return last + 1


def _end(view: View, first: int, *, needs_verb: bool) -> int:
    """The comma that closes an aside, behind its verb if it needs one; else the end of the segment."""
    at, has_verb = first, not needs_verb
    while at < min(first + LONGEST, len(view.segment.starts)):
        if view.word(at) in COMMAS and has_verb:
            return at
        has_verb = has_verb or is_finite(view, at)
        at += 1
    return at


def _is_adjective_before_phrase(view: View, at: int) -> bool:
    """Whether an adjective governs a phrase of its own: familiar with the case."""
    return any(r.pos == "ADJF" for r in view.readings(at)) and view.has_pos(at + 1, "PREP")


def _is_apposition(view: View, first: int) -> bool:
    """Whether a noun for a person tells without a verb who the one before is: Ada Vell, head of the fund."""
    if not any(r.pos == "NOUN" and r.case == "nomn" and r.is_animate and not r.is_name for r in view.readings(first)):
        return False
    end = _end(view, first, needs_verb=False)
    return not any(is_finite(view, i) for i in range(first, end))
