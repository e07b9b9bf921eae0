"""Stage 1: an event's coverage, fetched into the archive and extracted from it into the articles table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from corpus.store import Corpus
from crawl.extract import Clock, ExtractReport, extract, render_missing
from crawl.fetch import NOTHING, Beside, FetchReport, alone, fetch
from crawl.newsroom import Newsroom
from crawl.render import browser_path
from crawl.settings import REDIS_URL

__all__ = ["Beside", "CollectReport", "collect", "extract", "fetch"]


@dataclass(frozen=True, slots=True)
class CollectReport:
    """What the two steps did."""

    fetched: FetchReport
    extracted: ExtractReport

    @property
    def n_articles(self) -> int:
        """Articles in the corpus."""
        return self.extracted.n_articles

    @property
    def n_rejects(self) -> int:
        """Pages and sources that were set aside, with their reasons in the table of rejects."""
        return len(self.fetched.rejects) + len(self.extracted.rejects)


def collect(
    event_path: Path,
    corpus: Corpus,
    *,
    outlet_folders: Sequence[Path] = (),
    newsroom: Newsroom | None = None,
    now: Callable[[], datetime] | None = None,
    progress: bool = True,
    beside: Beside = NOTHING,
    is_rendered: bool = False,
) -> CollectReport:
    """Fetch and extract, both recorded in `run.json`; what cannot be used is a row of the rejects, not a failure.

    `newsroom` (open) makes it a demo; `now` stands in for the clock; `beside` are sources beside those of the packs;
    `is_rendered`: pages that need JavaScript are shown by a browser. Raises ParallaxError as `fetch` does, and where
    there is no browser.
    """
    if is_rendered:
        browser_path()
    fetched = fetch(
        event_path, corpus, outlet_folders=outlet_folders, newsroom=newsroom, now=now, progress=progress, beside=beside
    )
    with alone(corpus.folder, is_shared=bool(REDIS_URL) and newsroom is None):
        extracted = extract(corpus, outlet_folders=outlet_folders, progress=progress)
        if is_rendered and _rendered(corpus, extracted, newsroom, now):
            extracted = extract(corpus, outlet_folders=outlet_folders, progress=progress)
        return CollectReport(fetched, extracted)


def _rendered(corpus: Corpus, extracted: ExtractReport, newsroom: Newsroom | None, now: Clock) -> int:
    if newsroom is None:
        return render_missing(corpus, extracted.rejects, now=now)
    clock = now or (lambda: newsroom.now)
    return render_missing(corpus, extracted.rejects, proxy=newsroom.proxy, hosts=newsroom.hosts, now=clock)
