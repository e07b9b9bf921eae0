"""Furniture that a site's pages show together: lines at the edges of texts that half of its articles have."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from crawl.articles import Draft
from crawl.furniture import Cleaned, Dropped
from crawl.lines import plain, weight

LEAST = 3
"""Articles that must have a line: two may be a story and its sequel, which repeats what was before."""
SHARE = 0.5
"""The share of the outlet's articles that must have it: a background paragraph stands in those on one subject."""

MOST = 0.25
"""The share of an article's letters that can be furniture: where more of it stands in others, it is the same story."""


def without_shared(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the lines that begin or end the texts of half of their outlet's articles, but three at least.

    The midst of a text is never touched, and a text that shares more than a quarter stays. Versions of an article count
    once.
    """
    shared = {outlet: _shared([d for d in drafts if d.outlet == outlet]) for outlet in {d.outlet for d in drafts}}
    return [_without(draft, shared[draft.outlet]) for draft in drafts]


def _shared(drafts: Sequence[Draft]) -> frozenset[str]:
    """The lines, by their letters, that enough of an outlet's articles have."""
    lines: dict[str, set[str]] = {}
    for draft in drafts:
        at = draft.canonical_url or draft.url or draft.raw_ref
        lines.setdefault(at, set()).update(map(plain, draft.cleaned.paragraphs))
    counts = Counter(line for own in lines.values() for line in own)
    least = max(LEAST, SHARE * len(lines))
    return frozenset(line for line, n in counts.items() if n >= least and line)


def _without(draft: Draft, shared: Collection[str]) -> Draft:
    paragraphs = draft.cleaned.paragraphs
    n_first, n_last = _run(paragraphs, shared), _run(reversed(paragraphs), shared)
    end = len(paragraphs) - n_last
    n_gone = sum(map(weight, (*paragraphs[:n_first], *paragraphs[end:])))
    if not n_first + n_last or n_gone > MOST * weight(draft.cleaned.text):
        return draft
    return replace(draft, cleaned=_cut(draft.cleaned, n_first, end))


def _run(paragraphs: Iterable[str], shared: Collection[str]) -> int:
    return sum(1 for _ in takewhile(lambda text: plain(text) in shared, paragraphs))


def _cut(cleaned: Cleaned, start: int, end: int) -> Cleaned:
    gone = (*cleaned.paragraphs[:start], *cleaned.paragraphs[end:])
    dropped = (*cleaned.dropped, *(Dropped(text, "shared") for text in gone))
    return replace(cleaned, paragraphs=cleaned.paragraphs[start:end], dropped=dropped)
