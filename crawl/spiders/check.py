"""The spider that looks whether packs still work: every source of each outlet, one article, and the pack's example."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from scrapy.http import Request, Response

from crawl.discovery import SERVICES, SOURCES
from crawl.outlet import PACKS, load_outlets
from crawl.source import Found
from crawl.spider import PAGES, SOURCES_FIRST, KeepingSpider
from crawl.tickets import Done

BY_KIND = {source.kind: source for source in SOURCES if source.kind not in SERVICES}
MAX_DEPTH = 3
"""How many sitemaps of sitemaps are followed to find one article."""


class CheckSpider(KeepingSpider):
    """`scrapy crawl check -a into=DIR`; `outlets` are folders of packs beside ours, `only` ids joined by commas."""

    name = "check"

    def __init__(self, into: str = "", *, outlets: str = "", only: str = "", **others: str):
        folders = [PACKS, *(Path(folder) for folder in outlets.split(os.pathsep) if folder)]
        wanted = [name for name in only.split(",") if name]
        packs = load_outlets(*folders)
        self.outlets = {name: packs[name] for name in wanted or packs}
        self._has_article: set[str] = set()
        super().__init__(into, **others)

    async def start(self) -> AsyncIterator[Request]:
        """One request per source of each outlet, and its example; a search is tried with the outlet's own id."""
        for outlet in self.outlets.values():
            for kind in BY_KIND:
                for url in self._addresses(kind, outlet.id):
                    yield self.request(outlet.id, url, kind, self.parse_source, priority=SOURCES_FIRST)
            if outlet.example is not None:
                yield self.request(outlet.id, outlet.example, "page", self.parse_page, priority=PAGES)

    def _addresses(self, kind: str, outlet: str) -> list[str]:
        pack = self.outlets[outlet]
        search = [pack.search.replace("{term}", pack.id)] if pack.search else []
        return {"feed": pack.feeds, "sitemap": pack.sitemaps, "section": pack.sections, "search": search}[kind]

    def parse_source(self, response: Response, outlet: str) -> Iterator[Request | Done]:
        """How many addresses the source announces, and a request for one of them."""
        source = BY_KIND[response.meta["note"]["kind"]]
        is_there = response.status == 200
        found = source.reads(response.body, response.url, self.outlets[outlet]) if is_there else None
        if found is None:
            got = f"status {response.status}" if not is_there else "something else"
            yield Done(outcome="unusable", reason=f"Found {got}, expected {source.expected}.")
            return
        yield Done(outcome="source", reason=f"{len(found)} addresses")
        one = next((one for one in found if one.kind == "sitemap" or self.outlets[outlet].owns(one.url)), None)
        if one and outlet not in self._has_article:
            yield from self._next(one, outlet, response.meta.get("depth", 0))

    def _next(self, one: Found, outlet: str, depth: int) -> Iterator[Request]:
        """The article, or the sitemap that leads to it."""
        if one.kind == "page":
            self._has_article.add(outlet)
            yield self.request(outlet, one.url, "page", self.parse_page, priority=PAGES)
        elif depth < MAX_DEPTH:
            yield self.request(outlet, one.url, "sitemap", self.parse_source, priority=SOURCES_FIRST)

    def parse_page(self, response: Response, outlet: str) -> list[Done]:
        """That the page is in the archive; whether it has an article is seen there."""
        return [Done(outcome="page")]
