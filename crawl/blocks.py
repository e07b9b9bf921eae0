"""A page as blocks of text in reading order, each with what its place in the page says of it."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from lxml.html import HtmlElement


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


SILENT = _names(
    "script style noscript template svg math button select option textarea iframe object video audio canvas head "
    "input dialog datalist map"
)
"""Elements whose text is not read on the page."""
INLINE = _names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span "
    "strike strong sub sup time tt u var wbr amp-link nobr"
)
HEADINGS = _names("h1 h2 h3 h4 h5 h6")
NAMES = ("class", "id", "data-component", "role")
"""Attributes in which web authors say what an element is."""
HINT, MARK = "hint", "mark"
"""What an element says of itself; the stronger word comes later in the alphabet."""
WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BREAKS = re.compile("[\u00ad\u200b]")
"""Where a word may be broken: a hint for the layout and no letter."""
Place = tuple[str, str, str]
DOUBLE = re.compile(" {2,}")
SPACES = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(frozen=True)
class Block:
    """One run of text between block elements.

    `link_share` is the share of its characters that are links; `marked` holds the elements around it that say by their
    name, class or id that they are furniture, `hinted` those that may be; `tag` is the block's own element.
    """

    text: str
    link_share: float
    element: HtmlElement
    marked: tuple[HtmlElement, ...]
    hinted: tuple[HtmlElement, ...] = ()

    @property
    def tag(self) -> str:
        """The name of the block's own element."""
        return str(self.element.tag)

    @cached_property
    def folded(self) -> str:
        """Its letters and digits alone, without case."""
        return fold(self.text)


def fold(text: str) -> str:
    """A text's letters and digits alone, without case: two spellings of one line become one."""
    return "".join(filter(str.isalnum, text.casefold()))


def blocks_of(
    root: HtmlElement, *, elements: Collection[str] = (), words: Collection[str] = (), hints: Collection[str] = ()
) -> list[Block]:
    """The page's blocks in its own order. `elements` and `words` name furniture, by tag and by class or id.

    The words of `hints` name places that hold furniture or text.
    """
    reader = _Reader(frozenset(elements), frozenset(words), frozenset(hints))
    body = root.find("body")
    reader.read(root if body is None else body)
    reader.close()
    return reader.blocks


@dataclass(slots=True)
class _Reader:
    elements: frozenset[str]
    words: frozenset[str]
    hints: frozenset[str]
    blocks: list[Block] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    element: HtmlElement | None = None
    marks: dict[str, list[HtmlElement]] = field(default_factory=lambda: {MARK: [], HINT: []})
    depth_in_link: int = 0
    known: dict[str, str] = field(default_factory=dict)

    def read(self, element: HtmlElement) -> None:
        tag = element.tag
        is_block, is_link = tag not in INLINE, tag == "a" or "data-href" in element.attrib
        mark = self._mark(element, tag)
        if is_block or mark:
            self.close()
            self.element = element
        if mark:
            self.marks[mark].append(element)
        self.depth_in_link += is_link
        self.add(element.text)
        for child in element:
            self._child(child, element, is_block)
        self.depth_in_link -= is_link
        if is_block or mark:
            self.close()
        if mark:
            self.marks[mark].pop()

    def _child(self, child: HtmlElement, parent: HtmlElement, is_block: bool) -> None:
        if child.tag == "br":
            self.parts.append("\n")
        elif isinstance(child.tag, str) and child.tag not in SILENT:
            self.read(child)
            if self.element is None:
                self.element = parent
        self.add(child.tail)

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(SPACES.sub(" ", BREAKS.sub("", text)))
            if self.depth_in_link:
                self.linked += len(text.strip())

    def close(self) -> None:
        text = "".join(self.parts)
        if self.element is not None and not text.isspace() and text:
            lines = (line.strip() for line in text.split("\n"))
            whole = DOUBLE.sub(" ", "\n".join(line for line in lines if line))
            share = min(1.0, self.linked / max(len(whole), 1))
            self.blocks.append(Block(whole, share, self.element, tuple(self.marks[MARK]), tuple(self.marks[HINT])))
        self.parts, self.linked = [], 0
        self.element = None

    def _mark(self, element: HtmlElement, tag: str) -> str:
        """Whether an element says that it holds furniture, or hints at it; "" if neither."""
        if tag in self.elements and (tag != "figure" or element.find(".//blockquote") is None):
            return MARK
        said = dict(element.items())
        if not said:
            return ""
        if is_hidden(said):
            return MARK
        found = ""
        for name in NAMES if tag not in HEADINGS else ():
            if value := said.get(name):
                found = max(found, self._names(value))
        return "" if found and tag in INLINE and (found == HINT or _is_linked_word(element)) else found

    def _names(self, name: str) -> str:
        found = self.known.get(name)
        if found is None:
            found = max(map(self._word, name.split()), default="")
            self.known[name] = found
        return found

    def _word(self, token: str) -> str:
        """What a class says that is a furniture word, or is put together with one at its end or its start."""
        parts = [part.lower() for part in WORDS.findall(token)]
        parts += ["-".join(two) for two in pairwise(parts)]
        return MARK if not self.words.isdisjoint(parts) else HINT if not self.hints.isdisjoint(parts) else ""


def _is_linked_word(element: HtmlElement) -> bool:
    """Whether an element is a link inside a sentence, whatever its class says."""
    parent = element.getparent()
    if element.tag != "a" or parent is None:
        return False
    before = element.getprevious()
    around = (parent.text if before is None else before.tail, element.tail)
    return any(text and text.strip() for text in around)


def is_hidden(said: Mapping[str, str]) -> bool:
    """Whether an element's attributes say that it is not shown."""
    return "hidden" in said or said.get("aria-hidden") == "true" or bool(HIDDEN.search(said.get("style", "")))


def place_of(element: HtmlElement) -> Place:
    """The kind of place an element stands in: its own tag, its parent's tag and class."""
    parent = element.getparent()
    above = (str(parent.tag), parent.get("class") or "") if parent is not None else ("", "")
    return (str(element.tag), *above)


def weights(blocks: Iterator[Block]) -> Mapping[HtmlElement, int]:
    """How many characters of these blocks each element holds."""
    held: dict[HtmlElement, int] = {}
    for block in blocks:
        element: HtmlElement | None = block.element
        while element is not None:
            held[element] = held.get(element, 0) + len(block.text)
            element = element.getparent()
    return held
