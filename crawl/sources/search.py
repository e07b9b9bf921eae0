"""A site's own search, where the pack has its address: one question a term of the event."""

from urllib.parse import quote_plus

from crawl.outlet import Outlet
from crawl.source import Found, Query
from crawl.sources import feeds, sections

MAX_TERMS = 8
"""Questions to one site; an event has its most telling terms first."""


def asks(outlet: Outlet, query: Query) -> list[str]:
    """The addresses of the search for each of the event's terms in the outlet's languages."""
    if outlet.search is None:
        return []
    return [outlet.search.replace("{term}", quote_plus(term)) for term in query.terms(*outlet.languages)[:MAX_TERMS]]


def reads(body: bytes, url: str, outlet: Outlet) -> list[Found] | None:
    """What a page of results links to, or a feed of results announces; None if it is neither."""
    found = feeds.reads(body, url, outlet)
    return found if found is not None else sections.reads(body, url, outlet)
