"""What case, number and gender tell of a word beside a cue: whether it can be the one who speaks."""

from nlp.layers import Mention
from nlp.pack_attribution import CueEntry
from nlp.view import View

_NOUNS = ("NOUN", "NPRO")


def selects(view: View, at: int) -> bool:
    """Whether a word picks speakers from those behind it: one of the fishermen, two fishermen."""
    if view.word(at) not in view.pack.selectors:
        return False
    return view.has_pos(at + 1, "PREP") or any(r.case == "gent" for r in view.readings(at + 1))


def is_inside(view: View, mention: Mention) -> bool:
    """Whether a mention behind a preposition can be a place where one speaks: in the company, but not: of a person."""
    cases = {r.case for r in view.readings(view.last_of(mention))} - {None}
    return mention.kind != "person" and (not cases or "loct" in cases)


def is_noun(view: View, at: int) -> bool:
    """Whether a token is a noun or a mention."""
    return at >= 0 and (view.owner[at] is not None or view.has_pos(at, *_NOUNS))


def is_nominative(view: View, mention: Mention) -> bool:
    """Whether a mention can stand in the nominative; in a longer name the noun that its genitive belongs to does."""
    readings = view.readings(view.last_of(mention))
    cased = {r.case for r in readings} - {None}
    if not cased or "nomn" in cased:
        return True
    first = view.first_of(mention)
    head = view.readings(first) if first < view.last_of(mention) and "gent" in cased else ()
    return any(r.pos == "NOUN" and r.case == "nomn" and not r.is_name for r in head)


def is_subject_noun(view: View, at: int, entry: CueEntry) -> bool:
    """Whether a token is a noun in the nominative that agrees with a cue."""
    nouns = [r for r in view.readings(at) if r.pos in _NOUNS]
    if not nouns or not view.has_pos(at, *_NOUNS):
        return False
    if view.has_pos(at - 1, "ADJF", "PRTF") and all(r.case != "nomn" for r in view.readings(at - 1)):
        return False
    return any(r.case == "nomn" and r.number == entry.number and _same_gender(r.gender, entry.gender) for r in nouns)


def _same_gender(noun: str | None, verb: str | None) -> bool:
    return verb is None or noun is None or noun == verb


def noun_start(view: View, at: int) -> int:
    """The first of the adjectives and numerals before a noun, or the noun."""
    while at > 0 and view.has_pos(at - 1, "ADJF", "PRTF", "NUMR") and view.owner[at - 1] is None:
        at -= 1
    return at


def can_speak(view: View, mention: Mention, entry: CueEntry) -> bool:
    """Whether a mention behind a cue is its subject; a noun agrees with it in number."""
    if mention.kind in ("place", "product") or not is_nominative(view, mention):
        return False
    numbers = {r.number for r in view.readings(view.last_of(mention)) if r.case == "nomn"}
    return mention.resolved_by == "name" or not numbers or entry.number is None or entry.number in numbers
