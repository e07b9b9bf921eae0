"""The crawl's memory in Redis, for several processes on one or several machines. docs/scaling.md tells how it works.

It is to the scheduler what `crawl.frontier` is. When the crawl has come to its end, it is written to the same SQLite
file, where the report and the next crawl read it.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from redis.exceptions import RedisError

from crawl.archive import archive_files, number_of
from crawl.frontier_export import earlier_pages, export, last_crawl
from crawl.frontier_scripts import ADD, BEGIN, CLAIM, CLOSE, FINISH, GIVE_UP, PUT_BACK, RELEASE, TICK
from crawl.mending import mend
from crawl.tickets import Address, Done, Earlier, Passed, Ticket

KEPT_S = 24 * 60 * 60
"""How long Redis keeps a crawl that is finished, for workers that are about to notice."""
ANSWERED = ("page", "unchanged", "source")
LOST = Done(outcome="failed", reason="The crawler lost sight of it.")


class RedisFrontier:
    """The frontier of one crawl, shared by all workers that name the same server and event.

    A site is asked by one worker at a time, so that its pace is kept. `queued` counts the waiting rows of the sites
    that this worker may ask, `counts` all rows by outlet and outcome; both are as of the last `refresh`.
    """

    is_shared = True

    def __init__(self, folder: Path, server: Any, name: str, *, lease_s: float, gap_s: float):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._server, self._lease_s, self._gap_s = server, lease_s, gap_s
        self._scripts: dict[str, Any] = {}
        self._base = f"parallax:{name}:"
        above = max([last_crawl(folder), *map(number_of, archive_files(folder))])
        self.crawl, self._worker = map(int, self._run(BEGIN, self._base, above))
        self._prefix = f"{self._base}{self.crawl}:"
        self.archive = f"{self.crawl:05d}-{self._worker}.warc.gz"
        self.is_continued = False
        self.queued: Counter[str] = Counter()
        self.counts: Counter[tuple[str, str]] = Counter()
        self._held: dict[int, str] = {}
        self._leaving: set[str] = set()
        self._earlier = earlier_pages(folder, self.crawl)
        self.refresh()

    def _run(self, script: str, *arguments: Any) -> Any:
        if script not in self._scripts:
            self._scripts[script] = self._server.register_script(script)
        return self._scripts[script](args=arguments)

    def _mine(self, script: str, *arguments: Any) -> Any:
        return self._run(script, self._prefix, self._worker, *arguments)

    def refresh(self) -> None:
        """Be heard of, queue again what dead workers had, and see what the others have done."""
        told = self._mine(TICK, self._base, int(self._lease_s * 1000))
        sites, n_workers, counts = json.loads(told)
        pairs = zip(counts[::2], counts[1::2], strict=True) if counts else ()
        self.counts = Counter({tuple(json.loads(name)): int(n) for name, n in pairs})
        self._share(sites, n_workers)
        self.queued = Counter({site: n if n and self._may_ask(site, holder) else 0 for site, n, holder in sites})

    def _share(self, sites: Sequence[tuple[str, int, int]], n_workers: int) -> None:
        """Leave sites to others where this worker has more than its share of those that still have to be asked."""
        busy = [(site, holder) for site, n, holder in sites if n]
        mine = sorted(site for site, holder in busy if holder == self._worker)
        share = -(-len(busy) // max(1, n_workers))
        self._room = share - len(mine)
        self._leaving = set(mine[share:])
        for site in self._leaving - set(self._held.values()):
            self._mine(RELEASE, site, int(self._gap_s * 1000))

    def _may_ask(self, site: str, holder: int) -> bool:
        """Whether a site that has a queue is this worker's, or is free and within its share."""
        if holder == self._worker:
            return site not in self._leaving
        self._room -= not holder
        return not holder and self._room >= 0

    def is_open_elsewhere(self) -> bool:
        """Whether rows are not done that this worker does not have: they may come back to it."""
        return int(self._server.get(f"{self._prefix}open") or 0) > len(self._held)

    def add(self, address: Address, parent: int | None = None) -> bool:
        """Queue an address; False if the crawl knows it already."""
        is_new = bool(self._mine(ADD, _row(address, parent)))
        self._note(address, is_new=is_new)
        return is_new

    def _note(self, address: Address, *, is_new: bool) -> None:
        self.queued[address.site] += is_new
        self.counts[address.outlet, "queued"] += is_new

    def claim(self, site: str, n: int) -> list[Ticket]:
        """Take up to `n` of a site's queued rows; none if another worker asks the site, or has just done so."""
        told = self._mine(CLAIM, site, n)
        tickets = [_ticket(*told[at : at + 3]) for at in range(0, len(told), 3)]
        self._held.update(dict.fromkeys((ticket.id for ticket in tickets), site))
        self.queued[site] = self.queued[site] - n if len(tickets) == n else 0
        return tickets

    def put_back(self, row: int, site: str, packed: str) -> None:
        """Queue a row again that this worker has, with what its request has become."""
        self.queued[site] += int(self._mine(PUT_BACK, row, packed))
        self._held.pop(row, None)

    def has(self, key: bytes) -> bool:
        """Whether the crawl knows an address."""
        return bool(self._server.hexists(f"{self._prefix}known", key.hex()))

    def finish(
        self, row: int, outlet: str, done: Done, *, found: Sequence[Address] = (), passed: Sequence[Passed] = ()
    ) -> None:
        """Write a request's outcome and everything its answer leads to; where another worker was first, its stays."""
        if done.outcome in ANSWERED and done.rights is None:
            raise ValueError(f"row {row}: an answer without a policy record")
        rows = [_row(address, row) for address in found]
        said = [_said(p) for p in passed]
        is_first, *new = self._mine(FINISH, row, _json(asdict(done)), len(rows), *rows, *said)
        self._held.pop(row, None)
        self.counts[outlet, "queued"] -= is_first
        self.counts[outlet, done.outcome] += is_first
        for address, is_new in zip(found, new, strict=True):
            self._note(address, is_new=bool(is_new))

    def pass_over(self, passed: Passed) -> None:
        """Keep an address that is not asked for, and why."""
        self._server.sadd(f"{self._prefix}passed", _said(passed))

    def give_up(self, site: str, reason: str) -> int:
        """Close every queued row of a site with the same reason; how many there were."""
        self.queued[site] = 0
        return int(self._mine(GIVE_UP, site, _json(asdict(Done(outcome="given up", reason=reason)))))

    def keep_policy(self, site: str, record: Mapping[str, Any]) -> None:
        """Keep what a site says of crawling it; what was asked last counts."""
        self._server.hset(f"{self._prefix}policies", site, _json(record))

    def note_cut_off(self, n_bytes: int) -> None:
        """Keep how many bytes of broken records were cut off the crawl's archive."""
        self._server.hincrby(f"{self._base}crawl", "n_cut_off", n_bytes)

    def earlier(self, key: bytes) -> Earlier | None:
        """The page of an address as the last crawl in this worker's folder knew it."""
        return self._earlier[key][3] if key in self._earlier else None

    def known_pages(self, outlets: Iterable[str]) -> list[tuple[str, str, str]]:
        """Outlet, address and packed request of every page that an earlier crawl in this worker's folder has."""
        named = set(outlets)
        return sorted(page[:3] for page in self._earlier.values() if page[0] in named)

    def n_of(self, outlet: str) -> int:
        """How many addresses of an outlet the crawl knows."""
        return sum(n for (name, _), n in self.counts.items() if name == outlet)

    def close(self, *, is_finished: bool) -> None:
        """Leave the crawl; what this worker has goes back, or, where all else is done, is lost."""
        with suppress(RedisError) if not is_finished else nullcontext():
            self._leave(is_finished=is_finished)
        self._server.close()

    def _leave(self, *, is_finished: bool) -> None:
        if is_finished and not self._mine(CLOSE, _json(asdict(LOST)), *self._held):
            self._mend()
            # Killed before the next line, the crawl is gone on with: there is nothing left to do but this.
            export(self.folder, self._server, self._base, self.crawl)
            self._server.hset(f"{self._base}crawl", "is_finished", "1")
            for key in self._server.scan_iter(match=f"{self._prefix}*"):
                self._server.expire(key, KEPT_S)
        self._server.delete(f"{self._prefix}alive:{self._worker}")
        if not self._held or is_finished:
            self._server.srem(f"{self._prefix}workers", self._worker)

    def _mend(self) -> None:
        """Cut off what the dead left of a record at the end of their files, where these lie in the same folder."""
        for path in archive_files(self.folder):
            worker = path.name.split(".")[0].partition("-")[2]
            is_dead = worker and not self._server.exists(f"{self._prefix}alive:{worker}")
            if number_of(path) == self.crawl and is_dead:
                _, n_bytes = mend(path)
                if n_bytes:
                    self.note_cut_off(n_bytes)


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _row(address: Address, parent: int | None) -> str:
    return _json({**asdict(address), "key": address.key.hex(), "parent": parent})


def _said(passed: Passed) -> str:
    return json.dumps([passed.outlet, passed.url, passed.reason], ensure_ascii=False)


def _ticket(row: bytes, told: bytes, packed: bytes) -> Ticket:
    a = json.loads(told)
    return Ticket(int(row), a["url"], a["outlet"], a["kind"], packed.decode(), a["priority"], bytes.fromhex(a["key"]))
