"""What the spiders share: the folder with frontier and archive, the clock, the demo newsroom, requests, failures."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.http import Request
from twisted.python.failure import Failure

from crawl.evidence import Archive
from crawl.frontiers import Store, open_frontier
from crawl.newsroom import Newsroom
from crawl.outcomes import outcome_of
from crawl.scheduler import scheduler_of
from crawl.tickets import Done

SOURCES_FIRST, NAMED, PAGES, KNOWN_LAST = 10, 1, 0, -10
"""Priorities: what is announced is known before pages are fetched, those whose announcement names the event come before
others, and pages of earlier crawls are asked for at the end.
"""


class KeepingSpider(Spider):
    """A spider whose requests are rows of the frontier in `into`/warc, and whose answers lie in the archive there.

    `newsroom` and `proxy` are the demo newsroom's folder and address; `now` is a fixed clock in ISO form.
    """

    def __init__(self, into: str, *, newsroom: str = "", proxy: str = "", now: str = ""):
        super().__init__()
        self.proxy = proxy or None
        self.demo_hosts = frozenset(Newsroom(Path(newsroom)).hosts) if newsroom else frozenset[str]()
        self.now = _clock(now)
        self.crawl, self.folder = str(self.name), Path(into) / "warc"
        self.frontier: Store
        self.archive: Archive

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """The spider with the frontier that the settings choose; workers of one `crawl` share it."""
        spider: Self = super().from_crawler(crawler, *args, **kwargs)
        spider.frontier = open_frontier(spider.folder, spider.crawl, crawler.settings)
        return spider

    def failed(self, failure: Failure) -> None:
        """Keep why an address could not be fetched, in the frontier and in the archive."""
        request: Request = failure.request  # type: ignore[attr-defined]
        outcome, reason = outcome_of(failure.value or Exception())
        self.archive.add_outcome(request.url, outcome, reason)
        scheduler_of(self.crawler).finish(request, Done(outcome=outcome, reason=reason))

    def request(
        self,
        outlet: str,
        url: str,
        kind: str,
        callback: Callable[..., Any],
        found: dict[str, Any] | None = None,
        *,
        priority: int = PAGES,
    ) -> Request:
        """A request as the frontier keeps it: for whom, of which kind, and what was announced of it."""
        note = {"kind": kind, "outlet": outlet, "found": found or {}}
        return Request(
            url, callback, errback=self.failed, cb_kwargs={"outlet": outlet}, meta={"note": note}, priority=priority
        )


def _clock(fixed: str) -> Callable[[], datetime]:
    if not fixed:
        return lambda: datetime.now(UTC)
    moment = datetime.fromisoformat(fixed)
    return lambda: moment
