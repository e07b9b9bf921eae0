"""According to S, C: an attribution beside its content that governs its source."""

from collections.abc import Sequence

from nlp.appositions import behind_apposition
from nlp.complementisers import NEAR
from nlp.contents import content_from
from nlp.drafts import COMMAS, Draft, draft_of
from nlp.insertion_around import around, is_edge
from nlp.layers import Mention
from nlp.speaker import introduced
from nlp.subjects import Subject, of_mention, span
from nlp.view import CueAt, View


def according(view: View, cue: CueAt) -> Draft | None:
    """According to S, C; C, according to S; and in the middle. Only at the edge of a clause."""
    if view.pack.order is not None:
        return None
    first = cue.first
    while view.word(first - 1) in view.pack.transparent:
        first -= 1
    is_free = is_edge(view, first - 1)
    if not (is_free or view.pack.section.fronts):
        return None
    if view.word(cue.last + 1) in view.pack.relatives:
        return _of_antecedent(view, cue)
    verb = view.cue_at(cue.last + 1)
    if verb is not None and verb.entry.role == "verb" and view.word(cue.last) in view.pack.as_words:
        return None
    source, last = holder(view, cue) or governed(view, cue.last + 1, opens=cue.first == 0)
    if not is_free and (source is None or not _is_somebody(source, cue)):
        return None
    if source is not None:
        last = behind_apposition(view, source, last)
    if source is None:
        is_alone = view.pack.is_spaced and (view.word(cue.last + 1) in (*COMMAS, ".") or view.pack.section.fronts)
        return around("agentless", view, cue, None, first, cue.last, scope=True) if is_alone else None
    if cue.entry.group.needs_mention and not _is_somebody(source, cue):
        return None
    return around("according", view, cue, source, first, last, scope=True)


def _of_antecedent(view: View, cue: CueAt) -> Draft | None:
    """S, for whom C: who is named before the comma."""
    relative, comma = cue.last + 1, cue.first - 1
    if view.word(comma) not in COMMAS or view.word(relative) in view.pack.complementisers:
        return None
    name = view.owner[comma - 1] if comma > 0 else None
    place = content_from(view, relative + 1, cue)
    if name is None or place is None or name.kind in ("place", "product", "work"):
        return None
    return draft_of("according", view, of_mention(view, name), cue, (place,))


def _is_somebody(source: Subject, cue: CueAt) -> bool:
    """Whether a source right behind its cue is a party named or referred to."""
    mention = source.mention
    is_near = source.first <= cue.last + 2
    return mention is not None and is_near and mention.kind not in ("place", "product", "work")


def holder(view: View, cue: CueAt) -> tuple[Subject, int] | None:
    """The word inside the cue that is its source, with the cue's last token: in his view."""
    at = next((i for i in range(cue.first, cue.last + 1) if view.word(i) == cue.entry.holder), None)
    if at is None:
        return None
    mention = view.owner[at]
    return (of_mention(view, mention) if mention is not None else span(view, at, at, None)), cue.last


def _adjoining(view: View, mentions: Sequence[Mention], first: int) -> list[Mention]:
    """The mentions that follow each other from a token on, with one word between them at most."""
    kept: list[Mention] = []
    for mention in mentions:
        if view.first_of(mention) > first + 1:
            break
        kept.append(mention)
        first = view.last_of(mention) + 1
    return kept


def governed(view: View, first: int, *, opens: bool = False) -> tuple[Subject | None, int]:
    """The noun phrase behind an attribution preposition and its last token; a mention in it is the source.

    Where no comma need follow, it is what stands right there; also before a full stop if it `opens` the sentence.
    """
    end = first
    while end < len(view.segment.starts) and end - first < NEAR and view.segment.kind(end) != "mark":
        if view.has_pos(end, "VERB") or (view.cue_at(end) is not None and view.owner[end] is None and end > first):
            break
        if _opens_next(view, first, end):
            return _before_next(view, first, end), end - 1
        end += 1
    if end == first:
        return None, first
    mentions = [m for i in range(first, end) if (m := view.owner[i]) is not None]
    is_open = view.pack.section.fronts and view.word(end) not in (COMMAS if opens else (*COMMAS, ".", ""))
    if is_open and view.word(first) in view.pack.subject_links:
        return None, first
    mentions = _adjoining(view, mentions, first) if is_open else mentions
    if not mentions:
        source = span(view, first, first if is_open else min(end, first + NEAR) - 1, None)
        return source, source.last
    person = next((m for m in mentions if m.kind == "person" and m.resolved_by == "name"), None)
    source = of_mention(view, person or introduced(view, mentions[0]))
    if source.first < first:
        source = span(view, first, source.last, source.mention)
    if view.segment.kind(end) == "word" or view.pack.morphology is not None or view.pack.section.fronts:
        return source, end - 1 if view.word(end) in COMMAS else source.last
    return _whole_phrase(view, first, end, source), end - 1


def _opens_next(view: View, first: int, at: int) -> bool:
    """Whether an article opens another noun phrase, with no word between: according to the board | the pier is shut."""
    articles = view.pack.articles
    if at <= first or view.word(at) not in articles:
        return False
    if view.owner[at] is not None and view.owner[at] is view.owner[at - 1]:
        return False
    return view.word(at - 1) not in articles | view.pack.subject_links | view.pack.joint_words


def _before_next(view: View, first: int, end: int) -> Subject:
    """The source whose noun phrase ends before a token: a name in it, else all of it."""
    mentions = [m for i in range(first, end) if (m := view.owner[i]) is not None]
    person = next((m for m in mentions if m.kind == "person" and m.resolved_by == "name"), None)
    if person is not None:
        return of_mention(view, person)
    return span(view, first, end - 1, mentions[0] if mentions else None)


def _whole_phrase(view: View, first: int, end: int, source: Subject) -> Subject:
    """The source that a phrase up to a mark holds: a name, else the noun with its complement: the mayor of Vell."""
    if source.mention is None or source.mention.resolved_by != "nominal":
        return source
    last = next((i for i in range(source.last + 1, end) if view.word(i) in view.pack.subject_stops), end) - 1
    return span(view, first, last, source.mention)
