"""Constructions in which the cue governs the content that follows: said that, accused of, called, promised to."""

from collections.abc import Container

from nlp.clauses_by_words import behind_addressee, has_predicate, opens_predicate
from nlp.complementisers import NEAR, complementiser
from nlp.contents import content_from
from nlp.drafts import COLONS, COMMAS, OPENERS, PAUSES, Draft, allows, as_parts, claimed, draft_of
from nlp.governed_by_clause import behind_subject, of_clause, told_start
from nlp.layers import Place
from nlp.objects_before import accused_before
from nlp.plain_objects import by_party
from nlp.subjects import Subject, subject_after, subject_before
from nlp.subjects_by_order import chunk_after
from nlp.takeovers import opens_clause
from nlp.view import CueAt, View

ADDRESSEE = 24
"""Tokens of the longest addressee; twice as many where each character is one."""
CIRCUMSTANCE = 6
"""Tokens from a preposition behind a cue to the clause behind its phrase."""
_LEFT_OPEN = frozenset('"“«„')
"""Opening marks; one with a partner would be a quotation."""
_LEADING = _LEFT_OPEN.union(COLONS)


def back(view: View, cue: CueAt) -> Draft | None:
    """Об этом заявила X; lo ha annunciato X; poinformowała o tym X: the sentence before is the content."""
    if cue.first > 6:
        return None
    start = view.segment.start
    before = view.segment.text[start : min(cue.hit.start, start + 40)].lower().lstrip(' «"')
    is_told = bool(view.pack.back) and before.startswith(view.pack.back)
    if not is_told and not _speaks_of_it(view, cue, before.rstrip()):
        return None
    speaker = _behind_object(view, cue) or subject_after(view, cue) or subject_before(view, cue.first, cue.entry)
    if speaker is None and not is_told:
        return None
    return draft_of("back", view, speaker, cue, (), is_back=True)


def _behind_object(view: View, cue: CueAt) -> Subject | None:
    """The subject behind the pronoun that stands right behind a verb: poinformowała o tym X."""
    text = view.segment.text
    if view.pack.morphology is not None or view.pack.order is not None:
        return None
    behind = text[cue.hit.end : cue.hit.end + 40].lower()
    said = next((b for b in view.pack.back_behind if behind.startswith(b)), None)
    return chunk_after(view, view.segment.at(cue.hit.end + len(said) - 2)) if said is not None else None


def _speaks_of_it(view: View, cue: CueAt, before: str) -> bool:
    """Whether a verb that begins its sentence has a pronoun as its object and governs nothing else: lo ha detto X."""
    is_object = before in view.pack.back_objects
    behind = view.segment.text[cue.hit.end : cue.hit.end + 40].lower()
    if not is_object and (before or not behind.startswith(view.pack.back_behind)):
        return False
    if cue.entry.role != "verb" or cue.entry.shape == "gerund" or complementiser(view, cue.last) is not None:
        return False
    return not any(view.word(i) in COLONS for i in range(cue.last + 1, len(view.segment.starts)))


def that(view: View, cue: CueAt) -> Draft | None:
    """S CUE that C, with a few words between cue and complementiser."""
    if not allows(cue, "that"):
        return None
    at = complementiser(view, behind_subject(view, cue))
    if at is None:
        return None
    place = content_from(view, at + 1, cue)
    if place is None and view.word(at) in view.pack.close_complementisers:
        place = Place(view.segment.starts[at], view.segment.ends[at])
    return claimed("that", view, cue, _from_accused(view, cue, at, place), needs=False)


def _from_accused(view: View, cue: CueAt, at: int, place: Place | None) -> Place | None:
    """The content from whom an accusation meets, where a comma closes that phrase: zarzuca spółce, że C."""
    if place is None or cue.entry.group.cue_class != "accuse" or not view.pack.has_commas:
        return place
    first = behind_subject(view, cue) + 1
    if view.word(first) in (*COMMAS, *view.pack.subject_links, *view.pack.transparent):
        return place
    return Place(view.segment.starts[first], place.end) if first < at - 1 else place


