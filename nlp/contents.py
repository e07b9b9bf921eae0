"""Where the content of a claim begins and ends."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from nlp.drafts import COLONS, COMMAS, DASHES, allows
from nlp.layers import Place
from nlp.morphology import Form
from nlp.noun_phrases import phrase_end
from nlp.pack_attribution import AttributionPack, CueEntry
from nlp.predicates import clause_end
from nlp.speaker import behind_adverbs
from nlp.subjects import subject_before
from nlp.trimming import trimmed
from nlp.view import CueAt, View

FAR = 400
"""Tokens in the longest content that a cue governs; a sentence that runs on for longer is no prose."""
NEAR = 10
"""Tokens that can stand between a cue and its complementiser."""


CLOSE = 3
"""Tokens from a comma to the subject that begins a clause behind it."""
LONGEST_NAME = 30
"""Characters of a quotation that can be a name between a cue and its complementiser."""
_JOINT = re.compile("[,，;；。]")
_STOPS = frozenset("。")
_MARK = re.compile("[,，;；:：。！？]")
_LONGEST_JOINT = 8
"""Characters of the conjunctions and adverbs between a comma and the next cue of the same speaker."""
_WITHOUT_CONTRAST = ("accuse", "demand")
"""Classes of cues whose content, without spaces between words, ends at a contrast: demanded a stop, but."""
_PREDICATES = ("VERB", "PRTS", "ADJS")


def complementiser(view: View, last: int, *, close: bool = True) -> int | None:
    """The token of a cue's complementiser: a few words behind the cue, or right behind it if it is a `close` one."""
    pack, word_at = view.pack, view.word
    is_led = word_at(behind_adverbs(view, last + 1)) in pack.addressee_links
    bracket = _bracket(view, last + 1)
    reach = (2 * NEAR if is_led or pack.order is not None else NEAR) + len(bracket)
    for at in range(last + 1, min(last + 1 + reach, len(view.segment.tokens))):
        word = word_at(at)
        if at in bracket:
            continue
        if close and word in COMMAS and word_at(at + 2) in pack.enclitic_complementisers:
            return at
        is_close = word in pack.close_complementisers
        if close and is_close and (is_led or _is_close(view, last, at)) and not _lacks_comma(view, at):
            return at
        if word in pack.comparatives and word_at(at + 1) not in pack.transparent:
            return None
        if word in pack.complementisers:
            return at if _leads_clause(view, at) and leads_here(view, last, at) else None
        if pack.addressee_links and word in pack.clause_ends:
            return None
        if word in pack.subject_pronouns or _joins_predicates(view, word) or _ends_clause(view, at):
            return None
    return None


def _ends_clause(view: View, at: int) -> bool:
    """Whether the clause of a cue is over at a token: at a mark, a quotation, or another verb."""
    word, other = view.word(at), view.cue_at(at)
    if word in COLONS or word in ";.!?" or word in DASHES or _is_quotation(view, at):
        return True
    return (other is not None and other.entry.role == "verb") or view.has_pos(at, "VERB")


def _bracket(view: View, first: int) -> range:
    """The tokens of a short stretch in brackets behind a cue; none if there is no such stretch."""
    tokens = view.segment.tokens
    within = tokens[first : first + 2 * NEAR]
    if not within or view.segment.text.find(")", within[0].start, within[-1].end) < 0:
        return range(0)
    near = range(first, min(first + NEAR, len(tokens)))
    start = next((at for at in near if view.word(at) == "("), first)
    end = next((at + 1 for at in range(start, min(start + NEAR, len(tokens))) if view.word(at) == ")"), start)
    return range(start, end)


def _is_close(view: View, last: int, at: int) -> bool:
    """Whether only a comma stands before the complementiser, or a word that points at it: на том, чтобы."""
    return at <= last + 2 or (at <= last + 4 and view.word(at - 2) in view.pack.correlates)


def _is_quotation(view: View, at: int) -> bool:
    """Whether the token is a quotation, not a name in marks where the subject can stand behind its verb."""
    if view.segment.kind(at) != "quote":
        return False
    length = view.segment.tokens[at].end - view.segment.tokens[at].start
    return view.pack.order is None or length > LONGEST_NAME


def _joins_predicates(view: View, word: str) -> bool:
    """Whether a coordinator ends what a cue governs: where the subject stands before its verb."""
    return view.pack.is_spaced and view.pack.order is None and word in view.pack.coordinators


def _leads_clause(view: View, at: int) -> bool:
    return not _lacks_comma(view, at) and (view.pack.morphology is None or view.word(at - 1) in COMMAS)


def _lacks_comma(view: View, at: int) -> bool:
    """Whether no comma stands before a complementiser in a language that writes one before each."""
    return view.pack.has_commas and view.word(at - 1) not in COMMAS


