"""Whether a crawl that is killed at random moments loses or doubles anything.

    python -m benchmarks.crash [PAGES] [KILLS] [SEED]

Fetches a loopback site (2,000 pages unless told otherwise), ends the crawl and everything it started with SIGKILL three
times at moments that the seed decides, lets it come to its end, and counts. Exit code 1 if anything is lost or doubled.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from benchmarks.crawl_once import FAST
from benchmarks.loopback import newsroom, served
from corpus.store import Corpus
from corpus.tables import ARTICLES
from crawl.archive import archive_files, read_archive
from crawl.crawl_report import read_report
from crawl.extract import extract
from crawl.frontier import FILE

DEFAULTS = (2000, 3, 1)
KILOBYTES = 2.0
LATEST_S = 1.5
"""A run is killed so many seconds after its first page at the latest: three times before 2,000 pages are fetched."""


def main() -> int:
    """Kill, go on, count; 1 if a count is not what it must be."""
    told = [int(argument) for argument in sys.argv[1:]]
    return run(*told, *DEFAULTS[len(told) :])


def run(n_pages: int, n_kills: int, seed: int) -> int:
    """The number of promises that were broken, each of them printed."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as scratch, served(n_pages, KILOBYTES) as address:
        folder, into = newsroom(Path(scratch) / "room"), Path(scratch) / "corpus"
        command = [sys.executable, "-m", "benchmarks.crawl_once", str(folder), address, str(into)]
        for number in range(n_kills):
            print(f"kill {number + 1}: {_killed(command, into, chance.uniform(0.0, LATEST_S))}")
        subprocess.run(command, check=True)
        problems = list(_problems(into, n_pages))
    print(*problems, sep="\n")
    print(f"{len(problems)} promises broken")
    return 1 if problems else 0


def _killed(command: list[str], into: Path, after_s: float) -> str:
    """Start the command, kill its whole session some time after its first page, and say how far it was."""
    before = _size(into)
    with subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        while _size(into) < before + 10_000 and run.poll() is None:
            time.sleep(0.01)
        time.sleep(after_s)
        is_over = run.poll() is not None
        os.killpg(run.pid, signal.SIGKILL) if not is_over else None
    return "too late, the crawl was over" if is_over else f"after {after_s:.2f} s, {_size(into)} bytes archived"


def _size(into: Path) -> int:
    return sum(path.stat().st_size for path in archive_files(into / "warc"))


def _problems(into: Path, n_pages: int) -> Iterator[str]:
    report = read_report(into)
    print(*report.lines(), sep="\n")
    extract(Corpus(into), progress=False)
    articles = Corpus(into).records(ARTICLES)
    yield from _unlike("articles", len(articles), n_pages)
    yield from _unlike("addresses of articles", len({a.url for a in articles}), n_pages)
    refs = Counter(
        e.ref for path in archive_files(into / "warc") for e in read_archive(path) if e.note["kind"] == "page"
    )
    yield from _unlike("archived pages", sum(refs.values()), n_pages)
    yield from _unlike("references that lead to no record", len({a.raw_ref for a in articles} - set(refs)), 0)
    with closing(sqlite3.connect(into / "warc" / FILE)) as db:
        done = db.execute("SELECT count(*) FROM requests WHERE outcome = 'page'").fetchone()[0]
        left = db.execute("SELECT count(*) FROM requests WHERE state != 'done'").fetchone()[0]
    yield from _unlike("pages that the frontier has done", done, n_pages)
    yield from _unlike("requests that are left over", left, 0)
    yield from _unlike("records with a wrong digest", sum(map(n_wrong, archive_files(into / "warc"))), 0)
    twice, allowed = sum(map(_n_twice, archive_files(into / "warc"))), report.n_continued * FAST["CONCURRENT_REQUESTS"]
    print(f"pages that were fetched twice: {twice}")
    if twice > allowed:
        yield f"pages that were fetched twice: found {twice}, expected no more than were in flight, {allowed}"


def _unlike(what: str, found: int, expected: int) -> Iterator[str]:
    print(f"{what}: {found}")
    if found != expected:
        yield f"{what}: found {found}, expected {expected}"


def n_wrong(path: Path) -> int:
    """How many records of a WARC file do not have the bytes that their digest says."""
    with path.open("rb") as file:
        records = ArchiveIterator(file, check_digests=True)
        return sum(
            record.content_stream().read() is None or record.digest_checker.passed is False for record in records
        )


def _n_twice(path: Path) -> int:
    """Pages that came again after a kill: the archive refers to what it has of them."""
    with path.open("rb") as file:
        again = (r.rec_headers.get_header("WARC-Target-URI") for r in ArchiveIterator(file) if r.rec_type == "revisit")
        return sum("/page/" in url for url in again)


if __name__ == "__main__":
    sys.exit(main())
