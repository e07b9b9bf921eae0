"""Figures of a text that its gold lacks, and how many of them stand elsewhere than the gold's own paragraphs.

A gold that leaves out an article's lists, tables or some paragraphs makes figures foreign that the article tells. So
the second count passes over what stands in the page beside the gold's paragraphs: under the same parent, in the same
kind of place, in a list there, or in a table between them. What is left is told by another place of the page.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cache

from lxml.html import HtmlElement

from benchmarks.pages import Gold
from corpus.errors import PackError
from corpus.langid import identify
from crawl.blocks import Block, Place, fold, place_of
from crawl.body import NESTED
from crawl.page import read_page
from nlp.figures import read_figures
from nlp.language import load_language
from nlp.layers import Figure

OWN = 40
"""Letters from which a block that the gold holds is one of its paragraphs and no chance word."""
LINKED = 0.5
"""Share of link text from which a block leads elsewhere, wherever it stands."""
AROUND = 40
"""Characters on either side of a figure, within its line, by which its place in the page is found again."""


@dataclass(frozen=True)
class Foreign:
    """Counts over some texts: all figures, those that the gold lacks, and those of them that stand elsewhere."""

    n_all: int
    n_foreign: int
    n_elsewhere: int

    @property
    def shares(self) -> tuple[float, float]:
        """The two kinds as shares of all figures."""
        return self.n_foreign / max(self.n_all, 1), self.n_elsewhere / max(self.n_all, 1)


def foreign_figures(bodies: Sequence[str], pages: Sequence[Gold]) -> Foreign:
    """The figures in the texts whose value is in no figure of the gold text (nor of its neutral parts)."""
    counts = [_counts(body, page) for body, page in zip(bodies, pages, strict=True)]
    return Foreign(*(sum(column) for column in zip(*counts, strict=True)))


def missing_figures(bodies: Sequence[str], pages: Sequence[Gold]) -> float:
    """The share of the gold's figures whose value is in no figure of the texts."""
    n_all = n_missing = 0
    for body, page in zip(bodies, pages, strict=True):
        told = _values(_figures(body))
        own = [_value(f) for f in _figures(page.body)]
        n_all += len(own)
        n_missing += sum(value not in told for value in own)
    return n_missing / n_all if n_all else 0.0


def _counts(body: str, page: Gold) -> tuple[int, int, int]:
    figures = _figures(body)
    known = _values(_figures("\n".join([page.body, page.neutral])))
    foreign = [f for f in figures if _value(f) not in known]
    beside = _beside(page) if foreign else ""
    return len(figures), len(foreign), sum(_context(body, f) not in beside for f in foreign)


@cache
def _figures(text: str) -> tuple[Figure, ...]:
    try:
        found = read_figures(text, load_language(identify(text) or "en"))
    except PackError:  # a language without a pack has no figures to compare
        return ()
    return tuple(f for f in found if f.kind != "date")


def _value(figure: Figure) -> tuple[object, ...]:
    return figure.low, figure.high, figure.unit


def _values(figures: Iterable[Figure]) -> Set[tuple[object, ...]]:
    return {_value(figure) for figure in figures}


def _context(text: str, figure: Figure) -> str:
    """The letters around a figure in its line."""
    start = max(text.rfind("\n", 0, figure.start) + 1, figure.start - AROUND)
    end = text.find("\n", figure.end)
    return fold(text[start : min(end if end >= 0 else len(text), figure.end + AROUND)])


def _beside(page: Gold) -> str:
    """The letters of all blocks that stand where the gold's paragraphs stand, in the page's order."""
    blocks = [block for block in read_page(page.exchange).blocks if block.link_share < LINKED]
    gold = fold(page.body)
    own = [i for i, block in enumerate(blocks) if len(block.folded) >= OWN and block.folded in gold]
    parents = {blocks[i].element.getparent() for i in own}
    places = {place_of(blocks[i].element) for i in own}
    return "".join(
        block.folded
        for i, block in enumerate(blocks)
        if _is_beside(block, parents, places) or (own and own[0] < i < own[-1] and block.tag in ("td", "th"))
    )


def _is_beside(block: Block, parents: Set[HtmlElement], places: Set[Place]) -> bool:
    element = block.element
    if place_of(element) in places:
        return True
    while element.tag in NESTED and element.getparent() is not None:
        element = element.getparent()
    return element in parents or element.getparent() in parents
