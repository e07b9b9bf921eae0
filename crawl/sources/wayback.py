"""The Wayback Machine's index (CDX server): what of an outlet was archived in the event's days. Off by default.

It names addresses; the pages are then asked of the outlet itself. A row's day is that of the first capture, which is
no earlier than publication.
"""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from crawl.addresses import looks_like_article
from crawl.dates import parse_moment
from crawl.outlet import Outlet
from crawl.source import Found, Query

MAX_ROWS = 10_000
LATE = timedelta(days=2)
"""Pages of the last day may have been seen a little later."""


def asks(outlet: Outlet, query: Query) -> list[str]:
    """One question for each host of the outlet, with its subdomains."""
    if "wayback" not in query.also:
        return []
    first, last = query.days
    said = {
        "matchType": "domain",
        "from": f"{first:%Y%m%d}",
        "to": f"{last + LATE:%Y%m%d}",
        "output": "json",
        "fl": "original,timestamp",
        "filter": ["statuscode:200", "mimetype:text/html"],
        "collapse": "urlkey",
        "limit": MAX_ROWS,
    }
    where = query.services["wayback"]
    return [f"{where}?{urlencode({'url': host, **said}, doseq=True)}" for host in outlet.own_hosts]


def reads(body: bytes, url: str, outlet: Outlet) -> list[Found] | None:
    """The rows whose addresses look like the outlet's articles; None if the answer has no rows."""
    try:
        rows: Any = json.loads(body or b"[]")
    except (ValueError, RecursionError):
        return None
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        return None
    head, *rest = rows or [[]]
    if rest and not {"original", "timestamp"} <= set(head):
        return None
    found = (_from_row(dict(zip(head, row, strict=False))) for row in rest)
    return [one for one in found if outlet.owns(one.url) and looks_like_article(one.url, outlet.articles)]


def _from_row(row: dict[str, str]) -> Found:
    seen = str(row.get("timestamp", ""))
    moment = parse_moment(f"{seen[:8]}T{seen[8:14]}Z" if len(seen) == 14 else seen[:8])
    return Found(url=_without_port(str(row.get("original", ""))), changed=moment)


def _without_port(url: str) -> str:
    """The address without the port that its scheme implies; the index has many with ":80"."""
    try:
        parts = urlsplit(url)
        is_implied = parts.port == {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return url
    return parts._replace(netloc=parts.netloc.rpartition(":")[0]).geturl() if is_implied else url
