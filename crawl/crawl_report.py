"""What a crawl came to, read from its frontier: counts by outlet and outcome, the rejects, a digest, a table."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError, sentence
from corpus.ids import short_hash
from corpus.tables import Reject
from crawl.frontier import FILE
from crawl.guard import site_of
from crawl.outcomes import KEPT, OUTCOMES

PASSED = "passed over"
"""The count of announced addresses that were not asked for, beside those of the outcomes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlReport:
    """The last crawl of a folder. `outlets` counts its addresses by outlet, then by outcome.

    `policies` is what each site said of crawling it. `n_again` requests were in flight when the crawl was stopped, and
    asked again; `n_cut_off` bytes of a broken record were cut off its archive.
    """

    crawl: int
    archive: str
    outlets: Mapping[str, Mapping[str, int]]
    policies: Mapping[str, Mapping[str, Any]]
    n_continued: int
    n_again: int
    n_cut_off: int
    rejects: tuple[tuple[str, str], ...]
    digest: str

    @property
    def n_pages(self) -> int:
        """Pages that the crawl has, new, changed or as they were."""
        return sum(counts.get(name, 0) for counts in self.outlets.values() for name in ("page", "unchanged"))

    def record(self) -> dict[str, Any]:
        """What `run.json` keeps: no clock, no rate, nothing that the same pages would not give again."""
        stopped = {"n_continued": self.n_continued, "n_again": self.n_again, "n_cut_off": self.n_cut_off}
        return {
            "crawl": self.crawl,
            "outlets": self.outlets,
            "policies": self.policies,
            **({"stopped": stopped} if self.n_continued else {}),
        }

    def lines(self) -> Iterator[str]:
        """The closing table for people: one line an outlet, one column an outcome that occurred."""
        columns = [name for name in (*OUTCOMES, PASSED) if any(name in counts for counts in self.outlets.values())]
        width = max([len("outlet"), *map(len, self.outlets)])
        yield "  ".join(["outlet".ljust(width), *columns])
        for outlet, counts in self.outlets.items():
            cells = (str(counts.get(name, 0)).rjust(len(name)) for name in columns)
            yield "  ".join([outlet.ljust(width), *cells])
        if self.n_continued:
            yield f"gone on with {self.n_continued} times after a stop; {self.n_again} requests were asked again"
        if self.n_cut_off:
            yield f"warc/{self.archive}: a record that the stop had torn ({self.n_cut_off} bytes) was cut off"


def read_report(corpus_folder: Path) -> CrawlReport:
    """The report of a corpus folder's last crawl.

    Raises:
        CorpusError: there is no frontier, or an answer stands in it whose site was not asked for its policy.
    """
    path = corpus_folder / "warc" / FILE
    if not path.exists():
        todo = "run parallax collect first"
        raise CorpusError(sentence(str(path), found="no frontier", expected="that of a crawl", todo=todo))
    with closing(sqlite3.connect(path)) as db:
        crawl, archive, n_continued, n_again, n_cut_off = db.execute(
            "SELECT number, archive, n_continued, n_again, n_cut_off FROM crawls ORDER BY number DESC"
        ).fetchone()
        policies = dict(db.execute("SELECT site, record FROM policies WHERE crawl = ? ORDER BY site", (crawl,)))
        report = CrawlReport(
            crawl=crawl,
            archive=archive,
            outlets=_counts(db, crawl),
            policies={site: json.loads(text) for site, text in policies.items()},
            n_continued=n_continued,
            n_again=n_again,
            n_cut_off=n_cut_off,
            rejects=tuple(_rejects(db, crawl)),
            digest=_digest(db),
        )
        _must_have_policies(db, report, str(path))
    return report


def rejects_of(report: CrawlReport, stage: str) -> tuple[Reject, ...]:
    """The crawl's addresses that are not pages, as rejects of a stage."""
    return tuple(Reject(stage=stage, where=url, reason=reason) for url, reason in report.rejects)


def _counts(db: sqlite3.Connection, crawl: int) -> dict[str, dict[str, int]]:
    rows = db.execute(
        "SELECT outlet, ifnull(outcome, state), count(*) FROM requests WHERE crawl = ? GROUP BY 1, 2 "
        "UNION ALL SELECT outlet, ?, count(*) FROM passed_over WHERE crawl = ? GROUP BY 1 ORDER BY 1",
        (crawl, PASSED, crawl),
    )
    counts: dict[str, dict[str, int]] = {}
    for outlet, name, n in rows:
        counts.setdefault(outlet, {})[name] = n
    return counts


def _rejects(db: sqlite3.Connection, crawl: int) -> Iterator[tuple[str, str]]:
    yield from db.execute(
        f"SELECT url, reason FROM requests WHERE crawl = ? AND outcome NOT IN ({', '.join('?' * len(KEPT))}) "
        "UNION ALL SELECT url, reason FROM passed_over WHERE crawl = ? ORDER BY 1, 2",
        (crawl, *KEPT, crawl),
    )


def _digest(db: sqlite3.Connection) -> str:
    """A hash over the references to all archived answers, in whatever order they came."""
    refs = db.execute("SELECT DISTINCT raw_ref FROM requests WHERE raw_ref IS NOT NULL ORDER BY 1").fetchall()
    return short_hash(*(ref for (ref,) in refs))


def _must_have_policies(db: sqlite3.Connection, report: CrawlReport, where: str) -> None:
    urls = db.execute("SELECT url FROM requests WHERE crawl = ? AND rights IS NOT NULL", (report.crawl,))
    missing = {site_of(url) for (url,) in urls} - set(report.policies)
    if missing:
        found, todo = f"no policy record of {min(missing)}", "collect again"
        expected = "one of every site that answered"
        raise CorpusError(sentence(where, found=found, expected=expected, todo=todo))
