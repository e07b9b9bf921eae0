"""Teasers of other articles that stand like paragraphs: the lead in a card, under a headline that leads elsewhere."""

from collections.abc import Iterator, Sequence
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from crawl.blocks import Block, fold
from crawl.lines import weight

HEADLINE = 20
"""Letters from which a link is a headline; rubrics and names above a paragraph have fewer."""
LINKED = 0.9
"""Share of link text from which a block is a link and nothing else."""
REACH = 3
"""Blocks before a lead among which its headline stands: a rubric or a time may stand between."""
LARGEST = 600
"""Characters of a card; headline and lead have less, an article's section under a linked heading has more."""


def card_of(blocks: Sequence[Block], i: int, url: str) -> HtmlElement | None:
    """The card whose lead a block is; None if it stands in none."""
    for j in range(i - 1, max(i - 1 - REACH, -1), -1):
        block = blocks[j]
        if block.link_share >= LINKED and weight(block.text) >= HEADLINE and _leads_away(block, url):
            card = _around(block.element, blocks[i].element)
            return card if _size(blocks, i, card) <= LARGEST else None
    return None


def _leads_away(block: Block, url: str) -> bool:
    """Whether a block's link goes to another page of the same site."""
    own = urlsplit(url)
    for link in _links(block.element):
        if block.folded in fold(link.text_content()):
            target = urlsplit(urljoin(url, link.get("href")))
            return _site(target.hostname) == _site(own.hostname) and target.path.strip("/") != own.path.strip("/")
    return False


def _links(element: HtmlElement) -> Iterator[HtmlElement]:
    yield from (link for link in element.iter("a") if link.get("href"))
    yield from (link for link in element.iterancestors("a") if link.get("href"))


def _site(host: str | None) -> str:
    return (host or "").removeprefix("www.")


def _around(one: HtmlElement, other: HtmlElement) -> HtmlElement:
    above = {one, *one.iterancestors()}
    return next(element for element in (other, *other.iterancestors()) if element in above)


def _size(blocks: Sequence[Block], i: int, card: HtmlElement) -> int:
    """Characters of the blocks around a block that stand in its card, counted until they are too many."""
    size = 0
    for numbers in (range(i, len(blocks)), range(i - 1, -1, -1)):
        for j in numbers:
            element = blocks[j].element
            if size > LARGEST or (element is not card and card not in element.iterancestors()):
                break
            size += len(blocks[j].text)
    return size
