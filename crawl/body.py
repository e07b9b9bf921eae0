"""The article's paragraphs on a page: what trafilatura finds there, put right by where it stands in the page."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from lxml.html import HtmlElement

from crawl.blocks import HEADINGS, Block, Place, fold, is_hidden, place_of, weights
from crawl.cards import card_of
from crawl.lines import is_prose
from crawl.matching import found_blocks, text_of_blocks
from crawl.page import Page

MAIN = 0.9
"""The share of the found prose that the smallest element around it must hold; the lead often stands apart."""
OWN = 0.4
"""An element with this share of the prose is no furniture, whatever its class says ("with-sidebar", "paywall")."""
SIBLINGS = 0.1
"""Share of the prose from which its parent, or its kind of place, is one where this article's paragraphs stand."""
TYPICAL = 0.5
"""Share of the prose from which its paragraphs' own class is the mark of one of them."""
ENTRY, LINKS = 0.4, 0.7
"""Shares of link text: below the first a paragraph is the article's own, above the second a line leads elsewhere."""
CARDS = 0.2
"""Share of the prose that cards of one kind may hold and still be teasers: a page of briefs is made of them."""
NEAR = 0.2
"""Share of link text below which a found paragraph between the article's own belongs to it, wherever it stands."""
NESTED = frozenset(
    {"pre", "code", "li", "ul", "ol", "dl", "dd", "dt", "blockquote", "td", "th", "tr", "tbody", "thead", "table"}
)
"""Elements inside which an entry stands one step further from the article's paragraphs."""

TRUSTED = 0.75
"""The share of the found prose that must be left: a page that would lose more is not built as the rules expect."""
MUCH = 0.1
"""The share of the found text that is not left out on the word of the structure alone."""
COVERED = 0.8
"""The share of the found text that must be seen again among the blocks, or the two readers saw different pages."""


@dataclass(frozen=True)
class Structure:
    """A page's blocks beside what an extractor found of them."""

    page: Page

    @property
    def blocks(self) -> Sequence[Block]:
        """All blocks in reading order."""
        return self.page.blocks

    @cached_property
    def prose(self) -> Sequence[bool]:
        """Whether each block reads like running text."""
        return [is_prose(block.text) for block in self.blocks]

    @cached_property
    def n_prose(self) -> int:
        """Characters of running text on the whole page, without list entries and links."""
        return sum(
            len(b.text)
            for b, p in zip(self.blocks, self.prose, strict=True)
            if p and b.link_share < ENTRY and b.tag != "li"
        )

    @cached_property
    def link_lists(self) -> Set[HtmlElement | None]:
        """The lists whose entries, taken together, lead elsewhere, though one or another may say more."""
        size: Counter[HtmlElement | None] = Counter()
        linked: Counter[HtmlElement | None] = Counter()
        for block in self.blocks:
            if block.tag == "li":
                parent = block.element.getparent()
                size[parent] += len(block.text)
                linked[parent] += round(block.link_share * len(block.text))
        return {parent for parent, n in linked.items() if n > LINKS * size[parent]}

    def article(self, found: str, second: Callable[[], str] = str) -> str:
        """The article around the text that an extractor found: one paragraph a line; "" if it found no prose.

        Where much of that text would be left out, a `second` reading is asked: what both have stays.
        """
        is_found = found_blocks(self.blocks, found)
        n_found = sum(len(b.folded) for b, is_there in zip(self.blocks, is_found, strict=True) if is_there)
        chosen = _Chosen(self, is_found)
        if not chosen.total or n_found < COVERED * len(fold(found)):
            return ""
        kept = list(chosen.texts())
        if not chosen.is_trusted(kept):
            kept = [i for i, is_there in enumerate(is_found) if is_there and self.blocks[i].link_share < LINKS]
        elif chosen.n_left_out(kept) > MUCH * n_found:
            kept = sorted({*kept, *chosen.agreed(found_blocks(self.blocks, second()))})
        return text_of_blocks(self.blocks[i] for i in kept)

    @cached_property
    def own_article(self) -> HtmlElement | None:
        """The article element around the headline."""
        said = [fold(t) for t in (self.page.meta.get("og:title"), *self.page.texts("//head/title")[:1]) if t]
        for heading in self.page.elements("//h1"):
            text = fold(heading.text_content())
            if text and any(text in one or one in text for one in said if one):
                return next(heading.iterancestors("article"), None)
        return None


