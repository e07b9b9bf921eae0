"""The one spider: asks the outlets of an event what they published, and fetches what may be about it."""

import json
import os
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, TextIO

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from corpus.errors import InputError, sentence
from corpus.event import load_event
from crawl.discovery import Found, from_feed, from_sitemap
from crawl.guard import FAILURES, site_of
from crawl.newsroom import Newsroom
from crawl.outlet import PACKS, Outlet, load_outlet, packs_of
from crawl.relevance import Relevance

USAGE = "-a event=FILE -a into=DIR"
FORBIDDEN = "robots.txt forbids it to us."


class NewsSpider(Spider):
    """Takes its outlets from the packs that the event names; `scrapy crawl news -a event=FILE -a into=DIR`.

    Further arguments: `outlets`, folders of packs beside ours, joined by the path separator; `newsroom` and `proxy`,
    the demo newsroom's folder and address; `now`, a fixed clock. What happens to each address is one JSON line in
    `ledger`, a file, or `-` for standard output.
    """

    name = "news"

    def __init__(
        self,
        event: str = "",
        into: str = "",
        *,
        outlets: str = "",
        newsroom: str = "",
        proxy: str = "",
        now: str = "",
        ledger: str = "",
    ):
        super().__init__()
        if not (event and into):
            raise InputError(sentence("scrapy crawl news", found="no event or no folder", expected=USAGE))
        path = Path(event)
        self.into = Path(into)
        self.into.mkdir(parents=True, exist_ok=True)
        loaded = load_event(path)
        folders = [PACKS, *(Path(folder) for folder in outlets.split(os.pathsep) if folder)]
        self.outlets = [load_outlet(pack) for pack in packs_of(loaded, folders, where=str(path)).values()]
        self.relevance = Relevance(loaded)
        self.proxy = proxy or None
        self.demo_hosts = frozenset(Newsroom(Path(newsroom)).hosts) if newsroom else frozenset[str]()
        self.closed_sites: dict[str, str] = {}
        self.now = _clock(now)
        self._ledger = _open_ledger(Path(ledger or self.into / "fetch.jsonl"))

    async def start(self) -> AsyncIterator[Request]:
        """One request per feed and sitemap of each outlet."""
        for outlet in self.outlets:
            for url in outlet.feeds:
                yield self._request(outlet, url, "feed", self.parse_feed)
            for url in outlet.sitemaps:
                yield self._request(outlet, url, "sitemap", self.parse_sitemap)

    def parse_feed(self, response: Response, outlet: Outlet) -> Iterator[Request]:
        """Requests for the feed's entries that may be about the event."""
        yield from self._follow(response, outlet, from_feed(response.body, response.url), "an RSS or Atom feed")

    def parse_sitemap(self, response: Response, outlet: Outlet) -> Iterator[Request]:
        """Requests for the sitemap's pages that may be about the event, and for the sitemaps it names."""
        yield from self._follow(response, outlet, from_sitemap(response.body, response.url), "a sitemap")

    def parse_page(self, response: Response, outlet: Outlet) -> None:
        """Nothing but a line in the ledger: the page is in the archive, and extraction reads it there."""
        self._say("page", response.url)

    def failed(self, failure: Failure) -> None:
        """A reject for an address that could not be fetched."""
        request: Request = failure.request  # type: ignore[attr-defined]
        self._say("reject", request.url, reason=_reason(failure, self.closed_sites))

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """The spider, told of its own errors."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.broke, signal=signals.spider_error)
        crawler.signals.connect(spider.dropped, signal=signals.request_dropped)
        return spider

    def broke(self, failure: Failure, response: Response) -> None:
        """A reject for a feed or sitemap that the spider itself stumbled over."""
        self._say("reject", response.url, reason=f"It could not be read ({type(failure.value).__name__}).")

    def dropped(self, request: Request) -> None:
        """A reject for an address that leads to one that was asked for already: another article's, or its own."""
        if request.meta.get("redirect_urls"):
            where = request.meta["redirect_urls"][-1]
            self._say("reject", where, reason=f"It leads to {request.url}, which is fetched already.")

    def closed(self, reason: str) -> None:
        """Close the ledger with the spider."""
        self._ledger.close()

    def _follow(
        self, response: Response, outlet: Outlet, found: Iterable[Found] | None, expected: str
    ) -> Iterator[Request]:
        if response.status != 200 or found is None:
            got = f"status {response.status}" if response.status != 200 else "something else"
            self._say("reject", response.url, reason=f"Found {got}, expected {expected}.")
            return
        for one in found:
            reason = self.relevance.against(one) or _against_place(one, outlet)
            if reason:
                self._say("reject", one.url, reason=reason)
            elif one.kind == "sitemap":
                yield self._request(outlet, one.url, "sitemap", self.parse_sitemap)
            else:
                self._say("found", one.url)
                yield self._request(outlet, one.url, "page", self.parse_page, one)

    def _request(
        self, outlet: Outlet, url: str, kind: str, callback: Callable[..., Any], found: Found | None = None
    ) -> Request:
        note = {"kind": kind, "outlet": outlet.id, "found": found.note() if found else {}}
        return Request(url, callback, errback=self.failed, cb_kwargs={"outlet": outlet}, meta={"note": note})

    def _say(self, what: str, where: str, **more: str) -> None:
        self._ledger.write(json.dumps({"what": what, "where": where, **more}, ensure_ascii=False) + "\n")
        self._ledger.flush()


def _open_ledger(path: Path) -> TextIO:
    return sys.stdout if str(path) == "-" else path.open("w", encoding="utf-8")


def _clock(fixed: str) -> Callable[[], datetime]:
    if not fixed:
        return lambda: datetime.now(UTC)
    moment = datetime.fromisoformat(fixed)
    return lambda: moment


def _against_place(found: Found, outlet: Outlet) -> str | None:
    if found.kind == "sitemap" or outlet.owns(found.url):
        return None
    return f'It stands on a host that the outlet pack "{outlet.id}" does not name.'


def _reason(failure: Failure, closed: Mapping[str, str]) -> str:
    """Why an address was not fetched; `closed` are the sites whose robots.txt could not be had."""
    if not isinstance(failure.value, IgnoreRequest):
        name = type(failure.value).__name__
        return f"It could not be fetched: {FAILURES.get(name, name)}."
    said = str(failure.value)
    if "robots.txt" not in said:
        return f"It was not fetched: {said}."
    why = closed.get(site_of(failure.request.url))  # type: ignore[attr-defined]
    return f"It was not fetched, because its host's robots.txt could not be: {why}." if why else FORBIDDEN
