"""Subjects before their verb in languages with a morphology: case, number and gender tell."""

from dataclasses import replace

from nlp.cases import (
    is_attribute,
    is_finite,
    is_free_subject,
    is_inside,
    is_nominative,
    is_noun,
    is_subject_noun,
    noun_end,
    noun_start,
    selects,
)
from nlp.houses import house_before, there
from nlp.layers import Mention
from nlp.morphology import Form
from nlp.pack_attribution import CueEntry
from nlp.speaker import REACH, STOPS, Subject, of_mention, span
from nlp.subjects_behind import walk_right
from nlp.view import View

_INSERTED = ("GRND", "PRTF", "PRTS", "NOUN", "ADJF", "PREP", "CONJ", "ADVB", "PRCL")
LONGEST_APPOSITION = 8
"""Tokens from a noun to the end of the apposition that names it."""


def walk_left(view: View, index: int, entry: CueEntry, depth: int) -> Subject | None:
    """The subject before a token; `depth` counts the verbs that were passed on to."""
    if entry.shape == "gerund":
        return _of_earlier_verb(view, index, entry, depth)
    at, is_behind, named = index - 1, False, None
    while at >= 0 and index - at <= REACH:
        word = view.word(at)
        if word in view.pack.relatives:
            return _antecedent(view, at, entry, depth)
        if word in STOPS or word in view.pack.subject_stops or view.segment.kind(at) == "quote":
            goes_on = view.segment.kind(at) == "quote" or _continues(view, at, index)
            return _of_earlier_verb(view, at, entry, depth) if goes_on else None
        if word == ",":
            outer = _before_clause(view, at) if at > 0 else -1
            is_one = outer >= 0 and entry.number != "plur"
            named = named or (_name_in_apposition(view, outer, at) if is_one else None)
            at, is_behind = (at - 1, False) if outer < 0 and is_behind else (outer, outer >= 0)
            continue
        if word in view.pack.coordinators or (at != index - 1 and is_finite(view, at)):
            earlier = _of_earlier_verb(view, at + (word not in view.pack.coordinators), entry, depth)
            if earlier is not None or word not in view.pack.coordinators:
                return earlier
        found, at = _candidate(view, at, entry)
        if found is not None:
            is_name = found.mention is not None and found.mention.resolved_by == "name"
            return found if named is None or is_name else of_mention(view, named)
    return None


def _name_in_apposition(view: View, before: int, comma: int) -> Mention | None:
    """The name that an apposition up to a comma gives a noun: the supplier, the firm Acme, denies."""
    name = view.owner[comma - 1]
    if name is None or name.resolved_by != "name" or name.kind == "place" or comma - before > LONGEST_APPOSITION:
        return None
    head = view.segment.surface(view.first_of(name) - 1)
    heads = view.actors.title_ends(head) if name.kind == "person" else any(h.ends(head) for _, h in view.actors.heads)
    return name if heads and is_noun(view, before) else None


def _before_clause(view: View, comma: int) -> int:
    """The token before an insertion between commas (a participle, a gerund, an apposition); -1 if there is none."""
    for index in range(comma - 1, max(-1, comma - REACH), -1):
        if view.word(index) == ",":
            inserted = view.word(index + 1) in view.pack.relatives or view.has_pos(index + 1, *_INSERTED)
            return index - 1 if inserted and not _has_finite(view, index + 1, comma) else -1
        if view.word(index) in STOPS or view.segment.kind(index) == "quote":
            return -1
    return -1


def _has_finite(view: View, first: int, end: int) -> bool:
    if any(view.word(i) in view.pack.relatives for i in range(first, min(first + 2, end))):
        return False
    return any(view.has_pos(i, "VERB") for i in range(first, end))


def _of_earlier_verb(view: View, at: int, entry: CueEntry, depth: int) -> Subject | None:
    """The subject of an earlier finite verb that agrees: verbs joined by "and", or a gerund's main verb."""
    if depth > 3:
        return None
    for index in range(at - 1, max(-1, at - 1 - 2 * REACH), -1):
        if view.word(index) in STOPS:
            return None
        verbs = [r for r in view.readings(index) if r.pos == "VERB"]
        if not verbs or not is_finite(view, index):
            continue
        if entry.shape == "gerund" or any(_can_join(r, entry) for r in verbs):
            found = _main_subject(view, index, verbs[0], depth + 1)
            if found is not None:
                return found
    return None


def _continues(view: View, at: int, index: int) -> bool:
    """Whether a clause behind its complementiser has no subject, so that who speaks before it goes on: that he is."""
    if view.word(at) not in view.pack.complementisers or view.word(at - 1) != ",":
        return False
    nouns = [view.readings(i) for i in range(at + 1, index) if is_noun(view, i)]
    return all(any(r.case for r in noun) and all(r.case != "nomn" for r in noun) for noun in nouns)


