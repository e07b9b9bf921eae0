"""The one spider: asks the outlets of an event what they published, and fetches what may be about it."""

import os
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy import Spider
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from corpus.errors import InputError, sentence
from corpus.event import load_event
from crawl.discovery import Found, from_feed, from_sitemap
from crawl.evidence import Archive
from crawl.frontier import Frontier
from crawl.newsroom import Newsroom
from crawl.outcomes import outcome_of
from crawl.outlet import PACKS, load_outlet, packs_of
from crawl.packed import unpack_note
from crawl.relevance import Relevance
from crawl.scheduler import scheduler_of
from crawl.tickets import Done, Passed

USAGE = "-a event=FILE -a into=DIR"
SOURCES_FIRST, PAGES, KNOWN_LAST = 10, 0, -10
"""Priorities: what is announced is known before pages are fetched; pages of earlier crawls are asked for at the end."""
MAX_URL = 2048
"""Longer addresses are a trap or a mistake."""
MAX_DEPTH = 4
"""How many sitemaps may lie above a page: the protocol has two."""


class NewsSpider(Spider):
    """Takes its outlets from the packs that the event names; `scrapy crawl news -a event=FILE -a into=DIR`.

    Further arguments: `outlets`, folders of packs beside ours, joined by the path separator; `newsroom` and `proxy`,
    the demo newsroom's folder and address; `now`, a fixed clock. What happens to each address stands in the frontier,
    DIR/warc/frontier.sqlite, which also carries on a crawl that was killed.
    """

    name = "news"

    def __init__(
        self, event: str = "", into: str = "", *, outlets: str = "", newsroom: str = "", proxy: str = "", now: str = ""
    ):
        super().__init__()
        if not (event and into):
            raise InputError(sentence("scrapy crawl news", found="no event or no folder", expected=USAGE))
        path = Path(event)
        loaded = load_event(path)
        folders = [PACKS, *(Path(folder) for folder in outlets.split(os.pathsep) if folder)]
        self.outlets = {name: load_outlet(p) for name, p in packs_of(loaded, folders, where=str(path)).items()}
        self.relevance = Relevance(loaded)
        self.proxy = proxy or None
        self.demo_hosts = frozenset(Newsroom(Path(newsroom)).hosts) if newsroom else frozenset[str]()
        self.now = _clock(now)
        self.frontier = Frontier(Path(into) / "warc")
        self.archive: Archive

    async def start(self) -> AsyncIterator[Request]:
        """One request per feed and sitemap of each outlet, and one per page that an earlier crawl has."""
        for outlet in self.outlets.values():
            for url in outlet.feeds:
                yield self._request(outlet.id, url, "feed", self.parse_feed, priority=SOURCES_FIRST)
            for url in outlet.sitemaps:
                yield self._request(outlet.id, url, "sitemap", self.parse_sitemap, priority=SOURCES_FIRST)
        for outlet_id, url, packed in self.frontier.known_pages(self.outlets):
            found = unpack_note(packed).get("found", {})
            yield self._request(outlet_id, url, "page", self.parse_page, found, priority=KNOWN_LAST)

    def parse_feed(self, response: Response, outlet: str) -> Iterator[Request | Passed | Done]:
        """What becomes of each of the feed's entries: a request, or the reason why not."""
        yield from self._follow(response, outlet, from_feed, "an RSS or Atom feed")

    def parse_sitemap(self, response: Response, outlet: str) -> Iterator[Request | Passed | Done]:
        """What becomes of each of the sitemap's pages, and requests for the sitemaps it names."""
        yield from self._follow(response, outlet, from_sitemap, "a sitemap")

    def parse_page(self, response: Response, outlet: str) -> list[Done]:
        """That the page is in the archive, where extraction reads it, or that it is as it was."""
        earlier = response.meta.get("earlier")
        if response.status == 304 and earlier:
            return [_done("unchanged", response, earlier[1])]
        if 300 <= response.status < 400:
            reason = f"It was not fetched: it leads to nothing that is followed (status {response.status})."
            return [Done(outcome="refused", reason=reason)]
        if response.status != 200:
            return [Done(outcome="page")]
        digest = sha256(response.body).hexdigest()
        outcome = "unchanged" if earlier and earlier[1] == digest else "page"
        return [_done(outcome, response, digest)]

    def failed(self, failure: Failure) -> None:
        """Keep why an address could not be fetched, in the frontier and in the archive."""
        request: Request = failure.request  # type: ignore[attr-defined]
        outcome, reason = outcome_of(failure.value or Exception())
        self.archive.add_outcome(request.url, outcome, reason)
        scheduler_of(self.crawler).finish(request, Done(outcome=outcome, reason=reason))

    def _follow(
        self, response: Response, outlet: str, read: Callable[[bytes, str], list[Found] | None], expected: str
    ) -> Iterator[Request | Passed | Done]:
        found = read(response.body, response.url) if response.status == 200 else None
        if found is None:
            got = f"status {response.status}" if response.status != 200 else "something else"
            yield Done(outcome="unusable", reason=f"Found {got}, expected {expected}.")
            return
        yield Done(outcome="source")
        depth = response.meta.get("depth", 0)
        room = self.settings.getint("PAGES_PER_OUTLET") - self.frontier.n_of(outlet)
        for one in found:
            reason = _against_address(one, depth) or self.relevance.against(one) or self._against_place(one, outlet)
            if reason or room <= 0:
                yield Passed(outlet, one.url, reason or "The outlet announces more addresses than are asked for.")
                continue
            room -= 1
            if one.kind == "sitemap":
                yield self._request(outlet, one.url, "sitemap", self.parse_sitemap, priority=SOURCES_FIRST)
            else:
                yield self._request(outlet, one.url, "page", self.parse_page, one.note())

    def _against_place(self, found: Found, outlet: str) -> str | None:
        if found.kind == "sitemap" or self.outlets[outlet].owns(found.url):
            return None
        return f'It stands on a host that the outlet pack "{outlet}" does not name.'

    def _request(
        self,
        outlet: str,
        url: str,
        kind: str,
        callback: Callable[..., Any],
        found: dict[str, Any] | None = None,
        *,
        priority: int = PAGES,
    ) -> Request:
        note = {"kind": kind, "outlet": outlet, "found": found or {}}
        return Request(
            url, callback, errback=self.failed, cb_kwargs={"outlet": outlet}, meta={"note": note}, priority=priority
        )


def _clock(fixed: str) -> Callable[[], datetime]:
    if not fixed:
        return lambda: datetime.now(UTC)
    moment = datetime.fromisoformat(fixed)
    return lambda: moment


def _against_address(found: Found, depth: int) -> str | None:
    """The reason not to ask for an address because of its shape or its depth; None if it can be asked for."""
    try:
        parts = urlsplit(found.url)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_web = False
    if not is_web:
        return "It is no web address."
    if len(found.url) > MAX_URL:
        return f"Its address is longer than {MAX_URL} characters."
    if found.kind == "sitemap" and depth >= MAX_DEPTH:
        return f"It lies below {MAX_DEPTH} other sitemaps."
    return None


def _done(outcome: str, response: Response, digest: str) -> Done:
    """The outcome with what the server gave to ask it later whether the page has changed; a 304 need not repeat it."""
    asked = response.request.headers if response.request and response.status == 304 else {}
    etag = response.headers.get("ETag") or asked.get("If-None-Match")
    modified = response.headers.get("Last-Modified") or asked.get("If-Modified-Since")
    return Done(
        outcome=outcome,
        etag=etag.decode("latin-1") if etag else None,
        last_modified=modified.decode("latin-1") if modified else None,
        sha256=digest,
    )