def leads_here(view: View, last: int, at: int) -> bool:
    """Whether a complementiser belongs to the cue, where the same word relates and compares as well.

    It follows the cue itself, one word of it (is said convinced that), its subject, or a phrase for whom or where it is
    said; it is no part of a conjunction (so that), and what it leads to is no noun's.
    """
    pack = view.pack
    if not pack.addressee_links:
        return True
    before = " ".join(view.word(i) for i in range(max(last + 1, at - 3), at - pack.has_commas))
    if before and f" {before}".endswith(pack.conjunction_heads):
        return False
    if pack.has_commas:
        return True
    if at - last > 2 and view.word(at - 1) in pack.addressee_links:
        return False
    first = min(behind_adverbs(view, last + 1), at)
    if at - first <= 1 or view.word(first) in (*COMMAS, *pack.addressee_links):
        return view.segment.kind(first) == "word" or view.word(first) in COMMAS
    mention = view.owner[first]
    return mention is not None and view.first_of(mention) == first and view.last_of(mention) >= at - 3


def content_from(view: View, start: int, cue: CueAt | None) -> Place | None:
    """The content that begins at a token: to the end of the segment, or to where another cue takes over."""
    tokens = view.segment.tokens
    start += view.word(start) in view.pack.aspects
    if start >= len(tokens):
        return None
    end = len(tokens) if view.tail is None or view.tail <= start else view.tail
    end = min(end, start + FAR)
    if view.pack.is_spaced:
        word, turns = view.word, view.pack.turns
        end = next((at for at in range(start + 1, end) if word(at) in turns and _takes_over(view, at, cue)), end)
    else:
        end = next((at for at in _joints(view, start, end) if _takes_over_unspaced(view, at, cue)), end)
    return trimmed(view, tokens[start].start, tokens[end - 1].end)


def _joints(view: View, start: int, end: int) -> Iterator[int]:
    """The tokens behind commas and semicolons; in headlines without them, also those behind a space."""
    tokens, text = view.segment.tokens, view.segment.text
    if view.segment.is_title:
        yield from (at for at in range(start + 1, end) if view.is_gap(at))
    for m in _JOINT.finditer(text, tokens[start].start, tokens[end - 1].end):
        at = view.segment.at(m.start())
        if tokens[at].start == m.start() and start < at + 1 < end:
            yield at + 1


def _takes_over_unspaced(view: View, at: int, cue: CueAt | None) -> bool:
    """Whether a remark of the outlet, or another cue of the same speaker or of a new one, starts at the token."""
    if view.is_gap(at) or view.word(at - 1) in _STOPS:
        return True
    tokens, text = view.segment.tokens, view.segment.text
    ends_at_contrast = cue is not None and cue.entry.group.cue_class in _WITHOUT_CONTRAST
    stops = view.pack.all_stops if ends_at_contrast else view.pack.stops
    if text.startswith(stops, tokens[at].start):
        return True
    following = bisect_left(view.cues, at, key=lambda c: c.first)
    other = next((c for c in view.cues[following : following + 1] if c.entry.role == "verb"), None)
    if cue is None or cue.entry.role != "verb" or other is None:
        return False
    between = text[tokens[at].start : other.hit.start]
    if view.word(at - 1) in ";；":
        return _MARK.search(between) is None
    return len(between) <= _LONGEST_JOINT and _is_joint(between, view.pack)


def _is_joint(between: str, pack: AttributionPack) -> bool:
    """Whether the words between a comma and a cue only join them: and, but, again."""
    while between:
        words = (*pack.coordinators, *pack.transparent, *pack.lead_ins)
        length = max((len(w) for w in words if between.startswith(w)), default=0)
        if not length:
            return False
        between = between[length:]
    return True


def _takes_over(view: View, at: int, cue: CueAt | None) -> bool:
    """Whether a new predicate of the same speaker, or somebody else's speech, starts at the token."""
    if view.word(at) in (*COLONS, ";") and _has_particle(view, at + 1):
        return True
    if view.word(at) not in view.pack.coordinators and view.word(at) not in COMMAS:
        return False
    if view.pack.order is not None and cue is not None and cue.entry.role != "verb" and view.word(at) in COMMAS:
        return _opens_report(view, at + 1)
    following = at + 1
    while view.word(following) in view.pack.coordinators or view.word(following) in view.pack.transparent:
        following += 1
    other = view.cue_at(following)
    if _is_remark(view, at, cue) or _is_other_speech(view, at, cue):
        return True
    if other is None or other.first != following or other.entry.role != "verb" or cue is None:
        return cue is not None and _is_next_predicate(view, at, following, cue)
    if view.word(at) in COMMAS and view.word(at + 1) not in view.pack.coordinators:
        return other.entry.shape == "gerund" and _governs_content(view, other)
    if view.pack.order is not None:
        return not other.is_final and not any(view.word(following) in m.words for m in view.pack.reported_moods)
    if view.pack.morphology is not None:
        if cue.entry.shape == "gerund" or cue.entry.role != "verb" or other.entry.agrees(cue.entry):
            return True
        return _is_next_predicate(view, at, following, cue)
    return view.word(at) in COMMAS or (other.entry.shape != "gerund" and _governs_clause(view, other))


