"""How articles are found: what feeds and sitemaps say, as one kind of record."""

import io
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from time import struct_time
from typing import Any, Literal
from urllib.parse import urljoin

import feedparser
from lxml import etree
from scrapy.utils.sitemap import sitemap_urls_from_robots

from crawl.dates import Moment, parse_moment

MAX_UNPACKED = 50 * 1024 * 1024
"""The sitemap protocol's own limit for one file."""
GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One address that an outlet announces, with what it says of it. `text` is the whole text, where a feed carries it.

    `changed` is only an upper bound of the day of publication: sitemaps say when a page was last touched.
    """

    url: str
    kind: Literal["page", "sitemap"] = "page"
    title: str | None = None
    summary: str | None = None
    text: str | None = None
    published: Moment | None = None
    changed: Moment | None = None

    def note(self) -> dict[str, Any]:
        """What is kept of the announcement beside the page."""
        said = {name: value for name, value in asdict(self).items() if name in ("title", "summary") and value}
        return said | ({"published": self.published.at.isoformat()} if self.published else {})


def from_feed(body: bytes, base: str) -> list[Found] | None:
    """The entries of an RSS or Atom feed in its order; None if the bytes are no feed."""
    feed = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    if not dict.get(feed, "version") and not feed.entries:
        return None
    # Plain dictionaries: feedparser's own answer a question for one key with another one's value, and warn of it.
    return [_from_entry(entry, base) for entry in map(dict, feed.entries) if entry.get("link")]


def _from_entry(entry: Mapping[str, Any], base: str) -> Found:
    whole = " ".join(part.get("value", "") for part in entry.get("content", []))
    return Found(
        url=_joined(base, entry["link"].strip()),
        title=entry.get("title"),
        summary=entry.get("summary"),
        text=whole or None,
        published=_moment(entry.get("published_parsed"), entry.get("published")),
        changed=_moment(entry.get("updated_parsed"), entry.get("updated")),
    )


def _joined(base: str, url: str) -> str:
    """The whole address; what is none stays as it is written, so that it costs no other entry its place."""
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def _moment(parsed: struct_time | None, written: str | None) -> Moment | None:
    if not parsed:
        return parse_moment(written)
    return Moment(datetime(*parsed[:6], tzinfo=UTC), "second")


def from_sitemap(body: bytes, base: str) -> list[Found] | None:
    """The addresses of a sitemap, news sitemap, sitemap index or robots.txt; None if the bytes are none of these."""
    body = _unpacked(body)
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        named = list(sitemap_urls_from_robots(body, base))
        return [Found(url=url, kind="sitemap") for url in named] or None
    try:
        return list(_from_xml(body, base))
    except etree.XMLSyntaxError:
        return None


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(GZIP):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, MAX_UNPACKED)
    except zlib.error:
        return b""


def _from_xml(body: bytes, base: str) -> Iterator[Found]:
    steps = etree.iterparse(io.BytesIO(body), events=("end",), recover=True, resolve_entities=False, no_network=True)
    for _, element in steps:
        name = _local(element)
        if name in ("url", "sitemap"):
            said = dict(_leaves(element))
            if said.get("loc"):
                yield _from_said(said, name == "sitemap", base)
            element.clear()


def _from_said(said: dict[str, str], is_index: bool, base: str) -> Found:
    return Found(
        url=_joined(base, said["loc"]),
        kind="sitemap" if is_index else "page",
        title=said.get("title"),
        published=parse_moment(said.get("publication_date")),
        changed=parse_moment(said.get("lastmod")),
    )


def _leaves(element: Any) -> list[tuple[str, str]]:
    """The texts inside an entry by local name; the first of a name counts (an image's `loc` comes after the page's)."""
    leaves = [(_local(e), (e.text or "").strip()) for e in element.iterdescendants() if len(e) == 0 and e.text]
    return leaves[::-1]


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
