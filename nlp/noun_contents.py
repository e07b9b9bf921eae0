"""Where the content of a noun ends: the claim that C | drew laughter; the noun's own predicate is none of it."""

from nlp.drafts import COMMAS
from nlp.layers import Place
from nlp.subjects import subject_before
from nlp.trimming import trimmed
from nlp.view import CueAt, View

LEAD = 2
"""Words before a noun with which its phrase still opens the sentence: the latest claim."""
SHORTEST = 3
"""Words of the shortest clause before a predicate of which only the verb is known."""
_PREDICATES = ("VERB", "PRTS", "ADJS", "PRED")


def up_to_predicate(view: View, cue: CueAt, start: int, place: Place | None) -> Place | None:
    """The content of a noun from a token on, without the predicate of a sentence that the noun opens."""
    if place is None or not view.pack.is_spaced or not _opens(view, cue):
        return place
    end = view.segment.at(place.end - 1) + 1
    if view.word(start - 1) in cue.entry.group.prepositions and not _is_clause(view, start):
        at = _verb(view, start, end)
    elif view.pack.morphology is not None or view.pack.has_commas:
        at = _closing_comma(view, start, end)
    else:
        at = _second_predicate(view, start, end)
    if at is None or at <= start:
        return place
    return trimmed(view, place.start, view.segment.ends[at - 1]) or place


def _is_clause(view: View, start: int) -> bool:
    return view.word(start - 1) in view.pack.noun_complementisers


def _opens(view: View, cue: CueAt) -> bool:
    """Whether the noun's phrase opens the sentence: with an article or adjectives before it, and no verb."""
    if cue.first > LEAD or any(view.segment.kind(at) != "word" for at in range(cue.first)):
        return False
    if view.pack.morphology is not None:
        return all(view.has_pos(at, "ADJF", "NPRO", "PRTF") and view.owner[at] is None for at in range(cue.first))
    if cue.first == 0 or view.segment.is_attached(cue.first):
        return True
    return view.word(0) in view.pack.articles or view.word(0) in view.pack.guard_words


def _verb(view: View, start: int, end: int) -> int | None:
    """The finite verb behind a noun phrase, or its subject: accusations of theft | Vell denied."""
    for at in range(start + 1, end):
        if view.word(at) in COMMAS:
            return None
        cue = view.cue_at(at)
        is_cue = cue is not None and cue.first == at and cue.entry.role == "verb" and cue.entry.shape == "finite"
        if cue is not None and is_cue:
            speaker = subject_before(view, at, cue.entry)
            is_own = speaker is not None and speaker.mention is not None and start < speaker.first < at
            return speaker.first if speaker is not None and is_own else at
        if view.has_pos(at, "VERB") or view.word(at) in view.pack.noun_predicates:
            return at
    return None if view.pack.morphology is not None else _second_predicate(view, start, end, needed=0)


def _closing_comma(view: View, start: int, end: int) -> int | None:
    """The last comma that closes a clause of the content, with the noun's predicate behind it."""
    found, depth = None, 0
    for at in range(start, end):
        if view.word(at) not in COMMAS:
            continue
        if _opens_clause(view, at + 1):
            depth += view.word(at + 1) not in view.pack.coordinators
        elif depth:
            depth -= 1
        elif _begins_predicate(view, start, at, end):
            found = at
    return found


def _opens_clause(view: View, at: int) -> bool:
    pack = view.pack
    leads = pack.leads | pack.relatives | pack.boundaries | pack.joint_words
    return view.word(at) in leads or view.word(at + 1) in pack.relatives


def _begins_predicate(view: View, start: int, comma: int, end: int) -> bool:
    """Whether a finite verb stands behind a comma, up to the next one, and a predicate before it."""
    if view.pack.morphology is None:
        return view.word(comma + 1) in view.pack.noun_predicates
    behind = next((i for i in range(comma + 1, end) if view.word(i) in COMMAS), end)
    has_verb = any(view.has_pos(i, "VERB") for i in range(comma + 1, behind))
    return has_verb and any(_is_predicate(view, i) for i in range(start, comma))


def _is_predicate(view: View, at: int) -> bool:
    """Whether a word can be a predicate: a verb, or an adjective with nothing behind it."""
    is_last = view.word(at + 1) in COMMAS and any(r.case == "nomn" for r in view.readings(at))
    return view.has_pos(at, *_PREDICATES) or (is_last and view.has_pos(at, "ADJF"))


def _second_predicate(view: View, start: int, end: int, needed: int = 1) -> int | None:
    """The predicate behind that of the content, by the verbs that begin one whatever they mean, and those listed."""
    found: list[int] = []
    marks, pack = view.pack.predicate_marks, view.pack
    for at in range(start, end):
        word = view.word(at)
        if view.segment.kind(at) != "word":
            if len(found) > needed:
                break
        elif word in marks or word in pack.noun_predicates:
            if view.word(at - 1) not in pack.guard_words and not _continues(view, at):
                found.append(at)
        elif word in pack.boundaries or word in pack.relatives:
            if len(found) > needed:
                break
            needed += 1
    if len(found) > needed:
        return found[needed]
    is_known = bool(found) and _is_of_noun(view, found[-1], end) and found[-1] - start >= SHORTEST
    return found[-1] if is_known else None


def _continues(view: View, at: int) -> bool:
    """Whether a verb goes on with a group begun before it: has | drawn, was quickly | rejected."""
    at -= 1
    while view.word(at) in view.pack.transparent and view.word(at) not in view.pack.predicate_marks:
        at -= 1
    return view.word(at) in view.pack.predicate_marks


def _is_of_noun(view: View, at: int, end: int) -> bool:
    """Whether a group of verbs says what only becomes of a claim: drew laughter, was repeated."""
    marks = view.pack.predicate_marks
    last = at
    while last + 1 < end and (view.word(last) in marks or view.word(last) in view.pack.transparent):
        last += 1
    words = view.pack.noun_predicates if last == at else view.pack.noun_predicates | view.pack.noun_passives
    return view.word(last) in words