def colon(view: View, cue: CueAt) -> Draft | None:
    """S CUE: C, and S CUE, "C where the quotation does not end in this text."""
    if not allows(cue, "colon") or _LEADING.isdisjoint(view.segment.forms):
        return None
    if view.word(cue.first - 1) in view.pack.comparatives:
        return None
    last = behind_subject(view, cue)
    for at in range(last + 1, min(last + 3 + NEAR, len(view.segment.starts))):
        word = view.word(at)
        if word in COLONS and not _is_ratio(view, at):
            if _is_attributed(view, at + 1):
                return None
            return claimed("colon", view, cue, content_from(view, at + 1, cue), needs=False)
        if word in COMMAS and view.word(at + 1) in _LEFT_OPEN:
            return claimed("colon", view, cue, content_from(view, at + 2, cue), needs=True)
        if view.segment.kind(at) == "quote" or word in ";.!?" or word in view.pack.complementisers:
            return None
    return None


def _is_attributed(view: View, at: int) -> bool:
    """Whether what begins at the token says itself on whose authority it stands: he disagrees: in his words, C."""
    cue = view.cue_at(at)
    return cue is not None and cue.first == at and cue.entry.role == "according"


def _is_ratio(view: View, at: int) -> bool:
    return view.segment.surface(at - 1)[-1].isdigit() and view.word(at + 1)[:1].isdigit()


def accuse(view: View, cue: CueAt) -> Draft | None:
    """S accused O of C: whom the accusation meets belongs to its content."""
    if not allows(cue, "accuse") or view.word(cue.first) in view.pack.passive_pronouns:
        return None
    if view.word(cue.last + 1) in COMMAS and view.pack.morphology is not None:
        return None
    if view.pack.order is not None:
        return of_clause("accuse", view, cue)
    place = content_from(view, past(view, cue.last, view.pack.object_marks), cue)
    if place is None:
        return None
    if view.pack.is_spaced:
        end = view.segment.at(place.end - 1)
        links = cue.entry.group.prepositions
        if not any(view.word(i) in links for i in range(cue.last + 1, end + 1)):
            return None
    accused = accused_before(view, cue, place)
    return accused or by_party(view, cue, claimed("accuse", view, cue, place, needs=True))


def past(view: View, last: int, *marks: Container[str]) -> int:
    """The token behind another, and behind the one of the marks that may stand there."""
    return last + 1 + any(view.word(last + 1) in some for some in marks)


def told(view: View, cue: CueAt) -> Draft | None:
    """S told O, C: the content begins behind the first mark after the addressee."""
    if not allows(cue, "told"):
        return None
    if view.pack.order is not None:
        start = told_start(view, cue)
        is_verb = cue.entry.role == "verb"
        return claimed("told", view, cue, content_from(view, start, cue), needs=is_verb) if start is not None else None
    behind = behind_addressee(view, cue.last + 1)
    if behind is not None:
        return claimed("told", view, cue, content_from(view, behind, cue), needs=True)
    longest = ADDRESSEE if view.pack.is_spaced else 2 * ADDRESSEE
    for at in range(cue.last + 1, min(cue.last + longest, len(view.segment.starts))):
        if view.word(at) in OPENERS:
            return claimed("told", view, cue, content_from(view, at + 1, cue), needs=True)
        if view.segment.kind(at) != "word" and (view.pack.is_spaced or view.word(at) in ";；"):
            return None
    return None


def about(view: View, cue: CueAt) -> Draft | None:
    """S reported on C: the content is what the preposition governs."""
    group = cue.entry.group
    if not group.prepositions or "about" not in group.frames:
        return None
    last = behind_subject(view, cue)
    at = last + 1
    while at <= last + 3 and view.segment.kind(at) == "word" and view.word(at) not in group.prepositions:
        at += 1
    if view.word(at) not in group.prepositions or not view.word(at):
        return None
    return claimed("about", view, cue, content_from(view, at + 1, cue), needs=True)


def _is_before_infinitive(view: View, at: int) -> bool:
    """Whether the word can stand between a cue and an infinitive: an adverb, or a pronoun that is no article."""
    word = view.word(at)
    return word in view.pack.transparent or (word in view.pack.verb_pronouns and word not in view.pack.homograph_guards)


def _is_infinitive(view: View, at: int) -> bool:
    """Whether the token is an infinitive, or a quotation that begins with one."""
    surface = view.word(at)
    if view.segment.kind(at) == "quote":
        quotation = view.segment.quotation(at)
        words = view.segment.text[quotation.inner_start : quotation.inner_end].lower().split(maxsplit=1)
        surface = words[0] if words else ""
    return surface.endswith(view.pack.infinitive_endings) and view.owner[at] is None


