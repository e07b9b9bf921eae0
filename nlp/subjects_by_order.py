"""Subjects in spaced languages without a morphology: the words next to the cue tell."""

from collections.abc import Sequence

from nlp.appositions import before_insertion, head_of, named
from nlp.joined_subjects import joined_subject
from nlp.layers import Mention
from nlp.speaker import REACH, SHORT, Subject, behind_adverbs, introduced, of_mention, span
from nlp.view import View

LONGEST = 60
"""Tokens of the longest clause without a mark that is looked at."""
CLOSE = 8
"""Tokens in the longest subject without a known head."""
LONGEST_PHRASE = 12
"""Tokens in the longest noun phrase."""


def chunk_before(view: View, index: int) -> Subject | None:
    """The noun phrase right before a token, adverbs and insertions passed over."""
    at = index - 1
    while at >= 0 and _is_between(view, at):
        at -= 1
    if at >= 0 and view.word(at) in view.pack.coordinators:
        return _of_earlier_cue(view, at) or named(view, _first_free_mention(view, at))
    if at >= 0 and view.word(at) in (",", ")"):
        closing, at = at, before_insertion(view, at)
        name = view.owner[at + 2] if at >= 0 else None
        if name is not None and _is_person_in_apposition(view, name, at, closing):
            return of_mention(view, name)
    if at < 0 or view.segment.kind(at) != "word":
        return None
    if view.word(at) in view.pack.relatives:
        antecedent = chunk_before(view, at - (view.word(at - 1) == ","))
        return antecedent and (head_of(view, antecedent) or antecedent)
    if view.word(at) in view.pack.boundaries:
        return None
    while view.segment.surface(at).isdigit() and view.word(at - 1) in view.pack.subject_links and at > 1:
        at -= 2
    first = _chunk_start(view, at)
    return joined_subject(view, index, first, at) or _chunk_ending(view, first, at)


def _is_person_in_apposition(view: View, name: Mention, before: int, closing: int) -> bool:
    """Whether an insertion is nothing but a person's name behind a noun: Its chief executive, Ada Vell, said."""
    is_whole = view.first_of(name) == before + 2 and view.last_of(name) == closing - 1
    owner = view.owner[before]
    is_group = owner is not None and owner.kind == "organisation" and view.pack.section.fronts
    is_noun = owner is None or owner.resolved_by != "name" or is_group
    lead = range(_chunk_start(view, before), before if owner is None else view.first_of(owner))
    is_complement = any(view.word(i) in view.pack.subject_links for i in lead)
    is_name = name.resolved_by == "name" and name.kind in ("person", "organisation", "other")
    return is_whole and is_name and (is_noun or is_complement)


def _of_earlier_cue(view: View, at: int) -> Subject | None:
    earlier = [c for c in view.cues if c.last < at and c.entry.role == "verb"]
    return chunk_before(view, earlier[-1].first) if earlier and at - earlier[-1].last <= REACH * 2 else None


def _chunk_start(view: View, last: int) -> int:
    word, kind, boundaries = view.word, view.segment.kind, view.pack.boundaries
    first, farthest = last, max(0, last - LONGEST_PHRASE)
    while first > farthest:
        at = first - 1
        is_edge = (
            kind(at) != "word" or word(at) in boundaries or (view.owner[at] is None and view.cue_at(at) is not None)
        )
        if is_edge:
            break
        first = at
    return first


