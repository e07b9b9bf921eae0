"""Drafts read once more with a dependency parse: the subject of the cue, and the clause of its complement.

Where the parse has no opinion, what the rules read stands; the contents of quotations are theirs in any case.
"""

from dataclasses import replace

from nlp.constructions import is_outsider
from nlp.contents import FAR
from nlp.cue import CueAt
from nlp.drafts import PARSED, Draft, allows
from nlp.layers import Place
from nlp.parse import Parse, parse_labels
from nlp.parsed_subjects import parsed_subject, tokens_of
from nlp.quoted_words import has_its_words
from nlp.speaker import Subject
from nlp.trimming import trimmed
from nlp.view import View

_BEHIND = frozenset({"that", "told", "bare", "infinitive"})
"""Rules whose content is a clause that the cue governs."""
_LED = "that"
"""The rule that knows where its content begins: behind a word that only leads clauses."""
_BEFORE = frozenset({"post"})
"""Rules whose content is a clause in front of the cue."""
_UNGOVERNED = frozenset({"agentless", "circumfix", "headline", "quote_led"})
"""Rules whose source, if there is one, is no subject of the cue."""
FOUND = "parse"
"""The rule of claims that the parse alone has found."""


def with_parse(view: View, found: list[Draft], parse: Parse) -> list[Draft]:
    """The drafts of a segment as the parse corrects them, and those of cues that no rule could read."""
    cues = {c.hit.start: c for c in view.cues if c.entry.role == "verb"}
    by_cue = [(d, cues.get(d.cue.start) if d.cue is not None else None) for d in found]
    kept = [d if cue is None else _corrected(view, parse, cue, d) for d, cue in by_cue]
    read = {cue.hit.start for _, cue in by_cue if cue is not None}
    free = [c for at, c in cues.items() if at not in read and c.first not in view.used]
    more = [draft for cue in free if (draft := _found(view, parse, cue)) is not None]
    return [d for d in (*kept, *more) if not (_is_of_parse(d) and is_outsider(view, d))]


def _is_of_parse(draft: Draft) -> bool:
    return draft.rule == FOUND or draft.rule.endswith(PARSED)


def _corrected(view: View, parse: Parse, cue: CueAt, draft: Draft) -> Draft:
    """The draft with the subject and the complement that the parse gives its cue; the same if it gives no other."""
    if draft.rule in _UNGOVERNED or draft.is_back:
        return draft
    source = _source(view, parse, cue, draft)
    content = _content(view, parse, cue, draft, moves=source is not None and source != draft.source)
    if source is not None and any(p.start < source.end and source.start < p.end for p in content):
        source = draft.source
    if source == draft.source and content == draft.content:
        return draft
    is_dropped = draft.is_dropped and source is None
    return replace(draft, rule=draft.rule + PARSED, source=source, content=content, is_dropped=is_dropped)


def _source(view: View, parse: Parse, cue: CueAt, draft: Draft) -> Subject | None:
    if cue.subject is not None or cue.entry.group.needs_quoted_words:
        return draft.source
    found = parsed_subject(view, parse, cue)
    return draft.source if found is None or found.is_met_by(draft.source) else found.subject


def _content(view: View, parse: Parse, cue: CueAt, draft: Draft, *, moves: bool) -> tuple[Place, ...]:
    """The content as the parse has it; to the other side of the cue it `moves` only with the source."""
    if len(draft.content) != 1 or draft.rule not in _BEHIND | _BEFORE:
        return draft.content
    place = _complement(view, parse, cue)
    if place is None:
        return draft.content
    is_opposite = (place.start < cue.hit.start) != (draft.content[0].start < cue.hit.start)
    if is_opposite:
        return (place,) if moves else draft.content
    read = draft.content[0]
    start = read.start if draft.rule == _LED and read.start < place.end else place.start
    is_kept = start < read.end and not (
        _may_end(view, place.end) if place.end < read.end else _goes_on(view, read, place)
    )
    return (Place(start, read.end if is_kept else place.end),)


def _may_end(view: View, offset: int) -> bool:
    """Whether a clause can end in front of what follows: a mark, or a conjunction of another one."""
    following = view.segment.at(offset)
    return view.segment.kind(following) != "word" or view.word(following) in view.pack.joint_words


def _goes_on(view: View, read: Place, place: Place) -> bool:
    """Whether a content can go on behind where the rules end it: where they found no other cue that takes over."""
    return not any(c.entry.role == "verb" and read.end <= c.hit.start < place.end for c in view.cues)


def _complement(view: View, parse: Parse, cue: CueAt) -> Place | None:
    """The clause that a cue governs, without what leads it and the marks at its edges; null if it governs none."""
    labels, own = parse_labels(), tokens_of(view, parse, cue)
    wanted = labels.clauses | labels.infinitives if allows(cue, "infinitive") else labels.clauses
    heads = sorted(parse.below(own, wanted), key=lambda h: (h < own[0], h))
    if not heads:
        return None
    first, last = parse.edges[heads[0]]
    while first < last and parse.heads[first] == heads[0] and parse.labels[first] in labels.markers:
        first += 1
    is_inside = view.segment.start <= parse.starts[first] and parse.ends[last] <= view.segment.end
    if not is_inside or last - first > FAR or any(first <= at <= last for at in own):
        return None
    return _clause(view, cue, view.segment.at(parse.starts[first]), view.segment.at(parse.ends[last] - 1))


def _clause(view: View, cue: CueAt, first: int, last: int) -> Place | None:
    """The content between two tokens of the segment; what only leads a clause behind its cue is left out."""
    leads = view.pack.complementisers | view.pack.close_complementisers | view.pack.infinitive_marks
    while first < last and view.segment.kind(first) == "mark":
        first += 1
    first += cue.last < first and view.word(first) in leads
    if not first <= last < len(view.segment.starts) or first <= cue.last <= last:
        return None
    return trimmed(view, view.segment.starts[first], view.segment.ends[last])


def _found(view: View, parse: Parse, cue: CueAt) -> Draft | None:
    """The draft of a cue that has both a subject and a clause as its complement."""
    if not any(allows(cue, frame) for frame in ("that", "bare", "told", "infinitive")) or not has_its_words(view, cue):
        return None
    place = _complement(view, parse, cue)
    found = parsed_subject(view, parse, cue) if place is not None else None
    if place is None or found is None:
        return None
    source = found.subject
    if (place.start < source.end and source.start < place.end) or (
        cue.entry.group.needs_mention and source.mention is None
    ):
        return None
    return Draft(FOUND, source, Place(cue.hit.start, cue.hit.end), cue.entry, (place,))
