"""One fetch from a server that stands for the demo newsroom, as a command that can be timed and killed.

    python -m benchmarks.crawl_once NEWSROOM PROXY INTO [--extract] [SETTINGS AS JSON]

A newsroom's own grants hold: only its hosts are reached, and only through the proxy that is named.
"""

import json
import sys
from pathlib import Path
from typing import Any

from corpus.store import Corpus
from crawl.extract import extract
from crawl.fetch import fetch
from crawl.newsroom import Newsroom

FAST: dict[str, Any] = {"CONCURRENT_REQUESTS_PER_DOMAIN": 16, "CONCURRENT_REQUESTS": 16}


class Elsewhere(Newsroom):
    """A newsroom that another process serves."""

    address = ""

    @property
    def proxy(self) -> str:
        """The address of the other process."""
        return self.address


def main() -> int:
    """Fetch, and with --extract read the articles; prints what came."""
    folder, proxy, into = sys.argv[1:4]
    newsroom = Elsewhere(Path(folder))
    newsroom.address = proxy
    corpus = Corpus(into)
    own = json.loads(sys.argv[-1]) if sys.argv[-1].startswith("{") else {}
    report = fetch(newsroom.event, corpus, newsroom=newsroom, progress=False, settings={**FAST, **own})
    print(f"{report.n_pages} pages")
    if "--extract" in sys.argv:
        print(f"{extract(corpus, progress=False).n_articles} articles")
    return 0


if __name__ == "__main__":
    sys.exit(main())