def _chunk_ending(view: View, first: int, last: int) -> Subject | None:
    """The subject in the words up to a token, of which the first few may only lead to it."""
    while first < last and (view.word(first) in view.pack.lead_in_words or view.word(first) in view.pack.transparent):
        first += 1
    mentions = [m for i in range(first, last + 1) if (m := view.owner[i]) is not None]
    if view.word(first) in view.pack.subject_links:
        return _behind_circumstance(view, mentions, first, last) if view.pack.section.fronts else None
    if mentions and view.last_of(mentions[-1]) == last:
        own = mentions[-1]
        is_own_name = _own_name(view, mentions[0]) is own
        if view.pack.section.fronts and _is_genitive(own, mentions[0]) and not is_own_name:
            return span(view, max(view.first_of(mentions[0]), last - CLOSE), last, mentions[0])
        head = view.first_of(own)
        before = head - 1 - (len(view.word(head - 1)) <= SHORT and view.word(head - 1) not in view.pack.subject_links)
        is_titled = own.resolved_by == "name" and mentions[0].resolved_by == "nominal"
        is_apart = is_titled and view.word(before) not in view.pack.subject_links
        is_plain = not any(view.word(i) in view.pack.subject_links for i in range(first, head))
        if own.resolved_by == "pronoun" or is_apart or is_plain:
            return of_mention(view, own)
        return span(view, max(first, last - CLOSE), last, mentions[0] if mentions[0] is not own else own)
    if last - first >= CLOSE + 3 or not view.segment.surface(last)[:1].isalpha():
        return None
    return span(view, first, last, mentions[0] if mentions else None)


def _is_between(view: View, at: int) -> bool:
    """Whether a word can stand between a subject and the verb: an adverb, or the preposition of one (on Monday)."""
    word, owner = view.word(at), view.owner[at]
    if owner is not None and owner.resolved_by == "name":
        return False
    return word in view.pack.transparent or (
        view.pack.section.fronts and word in view.pack.subject_links and view.word(at + 1) in view.pack.transparent
    )


def _is_genitive(own: Mention, head: Mention) -> bool:
    """Whether a name says whose somebody before it is, where no preposition need join the two."""
    return own.kind in ("place", "organisation") and head is not own and head.resolved_by != "name"


def _own_name(view: View, noun: Mention) -> Mention:
    """The name right behind a noun for the same kind of actor: the firm | Acme, and not: the clerk of | Acme."""
    name = introduced(view, noun)
    return name if name.kind == noun.kind else noun


def _behind_circumstance(view: View, mentions: Sequence[Mention], first: int, last: int) -> Subject | None:
    """The mention that closes a phrase which a circumstance without a comma opens: On Monday the mayor | said.

    If there is none, the phrase is all circumstance: Ada Vell (LEV) in a letter | said.
    """
    own = mentions[-1] if mentions else None
    is_free = own is not None and view.word(view.first_of(own) - 1) not in view.pack.subject_links
    if own is not None and is_free and own.kind != "work" and view.last_of(own) == last:
        return of_mention(view, own)
    before = before_insertion(view, first - 1) if view.word(first - 1) == ")" else -1
    named = view.owner[before] if before >= 0 else None
    return of_mention(view, named) if named is not None and named.kind not in ("place", "product", "work") else None


def _is_chunk_edge(view: View, at: int) -> bool:
    if view.segment.kind(at) != "word":
        return True
    return view.word(at) in view.pack.boundaries or (view.cue_at(at) is not None and view.owner[at] is None)


def subject_inside(view: View, at: int) -> Subject:
    """The one word that is the subject of a verb around it."""
    mention = view.owner[at]
    return of_mention(view, mention) if mention is not None else span(view, at, at, None)


def chunk_after(view: View, last: int) -> Subject | None:
    """The noun phrase right behind a token."""
    first = last + 1
    if view.segment.is_attached(first) and view.word(first) in view.pack.attached:
        return subject_inside(view, first)
    first = _behind_title(view, behind_adverbs(view, first))
    if view.word(first) in view.pack.addressee_links:
        first = _behind_addressee(view, first)
    end = first
    while end < len(view.segment.starts) and not _is_end_behind(view, end, first) and end - first < LONGEST_PHRASE:
        end += 1
    if end == first or view.word(first) in view.pack.subject_links:
        return None
    mention = next((m for i in range(first, end) if (m := view.owner[i]) is not None), None)
    if view.pack.section.fronts and (speaker := _speaker_among(view, first, end)) is not None:
        return of_mention(view, _own_name(view, speaker))
    if mention is not None and view.first_of(mention) == first:
        return named(view, _with_complement(view, introduced(view, mention), end))
    return named(view, span(view, first, end - 1, mention))