def _can_join(verb: Form, entry: CueEntry) -> bool:
    """Whether two verbs can share a subject, whatever their tenses: began an inquiry and reminds."""
    return verb.number == entry.number and (None in (verb.gender, entry.gender) or verb.gender == entry.gender)


def _main_subject(view: View, index: int, verb: Form, depth: int) -> Subject | None:
    """The subject of an earlier verb; each verb is asked once, since those behind it all come by."""
    if (index, depth) not in view.mains:
        view.mains[index, depth] = _subject_of(view, index, verb, depth)
    found: Subject | None = view.mains[index, depth]
    return found


def _subject_of(view: View, index: int, verb: Form, depth: int) -> Subject | None:
    cue, group = view.cue_at(index), view.cues[0].entry.group
    entry = cue.entry if cue is not None else CueEntry("verb", group, "finite", verb.number, verb.gender, verb.tense)
    before = walk_left(view, index, entry, depth)
    return before or walk_right(view, cue.last if cue else index, entry)


def _antecedent(view: View, at: int, entry: CueEntry, depth: int) -> Subject | None:
    """Whom a relative pronoun stands for; behind a preposition the main clause's subject speaks."""
    if view.has_pos(at - 1, "PREP"):
        return _of_earlier_verb(view, at - 1, replace(entry, shape="gerund"), depth)
    before = at - 1
    while before >= 0 and view.segment.kind(before) == "mark":
        before -= 1
    mention = view.owner[before] if before >= 0 else None
    if mention is None and view.has_pos(before, "NOUN"):
        return span(view, noun_start(view, before), before, None)
    return of_mention(view, mention) if mention is not None else None


def _candidate(view: View, at: int, entry: CueEntry) -> tuple[Subject | None, int]:
    """The subject that ends at a token, or the next token to look at."""
    mention = view.owner[at]
    if view.word(at) in view.actors.there:
        return there(view, at, entry), at - 1
    if mention is not None:
        return _mention_candidate(view, mention, entry)
    if entry.shape == "finite" and selects(view, at):
        return span(view, at, noun_end(view, at), None), at
    if entry.shape == "finite" and is_free_subject(view, at, entry):
        return span(view, at, at, None), at
    if entry.shape != "finite" or not is_subject_noun(view, at, entry) or is_attribute(view, at, entry):
        return None, at - 1
    first = noun_start(view, at)
    if view.has_pos(first - 1, "PREP"):
        return None, first - 2
    if (house := house_before(view, first, at, entry)) is not None:
        return of_mention(view, house), at
    return span(view, first, noun_end(view, at), None), at


def _mention_candidate(view: View, mention: Mention, entry: CueEntry) -> tuple[Subject | None, int]:
    mention = _before_bracket(view, mention)
    first = view.first_of(mention)
    head = noun_start(view, first) if first > 0 else first
    before = view.word(head - 1)
    if before in view.actors.institution_prepositions and entry.number != "sing" and is_inside(view, mention):
        return of_mention(view, mention), first
    if view.has_pos(head - 1, "PREP") or view.has_pos(head - 1, "INFN"):
        return None, head - 2
    is_genitive = mention.resolved_by == "nominal" and is_attribute(view, first, entry)
    is_subject = is_nominative(view, mention, entry) and not is_genitive
    if head == first and is_noun(view, first - 1) and not is_subject:
        return _with_head(view, first - 1, mention, entry)
    if not is_subject:
        return None, head - 1
    if head == first and _governs(view, first - 1, mention, entry):
        return _with_head(view, first - 1, mention, entry)
    return of_mention(view, mention), first


def _before_bracket(view: View, mention: Mention) -> Mention:
    """The name before a bracket that holds its original spelling, or the mention itself."""
    at = view.first_of(mention) - 1
    outer = view.owner[at - 1] if at > 0 and view.word(at) == "(" else None
    return outer if outer is not None and outer.actor == mention.actor else mention


def _with_head(view: View, at: int, mention: Mention, entry: CueEntry) -> tuple[Subject | None, int]:
    """A name in the genitive: the noun it belongs to speaks, for the organisation if it stands for one."""
    owner = view.owner[at]
    if owner is not None:
        speaks = mention if owner.actor is None and owner.kind != "person" else owner
        return span(view, view.first_of(owner), view.last_of(mention), speaks), at
    if is_subject_noun(view, at, entry):
        return span(view, noun_start(view, at), view.last_of(mention), None), at
    return None, at - 1


def _governs(view: View, at: int, mention: Mention, entry: CueEntry) -> bool:
    """Whether a noun before an undeclined name owns it: публикация Acme, but not компания Acme."""
    if (
        not view.segment.text[mention.start : mention.end].isascii()
        or not is_noun(view, at)
        or mention.kind == "person"
    ):
        return False
    if not any(r.case == "nomn" and r.number == entry.number for r in view.readings(at)):
        return False
    if view.has_pos(noun_start(view, at) - 1, "PREP"):
        return False
    return view.actors.head_before(view.segment.surface(at)) is None
