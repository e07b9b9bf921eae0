"""Sitemaps and news sitemaps: indexes of them, packed ones, plain lists, and the robots.txt that names them."""

import io
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree
from scrapy.utils.sitemap import sitemap_urls_from_robots

from crawl.dates import parse_moment
from crawl.outlet import Outlet
from crawl.source import Found, Query, joined

MAX_UNPACKED = 50 * 1024 * 1024
"""The sitemap protocol's own limit for one file."""
GZIP = b"\x1f\x8b"
SPACE = b"\xef\xbb\xbf \t\r\n"


def asks(outlet: Outlet, query: Query) -> list[str]:
    """The outlet's sitemaps."""
    return outlet.sitemaps


def reads(body: bytes, url: str, outlet: Outlet) -> list[Found] | None:
    """The addresses of a sitemap, news sitemap, sitemap index, list of addresses or robots.txt; None if it is none."""
    body = _unpacked(body)
    if not body.lstrip(SPACE).startswith(b"<"):
        named = [Found(url=found, kind="sitemap") for found in sitemap_urls_from_robots(body, url)]
        return named or _from_lines(body)
    try:
        return list(_from_xml(body, url))
    except etree.XMLSyntaxError:
        return None


def _from_lines(body: bytes) -> list[Found] | None:
    """The protocol's plain form: one address a line and nothing else."""
    lines = body.decode("utf-8-sig", "replace").split()
    is_list = bool(lines) and all(line.startswith(("http://", "https://")) for line in lines)
    return [Found(url=line) for line in lines] if is_list else None


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
        url=joined(base, said["loc"]),
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
