"""What happens when a host refuses or fails: it is left alone for as long as it says, and given up if it goes on."""

from collections import Counter
from datetime import UTC, datetime
from typing import Self

from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.http import Request, Response
from scrapy.utils.misc import load_object

from crawl.dates import parse_moment
from crawl.guard import site_of
from crawl.outcomes import Refused, outcome_of
from crawl.policy import OWN
from crawl.scheduler import scheduler_of

BUSY = frozenset({429, 503})
"""Statuses by which a server asks us to come back later."""


class BackoffMiddleware:
    """Downloader middleware that asks again after a rest: `Retry-After` in both forms, else twice as long each time.

    RETRY_TIMES, RETRY_HTTP_CODES and RETRY_EXCEPTIONS are Scrapy's. BACKOFF_START and BACKOFF_MAX are seconds; a host
    that asks for more, or that refuses or fails BACKOFF_GIVE_UP times in a row, is given up for this crawl.
    """

    def __init__(self, crawler: Crawler):
        settings = crawler.settings
        self._crawler = crawler
        self._statuses = {int(code) for code in settings.getlist("RETRY_HTTP_CODES")} | BUSY
        self._exceptions = tuple(map(load_object, settings.getlist("RETRY_EXCEPTIONS")))
        self._start = settings.getfloat("BACKOFF_START")
        self._max = settings.getfloat("BACKOFF_MAX")
        self._patience = settings.getint("BACKOFF_GIVE_UP")
        self._in_a_row: Counter[str] = Counter()
        self._closed: dict[str, str] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The middleware of a crawler."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raise Refused for a host that was given up."""
        reason = self._closed.get(site_of(request.url))
        if reason and OWN not in request.meta:
            raise Refused("given up", reason)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """The answer, or the request again after a rest."""
        if OWN in request.meta:
            return response
        if response.status not in self._statuses:
            self._in_a_row.pop(site_of(request.url), None)
            return response
        return self._again(request, f"status {response.status}", retry_after(response)) or response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """The request again after a rest, if it makes sense to ask again."""
        if OWN in request.meta or not isinstance(exception, self._exceptions):
            return None
        return self._again(request, outcome_of(exception)[1].rpartition(": ")[2].rstrip("."), None)

    def _again(self, request: Request, told: str, wanted: float | None) -> Request | None:
        site = site_of(request.url)
        self._in_a_row[site] += 1
        rest = wanted if wanted is not None else self._start * 2 ** (self._in_a_row[site] - 1)
        scheduler = scheduler_of(self._crawler)
        if rest > self._max or self._in_a_row[site] >= self._patience:
            how = f"asks for a pause of {rest:.0f} seconds" if rest > self._max else "keeps refusing or failing"
            self._closed[site] = f"It was not fetched: its host {how} ({told})."
            scheduler.give_up(request, self._closed[site])
            return None
        scheduler.rest(request, rest)
        assert self._crawler.spider is not None
        return get_retry_request(request, spider=self._crawler.spider, reason=told)


def retry_after(response: Response) -> float | None:
    """Seconds that the server asks us to wait; None if it does not say, or not so that it can be read."""
    written = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if written.isdecimal():
        return float(written[:9])
    moment = parse_moment(written)
    return max(0.0, (moment.at - datetime.now(UTC)).total_seconds()) if moment else None
