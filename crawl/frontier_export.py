"""From a finished crawl in Redis to the SQLite file that a crawl on one machine keeps, and what that has already."""

import json
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from crawl.frontier import FILE
from crawl.frontier_tables import SCHEMA
from crawl.tickets import Earlier

FIELDS = ("outcome", "reason", "raw_ref", "rights", "etag", "last_modified", "sha256")
Page = tuple[str, str, str, Earlier]
"""Outlet, address, packed request of a page, and what was known of it."""


def last_crawl(folder: Path) -> int:
    """The number of the last crawl in a folder's SQLite file; 0 without one."""
    return int(_read(folder, "SELECT ifnull(max(number), 0) FROM crawls")[0][0]) if (folder / FILE).exists() else 0


def earlier_pages(folder: Path, crawl: int) -> dict[bytes, Page]:
    """The pages that the crawls before one have, by the key of their address, as the last of them knew them."""
    if not (folder / FILE).exists():
        return {}
    rows = _read(
        folder,
        "SELECT key, outlet, url, packed, raw_ref, etag, last_modified, sha256 FROM requests "
        "WHERE crawl < ? AND sha256 IS NOT NULL ORDER BY crawl",
        crawl,
    )
    return {key: (outlet, url, packed, Earlier(*known)) for key, outlet, url, packed, *known in rows}


def _read(folder: Path, question: str, *values: Any) -> list[Any]:
    with closing(sqlite3.connect(folder / FILE)) as db:
        return db.execute(question, values).fetchall()


def export(folder: Path, server: Any, base: str, crawl: int) -> None:
    """Add a finished crawl to a folder's SQLite file, in one piece; nothing happens where it stands there already."""
    path = folder / FILE
    if last_crawl(folder) >= crawl:
        return
    made = folder / f"{FILE}.{uuid.uuid4().hex}"
    if path.exists():
        shutil.copyfile(path, made)
    with closing(sqlite3.connect(made)) as db, db:
        db.executescript(SCHEMA)
        _fill(db, server, base, crawl)
    made.replace(path)


def _fill(db: sqlite3.Connection, server: Any, base: str, crawl: int) -> None:
    prefix = f"{base}{crawl}:"
    told = {name.decode(): int(n) for name, n in server.hgetall(f"{base}crawl").items()}
    counts = (told.get("n_continued", 0), told.get("n_again", 0), told.get("n_cut_off", 0))
    db.execute("INSERT INTO crawls VALUES (?, ?, 1, ?, ?, ?)", (crawl, f"{crawl:05d}", *counts))
    marks = ", ".join("?" * 18)
    first = db.execute("SELECT ifnull(max(id), 0) FROM requests").fetchone()[0]
    db.executemany(f"INSERT INTO requests VALUES ({marks})", _requests(server, prefix, crawl, first))
    passed = sorted(json.loads(row) for row in server.smembers(f"{prefix}passed"))
    db.executemany("INSERT OR IGNORE INTO passed_over VALUES (?, ?, ?, ?)", ((crawl, *row) for row in passed))
    policies = sorted(server.hgetall(f"{prefix}policies").items())
    db.executemany("INSERT INTO policies VALUES (?, ?, ?)", ((crawl, s.decode(), p.decode()) for s, p in policies))


def _requests(server: Any, prefix: str, crawl: int, first: int) -> Iterator[tuple[Any, ...]]:
    """The rows, numbered on from `first`, in the order in which they were found."""
    rows, packed, done = (server.hgetall(f"{prefix}{name}") for name in ("rows", "packed", "done"))
    for key in sorted(rows, key=int):
        a, end = json.loads(rows[key]), json.loads(done[key])
        end["rights"] = None if end["rights"] is None else json.dumps(end["rights"], sort_keys=True, ensure_ascii=False)
        parent = None if a["parent"] is None else a["parent"] + first
        said = (a["outlet"], a["kind"], a["site"], a["url"], packed[key].decode(), a["priority"], "done")
        known = tuple(end[name] for name in FIELDS)
        yield (int(key) + first, crawl, bytes.fromhex(a["key"]), parent, *said, *known)
