"""The frontier in Scrapy's terms: a scheduler that hands its rows out in turn and finishes them."""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import replace
from time import monotonic
from typing import Any, Self

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.http import Request
from scrapy.utils.asyncio import create_looping_call
from scrapy.utils.defer import deferred_from_coro

from crawl.frontiers import Store
from crawl.packed import ROW, pack, unpack
from crawl.tickets import Address, Done, Passed, Ticket

AHEAD = 8
"""Rows claimed at once per site: one transaction for several requests."""
EVERY_S = 0.5
"""How often a worker looks what the others have done, and is heard of."""


class FrontierScheduler:
    """Hands out requests of all sites in turn, to each site no more than it may have in flight.

    The spider has the frontier (`spider.frontier`); its requests carry `meta["note"]` with `outlet` and `kind`.
    """

    def __init__(self, crawler: Crawler):
        self._crawler = crawler
        self._key = crawler.request_fingerprinter.fingerprint
        self._ahead: dict[str, deque[Ticket]] = {}
        self._rests: dict[str, float] = {}
        self._sites: deque[str] = deque()
        self._out: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The scheduler of a crawler."""
        return cls(crawler)

    def open(self, spider: Spider) -> None:
        """Take over the spider's frontier with what it holds."""
        own: Any = spider
        self._spider = spider
        self._frontier: Store = own.frontier
        self._loop: Any = None
        if self._frontier.is_shared:
            self._loop = create_looping_call(self._look_around)
            self._loop.start(EVERY_S)
        for site in self._frontier.queued:
            self._know(site)

    def _look_around(self) -> None:
        """See what other workers have queued or left, and let the engine ask for it."""
        try:
            self._frontier.refresh()
        except Exception as why:  # noqa: BLE001 (a store that is gone ends this worker; the others go on)
            self._loop.stop()
            deferred_from_coro(self._crawler.engine.close_spider_async(reason=f"frontier lost ({type(why).__name__})"))
            return
        for site in self._frontier.queued:
            self._know(site)
        slot = self._crawler.engine._slot
        if slot is not None:
            slot.nextcall.schedule()

    def close(self, reason: str) -> None:
        """Close the frontier; only a crawl that came to its end counts as finished."""
        if self._loop is not None and self._loop.running:
            self._loop.stop()
        self._frontier.close(is_finished=reason == "finished")

    def has_pending_requests(self) -> bool:
        """Whether a row waits to be handed out, now or after a rest, or may come back from another worker."""
        return any(map(self._waits, self._sites)) or self._frontier.is_open_elsewhere()

    def enqueue_request(self, request: Request) -> bool:
        """Queue a request: a new one, one to be tried again, or the one that another leads to."""
        row = request.meta.get(ROW)
        if row is None:
            return self._frontier.add(self.address(request))
        if request.meta.get("redirect_times", 0) > request.meta.get("hops", 0):
            self._redirect(request)
        else:
            site = self._leave(request)
            self._frontier.put_back(row, site, pack(request))
        return True

    def address(self, request: Request) -> Address:
        """A request as the frontier takes it."""
        site = self._site(request)
        self._know(site)
        note = request.meta["note"]
        return Address(
            key=self._key(request),
            url=request.url,
            outlet=note["outlet"],
            kind=note["kind"],
            site=site,
            packed=pack(request),
            priority=request.priority,
        )

    def _redirect(self, request: Request) -> None:
        target = self.address(request)
        is_known = self._frontier.has(target.key)
        reason = f"It leads to {request.url}{', which is fetched already' * is_known}."
        done = Done(outcome="double" if is_known else "redirected", reason=reason)
        self.finish(request, done, found=[] if is_known else [target])

    def finish(
        self, request: Request, done: Done, *, found: Sequence[Address] = (), passed: Sequence[Passed] = ()
    ) -> None:
        """Write how a request that was handed out ended, with what it leads to and where it is archived."""
        self._leave(request)
        whole = replace(done, raw_ref=request.meta.get("ref"), rights=request.meta.get("policy"))
        self._frontier.finish(request.meta[ROW], request.meta["note"]["outlet"], whole, found=found, passed=passed)

    def rest(self, request: Request, seconds: float) -> None:
        """Leave the request's site alone for a while."""
        site = self._site(request)
        self._rests[site] = max(self._rests.get(site, 0.0), monotonic() + seconds)

    def give_up(self, request: Request, reason: str) -> None:
        """Ask for nothing more of the request's site."""
        site = self._site(request)
        for ticket in self._ahead.pop(site, ()):
            self._frontier.finish(ticket.id, ticket.outlet, Done(outcome="given up", reason=reason))
        self._frontier.give_up(site, reason)

    def next_request(self) -> Request | None:
        """A request of the next site that may have one more in flight; None if none may now."""
        for _ in range(len(self._sites)):
            site = self._sites[0]
            self._sites.rotate(-1)
            if self._may_go(site) and (request := self._request(site)) is not None:
                return request
        return None

    def _may_go(self, site: str) -> bool:
        downloader = self._crawler.engine.downloader
        slot = downloader.slots.get(site)
        limit = slot.concurrency if slot else downloader.domain_concurrency
        return self._out[site] < limit and self._waits(site) and self._rests.get(site, 0.0) <= monotonic()

    def _waits(self, site: str) -> bool:
        return bool(self._ahead.get(site)) or self._frontier.queued[site] > 0

    def _request(self, site: str) -> Request | None:
        ahead = self._ahead.setdefault(site, deque())
        if not ahead:
            ahead.extend(self._frontier.claim(site, AHEAD))
        if not ahead:
            return None
        ticket = ahead.popleft()
        request = unpack(ticket, self._spider)
        request.meta["hops"] = request.meta.get("redirect_times", 0)
        request.meta["out"] = site
        self._out[site] += 1
        if ticket.kind == "page" and (earlier := self._frontier.earlier(ticket.key)):
            request.meta["earlier"] = (earlier.raw_ref, earlier.sha256)
            validators = {"If-None-Match": earlier.etag, "If-Modified-Since": earlier.last_modified}
            request.headers.update({name: value for name, value in validators.items() if value})
        return request

    def _leave(self, request: Request) -> str:
        """The site that a request was handed out for, which may have one more in flight now."""
        site: str = request.meta["out"]
        self._out[site] -= 1
        return site

    def _site(self, request: Request) -> str:
        site: str = self._crawler.engine.downloader.get_slot_key(request)
        return site

    def _know(self, site: str) -> None:
        if site not in self._ahead:
            self._ahead[site] = deque()
            self._sites.append(site)


def scheduler_of(crawler: Crawler) -> FrontierScheduler:
    """The scheduler of a running crawler."""
    assert crawler.engine is not None
    scheduler: Any = crawler.engine.scheduler
    own: FrontierScheduler = scheduler
    return own
