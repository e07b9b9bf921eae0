"""Whether a crawl that several workers share loses or doubles anything when one of them is killed.

    python -m benchmarks.workers [PAGES] [WORKERS] [SEED]

Three workers, each with a WARC file of its own, fetch 2,000 pages from six hosts on loopback, unless told otherwise,
with one frontier in a redis-server that is started for it. One is ended with SIGKILL at a moment that the seed decides.
Exit code 1 if anything is lost or doubled, or if a worker had nothing to do.
"""

import contextlib
import json
import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from redis import Redis
from redis.exceptions import ConnectionError as NoConnection

from benchmarks.crash import n_wrong
from benchmarks.loopback import newsrooms, served
from corpus.store import Corpus
from corpus.tables import ARTICLES
from crawl.archive import archive_files, crawl_of, read_archive
from crawl.crawl_report import read_report
from crawl.extract import extract
from crawl.frontier import FILE

DEFAULTS = (2000, 3, 1)
KILOBYTES, LEASE_S, PER_HOST = 2.0, 3.0, 4
LATEST = 0.6
"""A worker is killed when between a fifth and so many of the pages are done, and every worker has
fetched some and has others in flight."""
ENOUGH = 25_000
"""Bytes of a WARC file that has pages besides robots.txt and sitemaps."""


def main() -> int:
    """Share, kill, count; 1 if a count is not what it must be."""
    told = [int(argument) for argument in sys.argv[1:]]
    with redis_server() as address:
        problems = run(*told, *DEFAULTS[len(told) :], redis=address)
    print(*problems, sep="\n")
    print(f"{len(problems)} promises broken")
    return 1 if problems else 0


@contextlib.contextmanager
def redis_server() -> Iterator[str]:
    """The address of a Redis server on loopback that keeps nothing and ends with the block."""
    binary = shutil.which("redis-server")
    if binary is None:
        raise SystemExit("redis-server is not installed (Debian: apt-get install redis-server)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {"--port": str(port), "--bind": "127.0.0.1", "--save": "", "--appendonly": "no", "--loglevel": "warning"}
    command = [binary, *(part for option in options.items() for part in option)]
    with (
        tempfile.TemporaryDirectory() as scratch,
        subprocess.Popen(command, cwd=scratch, stdout=subprocess.DEVNULL) as server,
    ):
        try:
            _wait_for(port)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    for _ in range(100):
        with contextlib.suppress(NoConnection), closing(Redis(port=port)) as client:
            client.ping()
            return
        time.sleep(0.05)
    raise SystemExit("redis-server did not answer")


def run(n_pages: int, n_workers: int, seed: int, *, redis: str, delay_s: float = 0.0) -> list[str]:
    """The promises that were broken; what was counted is printed."""
    at = int(random.Random(seed).uniform(0.2, LATEST) * n_pages)
    with tempfile.TemporaryDirectory() as scratch, served(n_pages, KILOBYTES) as address:
        folder, into = newsrooms(Path(scratch) / "room"), Path(scratch) / "corpus"
        own: dict[str, Any] = {
            "REDIS_LEASE_S": LEASE_S,
            "CONCURRENT_REQUESTS_PER_DOMAIN": PER_HOST,
            "DOWNLOAD_DELAY": delay_s,
        }
        own["REDIS_URL"] = redis
        command = [sys.executable, "-m", "benchmarks.crawl_once", str(folder), address, str(into), json.dumps(own)]
        with contextlib.ExitStack() as stack:
            start = [subprocess.Popen(command, start_new_session=True) for _ in range(n_workers)]
            workers = [stack.enter_context(worker) for worker in start]
            with closing(Redis.from_url(redis)) as server:
                killed = _kill_one(workers, server, at, into / "warc")
            codes = [worker.wait() for worker in workers]
        print(f"worker killed with {killed} pages done; exit codes {codes}")
        problems = [] if sorted(codes)[1:] == [0] * (n_workers - 1) else [f"exit codes {codes}"]
        return [*problems, *_problems(into, n_pages, n_workers)]


def _kill_one(workers: list[subprocess.Popen[bytes]], server: "Redis", at: int, warc: Path) -> int:
    """End the first worker and all that it started, when so many rows are done and all have pages; how many there were.

    A worker that has died by itself is not waited for.
    """
    n_done = 0
    while workers[0].poll() is None and not (n_done >= at and _all_at_work(server, warc, len(workers))):
        n_done = int(server.hlen("parallax:benchmark:1:done"))
        time.sleep(0.01)
    if workers[0].poll() is None:
        os.killpg(workers[0].pid, signal.SIGKILL)
    return n_done


def _all_at_work(server: "Redis", warc: Path, n_workers: int) -> bool:
    """Whether every worker has fetched pages, and has some in flight."""
    sizes = [path.stat().st_size for path in archive_files(warc)]
    in_flight = [int(server.scard(f"parallax:benchmark:1:flight:{n + 1}")) for n in range(n_workers)]
    return len(sizes) == n_workers and min(sizes) > ENOUGH and min(in_flight) > 2


def _problems(into: Path, n_pages: int, n_workers: int) -> Iterator[str]:
    report = read_report(into)
    print(*report.lines(), sep="\n")
    rejects = extract(Corpus(into), progress=False).rejects
    articles = Corpus(into).records(ARTICLES)
    files = archive_files(into / "warc")
    answers = [one for path in files for one in read_archive(path) if one.note["kind"] == "page"]
    with closing(sqlite3.connect(into / "warc" / FILE)) as db:
        n_done, n_rows = db.execute("SELECT sum(outcome = 'page'), count(*) FROM requests").fetchone()
    by_file = Counter(one.ref.partition("#")[0] for one in answers)
    n_twice = len(answers) - len({one.url for one in answers})
    print(f"pages by file: {dict(sorted(by_file.items()))}; fetched twice: {n_twice}")
    counts = {
        "articles": (len(articles), n_pages),
        "addresses of articles": (len({a.url for a in articles}), n_pages),
        "crawls": (len({crawl_of(a.raw_ref) for a in articles}), 1),
        "references that lead to no record": (len({a.raw_ref for a in articles} - {one.ref for one in answers}), 0),
        "pages that the frontier has done": (n_done, n_pages),
        "rows besides pages and sitemaps": (n_rows - n_pages - len(report.outlets), 0),
        "pages that extraction set aside": (len(rejects), 0),
        "records with a wrong digest": (sum(map(n_wrong, files)), 0),
        "files with pages": (len(by_file), n_workers),
        "workers that were taken for dead": (report.n_continued, 1),
    }
    yield from (f"{what}: found {n}, expected {wanted}" for what, (n, wanted) in counts.items() if n != wanted)
    if n_twice > report.n_again:
        yield f"pages that were fetched twice: found {n_twice}, expected no more than were in flight, {report.n_again}"


if __name__ == "__main__":
    sys.exit(main())
