"""What a site says of crawling it: asked once before anything else, kept, put beside every answer, and obeyed.

robots.txt (RFC 9309: one that cannot be had forbids everything; our own group counts, not those of other robots) with
its crawl delay and Content-Usage lines, and /.well-known/tdmrep.json. Headers and meta elements come with the pages;
extraction obeys them (`crawl.rights`).
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Self

from protego import Protego
from scrapy.crawler import Crawler
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.httpobj import urlparse_cached

from corpus.errors import InputError, sentence
from crawl.guard import site_of
from crawl.outcomes import Refused, outcome_of
from crawl.rights import usage_lines
from crawl.tdm import PLACE, TdmRule, read_tdmrep, rule_for

OWN = "policy file"
"""The key in a request's meta that marks the crawler's own questions: "robots" or "tdmrep"."""
MAX_AGE_S = 24 * 3600.0
"""RFC 9309, 2.4: a robots.txt is asked for again after a day."""
MAX_ROBOTS = 500 * 1024
"""RFC 9309, 2.5: at least this much of a robots.txt is read; so much and no more."""
TRIES = 2
"""One lost answer is not to close a site for the whole crawl."""
MAX_DELAY_S = 300.0
"""A site that wants longer pauses is not crawled: a day would not see 300 pages."""
NO_ROBOTS = "It was not fetched, because its host's robots.txt could not be"
FORBIDDEN = "robots.txt forbids it to us."
RESERVED = "The publisher reserves text and data mining (tdm-reservation 1 in tdmrep.json)."


@dataclass(frozen=True, slots=True)
class SitePolicy:
    """What one site says. `closed` is why its robots.txt could not be had; `robots` says in a word what came."""

    robots: str
    rules: Protego | None = None
    closed: str | None = None
    usage: str | None = None
    tdm: tuple[TdmRule, ...] = ()
    tdmrep: str = "not asked for"
    delay_s: float = 0.0
    asked_at: float = field(default_factory=monotonic)

    def says(self, url: str, agent: str) -> dict[str, str | None]:
        """The policy record of one address."""
        rule = rule_for(self.tdm, url)
        if self.closed is not None:
            robots = f"no answer ({self.closed})"
        elif self.rules is None:
            robots = f"no robots.txt ({self.robots})"
        else:
            robots = "allowed" if self.rules.can_fetch(url, agent) else "forbidden"
        return {
            "robots": robots,
            "content_usage": self.usage,
            "tdm_reservation": rule.reservation if rule else None,
            "tdm_policy": rule.policy if rule else None,
        }

    def record(self) -> Mapping[str, Any]:
        """What is kept of the site in the frontier."""
        return {
            "robots": self.closed or self.robots,
            "tdmrep": self.tdmrep,
            "crawl_delay_s": self.delay_s,
            "content_usage": self.usage,
        }


class PolicyMiddleware:
    """Downloader middleware that asks every site for its policy and lets nothing pass without."""

    def __init__(self, crawler: Crawler):
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            expected = "True, because no page is fetched without asking"
            raise InputError(sentence("the setting ROBOTSTXT_OBEY", found="False", expected=expected))
        self._crawler = crawler
        self._agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        self._pauses: Mapping[str, float] = crawler.settings.getdict("SITE_PAUSES")
        self._sites: dict[str, asyncio.Future[SitePolicy]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The middleware of a crawler."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Put the policy record into the request's meta; raise Refused where it forbids the request."""
        if OWN in request.meta:
            return
        site = await self._policy_of(request)
        said = site.says(request.url, self._agent)
        request.meta["policy"] = said
        if site.closed is not None:
            why = f"{NO_ROBOTS}: {site.closed}."
            raise Refused("forbidden" if site.closed.startswith("status") else "failed", why)
        if said["robots"] == "forbidden":
            raise Refused("forbidden", FORBIDDEN)
        if site.delay_s > MAX_DELAY_S:
            raise Refused("forbidden", f"Its host asks for {site.delay_s:g} seconds between two requests.")
        if said["tdm_reservation"] == "1":
            raise Refused("forbidden", RESERVED)
        own = self._pauses.get(urlparse_cached(request).hostname or "", 0.0)
        self._slow_down(request, max(site.delay_s, own))

    async def _policy_of(self, request: Request) -> SitePolicy:
        name = site_of(request.url)
        known = self._sites.get(name)
        if known is not None and known.done() and monotonic() - known.result().asked_at > MAX_AGE_S:
            known = None
        if known is None:
            known = self._sites[name] = asyncio.ensure_future(self._ask(name))
        return known.result() if known.done() else await asyncio.shield(known)

    async def _ask(self, site: str) -> SitePolicy:
        policy = await self._robots(site)
        spider: Any = self._crawler.spider
        spider.frontier.keep_policy(site, policy.record())
        return policy

    async def _robots(self, site: str) -> SitePolicy:
        answer = await self._fetch(f"{site}/robots.txt", "robots")
        if isinstance(answer, str):
            return SitePolicy("none", closed=answer)
        if answer.status >= 500 or answer.status == 429:
            return SitePolicy("none", closed=f"status {answer.status}")
        rules, usage, delay = None, None, 0.0
        if answer.status == 200:
            text = answer.body[:MAX_ROBOTS].decode("utf-8-sig", "replace")
            rules, usage = Protego.parse(text), usage_lines(text)
            delay = delay_of(rules, self._agent)
        tdm, told = await self._tdmrep(site)
        return SitePolicy(f"status {answer.status}", rules, usage=usage, tdm=tdm, tdmrep=told, delay_s=delay)

    async def _tdmrep(self, site: str) -> tuple[tuple[TdmRule, ...], str]:
        answer = await self._fetch(site + PLACE, "tdmrep")
        if isinstance(answer, str):
            return (), answer
        rules = read_tdmrep(answer.body) if answer.status == 200 else ()
        return (rules or ()), "no tdmrep.json" if rules is None else f"status {answer.status}"

    async def _fetch(self, url: str, kind: str) -> Response | str:
        """The answer to one of our own questions, or why there is none."""
        told = ""
        for _ in range(TRIES):
            request = Request(url, callback=NO_CALLBACK, meta={OWN: kind, "note": {"kind": kind}}, dont_filter=True)
            try:
                response: Response = await self._crawler.engine.download_async(request)
            except Exception as why:  # noqa: BLE001 (whatever happened is the site's answer, and it is kept)
                told = outcome_of(why)[1].rpartition(": ")[2].rstrip(".")
            else:
                return response
        return told

    def _slow_down(self, request: Request, delay_s: float) -> None:
        """Hold the site's requests at least so far apart; AutoThrottle may hold them further apart, not closer."""
        downloader = self._crawler.engine.downloader
        key = downloader.get_slot_key(request)
        if delay_s and key not in downloader.per_slot_settings:
            downloader.per_slot_settings[key] = {"delay": delay_s, "jitter": 0.0}
        slot = downloader.slots.get(key)
        if delay_s and slot is not None and (slot.delay < delay_s or slot.jitter):
            slot.delay, slot.jitter = max(slot.delay, delay_s), 0.0


def delay_of(rules: Protego, agent: str) -> float:
    """Seconds between two requests that a robots.txt asks of us, as Crawl-delay or as Request-rate."""
    rate = rules.request_rate(agent)
    return max(rules.crawl_delay(agent) or 0.0, rate.seconds / rate.requests if rate and rate.requests else 0.0)
