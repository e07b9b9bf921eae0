"""Subjects of two parts: the mayor and the prefect have announced; the police of Arlon and of Vell says."""

from nlp.speaker import Subject, span
from nlp.view import View

LONGEST = 8
"""Tokens in the longest first part."""


def joined_subject(view: View, index: int, first: int, last: int) -> Subject | None:
    """The whole subject of the verb at an index whose last part, behind a coordinator, are the given tokens.

    Two noun phrases share a verb in the plural; a complement goes with the noun before in any number. A phrase that
    can hold no verb is no clause of its own: the agency for art | and crafts | says.
    """
    if view.word(first - 1) not in view.pack.coordinators:
        return None
    start = _phrase_start(view, first - 2)
    mentions = [m for at in range(start or 0, last + 1) if (m := view.owner[at]) is not None]
    if start is None:
        return None
    is_complement = view.word(first) in view.pack.subject_links or _is_bare_phrase(view, start, first - 2)
    is_pair = _is_plural(view, index) and not (_looks_plural(view, first) and view.owner[start] is None)
    return span(view, start, last, mentions[0] if mentions else None) if is_complement or is_pair else None


def _looks_plural(view: View, first: int) -> bool:
    """Whether a phrase by itself asks for the plural: its article is one, or whom it refers to are several."""
    owner = view.owner[first]
    return view.word(first).endswith("s") or (owner is not None and owner.kind == "group")


def _is_plural(view: View, index: int) -> bool:
    """Whether the verb shows the plural: its first part that is no pronoun does."""
    cue, endings = view.cue_at(index), view.pack.plural_endings
    words = [view.word(at) for at in (cue.tokens if cue is not None else (index,))]
    verb = next((w for w in words if w not in view.pack.verb_pronouns), "")
    return bool(endings) and verb.endswith(endings)


def _phrase_start(view: View, last: int) -> int | None:
    """Where the noun phrase begins that ends with a token; null if what stands there may be a clause.

    It begins with an article or a name, and a second article stands only behind a preposition: the dog | bites | the.
    """
    start: int | None = None
    for at in range(last, max(-1, last - LONGEST), -1):
        if view.cue_at(at) is not None or view.word(at) in view.pack.auxiliaries:
            return None
        if view.segment.kind(at) != "word" or view.word(at) in view.pack.boundaries:
            break
        if not (_is_article(view, at) or _is_name(view, at)):
            continue
        if start is not None and at != start - 1 and view.word(start - 1) not in view.pack.subject_links:
            return None
        start = at
    return start


def _is_bare_phrase(view: View, start: int, last: int) -> bool:
    """Whether a noun phrase consists of single nouns or names, joined by prepositions; two words may hide a verb."""
    nouns = links = 0
    at = start
    while at <= last:
        owner = view.owner[at]
        if view.word(at) in view.pack.subject_links:
            nouns, links = 0, links + 1
        elif not _is_article(view, at):
            nouns += 1
        at = view.last_of(owner) + 1 if owner is not None and not _is_article(view, at) else at + 1
        if nouns > 1:
            return False
    return links > 0


def _is_article(view: View, at: int) -> bool:
    word = view.word(at)
    is_listed = word in view.pack.homograph_guards or word in view.pack.guard_words
    return is_listed and word not in view.pack.subject_links


def _is_name(view: View, at: int) -> bool:
    owner = view.owner[at]
    return owner is not None and owner.resolved_by == "name" and view.first_of(owner) == at
