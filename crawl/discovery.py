"""How articles are found: the sources of addresses, in the order in which they are asked."""

from collections.abc import Mapping

from crawl.source import Source
from crawl.sources import feeds, gdelt, search, sections, sitemaps, wayback

SOURCES: tuple[Source, ...] = (
    Source("feed", "an RSS, Atom or JSON feed", feeds.asks, feeds.reads),
    Source("sitemap", "a sitemap", sitemaps.asks, sitemaps.reads),
    Source("section", "a page with links", sections.asks, sections.reads),
    Source("search", "a page or feed of results", search.asks, search.reads),
    Source("wayback", "rows of the Wayback index in JSON", wayback.asks, wayback.reads),
    Source("gdelt", "a list of articles of GDELT DOC in JSON", gdelt.asks, gdelt.reads),
)
BY_KIND: Mapping[str, Source] = {source.kind: source for source in SOURCES}
SERVICES = ("wayback", "gdelt")
"""Sources that belong to no outlet; they are asked only where an option or the event says so."""