def _with_complement(view: View, mention: Mention, end: int) -> Subject:
    """A name or pronoun as a subject; a noun with its complement, or the name at its end."""
    if mention.resolved_by != "nominal":
        return of_mention(view, mention)
    last = end - 1
    while last > view.last_of(mention) and view.word(last) in view.pack.transparent:
        last -= 1
    closing = view.owner[last]
    if closing is not None and closing.resolved_by == "name" and closing.kind == "person":
        return of_mention(view, closing)
    return span(view, view.first_of(mention), last, mention)


def _behind_title(view: View, first: int) -> int:
    """The token behind an abbreviated title, and an article before it (o Sr. | Prado); else the same."""
    for at in range(first, first + 2):
        if view.word(at + 1) == "." and view.actors.title_ends(f"{view.word(at)}."):
            return at + 2
        word = view.word(at)
        if len(word) > SHORT or word in view.pack.subject_links or word in view.pack.addressee_links:
            break
    return first


def _speaker_among(view: View, first: int, end: int) -> Mention | None:
    """The mention that speaks behind a verb where whom it tells needs no preposition: told the Post the mayor Ada Vell.

    It is a person's full name, else a noun for somebody; a name that stands alone is left to the order of words.
    """
    links = view.pack.subject_links
    known = dict.fromkeys(m for i in range(first, end) if (m := view.owner[i]) is not None)
    free = [m for m in known if view.first_of(m) == first or view.word(view.first_of(m) - 1) not in links]
    people = [m for m in free if m.resolved_by == "name" and _is_full_name(view, m)]
    nouns = [m for m in free if m.resolved_by != "name" and m.kind not in ("place", "product", "work")]
    return next(iter((*people, *nouns)), None)


def _is_full_name(view: View, name: Mention) -> bool:
    """Whether a name is a person's, or has several words and is not known for anything else."""
    return name.kind == "person" or (name.kind == "other" and view.first_of(name) < view.last_of(name))


def main_subject(view: View, index: int) -> Subject | None:
    """The subject of the clause that a gerund behind a comma belongs to: Mary left on Monday, saying that ...

    It is the first mention that no preposition governs; without one, what stands before the comma.
    """
    return _first_free_mention(view, index - 1) or chunk_before(view, index)


def _first_free_mention(view: View, end: int) -> Subject | None:
    first = max(0, end - LONGEST)
    if first == 0 and view.owner[:1] == [None] and _may_be_name(view, 0):
        return span(view, 0, 0, None)
    for at in range(first, end):
        mention = view.owner[at]
        if mention is None or view.first_of(mention) != at or mention.kind in ("place", "product"):
            continue
        before = view.word(at - 1)
        if before not in view.pack.not_bare and before not in view.pack.subject_links:
            return of_mention(view, mention)
    return None


def _may_be_name(view: View, at: int) -> bool:
    """Whether the first word of a sentence may well be a name: Vell met the mayor and said that ..."""
    word, surface = view.word(at), view.segment.surface(at)
    is_plain = word in view.pack.lead_in_words or word in view.pack.boundaries or word in view.pack.not_bare
    is_followed = view.segment.kind(at + 1) == "word" and view.segment.surface(at + 1)[:1].islower()
    return surface[:1].isupper() and is_followed and not is_plain and not view.actors.is_no_name(surface)


def _is_end_behind(view: View, at: int, first: int) -> bool:
    return _is_chunk_edge(view, at) or (at > first and view.word(at) in view.pack.subject_stops)


def _behind_addressee(view: View, at: int) -> int:
    """The mention behind a phrase for whom or where something is said; the end of the segment if there is none."""
    while view.word(at) in view.pack.addressee_links:
        at += 1
    while at < len(view.owner) and view.owner[at] is None and 0 < len(view.word(at)) <= SHORT:
        at += 1
    mention = view.owner[at] if at < len(view.owner) else None
    following = view.last_of(mention) + 1 if mention is not None else at + 1
    for place in range(following, min(following + CLOSE, len(view.segment.starts))):
        mention = view.owner[place]
        if view.segment.kind(place) != "word" or view.word(place) in view.pack.boundaries:
            break
        is_first = mention is not None and view.first_of(mention) == place
        if is_first and view.word(place - 1) not in view.pack.addressee_links:
            return place
    return len(view.segment.starts)
