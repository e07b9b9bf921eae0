"""From the network into the archive: runs the spider in a child process and keeps what it set aside."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.errors import ParallaxError, sentence
from corpus.event import load_event
from corpus.provenance import record_stage
from corpus.store import Corpus
from corpus.tables import REJECTS, Reject
from crawl.child import UNUSABLE
from crawl.crawl_report import CrawlReport, read_report, rejects_of
from crawl.newsroom import Newsroom
from crawl.outlet import PACKS, packs_of

STAGE = "collect"
SETTINGS: Mapping[str, Any] = {"LOG_LEVEL": "CRITICAL"}
"""Every outcome is a row of the frontier, so the log has nothing to add."""
DEMO_SETTINGS: Mapping[str, Any] = {"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False, "DOWNLOAD_TIMEOUT": 10}
"""Nobody is served slower by a demo on loopback."""


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What a fetch did: what the crawl came to, and what it did not keep."""

    crawl: CrawlReport
    rejects: tuple[Reject, ...]

    @property
    def n_pages(self) -> int:
        """Pages that the archive has of this crawl, or of an earlier one where they have not changed."""
        return self.crawl.n_pages


def fetch(
    event_path: Path,
    corpus: Corpus,
    *,
    outlet_folders: Sequence[Path] = (),
    newsroom: Newsroom | None = None,
    now: Callable[[], datetime] | None = None,
    progress: bool = True,
    settings: Mapping[str, Any] | None = None,
) -> FetchReport:
    """Archive what the event's outlets published about it, with the event and the packs that were used beside it.

    A crawl that was stopped is gone on with; after one that came to its end, pages are asked for again, and kept again
    where they have changed. `newsroom` makes it a demo: its hosts, its packs and its clock, and no other network.
    `now` fixes the clock; `settings` are Scrapy's, over ours.

    Raises:
        ParallaxError: the event or a pack cannot be used (nothing is written), or the crawl broke off.
    """
    folders = [*outlet_folders, *([newsroom.outlets] if newsroom else [])]
    packs = packs_of(load_event(event_path), [PACKS, *folders], where=str(event_path))
    inputs = _keep_inputs(event_path, packs, corpus.folder)
    clock = now() if now else newsroom.now if newsroom else None
    arguments = {
        "event": str(event_path),
        "into": str(corpus.folder),
        "outlets": os.pathsep.join(map(str, folders)),
        "now": clock.astimezone(UTC).isoformat() if clock else "",
    } | ({"newsroom": str(newsroom.folder), "proxy": newsroom.proxy} if newsroom else {})
    own = {**SETTINGS, **(DEMO_SETTINGS if newsroom else {}), **(settings or {}), "PROGRESS": progress}
    _run({"arguments": arguments, "settings": own})
    report = read_report(corpus.folder)
    rejects = rejects_of(report, STAGE)
    corpus.set_aside(STAGE, rejects)
    record_stage(
        corpus,
        STAGE,
        inputs=inputs,
        config={"now": arguments["now"] or None, "archive": report.digest},
        packages=["scrapy", "warcio"],
        outputs=[REJECTS],
        report={"crawl_report": report.record()},
    )
    return FetchReport(report, rejects)


def _keep_inputs(event_path: Path, packs: Mapping[str, Path], folder: Path) -> list[Path]:
    """Copies of the event and the packs inside the corpus, so that extraction needs nothing from elsewhere."""
    kept = {folder / "event.toml": event_path}
    kept |= {folder / "outlets" / f"{name}.toml": pack for name, pack in packs.items()}
    for target, source in kept.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        if not (target.exists() and target.samefile(source)):
            shutil.copyfile(source, target)
    return list(kept)


def _run(job: Mapping[str, Any]) -> None:
    """Run the crawl to its end in a child, which ends with this process whatever happens to it."""
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
