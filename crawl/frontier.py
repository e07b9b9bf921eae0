"""The crawl's memory: one row a request in SQLite, so that nothing is lost or doubled when the crawl is killed.

A row is queued, in flight, or done with its outcome. What an answer leads to (its own outcome, the addresses it
announces, those that are passed over) is written in one transaction. docs/how-a-crawl-is-kept.md describes the folder.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError, sentence
from crawl.archive import next_name
from crawl.frontier_tables import ADD, CLAIM, FINISH, SCHEMA
from crawl.tickets import Address, Done, Earlier, Passed, Ticket

FILE = "frontier.sqlite"
WAIT_S = 20.0
"""How long to wait for a crawl of the same folder that is just ending."""


class Frontier:
    """The frontier of one crawl, open for writing; nobody else can have it open meanwhile.

    `queued` counts the waiting rows by site, `counts` all rows by outlet and outcome ("queued" for what is not done).
    """

    is_shared = False

    def __init__(self, folder: Path):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._db = _connect(folder / FILE)
        self.queued: Counter[str] = Counter()
        self.counts: Counter[tuple[str, str]] = Counter()
        self.crawl, self.archive, self.is_continued = self._begin()
        self._count()

    def _begin(self) -> tuple[int, str, bool]:
        """Go on with the last crawl if it did not come to its end, else begin the next one."""
        with self._transaction():
            last = self._db.execute("SELECT number, archive, is_finished FROM crawls ORDER BY number DESC").fetchone()
            if last and not last[2]:
                again = self._db.execute(
                    "UPDATE requests SET state = 'queued' WHERE crawl = ? AND state = 'in flight'", (last[0],)
                ).rowcount
                self._db.execute(
                    "UPDATE crawls SET n_continued = n_continued + 1, n_again = n_again + ? WHERE number = ?",
                    (again, last[0]),
                )
                return last[0], last[1], True
            number, archive = (last[0] if last else 0) + 1, next_name(self.folder)
            self._db.execute("INSERT INTO crawls (number, archive) VALUES (?, ?)", (number, archive))
            return number, archive, False

    def _count(self) -> None:
        rows = self._db.execute(
            "SELECT site, outlet, ifnull(outcome, 'queued'), count(*) FROM requests WHERE crawl = ? GROUP BY 1, 2, 3",
            (self.crawl,),
        )
        for site, outlet, outcome, n in rows:
            self.counts[outlet, outcome] += n
            self.queued[site] += n * (outcome == "queued")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def refresh(self) -> None:
        """Nothing to look for: nobody else writes it."""

    def is_open_elsewhere(self) -> bool:
        """No: nobody else has rows of it."""
        return False

    def add(self, address: Address, parent: int | None = None) -> bool:
        """Queue an address; False if the crawl knows it already."""
        with self._transaction():
            return self._add(address, parent)

    def _add(self, a: Address, parent: int | None) -> bool:
        row = (self.crawl, a.key, parent, a.outlet, a.kind, a.site, a.url, a.packed, a.priority)
        is_new = self._db.execute(ADD, row).rowcount == 1
        self.queued[a.site] += is_new
        self.counts[a.outlet, "queued"] += is_new
        return is_new

    def claim(self, site: str, n: int) -> list[Ticket]:
        """Take up to `n` of a site's queued rows, the most urgent and oldest first; they are in flight now."""
        with self._transaction():
            rows = self._db.execute(CLAIM, (self.crawl, site, n)).fetchall()
        tickets = sorted((Ticket(*row) for row in rows), key=lambda t: (-t.priority, t.id))
        self.queued[site] = self.queued[site] - n if len(tickets) == n else 0
        return tickets

    def put_back(self, row: int, site: str, packed: str) -> None:
        """Queue a row again that is in flight, with what its request has become."""
        back = "UPDATE requests SET state = 'queued', packed = ? WHERE id = ? AND state = 'in flight'"
        with self._transaction():
            self.queued[site] += self._db.execute(back, (packed, row)).rowcount

    def has(self, key: bytes) -> bool:
        """Whether the crawl knows an address."""
        known = self._db.execute("SELECT 1 FROM requests WHERE key = ? AND crawl = ?", (key, self.crawl))
        return known.fetchone() is not None

    def finish(
        self, row: int, outlet: str, done: Done, *, found: Sequence[Address] = (), passed: Sequence[Passed] = ()
    ) -> None:
        """Write a request's outcome and everything its answer leads to, all or nothing."""
        rights = json.dumps(done.rights, sort_keys=True, ensure_ascii=False) if done.rights is not None else None
        values = (done.outcome, done.reason, done.raw_ref, rights, done.etag, done.last_modified, done.sha256, row)
        with self._transaction():
            is_first = self._db.execute(FINISH, values).rowcount == 1
            for address in found:
                self._add(address, row)
            said = [(self.crawl, p.outlet, p.url, p.reason) for p in passed]
            self._db.executemany("INSERT OR IGNORE INTO passed_over VALUES (?, ?, ?, ?)", said)
        self.counts[outlet, "queued"] -= is_first
        self.counts[outlet, done.outcome] += is_first

    def pass_over(self, passed: Passed) -> None:
        """Keep an address that is not asked for, and why."""
        row = (self.crawl, passed.outlet, passed.url, passed.reason)
        self._db.execute("INSERT OR IGNORE INTO passed_over VALUES (?, ?, ?, ?)", row)

    def give_up(self, site: str, reason: str) -> int:
        """Close every queued row of a site with the same reason; how many there were."""
        with self._transaction():
            rows = self._db.execute(
                "UPDATE requests SET state = 'done', outcome = 'given up', reason = ? "
                "WHERE crawl = ? AND site = ? AND state = 'queued' RETURNING outlet",
                (reason, self.crawl, site),
            ).fetchall()
        self.queued[site] = 0
        for (outlet,) in rows:
            self.counts[outlet, "queued"] -= 1
            self.counts[outlet, "given up"] += 1
        return len(rows)

    def keep_policy(self, site: str, record: Mapping[str, Any]) -> None:
        """Keep what a site says of crawling it; what was asked last counts."""
        text = json.dumps(record, sort_keys=True, ensure_ascii=False)
        self._db.execute("INSERT OR REPLACE INTO policies VALUES (?, ?, ?)", (self.crawl, site, text))

    def note_cut_off(self, n_bytes: int) -> None:
        """Keep how many bytes of a broken record were cut off this crawl's archive."""
        self._db.execute("UPDATE crawls SET n_cut_off = n_cut_off + ? WHERE number = ?", (n_bytes, self.crawl))

    def earlier(self, key: bytes) -> Earlier | None:
        """The page of an address as the last crawl that had it knew it."""
        if self.crawl == 1:
            return None
        row = self._db.execute(
            "SELECT raw_ref, etag, last_modified, sha256 FROM requests WHERE key = ? AND crawl < ? "
            "AND sha256 IS NOT NULL ORDER BY crawl DESC LIMIT 1",
            (key, self.crawl),
        ).fetchone()
        return Earlier(*row) if row else None

    def known_pages(self, outlets: Iterable[str]) -> list[tuple[str, str, str]]:
        """Outlet, address and packed request of every page that an earlier crawl has."""
        named = list(outlets)
        return self._db.execute(
            "SELECT outlet, url, packed FROM requests WHERE crawl < ? AND sha256 IS NOT NULL "
            f"AND outlet IN ({', '.join('?' * len(named))}) GROUP BY key ORDER BY outlet, url",
            (self.crawl, *named),
        ).fetchall()

    def n_of(self, outlet: str) -> int:
        """How many addresses of an outlet the crawl knows."""
        return sum(n for (name, _), n in self.counts.items() if name == outlet)

    def close(self, *, is_finished: bool) -> None:
        """Close the file; a crawl that is not finished is gone on with next time."""
        if is_finished:
            lost = (
                "UPDATE requests SET state = 'done', outcome = 'failed', reason = ? WHERE crawl = ? AND state != 'done'"
            )
            with self._transaction():
                self._db.execute(lost, ("The crawler lost sight of it.", self.crawl))
                self._db.execute("UPDATE crawls SET is_finished = 1 WHERE number = ?", (self.crawl,))
        self._db.close()


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
    try:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA journal_mode = WAL")
        # Safe against a killed process; a power cut may cost the last rows, which are then fetched again.
        db.execute("PRAGMA synchronous = NORMAL")
        db.executescript(SCHEMA)
    except sqlite3.OperationalError as why:
        db.close()
        found, todo = f"a frontier that cannot be opened ({why})", "wait until the other crawl of this folder has ended"
        raise CorpusError(sentence(str(path), found=found, expected="one that is free", todo=todo)) from None
    except sqlite3.DatabaseError as why:
        db.close()
        todo = "move it away; the archive beside it stays readable"
        raise CorpusError(
            sentence(str(path), found=f"no frontier ({why})", expected="one made by a crawl", todo=todo)
        ) from None
    return db