def _starts_infinitive(view: View, at: int) -> bool:
    """Whether an infinitive begins at the token, adverbs and pronouns before it passed over."""
    while _is_before_infinitive(view, at):
        at += 1
    return at < len(view.segment.starts) and _is_infinitive(view, at)


def _behind_told(view: View, start: int, marks: frozenset[str]) -> int:
    """The mark of an infinitive behind a few words for whom or where it is said: told the court to have C."""
    if view.word(start) not in view.pack.addressee_links or view.word(start) in marks:
        return start
    at = start + 1
    while at <= start + NEAR and view.word(at) not in marks and view.segment.kind(at) == "word":
        at += 1
    return at if view.word(at) in marks and _starts_infinitive(view, at + 1) else start


def infinitive(view: View, cue: CueAt) -> Draft | None:
    """S claims to have done C: an infinitive behind the cue, or behind the word that it asks for."""
    if not allows(cue, "infinitive"):
        return None
    marks = view.pack.infinitive_marks.union(cue.entry.group.prepositions)
    start = cue.last + 1
    while view.word(start) in view.pack.transparent:
        start += 1
    start = _behind_told(view, start, marks)
    start += view.word(start) in marks
    if not _starts_infinitive(view, start):
        return None
    return claimed("infinitive", view, cue, content_from(view, start, cue), needs=True)


def _lacks_subject(view: View, cue: CueAt) -> bool:
    """Whether a gerund that has a bare complement is no predicate of its own: only one behind a mark and S can be."""
    if view.word(cue.first - 1) not in PAUSES:
        return True
    return view.pack.morphology is None and view.pack.is_spaced and subject_before(view, cue.first, cue.entry) is None


def bare(view: View, cue: CueAt) -> Draft | None:
    """S CUE C without a complementiser."""
    if not allows(cue, "bare") or view.word(cue.last + 1) in (".", "?", "!", ")", ""):
        return None
    start = cue.last + 1
    is_stopped = view.word(start) in PAUSES or view.word(start) in view.pack.not_bare
    if view.pack.is_spaced and is_stopped and behind_circumstance(view, start) == start:
        return None
    if cue.entry.shape == "gerund" and _lacks_subject(view, cue):
        return None
    start = behind_circumstance(view, start)
    while view.word(start) in OPENERS or view.word(start) in view.pack.aspects:
        start += 1
    following = view.cue_at(start)
    if following is not None and following.first == start and not view.pack.is_spaced:
        return None
    if cue.entry.group.needs_clause and not (is_clause(view, start) or _is_mere_predicate(view, start, cue)):
        return None
    place = content_from(view, start, cue)
    return claimed("bare", view, cue, place, needs=True) or impersonal(view, cue, place)


def behind_circumstance(view: View, start: int) -> int:
    """The token of a pronoun that begins a clause behind when or where it is said: said on Saturday she would."""
    if view.pack.order is not None or view.word(start) not in view.pack.subject_links:
        return start
    for at in range(start + 2, start + CIRCUMSTANCE):
        if view.word(at) in view.pack.subject_pronouns and view.word(at - 1) not in view.pack.subject_links:
            return at
        if view.segment.kind(at) != "word" or view.cue_at(at) is not None or view.word(at) in view.pack.boundaries:
            return start
    return start


def _is_mere_predicate(view: View, start: int, cue: CueAt) -> bool:
    """Whether the content says only what its speaker will do or has done; what somebody wishes to do is no claim."""
    is_report = not cue.entry.group.is_mental or cue.entry.group.is_impersonal
    return is_report and view.pack.tagger is not None and opens_predicate(view, start)


def impersonal(view: View, cue: CueAt, place: Place | None) -> Draft | None:
    """It is expected that C: a verb that can stand without a subject, and has none that can speak."""
    is_free = cue.entry.group.is_impersonal and place is not None and is_clause(view, view.segment.at(place.start))
    is_free = is_free and not any(view.segment.text.startswith(w, cue.hit.end) for w in view.pack.outsiders)
    return draft_of("agentless", view, None, cue, as_parts(place)) if is_free else None


def is_clause(view: View, start: int) -> bool:
    """Whether a clause begins at the token: a pronoun that can only be its subject, or an auxiliary soon.

    With a tagger: a mark, behind which all is said, or a noun phrase and its predicate.
    """
    if view.pack.tagger is not None:
        before = view.word(start - 1 - (view.word(start - 1) in _LEFT_OPEN))
        return before in OPENERS or has_predicate(view, start)
    return opens_clause(view, start)
