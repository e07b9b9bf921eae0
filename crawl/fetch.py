"""From the network into the archive: runs the spider in a child process and keeps what it set aside."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.errors import InputError, ParallaxError, sentence
from corpus.event import load_event
from corpus.provenance import record_stage
from corpus.store import Corpus
from corpus.tables import REJECTS, Reject
from crawl.child import UNUSABLE
from crawl.crawl_report import CrawlReport, read_report, rejects_of
from crawl.newsroom import Newsroom
from crawl.outlet import PACKS, load_outlet, packs_of
from crawl.relevance import Relevance
from crawl.settings import REDIS_URL
from crawl.urls import read_urls
from crawl.warcs import Taken, check_places, take_in

STAGE = "collect"
SETTINGS: Mapping[str, Any] = {"LOG_LEVEL": "CRITICAL"}
"""Every outcome is a row of the frontier, so the log has nothing to add."""
DEMO_SETTINGS: Mapping[str, Any] = {
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "DOWNLOAD_TIMEOUT": 10,
    "REDIS_URL": "",
}
"""Nobody is served slower by a demo on loopback, and nobody shares it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Sources beside those of the packs. `urls` is a file of addresses, `discover` names services, `warcs` archives.

    With `is_offline` no site is asked for anything: only the archives are read.
    """

    urls: Path | None = None
    discover: Sequence[str] = ()
    warcs: Sequence[str] = ()
    is_offline: bool = False


NOTHING = Beside()

LOCK_S = 3600.0
"""How long a worker waits for the others that read the same archive, one after the other."""


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What a fetch did: what the crawl came to (None without one), what archives gave, and what was not kept."""

    crawl: CrawlReport | None
    rejects: tuple[Reject, ...]
    taken: tuple[Taken, ...] = ()

    @property
    def n_pages(self) -> int:
        """Pages that the archive has of this crawl, or of an earlier one where they have not changed."""
        return (self.crawl.n_pages if self.crawl else 0) + sum(taken.n_kept for taken in self.taken)

    def lines(self) -> Iterator[str]:
        """The closing table for people."""
        yield from self.crawl.lines() if self.crawl else ()
        yield from (taken.line() for taken in self.taken)


def fetch(
    event_path: Path,
    corpus: Corpus,
    *,
    outlet_folders: Sequence[Path] = (),
    newsroom: Newsroom | None = None,
    now: Callable[[], datetime] | None = None,
    progress: bool = True,
    settings: Mapping[str, Any] | None = None,
    beside: Beside = NOTHING,
) -> FetchReport:
    """Archive what the event's outlets published about it, with the event and the packs that were used beside it.

    A crawl that was stopped is gone on with; after one that came to its end, pages are asked for again, and kept again
    where they have changed. `newsroom` makes it a demo: its hosts, packs, archives and clock, no other network.
    `now` fixes the clock; `settings` are Scrapy's, over ours.

    Raises:
        ParallaxError: the event, a pack or another input cannot be used (nothing is written), or the crawl broke off.
    """
    folders = [*outlet_folders, *([newsroom.outlets] if newsroom else [])]
    beside = replace(beside, warcs=[*(newsroom.archives if newsroom else []), *beside.warcs])
    packs = packs_of(load_event(event_path), [PACKS, *folders], where=str(event_path))
    _check(beside)
    inputs = _keep_inputs(event_path, packs, corpus.folder, beside)
    taken = _taken(event_path, packs, corpus.folder, beside)
    clock = now() if now else newsroom.now if newsroom else None
    arguments = {
        "event": str(event_path),
        "into": str(corpus.folder),
        "outlets": os.pathsep.join(map(str, folders)),
        "now": clock.astimezone(UTC).isoformat() if clock else "",
        "urls": str(beside.urls or ""),
        "discover": ",".join(beside.discover),
    } | ({"newsroom": str(newsroom.folder), "proxy": newsroom.proxy} if newsroom else {})
    own = {**SETTINGS, **(DEMO_SETTINGS if newsroom else {}), **(settings or {}), "PROGRESS": progress}
    if not beside.is_offline:
        run_spider("news", arguments, own)
    report = None if beside.is_offline else read_report(corpus.folder)
    told = FetchReport(
        report,
        (*(rejects_of(report, STAGE) if report else ()), *(reject for one in taken for reject in one.rejects)),
        taken,
    )
    with alone(corpus.folder, is_shared=bool(own.get("REDIS_URL", REDIS_URL))):
        _record(corpus, told, inputs, {"now": arguments["now"] or None, "discover": sorted(beside.discover)})
    return told


@contextmanager
def alone(folder: Path, *, is_shared: bool) -> Iterator[None]:
    """Keep other workers of a shared crawl from writing the same folder's tables; a killed one keeps nobody."""
    if not is_shared:
        yield
        return
    with closing(sqlite3.connect(folder / "warc" / "workers.lock", timeout=LOCK_S, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def _record(corpus: Corpus, told: FetchReport, inputs: Sequence[Path], config: Mapping[str, Any]) -> None:
    corpus.set_aside(STAGE, told.rejects)
    digest = {"archive": told.crawl.digest} if told.crawl else {}
    record_stage(
        corpus,
        STAGE,
        inputs=inputs,
        config={**{name: value for name, value in config.items() if value != []}, **digest},
        packages=["scrapy", "warcio"],
        outputs=[REJECTS],
        report=({"crawl_report": told.crawl.record()} if told.crawl else {})
        | ({"warcs": [taken.record() for taken in told.taken]} if told.taken else {}),
    )


def _check(beside: Beside) -> None:
    """Raise InputError where a source cannot be used."""
    if beside.is_offline and not beside.warcs:
        expected = "a WARC file to read (--warc)"
        raise InputError(sentence("collect", found="no network and no archive", expected=expected))
    if beside.urls:
        read_urls(beside.urls)
    check_places(beside.warcs)


def _taken(event_path: Path, packs: Mapping[str, Path], folder: Path, beside: Beside) -> tuple[Taken, ...]:
    outlets = {name: load_outlet(path) for name, path in packs.items()}
    relevance = Relevance(load_event(event_path))
    return tuple(take_in(place, folder / "warc", outlets=outlets, relevance=relevance) for place in beside.warcs)


def _keep_inputs(event_path: Path, packs: Mapping[str, Path], folder: Path, beside: Beside) -> list[Path]:
    """Copies of event, packs and list of addresses in the corpus, so that extraction needs nothing from elsewhere."""
    kept = {folder / "event.toml": event_path}
    kept |= {folder / "outlets" / f"{name}.toml": pack for name, pack in packs.items()}
    kept |= {folder / "urls.txt": beside.urls} if beside.urls else {}
    for target, source in kept.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        if not (target.exists() and target.samefile(source)):
            shutil.copyfile(source, target)
    return list(kept)


def run_spider(name: str, arguments: Mapping[str, str], settings: Mapping[str, Any]) -> None:
    """Run a spider to its end in a child, which ends with this process whatever happens to it.

    Raises:
        ParallaxError: it cannot be used as it is told, or it broke off.
    """
    job = {"spider": name, "arguments": arguments, "settings": settings}
    command = [sys.executable, "-m", "crawl.child"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps(job) + "\n")
        child.stdin.flush()
        told = child.stdout.read().strip()
        code = child.wait()
    if code == UNUSABLE:
        raise ParallaxError(told)
    if code != 0:
        found = f"a crawl that broke off (exit code {code})"
        todo = "collect again to go on where it stopped; what was fetched is kept"
        raise ParallaxError(sentence("collect", found=found, expected="one that comes to its end", todo=todo))
