"""Pages per CPU-second of our fetch, of plain Scrapy and of news-please, on the same loopback site in the same run.

    python -m benchmarks.crawling [PAGES]

Ours writes WARC, keeps the frontier and asks for robots.txt and tdmrep.json; plain Scrapy keeps nothing but its queue
in memory; news-please (in an environment of its own under out/, made on the first run) extracts as it goes, because it
cannot do otherwise. CPU time is that of the crawling process and its children, from its start to its end, median of
three runs; pages are 38 kB, 16 requests at a time, no delay. Exit code 1 if a floor is missed.
"""

import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.crawl_once import FAST
from benchmarks.loopback import newsroom, served
from benchmarks.peer import OUT, environment
from crawl.crawl_report import read_report
from crawl.fetch import DEMO_SETTINGS, SETTINGS

PEER = OUT / "news-please"
REQUIREMENTS = ("news-please==1.6.16", "readability-lxml==0.8.1", "lxml-html-clean==0.4.6")
"""It stores nothing with later versions of readability-lxml, which its own requirements allow."""
PAGES, KILOBYTES, ROUNDS = 500, 38.0, 3
OURS, COMMAND, PLAIN, NEWSPLEASE = "Parallax, the crawl", "Parallax, the command around it too", "Scrapy", "news-please"
FLOORS: Mapping[str, float] = {PLAIN: 0.6, NEWSPLEASE: 10.0}
"""How many times a peer's pages per CPU-second ours must be."""

Job = Callable[[str, Path, int], int]


def main() -> int:
    """Measure, print, and compare with the floors."""
    n_pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    jobs: dict[str, tuple[Job, int]] = {OURS: (_ours, ROUNDS), COMMAND: (_command, ROUNDS), PLAIN: (_plain, ROUNDS)}
    if environment("news-please", REQUIREMENTS, has="bin/news-please"):
        jobs[NEWSPLEASE] = (_newsplease, 1)
    with served(n_pages, KILOBYTES) as address:
        speeds = {name: _speed(job, address, n_pages, rounds) for name, (job, rounds) in jobs.items()}
    print("| crawler | pages per CPU-second | ours / it | floor |\n|---|---|---|---|")
    for name, speed in speeds.items():
        print(f"| {name} | {speed:.1f} | {speeds[OURS] / speed:.2f} | {FLOORS.get(name, '')} |")
    missed = [name for name, floor in FLOORS.items() if name in speeds and speeds[OURS] < floor * speeds[name]]
    print(*(f"below the floor: {FLOORS[name]} times {name}" for name in missed), sep="\n")
    return 1 if missed else 0


def _speed(job: Job, address: str, n_pages: int, rounds: int) -> float:
    """The median over the rounds, after one that is not counted: it compiles what is not compiled yet."""
    _timed(job, address, min(n_pages, 20) if job is _newsplease else n_pages)
    return statistics.median(_timed(job, address, n_pages) for _ in range(rounds))


def _timed(job: Job, address: str, n_pages: int) -> float:
    with tempfile.TemporaryDirectory() as scratch:
        before = _cpu()
        found = job(address, Path(scratch), n_pages)
        used = _cpu() - before
    if found < n_pages:
        raise SystemExit(f"{job.__name__} got {found} of {n_pages} pages")
    return found / used


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _environment() -> dict[str, str]:
    """Ours, but compiled modules are kept: a machine that never keeps them would measure Python's compiler."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=_environment(), check=True)
    return done.stdout


def _ours(address: str, scratch: Path, n_pages: int) -> int:
    room = newsroom(scratch / "room")
    arguments = {
        "event": str(room / "event.toml"),
        "into": str(scratch / "corpus"),
        "outlets": str(room / "outlets"),
        "newsroom": str(room),
        "proxy": address,
    }
    settings = {**SETTINGS, **DEMO_SETTINGS, **FAST, "PROGRESS": False}
    job = {"spider": "news", "arguments": arguments, "settings": settings}
    command = [sys.executable, "-m", "crawl.child"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, encoding="utf-8", env=_environment()) as child:
        assert child.stdin is not None
        child.stdin.write(json.dumps(job) + "\n")
        child.stdin.flush()
        child.wait()
    return read_report(scratch / "corpus").n_pages


def _command(address: str, scratch: Path, n_pages: int) -> int:
    room = newsroom(scratch / "room")
    command = [sys.executable, "-m", "benchmarks.crawl_once", str(room), address, str(scratch / "corpus")]
    return int(_run(command).split()[0])


def _plain(address: str, scratch: Path, n_pages: int) -> int:
    return int(_run([sys.executable, "-m", "benchmarks.plain_scrapy", address]).split()[0])


def _newsplease(address: str, scratch: Path, n_pages: int) -> int:
    """Its Download mode, which takes a list of addresses, storing HTML and JSON as it does by default."""
    (packaged,) = PEER.glob("lib/python*/site-packages/newsplease/config/config.cfg")
    config = packaged.read_text(encoding="utf-8")
    for name, value in {
        "working_path": str(scratch),
        "default": "Download",
        "LOG_LEVEL": "ERROR",
        "CONCURRENT_REQUESTS_PER_DOMAIN": "16",
    }.items():
        config = re.sub(rf"(?m)^{name} ?= ?.*$", f"{name} = {value}", config)
    folder = scratch / "config"
    folder.mkdir()
    (folder / "config.cfg").write_text(config, encoding="utf-8")
    urls = [f"{address}/page/{number}" for number in range(n_pages)]
    (folder / "sitelist.hjson").write_text(json.dumps({"base_urls": [{"url": urls, "crawler": "Download"}]}))
    _run([str(PEER / "bin" / "news-please"), "-c", str(folder)])
    return len(list(scratch.glob("data/**/*.json")))


if __name__ == "__main__":
    sys.exit(main())
