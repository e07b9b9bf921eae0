"""Whether packs still work: robots.txt, every source and one article of each, asked as politely as a crawl asks."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import trafilatura

from crawl.archive import Exchange, archive_files, read_archive
from crawl.fetch import DEMO_SETTINGS, SETTINGS, run_spider
from crawl.frontier import FILE
from crawl.newsroom import Newsroom
from crawl.outlet import PACKS, chosen, load_outlets
from crawl.policy import NO_ROBOTS

KINDS = ("feed", "sitemap", "section", "search")
ENOUGH = 200
"""Characters from which a page has an article: the shortest news has more, a notice that it is gone less."""
COLUMNS = ("outlet", "robots", *KINDS, "article")


@dataclass(frozen=True, slots=True)
class Asked:
    """One address that was asked for; `trouble` is why it does not work, None where it does."""

    url: str
    kind: str
    outcome: str
    trouble: str | None


@dataclass(frozen=True, slots=True)
class OutletCheck:
    """What works of one pack."""

    outlet: str
    asked: tuple[Asked, ...]

    def cells(self) -> tuple[str, ...]:
        """The row of the table: robots.txt, works of asked for each kind of source, the article."""
        return (self.outlet, self._robots(), *(self._share(kind) for kind in KINDS), self._article())

    def _robots(self) -> str:
        n = sum(one.outcome == "forbidden" for one in self.asked)
        is_unknown = all(one.outcome == "refused" or (one.trouble or "").startswith(NO_ROBOTS) for one in self.asked)
        return f"no {n}" if n else "none" if self.asked and is_unknown else "ok"

    def _share(self, kind: str) -> str:
        mine = [one for one in self.asked if one.kind == kind]
        return f"{sum(one.trouble is None for one in mine)}/{len(mine)}" if mine else "-"

    def _article(self) -> str:
        mine = [one for one in self.asked if one.kind == "page"]
        return "none" if not mine else "no" if any(one.trouble for one in mine) else "ok"

    def troubles(self) -> Iterator[str]:
        """One line for each address that does not work."""
        yield from (f"{self.outlet}: {one.url}: {one.trouble}" for one in self.asked if one.trouble)
        if self._article() == "none":
            yield f"{self.outlet}: no article was found in its sources"


def check_outlets(
    *,
    outlet_folders: Sequence[Path] = (),
    only: Sequence[str] = (),
    newsroom: Newsroom | None = None,
    progress: bool = True,
) -> list[OutletCheck]:
    """Ask the outlets (all, or those named `only`), and say of each what works. Nothing is kept.

    Raises:
        PackError: a pack cannot be used, or one that is named does not exist.
    """
    folders = [*outlet_folders, *([newsroom.outlets] if newsroom else [])]
    packs = chosen(load_outlets(PACKS, *folders), only)
    own: Mapping[str, Any] = {**SETTINGS, **(DEMO_SETTINGS if newsroom else {}), "PROGRESS": progress}
    with TemporaryDirectory(prefix="parallax-check-") as into:
        arguments = {"into": into, "outlets": os.pathsep.join(map(str, folders)), "only": ",".join(packs)}
        if newsroom:
            now = newsroom.now.astimezone(UTC).isoformat()
            arguments |= {"newsroom": str(newsroom.folder), "proxy": newsroom.proxy, "now": now}
        run_spider("check", arguments, own)
        return _read(Path(into) / "warc", packs)


def _read(folder: Path, names: Iterable[str]) -> list[OutletCheck]:
    pages = {e.url: e for path in archive_files(folder) for e in read_archive(path) if e.note.get("kind") == "page"}
    asked: dict[str, list[Asked]] = {name: [] for name in names}
    with closing(sqlite3.connect(folder / FILE)) as db:
        rows = db.execute(
            "SELECT outlet, url, kind, outcome, reason FROM requests WHERE outcome != 'redirected' ORDER BY outlet, id"
        )
        for outlet, url, kind, outcome, reason in rows:
            asked[outlet].append(Asked(url, kind, outcome, _trouble(outcome, reason, pages.get(url))))
    return [OutletCheck(name, tuple(found)) for name, found in asked.items()]


def _trouble(outcome: str, reason: str | None, page: Exchange | None) -> str | None:
    if outcome == "source":
        return "It announces nothing." if reason == "0 addresses" else None
    if outcome != "page":
        return reason
    if page is None or page.status != 200:
        return f"The server answered with status {page.status}." if page else "No answer was kept."
    text = trafilatura.extract(page.body, url=page.url, include_comments=False) or ""
    return None if len(text) >= ENOUGH else f"Only {len(text)} characters of text were found on the page."


def table_lines(checks: Sequence[OutletCheck]) -> Iterator[str]:
    """The table for people, then what does not work, by name."""
    rows = [COLUMNS, *(check.cells() for check in checks)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield from (line for check in checks for line in check.troubles())
