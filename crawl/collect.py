"""Stage 1: an event's coverage, fetched into the archive and extracted from it into the articles table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from corpus.store import Corpus
from crawl.extract import ExtractReport, extract
from crawl.fetch import NOTHING, Beside, FetchReport, alone, fetch
from crawl.newsroom import Newsroom
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
) -> CollectReport:
    """Fetch and extract, both recorded in `run.json`; what cannot be used is a row of the rejects, not a failure.

    `newsroom` (open) makes it a demo; `now` stands in for the clock; `beside` are sources beside those of the packs.
    Raises ParallaxError as `fetch` does.
    """
    fetched = fetch(
        event_path, corpus, outlet_folders=outlet_folders, newsroom=newsroom, now=now, progress=progress, beside=beside
    )
    with alone(corpus.folder, is_shared=bool(REDIS_URL) and newsroom is None):
        return CollectReport(fetched, extract(corpus, outlet_folders=outlet_folders, progress=progress))