@dataclass
class _Chosen:
    structure: Structure
    found: Sequence[bool]
    blocks: Sequence[Block] = field(init=False)
    prose: Sequence[bool] = field(init=False)

    def __post_init__(self) -> None:
        self.blocks, self.prose = self.structure.blocks, self.structure.prose
        self.core = [i for i, block in enumerate(self.blocks) if self._is_core(i, block)]
        self.held = weights(self.blocks[i] for i in self.core)
        self.total = sum(len(self.blocks[i].text) for i in self.core)
        self.by_class: Counter[tuple[object, str | None]] = Counter()
        for element, held in self.held.items():
            self.by_class[element.tag, element.get("class")] += held
        self._places()
        self.teasers = {i for i in range(self.first + 1, len(self.blocks)) if self.prose[i] and self._is_teaser(i)}

    def _is_core(self, i: int, block: Block) -> bool:
        return self.found[i] and self.prose[i] and block.link_share < ENTRY

    def _places(self) -> None:
        """Find the element around the article, and the parents and kinds of place where its paragraphs stand."""
        box = set(self._box().iter()) if self.total else set()
        self.inside = [block.element in box for block in self.blocks]
        clean = [i for i in self.core if not self.is_furniture(i)]
        parents: Counter[HtmlElement] = Counter()
        places: Counter[Place] = Counter()
        kinds: Counter[tuple[str, str]] = Counter()
        for i in clean:
            parents[_parent(self.blocks[i].element)] += len(self.blocks[i].text)
            places[place_of(self.blocks[i].element)] += len(self.blocks[i].text)
            kinds[_kind(self.blocks[i].element)] += len(self.blocks[i].text)
        least = SIBLINGS * sum(parents.values())
        self.parents = {parent for parent, held in parents.items() if held >= least and parent is not None}
        self.above = {element for parent in self.parents for element in parent.iterancestors()}
        self.kinds = {kind for kind, held in kinds.items() if kind[1] and held >= TYPICAL * self.total}
        self.places = {place for place, held in places.items() if held >= least}
        self.spots = {place[1:] for place in self.places if place[2]}
        self.first = clean[0] if clean else len(self.blocks)
        self.last = max((i for i in clean if self.inside[i] and self._is_placed(self.blocks[i].element)), default=-1)

    def _box(self) -> HtmlElement:
        own = self.structure.own_article
        if own is not None and self.held.get(own, 0) >= self.total / 4:
            return own
        box = self.blocks[0].element.getroottree().getroot()
        paragraphs = {block.element for block in self.blocks}
        while True:
            inner = next((child for child in box if self.held.get(child, 0) >= MAIN * self.total), None)
            if inner is None or inner in paragraphs:
                return box
            box = inner

    def is_furniture(self, i: int) -> bool:
        """Whether something around the block says so that holds little of the article itself."""
        return self._is_set_apart(self.blocks[i].marked) or self._is_set_apart(self.blocks[i].hinted)

    def _is_set_apart(self, marks: Sequence[HtmlElement]) -> bool:
        return any(
            self.held.get(mark, 0) < OWN * self.total and self.by_class[mark.tag, mark.get("class")] < OWN * self.total
            for mark in marks
        )

    def _is_in_the_midst(self, i: int) -> bool:
        """Whether an extractor took a block for text that stands between the article's paragraphs and leads nowhere."""
        is_text = self.prose[i] or self.blocks[i].tag in NESTED
        return self.found[i] and is_text and self.first < i < self.last and self.blocks[i].link_share < NEAR

    def is_trusted(self, kept: Collection[int]) -> bool:
        """Whether enough is left of the prose that was found inside the article."""
        inside = [i for i in self.core if self.inside[i]]
        n_kept = sum(len(self.blocks[i].text) for i in set(kept).intersection(inside))
        return n_kept >= TRUSTED * sum(len(self.blocks[i].text) for i in inside)

    def n_left_out(self, kept: Collection[int]) -> int:
        """Letters that were found and lead nowhere, but are not among the kept."""
        left = set(range(len(self.blocks))).difference(kept)
        return sum(len(self.blocks[i].folded) for i in left if self._is_open(i))

    def agreed(self, second: Sequence[bool]) -> Iterator[int]:
        """The blocks that another reading found as well, unless the page marks them."""
        blocks = enumerate(zip(self.blocks, second, strict=True))
        return (
            i for i, (block, is_too) in blocks if is_too and self._is_open(i) and not self._is_set_apart(block.marked)
        )

    def _is_open(self, i: int) -> bool:
        return self.found[i] and self.blocks[i].link_share < NEAR and i not in self.teasers

    def texts(self) -> Iterator[int]:
        """The numbers of the paragraphs of the article, in order; a heading stands before what it heads."""
        kept: list[int] = []
        heads = False
        for i in reversed(range(len(self.blocks))):
            if self.blocks[i].tag in HEADINGS and self.first < i:
                is_kept = heads and self._is_heading(i)
            else:
                is_kept = self._is_kept(i)
                heads = is_kept or (heads and (not self.prose[i] or self.is_furniture(i)))
            if is_kept:
                kept.append(i)
        return reversed(kept)

    def _is_heading(self, i: int) -> bool:
        """Whether a heading before a kept paragraph is the article's own."""
        is_own = self.inside[i] and not self.is_furniture(i) and self.blocks[i].link_share < ENTRY
        return is_own and (self.found[i] or self._is_sibling(i) or self._is_in_spot(i))

    def _is_in_spot(self, i: int) -> bool:
        return place_of(self.blocks[i].element)[1:] in self.spots

    def _is_kept(self, i: int) -> bool:
        if self._is_set_apart(self.blocks[i].marked) and not self._is_covered(i):
            return False
        if i in self.teasers or self.blocks[i].element.getparent() in self.structure.link_lists:
            return False
        if self._is_set_apart(self.blocks[i].hinted) and not (self.prose[i] and self._is_in_the_midst(i)):
            return False
        if not self.inside[i]:  # the lead may stand before the body; what stands behind it belongs to others
            return i < self.last and self.found[i] and self.prose[i] and self.blocks[i].link_share < LINKS
        return self._is_found_kept(i) if self.found[i] else self._is_missed(i)

    def _is_covered(self, i: int) -> bool:
        """Whether a paragraph among the article's own is only hidden, as scripts do that ask for payment."""
        block = self.blocks[i]
        is_text = self.found[i] and self.prose[i] and block.link_share < NEAR
        if not is_text or block.element not in block.marked or _parent(block.element) not in self.parents:
            return False
        return is_hidden(dict(block.element.items())) and not self._is_set_apart(
            [m for m in block.marked if m is not block.element]
        )

    def _is_teaser(self, i: int) -> bool:
        """Whether a block is the lead of another article; not on a page that is made of such cards."""
        card = card_of(self.blocks, i, self.structure.page.url)
        while card is not None and not card.get("class"):
            card = card.getparent()
        return card is not None and self.by_class[card.tag, card.get("class")] < CARDS * self.total

    def _is_found_kept(self, i: int) -> bool:
        block, is_sibling = self.blocks[i], self._is_sibling(i)
        if i > self.first and not is_sibling:
            return self._is_in_the_midst(i)
        is_sentence = self.prose[i] and is_sibling and block.tag == "p"
        return block.link_share <= (0.98 if is_sentence else LINKS)

    def _is_missed(self, i: int) -> bool:
        """Whether the extractor passed over a paragraph or a list entry among the article's own."""
        block = self.blocks[i]
        if i <= self.first or not self.prose[i]:
            return False
        if block.tag == "li":
            return i < self.last and block.link_share < ENTRY and self._is_sibling(i)
        is_own = self._is_placed(block.element) or (self.inside[i] and _kind(block.element) in self.kinds)
        return is_own and block.link_share < 0.9

    def _is_placed(self, element: HtmlElement) -> bool:
        return place_of(element) in self.places or _parent(element) in self.parents

    def _is_sibling(self, i: int) -> bool:
        """Whether a block stands where the article's paragraphs stand, or inside a list, quote or table that does."""
        element = self.blocks[i].element
        if self._is_placed(element) or _parent(element) in self.above or element in self.parents:
            return True
        if element.tag not in NESTED or i > self.last:
            return False
        while element.tag in NESTED and _parent(element) is not None:
            element = element.getparent()
        return element in self.parents or _parent(element) in self.parents


def _kind(element: HtmlElement) -> tuple[str, str]:
    return str(element.tag), element.get("class") or ""


def _parent(element: HtmlElement | None) -> HtmlElement | None:
    return element.getparent() if element is not None else None
