"""The one spider of a crawl: asks the outlets of an event what they published, and fetches what may be about it."""

import os
from collections.abc import AsyncIterator, Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from scrapy.http import Request, Response

from corpus.errors import InputError, sentence
from corpus.event import load_event
from crawl.discovery import BY_KIND, SOURCES
from crawl.outlet import PACKS, load_outlet, packs_of
from crawl.packed import unpack_note
from crawl.relevance import Relevance
from crawl.source import Found, Query
from crawl.spider import KNOWN_LAST, NAMED, PAGES, SOURCES_FIRST, KeepingSpider
from crawl.tickets import Done, Passed
from crawl.urls import LIST, NO_OWNER, read_urls

USAGE = "-a event=FILE -a into=DIR"
MAX_URL = 2048
"""Longer addresses are a trap or a mistake."""
MAX_DEPTH = 4
"""How many sitemaps may lie above a page: the protocol has two."""


class NewsSpider(KeepingSpider):
    """Takes its outlets from the packs that the event names; `scrapy crawl news -a event=FILE -a into=DIR`.

    Further arguments: `outlets`, folders of packs beside ours, joined by the path separator; `urls`, a file of
    addresses; `discover`, services to ask as well, joined by commas; those of `KeepingSpider`. What happens to each
    address stands in the frontier, DIR/warc/frontier.sqlite, which also carries on a crawl that was killed; with
    REDIS_URL in Redis (docs/scaling.md).
    """

    name = "news"

    def __init__(
        self, event: str = "", into: str = "", *, outlets: str = "", urls: str = "", discover: str = "", **others: str
    ):
        if not (event and into):
            raise InputError(sentence("scrapy crawl news", found="no event or no folder", expected=USAGE))
        path = Path(event)
        self.event = load_event(path)
        folders = [PACKS, *(Path(folder) for folder in outlets.split(os.pathsep) if folder)]
        self.outlets = {name: load_outlet(p) for name, p in packs_of(self.event, folders, where=str(path)).items()}
        self.relevance = Relevance(self.event)
        self.urls = read_urls(Path(urls)) if urls else ()
        self.also = frozenset([*self.event.discover, *filter(None, discover.split(","))])
        super().__init__(into, **others)
        self.crawl = self.event.id

    async def start(self) -> AsyncIterator[Request]:
        """One request per source of each outlet, per address of the list, and per page that an earlier crawl has."""
        query = Query(self.event, self.also, self.settings.getdict("DISCOVERY_SERVICES"))
        for outlet in self.outlets.values():
            for source in SOURCES:
                for url in source.asks(outlet, query):
                    yield self.request(outlet.id, url, source.kind, self.parse_source, priority=SOURCES_FIRST)
        for request in self._listed():
            yield request
        for outlet_id, url, packed in self.frontier.known_pages(self.outlets):
            found = unpack_note(packed).get("found", {})
            yield self.request(outlet_id, url, "page", self.parse_page, found, priority=KNOWN_LAST)

    def _listed(self) -> Iterator[Request]:
        """Requests for the addresses of the user's list; those that cannot be asked for are passed over."""
        for url in self.urls:
            owner = next((outlet.id for outlet in self.outlets.values() if outlet.owns(url)), None)
            reason = against_address(Found(url=url)) or (None if owner else NO_OWNER)
            if reason or owner is None:
                self.frontier.pass_over(Passed(owner or LIST, url, reason or NO_OWNER))
            else:
                yield self.request(owner, url, "page", self.parse_page, priority=NAMED)

    def parse_source(self, response: Response, outlet: str) -> Iterator[Request | Passed | Done]:
        """What becomes of each address that a source announces: a request, or the reason why not."""
        source = BY_KIND[response.meta["note"]["kind"]]
        is_there = response.status == 200
        found = source.reads(response.body, response.url, self.outlets[outlet]) if is_there else None
        if found is None:
            got = f"status {response.status}" if response.status != 200 else "something else"
            yield Done(outcome="unusable", reason=f"Found {got}, expected {source.expected}.")
            return
        yield Done(outcome="source")
        depth = response.meta.get("depth", 0)
        room = self.settings.getint("PAGES_PER_OUTLET") - self.frontier.n_of(outlet)
        for one in found:
            reason = against_address(one, depth) or self.relevance.against(one) or self._against_place(one, outlet)
            if reason or room <= 0:
                yield Passed(outlet, one.url, reason or "The outlet announces more addresses than are asked for.")
                continue
            room -= 1
            if one.kind == "sitemap":
                yield self.request(outlet, one.url, "sitemap", self.parse_source, priority=SOURCES_FIRST)
            else:
                priority = NAMED if self.relevance.is_named_by(one) else PAGES
                yield self.request(outlet, one.url, "page", self.parse_page, one.note(), priority=priority)

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

    def _against_place(self, found: Found, outlet: str) -> str | None:
        if found.kind == "sitemap" or self.outlets[outlet].owns(found.url):
            return None
        return f'It stands on a host that the outlet pack "{outlet}" does not name.'


def against_address(found: Found, depth: int = 0) -> str | None:
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
