"""Where the content of a claim begins and ends."""

from bisect import bisect_left

from nlp.drafts import COLONS, COMMAS, DASHES, allows
from nlp.layers import Place
from nlp.view import CueAt, View

FAR = 400
"""Tokens in the longest content that a cue governs; a sentence that runs on for longer is no prose."""
NEAR = 10
"""Tokens that can stand between a cue and its complementiser."""


_SOFT = " \t\n\u00a0,，;；:：—–-"


def complementiser(view: View, last: int, *, close: bool = True) -> int | None:
    """The token of a cue's complementiser: a few words behind the cue, or right behind it if it is a `close` one."""
    for at in range(last + 1, min(last + 1 + NEAR, len(view.segment.tokens))):
        word = view.word(at)
        if close and word in view.pack.close_complementisers and _is_close(view, last, at):
            return at
        if word in view.pack.complementisers:
            return at if _leads_clause(view, at) else None
        if word in COLONS or word in ";.!?" or word in DASHES or view.segment.kind(at) == "quote":
            return None
        if word in view.pack.subject_pronouns or (view.pack.is_spaced and word in view.pack.coordinators):
            return None
        if view.has_pos(at, "VERB") or (view.cue_at(at) is not None and view.cue_at(at).entry.role == "verb"):  # type: ignore[union-attr]
            return None
    return None


def _is_close(view: View, last: int, at: int) -> bool:
    """Whether only a comma stands before the complementiser, or a word that points at it: на том, чтобы."""
    return at <= last + 2 or (at <= last + 4 and view.word(at - 2) in view.pack.correlates)


def _leads_clause(view: View, at: int) -> bool:
    return view.pack.morphology is None or view.word(at - 1) in COMMAS


def content_from(view: View, start: int, cue: CueAt | None) -> Place | None:
    """The content that begins at a token: to the end of the segment, or to where another cue takes over."""
    tokens = view.segment.tokens
    if start >= len(tokens):
        return None
    end = len(tokens) if view.tail is None or view.tail <= start else view.tail
    end = min(end, start + FAR)
    for at in range(start + 1, end):
        if _takes_over(view, at, start, cue):
            end = at
            break
    return trimmed(view, tokens[start].start, tokens[end - 1].end)


def _takes_over(view: View, at: int, start: int, cue: CueAt | None) -> bool:
    """Whether a new predicate of the same speaker, or a remark of the outlet, starts at the token."""
    previous = view.word(at - 1)
    if not view.pack.is_spaced:
        rest = view.segment.text[view.segment.tokens[at].start : view.segment.tokens[at].start + 6]
        stops = view.pack.stops if cue is None or cue.entry.group.cue_class != "accuse" else view.pack.all_stops
        return view.is_gap(at) or (previous in COMMAS and rest.startswith(stops))
    if view.word(at) in COLONS and _is_particle(view, at + 1):
        return True
    if view.word(at) not in view.pack.coordinators and view.word(at) not in COMMAS:
        return False
    following = at + 1
    while view.word(following) in view.pack.coordinators or view.word(following) in view.pack.transparent:
        following += 1
    other = view.cue_at(following)
    if other is None or other.first != following or other.entry.role != "verb" or cue is None:
        return False
    if view.word(at) in COMMAS and view.word(at + 1) not in view.pack.coordinators:
        return other.entry.shape == "gerund" and _governs_content(view, other)
    if view.pack.morphology is not None:
        return cue.entry.shape == "gerund" or cue.entry.role != "verb" or other.entry.agrees(cue.entry)
    return view.word(at) in COMMAS or (allows(other, "that") and complementiser(view, other.last) is not None)


def _is_particle(view: View, at: int) -> bool:
    cue = view.cue_at(at)
    return cue is not None and cue.first == at and cue.entry.role == "particle"


def _governs_content(view: View, cue: CueAt) -> bool:
    """Whether a cue that could be any verb does attribute here."""
    if allows(cue, "that") and complementiser(view, cue.last) is not None:
        return True
    return allows(cue, "accuse") or (
        allows(cue, "naming") and any(is_named(view, i) for i in range(cue.last + 1, cue.last + 8))
    )


def is_named(view: View, at: int) -> bool:
    """Whether the token shows that something is called by a name: a quotation, "as", an instrumental."""
    if view.segment.kind(at) == "quote" or view.word(at) in view.pack.as_words:
        return True
    return any(r.case == "ablt" for r in view.readings(at)[:1])


def trimmed(view: View, start: int, end: int) -> Place | None:
    """A stretch of text without the marks and spaces at its edges, and inside its marks if it is one quotation."""
    text = view.segment.text
    while start < end and (text[start].isspace() or text[start] in _SOFT):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _SOFT or text[end - 1] in ".。!！?？…"):
        end -= 1
    if start >= end:
        return None
    at = bisect_left(view.segment.quotations, start, key=lambda q: q.start)
    for quotation in view.segment.quotations[at : at + 1]:
        if quotation.start == start and quotation.end >= end:
            return Place(quotation.inner_start, quotation.inner_end)
    return Place(start, end)