def _is_remark(view: View, at: int, cue: CueAt | None) -> bool:
    """Whether a contrast behind a comma ends what a phrase beside the clause holds at a distance: as rumour has it."""
    is_beside = cue is not None and cue.entry.role == "agentless" and allows(cue, "bare")
    if not is_beside or view.pack.morphology is None or view.word(at) not in COMMAS:
        return False
    return view.word(at + 1) in view.pack.adversatives - view.pack.coordinators


def _is_other_speech(view: View, at: int, cue: CueAt | None) -> bool:
    """Whether somebody else's cue follows a comma where no clause is governed: X accused Y of Z, the plant denies."""
    lead = view.word(at + 1)
    takes_object = cue is not None and (allows(cue, "object") or allows(cue, "accuse"))
    if cue is None or view.word(at) not in COMMAS or not (takes_object or lead in view.pack.free_subjects):
        return False
    if view.pack.morphology is None or view.has_pos(at + 1, "PREP", "CONJ", "PRTF", "GRND", "INFN"):
        return False
    if lead in view.pack.relatives | view.pack.complementisers | view.pack.close_complementisers:
        return False
    if complementiser(view, cue.last) is not None and lead not in view.pack.free_subjects:
        return False
    end = next((i for i in range(at + 1, at + 1 + NEAR) if view.segment.kind(i) != "word"), at + 1)
    others = (view.cue_at(i) for i in range(at + 1, end))
    return any(o is not None and o.entry.role == "verb" and _has_own_subject(view, at, o) for o in others)


def _has_own_subject(view: View, comma: int, cue: CueAt) -> bool:
    """Whether a finite cue has its subject right behind the comma."""
    speaker = subject_before(view, cue.first, cue.entry) if cue.entry.shape == "finite" else None
    return speaker is not None and comma < speaker.first <= comma + CLOSE


def _is_next_predicate(view: View, at: int, following: int, cue: CueAt) -> bool:
    """Whether a verb behind a conjunction has the cue's subject: it agrees with the cue, and no verb between does."""
    if view.pack.morphology is None or following == at or cue.entry.role != "verb" or cue.entry.shape != "finite":
        return False
    verb = next((r for r in view.readings(following)[:1] if r.pos == "VERB"), None)
    if verb is None or not _fits(verb, cue.entry):
        return False
    return not any(
        r.pos in _PREDICATES and _shares(r, verb) for i in range(cue.last + 1, at) for r in view.readings(i)[:1]
    )


def _fits(verb: Form, entry: CueEntry) -> bool:
    return verb.number == entry.number and (None in (verb.gender, entry.gender) or verb.gender == entry.gender)


def _shares(inner: Form, verb: Form) -> bool:
    """Whether a verb of the content could have the same subject as the one behind it."""
    return inner.number == verb.number and (None in (inner.gender, verb.gender) or inner.gender == verb.gender)


def _opens_report(view: View, first: int) -> bool:
    """Whether a main clause begins in which another one speaks: ..., the owner spoke of ..."""
    end = phrase_end(view, first)
    other = view.cue_at(end + 1) if end is not None else None
    return other is not None and end is not None and other.first == end + 1 and other.entry.role == "verb"


def _has_particle(view: View, at: int) -> bool:
    """Whether a particle of distance opens a clause, or stands in it where the verb is second."""
    if view.pack.order is not None:
        places: Iterable[int] = range(at, clause_end(view.segment, at))
    else:
        places = (at, at + 2 if view.word(at + 1) in COMMAS else at)
    return any(c.entry.role == "particle" for i in places if (c := view.cue_at(i)) is not None)


def _governs_clause(view: View, cue: CueAt) -> bool:
    """Whether a complementiser, or an infinitive that the cue can govern, follows right behind it."""
    if allows(cue, "infinitive") and view.word(cue.last + 1).endswith(view.pack.infinitive_endings or "\0"):
        return view.owner[cue.last + 1] is None
    following = cue.last + 1 + view.pack.has_commas
    ahead = (following, following + (view.word(following) in view.pack.subject_links))
    return allows(cue, "that") and complementiser(view, cue.last) in ahead


def _governs_content(view: View, cue: CueAt) -> bool:
    """Whether a cue that could be any verb does attribute here."""
    if allows(cue, "that") and complementiser(view, cue.last) is not None:
        return True
    return allows(cue, "accuse") or (
        allows(cue, "naming") and any(is_named(view, i) for i in range(cue.last + 1, cue.last + 8))
    )


def is_named(view: View, at: int) -> bool:
    """Whether the token shows that something is called by a name: a quotation, "as", an instrumental."""
    if view.segment.kind(at) == "quote" or view.word(at) in view.pack.naming_words:
        return True
    if not view.pack.is_spaced and view.word(at) in "“「":
        return bool(view.word(at))
    return any(r.case == "ablt" for r in view.readings(at)[:1])
