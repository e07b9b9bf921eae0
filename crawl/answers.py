"""Spider middleware that finishes a request with everything its answer leads to, in one transaction."""

from collections.abc import AsyncIterator, Iterable
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Request, Response

from crawl.packed import ROW
from crawl.scheduler import FrontierScheduler, scheduler_of
from crawl.tickets import Address, Done, Passed

PAGE = Done(outcome="page")
NO_POLICY = "an answer without a policy record"
"""Why a crawl stops that has an answer of which nobody asked whether it may be used."""


class Answer:
    """What the spider makes of one answer, sorted. A spider that names no outcome means that it was a page."""

    def __init__(self, scheduler: FrontierScheduler, done: Done = PAGE):
        self.done = done
        self._scheduler = scheduler
        self._found: list[Address] = []
        self._passed: list[Passed] = []
        self._items: list[Any] = []

    def take(self, one: Any) -> None:
        """Take one of the things that the spider yields."""
        if isinstance(one, Request):
            self._found.append(self._scheduler.address(one))
        elif isinstance(one, Passed):
            self._passed.append(one)
        elif isinstance(one, Done):
            self.done = one
        else:
            self._items.append(one)

    def finish(self, response: Response) -> list[Any]:
        """Write everything to the frontier; the items are what is left."""
        assert response.request is not None
        self._scheduler.finish(response.request, self.done, found=self._found, passed=self._passed)
        return self._items


def broken(why: Exception) -> Done:
    """The outcome of an answer that the spider stumbled over."""
    return Done(outcome="unusable", reason=f"It could not be read ({type(why).__name__}).")


class AnswerMiddleware:
    """Takes requests, passed-over addresses and outcomes out of what the spider yields; items go on."""

    def __init__(self, crawler: Crawler):
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The middleware of a crawler."""
        return cls(crawler)

    @property
    def _scheduler(self) -> FrontierScheduler:
        return scheduler_of(self._crawler)

    def process_spider_output(self, response: Response, result: Iterable[Any]) -> list[Any]:
        """The items of an answer; everything else is in the frontier when this returns."""
        _must_have_policy(response)
        answer = Answer(self._scheduler)
        try:
            for one in result:
                answer.take(one)
        except Exception as why:  # noqa: BLE001 (what a broken feed announced before its break is used; the reason is kept)
            answer.done = broken(why)
        return answer.finish(response)

    async def process_spider_output_async(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """The same for spiders whose callbacks are asynchronous generators."""
        gathered = []
        try:
            async for one in result:
                gathered.append(one)
        except Exception as why:  # noqa: BLE001 (as above)
            gathered.append(broken(why))
        for item in self.process_spider_output(response, gathered):
            yield item

    def process_spider_exception(self, response: Response, exception: Exception) -> list[Any] | None:
        """Keep why the spider stumbled over an answer."""
        if isinstance(exception, CloseSpider) or ROW not in response.meta:
            return None
        Answer(self._scheduler, broken(exception)).finish(response)
        return []


def _must_have_policy(response: Response) -> None:
    if response.meta.get("policy") is None:
        raise CloseSpider(NO_POLICY)
