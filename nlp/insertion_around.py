"""What stands around an insertion: the content on both sides of it, and the marks at its edges."""

from nlp.asides import behind_aside
from nlp.complementisers import NEAR
from nlp.contents import FAR, content_from
from nlp.drafts import COLONS, COMMAS, PAUSES, Draft, draft_of
from nlp.layers import Place
from nlp.subjects import Subject
from nlp.trimming import trimmed
from nlp.view import CueAt, View

_TAIL_ENDS = PAUSES | frozenset(".!?);")
_EDGES = PAUSES | {"", "(", ";", *COLONS}
_STOPS = frozenset((*COMMAS, *".!?…"))
_LEFT_OVER = frozenset("\"”»“'’‘」』")
"""Closing marks that stand alone where a quotation began in a part of the text that is not here."""
BEHIND_CONTENT = PAUSES | _LEFT_OVER
"""Marks with which a content may end where words have spaces between them."""


def around(
    rule: str,
    view: View,
    cue: CueAt,
    speaker: Subject | None,
    first: int,
    last: int,
    *,
    scope: bool = False,
    whole: bool = False,
) -> Draft | None:
    """The content on both sides of an insertion, cut at a contrast before it."""
    starts, ends = view.segment.starts, view.segment.ends
    begin = max(_after_lead_in(view, 0) if whole else _clause_begin(view, first), first - FAR)
    parts = []
    if begin < first and not _is_cut_off(view, first, last):
        end = first - 2 if first > 1 and view.word(first - 1) in _LEFT_OVER else first - 1
        parts.append(trimmed(view, starts[begin], ends[end]))
    if last + 1 < len(starts):
        parts.append(content_from(view, behind_aside(view, last), cue))
    content = tuple(p for p in parts if p is not None)
    if not content or sum(p.end - p.start for p in content) < 4:
        return None
    place = Place(starts[first], ends[last]) if scope else None
    return draft_of(rule, view, speaker, cue, content, scope=place)


def _is_cut_off(view: View, first: int, last: int) -> bool:
    """Whether a semicolon keeps an insertion that goes on from the clause before: C; according to S, C."""
    return view.word(first - 1) == ";" and view.word(last + 1) not in ("", ".", ";", ")")


def _clause_begin(view: View, first: int) -> int:
    begin = _after_lead_in(view, 0)
    for at in range(first - 1, max(0, first - 100), -1):
        if view.word(at) in COLONS and not view.word(at + 1)[:1].isdigit():
            return at + 1
        if at == first - 1:
            continue
        if view.word(at) == ";" or (view.word(at - 1) in COMMAS and view.word(at) in view.pack.adversatives):
            return at + 1
    return begin


def _after_lead_in(view: View, at: int) -> int:
    """The first token behind words that only join the sentence to the one before (but not "while", which joins two)."""
    while at < len(view.segment.starts) - 1 and (_joins(view, at) or view.word(at) in view.pack.lead_in_words):
        at += 1
        if view.word(at) in COMMAS:
            at += 1
    return at


def _joins(view: View, at: int) -> bool:
    is_conjunction = view.pack.morphology is not None or view.word(at) in view.pack.coordinators
    return view.word(at) in view.pack.adversatives and (is_conjunction or view.word(at + 1) in COMMAS)


def tail_end(view: View, last: int) -> int | None:
    """The last token of an insertion that ends with the segment or at a comma; null if it goes on otherwise."""
    reach = NEAR if not view.pack.section.inverts else 2 * NEAR
    for at in range(last + 1, min(last + reach, len(view.segment.starts))):
        word = view.word(at)
        if word in _TAIL_ENDS:
            return at - 1
        if word in view.pack.complementisers or word in COLONS or view.segment.kind(at) == "quote":
            return None
    return len(view.segment.starts) - 1 if last + reach >= len(view.segment.starts) else None


def is_edge(view: View, before: int) -> bool:
    """Whether a clause can begin behind a token."""
    word = view.word(before)
    if word in _EDGES:
        return True
    return word in view.pack.complementisers or word in view.pack.lead_in_words or word in view.pack.coordinators


def is_behind_content(view: View, at: int) -> bool:
    """Whether a content can end with the token: at a comma, a dash, or a closing mark whose partner is elsewhere."""
    if view.word(at) in PAUSES or (view.segment.kind(at) == "quote" and not view.pack.is_spaced):
        return True
    return view.word(at) in _LEFT_OVER and (not view.pack.is_spaced or view.word(at - 1) in _STOPS)


def before_mark(view: View, at: int) -> int:
    """The token, or the one before it if it is a closing mark that was left over behind a comma."""
    return at - 1 if view.word(at) in _LEFT_OVER and view.word(at - 1) in COMMAS else at
