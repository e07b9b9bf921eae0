"""A Scrapy extension that shows how the crawl goes: pages, rate, queue, and errors per outlet, in one live line."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call
from tqdm import tqdm

from crawl.outcomes import KEPT

EVERY_S = 0.5
PAGES = ("page", "unchanged")


class Progress:
    """Draws the line while the spider is open. PROGRESS = False keeps it quiet; it is where there is no terminal."""

    def __init__(self, crawler: Crawler):
        if not crawler.settings.getbool("PROGRESS", True):
            raise NotConfigured
        self._crawler = crawler
        crawler.signals.connect(self.opened, signal=signals.spider_opened)
        crawler.signals.connect(self.closed, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The extension of a crawler."""
        return cls(crawler)

    def opened(self) -> None:
        """Begin to draw."""
        self._bar: tqdm[Any] = tqdm(desc="fetch", unit="page", total=0, disable=None)
        self._loop: Any = None
        if not self._bar.disable:
            self._loop = create_looping_call(self._draw)
            self._loop.start(EVERY_S)

    def closed(self) -> None:
        """Draw for the last time."""
        if self._loop is not None:
            self._loop.stop()
            self._draw()
        self._bar.close()

    def _draw(self) -> None:
        spider: Any = self._crawler.spider
        done, queued, errors = tally(spider.frontier.counts)
        self._bar.total = done + queued
        self._bar.n = done
        self._bar.set_postfix_str(f"{queued} queued{errors_line(errors)}", refresh=True)


def tally(counts: Mapping[tuple[str, str], int]) -> tuple[int, int, Counter[str]]:
    """Pages, waiting requests, and errors by outlet, from the frontier's counts."""
    pages = sum(n for (_, outcome), n in counts.items() if outcome in PAGES)
    queued = sum(n for (_, outcome), n in counts.items() if outcome == "queued")
    errors: Counter[str] = Counter()
    for (outlet, outcome), n in counts.items():
        errors[outlet] += n * (outcome not in KEPT and outcome != "queued")
    return pages, queued, +errors


def errors_line(errors: Counter[str]) -> str:
    """The outlets with most errors, for the end of a line; empty without any."""
    told = ", ".join(f"{outlet} {n}" for outlet, n in errors.most_common(3))
    return f"; errors: {told}{', …' * (len(errors) > 3)}" if told else ""
