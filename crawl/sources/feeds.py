"""Feeds: RSS, Atom and JSON Feed."""

import io
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from time import struct_time
from typing import Any

import feedparser

from crawl.dates import Moment, parse_moment
from crawl.outlet import Outlet
from crawl.source import Found, Query, joined

JSON_FEED = "https://jsonfeed.org/version/"
SPACE = b"\xef\xbb\xbf \t\r\n"


def asks(outlet: Outlet, query: Query) -> list[str]:
    """The outlet's feeds."""
    return outlet.feeds


def reads(body: bytes, url: str, outlet: Outlet) -> list[Found] | None:
    """The entries of a feed in its order; None if the bytes are no feed."""
    return from_json(body, url) if body.lstrip(SPACE).startswith(b"{") else from_feed(body, url)


def from_json(body: bytes, base: str) -> list[Found] | None:
    """The items of a JSON Feed; None if the bytes are none."""
    try:
        feed = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    if not str(feed.get("version", "")).startswith(JSON_FEED) or not isinstance(feed.get("items", []), list):
        return None
    items = [item for item in feed.get("items", []) if isinstance(item, dict)]
    return [_from_item(item, base) for item in items if _told(item, "url")]


def _from_item(item: Mapping[str, Any], base: str) -> Found:
    return Found(
        url=joined(base, (_told(item, "url") or "").strip()),
        title=_told(item, "title"),
        summary=_told(item, "summary"),
        text=_told(item, "content_html") or _told(item, "content_text"),
        published=parse_moment(_told(item, "date_published")),
        changed=parse_moment(_told(item, "date_modified")),
    )


def _told(item: Mapping[str, Any], name: str) -> str | None:
    """A member that is a text and not empty."""
    value = item.get(name)
    return value if isinstance(value, str) and value.strip() else None


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
        url=joined(base, entry["link"].strip()),
        title=entry.get("title"),
        summary=entry.get("summary"),
        text=whole or None,
        published=_moment(entry.get("published_parsed"), entry.get("published")),
        changed=_moment(entry.get("updated_parsed"), entry.get("updated")),
    )


def _moment(parsed: struct_time | None, written: str | None) -> Moment | None:
    if not parsed:
        return parse_moment(written)
    return Moment(datetime(*parsed[:6], tzinfo=UTC), "second")
