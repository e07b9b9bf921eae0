"""From the network into the archive: runs the spider in a child process and keeps what it set aside."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from tqdm import tqdm

from corpus.errors import CorpusError, ParallaxError, sentence
from corpus.event import load_event
from corpus.ids import short_hash
from corpus.provenance import record_stage
from corpus.store import Corpus
from corpus.tables import REJECTS, Reject
from crawl.archive import archive_files, read_archive
from crawl.newsroom import Newsroom
from crawl.outlet import PACKS, packs_of

STAGE = "collect"
SETTINGS: Mapping[str, Any] = {"LOG_LEVEL": "CRITICAL"}
"""Every outcome is a line of the ledger, so the log has nothing to add."""
DEMO_SETTINGS: Mapping[str, Any] = {"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False, "DOWNLOAD_TIMEOUT": 10}
"""Nobody is served slower by a demo on loopback."""


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What a fetch did: pages in the archive from this run, and what it did not keep."""

    n_pages: int
    rejects: tuple[Reject, ...]


def fetch(
    event_path: Path,
    corpus: Corpus,
    *,
    outlet_folders: Sequence[Path] = (),
    newsroom: Newsroom | None = None,
    now: Callable[[], datetime] | None = None,
    progress: bool = True,
) -> FetchReport:
    """Archive what the event's outlets published about it, with the event and the packs that were used beside it.

    `newsroom` makes it a demo: its hosts, its packs and its clock, and no other network. `now` fixes the clock.

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
        "ledger": "-",
    } | ({"newsroom": str(newsroom.folder), "proxy": newsroom.proxy} if newsroom else {})
    job = {"arguments": arguments, "settings": {**SETTINGS, **(DEMO_SETTINGS if newsroom else {})}}
    outcomes = _run(job, progress=progress)
    rejects = [Reject(stage=STAGE, where=o["where"], reason=o["reason"]) for o in outcomes if o["what"] == "reject"]
    corpus.set_aside(STAGE, rejects)
    config = {"now": arguments["now"] or None, "archive": _archive_digest(corpus.folder)}
    record_stage(corpus, STAGE, inputs=inputs, config=config, packages=["scrapy", "warcio"], outputs=[REJECTS])
    return FetchReport(sum(o["what"] == "page" for o in outcomes), tuple(rejects))


def _keep_inputs(event_path: Path, packs: Mapping[str, Path], folder: Path) -> list[Path]:
    """Copies of the event and the packs inside the corpus, so that extraction needs nothing from elsewhere."""
    kept = {folder / "event.toml": event_path}
    kept |= {folder / "outlets" / f"{name}.toml": pack for name, pack in packs.items()}
    for target, source in kept.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        if not (target.exists() and target.samefile(source)):
            shutil.copyfile(source, target)
    return list(kept)


def _archive_digest(folder: Path) -> str:
    """A hash over the archive's records, whatever order they came in (a WARC file's own bytes depend on it)."""
    refs: list[str] = []
    for path in archive_files(folder / "warc"):
        with suppress(CorpusError):  # a file that an earlier crawl left torn; extraction says so
            refs.extend(exchange.ref for exchange in read_archive(path))
    return short_hash(*sorted(refs))


def _run(job: Mapping[str, Any], *, progress: bool) -> list[dict[str, str]]:
    command = [sys.executable, "-m", "crawl.child"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps(job))
        child.stdin.close()
        outcomes = list(_outcomes(child.stdout, progress=progress))
    if child.returncode != 0:
        found = f"a crawl that broke off (exit code {child.returncode})"
        todo = "see the messages above and collect again; what was fetched is kept"
        raise ParallaxError(sentence("collect", found=found, expected="one that comes to its end", todo=todo))
    return outcomes


def _outcomes(lines: IO[str], *, progress: bool) -> Iterator[dict[str, str]]:
    with tqdm(desc="fetch", unit="page", total=0, disable=None if progress else True) as bar:
        for line in lines:
            outcome: dict[str, str] = json.loads(line)
            if outcome["what"] == "found":
                bar.total = (bar.total or 0) + 1
                bar.refresh()
            else:
                bar.update(outcome["what"] == "page")
            yield outcome
