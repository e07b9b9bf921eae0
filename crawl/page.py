"""What a page says of itself: meta elements, JSON-LD, headings, times, links; read once, judged elsewhere."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Any

import lxml.html
from lxml.etree import ParserError, iterwalk

from crawl.archive import Exchange
from crawl.blocks import Block, blocks_of
from crawl.encoding import decode_page
from crawl.furniture_pack import page_marks

ARTICLES = ("Article", "BlogPosting", "Posting")
"""How the schema.org types of articles end (NewsArticle, ReportageNewsArticle, LiveBlogPosting ...)."""

OPENINGS = ("//", "/*", "<![CDATA[", "<!--", "*/")
CLOSINGS = (";", "//", "/*", "]]>", "-->", "*/")
"""What stands around a script's text so that old browsers do not show it."""
COMMA = re.compile(r",(\s*[}\]])")
BREAKING = frozenset(["br", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol"])
"""Elements that begin a line of their own."""
TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class Page:
    """One parsed page; everything is read on demand, in the page's own order."""

    url: str
    html: str

    @cached_property
    def tree(self) -> lxml.html.HtmlElement | None:
        """The page's root; None if there is nothing to parse."""
        try:
            parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True)
            return lxml.html.document_fromstring(self.html.encode("utf-8", "replace"), parser=parser)
        except (ParserError, ValueError):
            return None

    @cached_property
    def meta(self) -> Mapping[str, str]:
        """The first value of each meta element, by lower-case name or property."""
        return {name: values[0] for name, values in self._metas.items()}

    def metas(self, name: str) -> list[str]:
        """All values of a repeated meta element, but empty ones."""
        return [value for value in self._metas.get(name, ()) if value]

    @cached_property
    def _metas(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for element in self._all("//meta[@content]"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            found.setdefault(name.strip().lower(), []).append(unescape(element.get("content") or "").strip())
        return found

    @cached_property
    def linked_data(self) -> Mapping[str, Any]:
        """The first article in the page's JSON-LD, else what has a headline and a day; empty if there is neither."""
        told = (thing for thing in self._linked if "headline" in thing and "datePublished" in thing)
        return next((thing for thing in self._linked if _is_article(thing)), None) or next(told, {})

    @cached_property
    def things(self) -> Mapping[str, Mapping[str, Any]]:
        """The named things of the page's JSON-LD, by their `@id`."""
        return {str(thing["@id"]): thing for thing in self._linked if "@id" in thing and "name" in thing}

    @cached_property
    def _linked(self) -> list[Mapping[str, Any]]:
        scripts = self._all('//script[@type="application/ld+json"]')
        return [thing for script in scripts for thing in _things(_json(script.text_content()))]

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """Its blocks of text in reading order."""
        elements, words, hints = page_marks()
        return blocks_of(self.tree, elements=elements, words=words, hints=hints) if self.tree is not None else []

    @cached_property
    def lang(self) -> str | None:
        """The language that the root element declares."""
        declared = self.tree.get("lang") or self.tree.get("xml:lang") if self.tree is not None else None
        tag = (declared or "").strip().replace("_", "-")
        return tag if TAG.fullmatch(tag) else None

    @property
    def canonical(self) -> str | None:
        """The address that the page names as its own."""
        links = self._all('//link[@rel="canonical"]/@href')
        return str(links[0]).strip() if links else self.meta.get("og:url")

    def texts(self, xpath: str) -> list[str]:
        """The texts of the elements at a path, white space folded."""
        found = (" ".join(element.text_content().split()) for element in self._all(xpath))
        return [text for text in found if text]

    def elements(self, xpath: str) -> list[lxml.html.HtmlElement]:
        """The elements at a path."""
        return self._all(xpath)

    def attributes(self, xpath: str) -> list[str]:
        """The attribute values at a path."""
        return [str(value).strip() for value in self._all(xpath)]

    def _all(self, xpath: str) -> list[Any]:
        found = self.tree.xpath(xpath) if self.tree is not None else []
        return found if isinstance(found, list) else []


def read_page(exchange: Exchange) -> Page:
    """The page in an answer."""
    return Page(exchange.url, decode_page(exchange.body, exchange.headers))


def _json(text: str) -> Any:
    """The value in a script, without the wrappings of older pages and the commas that end nothing; None if none."""
    for written in (text.strip(), COMMA.sub(r"\1", _unwrapped(text))):
        try:
            return json.loads(written, strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
    return None


def _unwrapped(text: str) -> str:
    for _ in OPENINGS:
        text = text.strip()
        for opening in OPENINGS:
            text = text.removeprefix(opening)
        for closing in CLOSINGS:
            text = text.removesuffix(closing)
    return text.strip()


def _things(data: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD script: itself, the members of a list or a graph, the main entity."""
    if isinstance(data, list):
        for item in data:
            yield from _things(item)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(data.get(key))


def _is_article(thing: Mapping[str, Any]) -> bool:
    types = thing.get("@type")
    return any(str(t).endswith(ARTICLES) for t in (types if isinstance(types, list) else [types]))


def text_within(element: lxml.html.HtmlElement) -> str:
    """The text of an element, white space folded, with a space where a line breaks or a block begins."""
    parts: list[str] = []
    for event, inner in iterwalk(element, events=("start", "end")):
        if inner.tag in BREAKING and inner is not element:
            parts.append(" ")
        if event == "start":
            parts.append(inner.text or "")
        elif inner is not element:
            parts.append(inner.tail or "")
    return " ".join("".join(parts).split())


def text_of(value: Any) -> str | None:
    """The text of a JSON-LD value: itself, the first of a list, or the name of a thing; entities are undone."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    return unescape(value).strip() or None if isinstance(value, str) else None
