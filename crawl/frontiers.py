"""Where a crawl keeps its frontier: in a file of its folder, or in Redis where several workers share it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from scrapy.settings import BaseSettings

from corpus.errors import InputError, sentence
from crawl.frontier import Frontier
from crawl.tickets import Address, Done, Earlier, Passed, Ticket


class Store(Protocol):
    """What the scheduler, the spider and the archive ask of a frontier."""

    is_shared: bool
    folder: Path
    archive: str
    is_continued: bool
    queued: Counter[str]
    counts: Counter[tuple[str, str]]

    def refresh(self) -> None:
        """Look what others have done."""

    def is_open_elsewhere(self) -> bool:
        """Whether others have rows that are not done."""

    def add(self, address: Address, parent: int | None = None) -> bool:
        """Queue an address; False if the crawl knows it already."""

    def claim(self, site: str, n: int) -> list[Ticket]:
        """Take up to `n` of a site's queued rows."""

    def put_back(self, row: int, site: str, packed: str) -> None:
        """Queue a row again."""

    def has(self, key: bytes) -> bool:
        """Whether the crawl knows an address."""

    def finish(
        self, row: int, outlet: str, done: Done, *, found: Sequence[Address] = (), passed: Sequence[Passed] = ()
    ) -> None:
        """Write a request's outcome and everything its answer leads to, all or nothing."""

    def pass_over(self, passed: Passed) -> None:
        """Keep an address that is not asked for, and why."""

    def give_up(self, site: str, reason: str) -> int:
        """Close every queued row of a site."""

    def keep_policy(self, site: str, record: Mapping[str, Any]) -> None:
        """Keep what a site says of crawling it."""

    def note_cut_off(self, n_bytes: int) -> None:
        """Keep how many bytes were cut off the archive."""

    def earlier(self, key: bytes) -> Earlier | None:
        """The page of an address as the last crawl that had it knew it."""

    def known_pages(self, outlets: Iterable[str]) -> list[tuple[str, str, str]]:
        """Outlet, address and packed request of every page that an earlier crawl has."""

    def n_of(self, outlet: str) -> int:
        """How many addresses of an outlet the crawl knows."""

    def close(self, *, is_finished: bool) -> None:
        """Close it; a crawl that is not finished is gone on with next time."""


def open_frontier(folder: Path, event: str, settings: BaseSettings) -> Store:
    """The frontier that the setting REDIS_URL chooses: a file in the folder, or the event's in Redis.

    Raises:
        ParallaxError: the file is in use or broken; Redis cannot be reached, or the extra is not installed.
    """
    address = settings.get("REDIS_URL")
    if not address:
        return Frontier(folder)
    try:
        from redis.exceptions import RedisError
        from scrapy_redis.connection import get_redis_from_settings

        from crawl.frontier_redis import RedisFrontier
    except ImportError:
        expected, todo = "scrapy-redis", 'pip install "parallax-news[redis]"'
        raise InputError(sentence("REDIS_URL", found="no client for it", expected=expected, todo=todo)) from None
    lease_s, gap_s = settings.getfloat("REDIS_LEASE_S"), max(1.0, 2 * settings.getfloat("DOWNLOAD_DELAY"))
    try:
        return RedisFrontier(folder, get_redis_from_settings(settings), event, lease_s=lease_s, gap_s=gap_s)
    except (RedisError, ValueError) as why:
        found, expected = f"no answer ({type(why).__name__})", "a Redis server, such as redis://127.0.0.1:6379/0"
        raise InputError(sentence("REDIS_URL", found=found, expected=expected)) from None
