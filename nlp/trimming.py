"""Contents without what stands at their edges: marks, spaces, and the quotation marks around them."""

from bisect import bisect_left

from nlp.layers import Place
from nlp.view import View

_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
_SOFT = f"{_SPACES},，;；:：—–-"
_STOPS = f"{_SOFT}.。!！?？…"
_OPENING = frozenset("«“„「『")
"""Marks that stand alone at the start of a content where the quotation does not end in the text."""


def _is_left_over(view: View, start: int, end: int) -> bool:
    """Whether a stretch ends with a closing mark of no quotation of the segment."""
    if end - start < 2 or view.segment.text[end - 1] not in '»”"':
        return False
    at = view.segment.at(end - 1)
    return view.segment.kind(at) == "mark" and view.segment.ends[at] == end


def _is_left_open(view: View, start: int, end: int) -> bool:
    """Whether a stretch begins with an opening mark that has no partner in the segment."""
    if end - start < 2 or view.segment.text[start] not in _OPENING:
        return False
    return view.segment.kind(view.segment.at(start)) == "mark"


def trimmed(view: View, start: int, end: int) -> Place | None:
    """A stretch of text without the marks and spaces at its edges, and inside its marks if it is one quotation."""
    text = view.segment.text
    piece = text[start:end].lstrip(_SOFT)
    start = end - len(piece)
    end = start + len(piece.rstrip(_STOPS))
    if _is_left_open(view, start, end):
        return trimmed(view, start + 1, end)
    if _is_left_over(view, start, end):
        return trimmed(view, start, end - 1)
    if start >= end:
        return None
    at = bisect_left(view.segment.quotations, start, key=lambda q: q.start)
    for quotation in view.segment.quotations[at : at + 1]:
        if quotation.start == start and quotation.end >= end:
            inner = text[quotation.inner_start : quotation.inner_end]
            start = quotation.inner_start + len(inner) - len(inner.lstrip())
            return Place(start, start + len(inner.strip()))
    return Place(start, end)
