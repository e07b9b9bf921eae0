"""A request as one line of JSON, and back: what the frontier keeps of it."""

import json
from typing import Any

from scrapy import Spider
from scrapy.http import Request

from crawl.tickets import Ticket

ROW = "row"
"""The key in a request's meta under which its row in the frontier stands."""
KEPT = ("note", "depth", "retry_times", "redirect_times", "redirect_ttl", "redirect_urls", "redirect_reasons")
"""What is kept of a request's meta; everything else is set anew on every run."""


def pack(request: Request) -> str:
    """The request as JSON; its callbacks must be methods of the spider, its arguments and note plain data."""
    kept: dict[str, Any] = {
        "to": request.callback.__name__ if request.callback else None,
        "else": request.errback.__name__ if request.errback else None,
        "with": request.cb_kwargs,
        "meta": {name: request.meta[name] for name in KEPT if name in request.meta},
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def unpack(ticket: Ticket, spider: Spider) -> Request:
    """The request of a row, with the row in its meta."""
    kept = json.loads(ticket.packed)
    return Request(
        ticket.url,
        getattr(spider, kept["to"]) if kept["to"] else None,
        errback=getattr(spider, kept["else"]) if kept["else"] else None,
        cb_kwargs=kept["with"],
        meta={**kept["meta"], ROW: ticket.id},
        priority=ticket.priority,
        dont_filter=True,  # the frontier has every address once
    )


def unpack_note(packed: str) -> dict[str, Any]:
    """The note of a packed request: what was known of the address when it was found."""
    note: dict[str, Any] = json.loads(packed)["meta"]["note"]
    return note
