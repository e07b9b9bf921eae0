"""Noun phrases where nouns are written with a capital: where one ends that begins at a token."""

from nlp.view import View

MOST = 6
"""Words between a determiner and its noun."""
LONGEST = 30
"""Tokens in the longest phrase."""


def phrase_end(view: View, first: int, *, wide: bool = False) -> int | None:
    """The last token of the noun phrase that begins at a token; null if none does.

    Genitives and what `phrase_links` join belong to it; if `wide`, whatever a preposition joins.
    """
    last = _core(view, first)
    while last is not None and last - first < LONGEST:
        further = _extended(view, last, wide=wide)
        if further is None or further == last:
            break
        last = further
    return last


def is_pronoun(view: View, at: int) -> bool:
    """Whether the token is a pronoun of the subject."""
    assert view.pack.order is not None
    return view.word(at) in view.pack.order.pronouns


def is_noun(view: View, at: int) -> bool:
    """Whether the token is written like a noun or a name."""
    if view.segment.kind(at) == "quote":
        return view.segment.ends[at] - view.segment.starts[at] <= 40
    if view.segment.kind(at) != "word":
        return False
    surface = view.segment.surface(at)
    return surface[0].isupper() or "." in surface[1:-1].strip("0123456789.,")


def _core(view: View, first: int) -> int | None:
    order = view.pack.order
    assert order is not None
    if is_pronoun(view, first) and not (view.word(first) in order.determiners and is_noun(view, first + 1)):
        return first
    at = first
    if view.word(at) in order.determiners or (is_noun(view, at + 1) and _is_adjective(view, at)):
        at += 1
    while not is_noun(view, at) and at - first <= MOST:
        if not _is_adjective(view, at):
            return None
        at += 1
    if not is_noun(view, at) or _is_verb(view, at):
        return None
    if (
        view.word(at) in view.pack.transparent
        or view.word(at) in order.prepositions
        or view.word(at) in view.pack.lead_in_words
    ):
        return None
    while (not _closes_name(view, at) and is_noun(view, at + 1)) or _is_number(view, at + 1):
        at += 1
    return at


def _is_number(view: View, at: int) -> bool:
    return bool(view.segment.kind(at)) and view.segment.surface(at)[0].isdigit()


def _closes_name(view: View, at: int) -> bool:
    """Whether a name ends with a token and no title or other name follows: laut Vellmar | Bestellungen."""
    owner = view.owner[at]
    if owner is None or owner.resolved_by != "name" or view.last_of(owner) != at or view.segment.kind(at) == "quote":
        return False
    following = view.owner[at + 1] if at + 1 < len(view.owner) else None
    is_name = following is not None and following.resolved_by == "name"
    return not is_name and not view.actors.title_ends(view.segment.surface(at + 1) if view.word(at + 1) else "")


def _is_adjective(view: View, at: int) -> bool:
    """Whether a word can stand between determiner and noun: an adjective, a number, an adverb to either."""
    assert view.pack.order is not None
    word = view.word(at)
    if word in ("-", ".") and view.segment.kind(at - 1) and view.segment.surface(at - 1)[0].isdigit():
        return True
    if view.segment.kind(at) != "word" or view.cue_at(at) is not None or word in view.pack.order.prepositions:
        return False
    if word in view.pack.order.determiners:
        return False
    return word[0].isdigit() or word.endswith(view.pack.order.adjective_endings) or word in view.pack.transparent


def _is_verb(view: View, at: int) -> bool:
    cue = view.cue_at(at)
    return cue is not None and cue.entry.role not in ("noun", "particle")


def _extended(view: View, last: int, *, wide: bool) -> int | None:
    order = view.pack.order
    assert order is not None
    following = last + 1
    word = view.word(following)
    if word == "(":
        close = next((i for i in range(following, following + 5) if view.word(i) == ")"), None)
        return close if wide else None
    if word in order.genitives:
        owner = view.owner[last]
        if owner is not None and owner.resolved_by == "name" and owner.kind in ("person", "other"):
            return None
        return _core(view, following)
    joins = word in order.phrase_links or word in view.pack.coordinators or (wide and word in order.prepositions)
    return _core(view, following + 1) if joins and word else None
