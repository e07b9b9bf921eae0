"""GDELT's DOC API: articles of an outlet that name the event, in its days. Off by default.

It searches what it has translated into English, so the event's English terms and those of all languages are asked for.
"""

import json
from typing import Any
from urllib.parse import urlencode

from crawl.dates import parse_moment
from crawl.outlet import Outlet
from crawl.source import Found, Query

MAX_RECORDS = 250
"""The API gives no more in one answer."""
MAX_TERMS = 12
"""The API refuses long questions."""


def asks(outlet: Outlet, query: Query) -> list[str]:
    """One question for each host of the outlet."""
    terms = query.terms("en")[:MAX_TERMS]
    if "gdelt" not in query.also or not terms:
        return []
    first, last = query.days
    words = " OR ".join(f'"{term}"' for term in terms)
    said = {
        "mode": "artlist",
        "format": "json",
        "maxrecords": MAX_RECORDS,
        "sort": "datedesc",
        "startdatetime": f"{first:%Y%m%d}000000",
        "enddatetime": f"{last:%Y%m%d}235959",
    }
    named = f"({words})" if len(terms) > 1 else words
    where = query.services["gdelt"]
    return [f"{where}?{urlencode({'query': f'{named} domainis:{host}', **said})}" for host in outlet.own_hosts]


def reads(body: bytes, url: str, outlet: Outlet) -> list[Found] | None:
    """The articles of an answer; None where it is a sentence about what was wrong with the question."""
    try:
        answer: Any = json.loads(body)
    except (ValueError, RecursionError):
        return None
    articles = answer.get("articles", []) if isinstance(answer, dict) else None
    if not isinstance(articles, list):
        return None
    return [_from_record(one) for one in articles if isinstance(one, dict) and isinstance(one.get("url"), str)]


def _from_record(record: dict[str, Any]) -> Found:
    title = record.get("title")
    return Found(
        url=record["url"].strip(),
        title=title if isinstance(title, str) and title.strip() else None,
        changed=parse_moment(str(record.get("seendate", ""))),
    )
