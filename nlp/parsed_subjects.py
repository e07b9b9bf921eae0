"""Who speaks by a dependency parse: the subject of a cue, written as the rules write a source."""

from collections.abc import Iterable
from dataclasses import dataclass

from nlp.cue import CueAt
from nlp.layers import Mention
from nlp.parse import Parse, parse_labels
from nlp.speaker import Subject, of_mention, span
from nlp.view import View

LONGEST = 80
"""Tokens in the longest subject that is looked into."""
MOST_JOINED = 4
"""Predicates that share one subject."""


@dataclass(frozen=True, slots=True)
class ParsedSubject:
    """A subject by the parse, and the segment's tokens around it: its head, and all that it is without asides."""

    subject: Subject
    head: int
    first: int
    last: int

    def is_met_by(self, other: Subject | None) -> bool:
        """Whether the rules found the same: the same mention, or a part of the phrase that holds its head."""
        if other is None:
            return False
        if other.mention is not None and other.mention == self.subject.mention and other.start == self.subject.start:
            return True
        return self.first <= other.first <= self.head <= other.last <= self.last


def tokens_of(view: View, parse: Parse, cue: CueAt) -> tuple[int, ...]:
    """The tokens of the parse that a cue is made of."""
    starts, ends = view.segment.starts, view.segment.ends
    return tuple(dict.fromkeys(at for own in cue.tokens for at in parse.over(starts[own], ends[own])))


def parsed_subject(view: View, parse: Parse, cue: CueAt) -> ParsedSubject | None:
    """The subject of a cue, or of the predicate that it is joined to; null where there is none that can speak."""
    own = tokens_of(view, parse, cue)
    for verbs in (own, *_joined_to(parse, own)):
        heads = list(parse.below(verbs, parse_labels().subjects))
        if heads:
            nearest = max((h for h in heads if h < verbs[0]), default=heads[0])
            return _written(view, parse, _antecedent(view, parse, verbs, nearest), own)
    return None


def _joined_to(parse: Parse, verbs: tuple[int, ...]) -> Iterable[tuple[int]]:
    """The predicates before, to which the parse joins a verb."""
    at = next((v for v in verbs if parse.heads[v] not in verbs), None)
    for _ in range(MOST_JOINED):
        if at is None or parse.labels[at] not in parse_labels().joined:
            return
        at = parse.heads[at]
        if len(parse.children[at]) > LONGEST:
            return
        yield (at,)


def _antecedent(view: View, parse: Parse, verbs: tuple[int, ...], head: int) -> int:
    """The noun that a relative pronoun stands for; else the subject itself."""
    verb = next((v for v in verbs if parse.labels[v] in parse_labels().relatives), None)
    word = view.word(view.segment.at(parse.starts[head]))
    if verb is None or verb < head:
        return head
    return parse.heads[verb] if word in view.pack.relatives | view.pack.complementisers else head


def _written(view: View, parse: Parse, head: int, cue: tuple[int, ...]) -> ParsedSubject | None:
    """The phrase of a noun as a source: a name in it, a noun or pronoun for somebody, else the phrase itself."""
    inner = _core(view, parse, head)
    if inner is None or any(inner[0] <= at <= inner[1] for at in cue):
        return None
    first, last = view.segment.at(parse.starts[inner[0]]), view.segment.at(parse.ends[inner[1]] - 1)
    at = view.segment.at(parse.starts[head])
    while first < at and view.segment.kind(first) == "mark":
        first += 1
    while last > at and view.segment.kind(last) == "mark":
        last -= 1
    if not first <= at <= last or any(view.segment.kind(i) != "word" for i in (first, at, last)):
        return None
    if first == last and any(view.word(at) in words for words in _nobodies(view)):
        return None
    return ParsedSubject(_chosen(view, parse, head, first, last), at, first, last)


def _nobodies(view: View) -> tuple[frozenset[str], ...]:
    """Words that name nobody, but which a parse may have for a subject."""
    return view.pack.impersonals, view.pack.relatives, view.pack.complementisers


def _core(view: View, parse: Parse, head: int) -> tuple[int, int] | None:
    """The first and the last token of a noun's phrase, without appositions behind a mark and relative clauses."""
    first, last = parse.edges[head]
    is_inside = view.segment.start <= parse.starts[first] and parse.ends[last] <= view.segment.end
    if last - first >= LONGEST or not is_inside:
        return None
    labels = parse_labels()
    for at in range(first, last + 1):
        start, end = parse.edges[at]
        if at == first < head and parse.labels[at] in labels.prepositions and parse.heads[at] == head:
            first += 1
            continue
        is_relative = parse.labels[at] in labels.relatives
        is_aside = parse.labels[at] in labels.asides and _is_mark(view, parse, start - 1)
        if head < start <= last and (is_relative or is_aside):
            last = start - 1
        elif is_relative and start == first and end < head:
            first = end + 1
    return first, last


def _is_mark(view: View, parse: Parse, at: int) -> bool:
    return at >= 0 and not any(c.isalnum() for c in view.segment.text[parse.starts[at] : parse.ends[at]])


def _chosen(view: View, parse: Parse, head: int, first: int, last: int) -> Subject:
    """Who speaks in a phrase."""
    own = view.owner[view.segment.at(parse.starts[head])]
    joined = any(head < c and parse.labels[c] in parse_labels().joined for c in parse.children[head])
    if own is not None and not joined:
        if own.resolved_by in ("name", "pronoun"):
            return of_mention(view, own)
        name = _introduced(view, parse, head)
        if name is not None:
            return of_mention(view, name)
        if view.last_of(own) == last:
            return of_mention(view, own)
    name = _introduced(view, parse, head) if own is None and not joined else None
    if name is not None:
        return of_mention(view, name)
    able = (m for at in range(first, last + 1) if (m := view.owner[at]) is not None and m.kind != "place")
    return span(view, first, last, own or next(able, None))


def _introduced(view: View, parse: Parse, head: int) -> Mention | None:
    """The name that the parse joins to a noun: the mayor, Ada Vell."""
    for child in parse.children[head]:
        if child < head or parse.labels[child] not in parse_labels().names:
            continue
        at = view.segment.at(parse.starts[child])
        name = view.owner[at] if at < len(view.owner) else None
        if name is not None and name.resolved_by == "name" and name.kind in ("person", "organisation", "other"):
            return name
    return None
