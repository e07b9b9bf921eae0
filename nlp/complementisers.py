"""The word that leads to the content of a cue: that, что, dass; and whether it does so where it stands."""

from nlp.drafts import COLONS, COMMAS, DASHES
from nlp.speaker import behind_adverbs
from nlp.view import View

NEAR = 10
"""Tokens that can stand between a cue and its complementiser."""
LONGEST_NAME = 30
"""Characters of a quotation that can be a name between a cue and its complementiser."""


def complementiser(view: View, last: int, *, close: bool = True) -> int | None:
    """The token of a cue's complementiser: a few words behind the cue, or right behind it if it is a `close` one."""
    pack, word_at = view.pack, view.word
    if pack.leads.isdisjoint(view.segment.forms):
        return None
    is_led = word_at(behind_adverbs(view, last + 1)) in pack.addressee_links
    bracket = _bracket(view, last + 1)
    reach = (2 * NEAR if is_led or pack.order is not None else NEAR) + len(bracket)
    for at in range(last + 1, min(last + 1 + reach, len(view.segment.starts))):
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
        if pack.addressee_links and word in pack.clause_ends - pack.transparent:
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
    if ")" not in view.segment.forms:
        return range(0)
    starts, ends = view.segment.starts, view.segment.ends
    last = min(first + 2 * NEAR, len(ends)) - 1
    if last < first or view.segment.text.find(")", starts[first], ends[last]) < 0:
        return range(0)
    near = range(first, min(first + NEAR, len(ends)))
    start = next((at for at in near if view.word(at) == "("), first)
    end = next((at + 1 for at in range(start, min(start + NEAR, len(ends))) if view.word(at) == ")"), start)
    return range(start, end)


def _is_close(view: View, last: int, at: int) -> bool:
    """Whether only a comma stands before the complementiser, or a word that points at it: на том, чтобы."""
    return at <= last + 2 or (at <= last + 4 and view.word(at - 2) in view.pack.correlates)


def _is_quotation(view: View, at: int) -> bool:
    """Whether the token is a quotation, not a name in marks where the subject can stand behind its verb."""
    if view.segment.kind(at) != "quote":
        return False
    length = view.segment.ends[at] - view.segment.starts[at]
    return view.pack.order is None or length > LONGEST_NAME


def _joins_predicates(view: View, word: str) -> bool:
    """Whether a coordinator ends what a cue governs: where the subject stands before its verb."""
    return view.pack.is_spaced and view.pack.order is None and word in view.pack.coordinators


def _leads_clause(view: View, at: int) -> bool:
    return not _lacks_comma(view, at) and (view.pack.morphology is None or view.word(at - 1) in COMMAS)


def _lacks_comma(view: View, at: int) -> bool:
    """Whether no comma stands before a complementiser in a language that writes one before each."""
    return view.pack.has_commas and view.word(at - 1) not in COMMAS


def _relates(view: View, last: int, at: int) -> bool:
    """Whether the only comma behind a cue and its addressee stands right before the word: told the board, which.."""
    commas = [i for i in range(last + 1, at) if view.word(i) in COMMAS]
    return commas == [at - 1] and view.word(at) in view.pack.relatives


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
    if at - last > 2 and (view.word(at - 1) in pack.addressee_links or _relates(view, last, at)):
        return False
    first = min(behind_adverbs(view, last + 1), at)
    if at - first <= 1 or view.word(first) in COMMAS or view.word(first) in pack.addressee_links:
        return view.segment.kind(first) == "word" or view.word(first) in COMMAS
    mention = view.owner[first]
    return mention is not None and view.first_of(mention) == first and view.last_of(mention) >= at - 3
