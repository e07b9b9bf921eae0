"""What case, number and gender tell of a word beside a cue: whether it can be the one who speaks."""

from nlp.layers import Mention
from nlp.pack_attribution import CueEntry
from nlp.view import View

_NOUNS = ("NOUN", "NPRO")
_AFTER_NOUNS = ("ADVB", "PRCL", "CONJ", "GRND", "INFN", "PRED")


def selects(view: View, at: int) -> bool:
    """Whether a word picks speakers from those behind it: one of the fishermen, two fishermen."""
    if view.word(at) not in view.pack.selectors:
        return False
    return view.has_pos(at + 1, "PREP") or any(r.case == "gent" for r in view.readings(at + 1))


def is_free_subject(view: View, at: int, entry: CueEntry) -> bool:
    """Whether a word that looks like an adjective has no noun and speaks itself: others advise."""
    if view.word(at) not in view.pack.free_subjects or view.has_pos(at + 1, "NOUN", "ADJF", "PREP"):
        return False
    return any(r.case == "nomn" and r.number == entry.number for r in view.readings(at))


def is_inside(view: View, mention: Mention) -> bool:
    """Whether a mention behind a preposition can be a place where one speaks: in the company, but not: of a person."""
    tokens = (view.first_of(mention), view.last_of(mention))
    cases = {r.case for at in tokens for r in view.readings(at)} - {None}
    return mention.kind != "person" and (not cases or "loct" in cases)


def is_noun(view: View, at: int) -> bool:
    """Whether a token is a noun or a mention."""
    return at >= 0 and (view.owner[at] is not None or view.has_pos(at, *_NOUNS))


def is_nominative(view: View, mention: Mention, entry: CueEntry | None = None) -> bool:
    """Whether a mention can stand in the nominative, and agrees with a cue where one is given.

    In a longer name the noun that its genitive belongs to does, or a given name before a surname in another language.
    A name that the dictionary does not know and that begins a sentence is taken for its subject.
    """
    first, last = view.first_of(mention), view.last_of(mention)
    readings = view.readings(last)
    cased = {r.case for r in readings} - {None}
    if not cased or "nomn" in cased:
        return not cased or entry is None or _agrees(view, mention, entry)
    is_guessed = mention.resolved_by == "name" and all(not r.is_known for r in readings)
    if is_guessed and first == 0:
        return True
    head = view.readings(first) if first < last else ()
    if mention.resolved_by == "name" and any(r.is_name and r.is_animate and r.case == "nomn" for r in head):
        return True
    is_governed = "gent" in cased or any(view.has_pos(i, "PREP") for i in range(first + 1, last))
    return is_governed and any(r.pos == "NOUN" and r.case == "nomn" and not r.is_name for r in head)


def _agrees(view: View, mention: Mention, entry: CueEntry) -> bool:
    """Whether a nominative fits the verb: a noun in number, a name in gender where another case fits as well.

    An organisation's name has the gender of the noun that it stands for, whomever it was named after.
    """
    last = view.last_of(mention)
    readings = view.readings(last)
    nominatives = [r for r in readings if r.case == "nomn"]
    if len(nominatives) == len(readings):
        return True
    if mention.resolved_by == "name":
        nominatives += [r for i in range(view.first_of(mention), last) for r in view.readings(i) if r.case == "nomn"]
        is_house = mention.kind == "organisation"
        return any(is_house or not r.is_name or _same_gender(r.gender, entry.gender) for r in nominatives)
    return entry.number is None or any(r.number == entry.number for r in nominatives)


def is_attribute(view: View, at: int, entry: CueEntry) -> bool:
    """Whether a noun that can be a genitive belongs to the noun right before it: officials of the party, to tenants."""
    if not any(r.case == "gent" for r in view.readings(at)) or view.owner[at - 1 if at else 0] is view.owner[at]:
        return False
    first = noun_start(view, at)
    head = first - 1
    if head < 0 or not view.has_pos(head, "NOUN") or any(r.pos == "ADJF" for r in view.readings(head)):
        return False
    if view.has_pos(noun_start(view, head) - 1, "PREP"):
        return False
    cases = {r.case for r in view.readings(head) if r.pos == "NOUN"}
    return cases <= {"datv"} or is_subject_noun(view, head, entry)


def is_finite(view: View, at: int) -> bool:
    """Whether a token is a finite verb; what is a noun as well is one before a noun that can only be its object."""
    readings = view.readings(at)
    if not readings or readings[0].pos == "VERB":
        return bool(readings)
    return any(r.pos == "VERB" for r in readings) and is_accusative(view, at + 1)


def is_accusative(view: View, at: int) -> bool:
    """Whether a word can only be an object: an accusative, and neither nominative nor genitive."""
    return {r.case for r in view.readings(at) if r.pos in _NOUNS} == {"accs"}


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


def noun_end(view: View, at: int) -> int:
    """The last token of a noun phrase: a genitive or a place after the head belongs to it."""
    end = at
    while end + 1 < len(view.segment.starts) and view.segment.kind(end + 1) == "word" and view.cue_at(end + 1) is None:
        if is_finite(view, end + 1) or view.has_pos(end + 1, *_AFTER_NOUNS) or end - at >= 5:
            break
        end += 1
    return end if not view.has_pos(end, "PREP") else at
