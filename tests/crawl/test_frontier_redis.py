"""A frontier in Redis: several workers have every row once, and what a dead one had comes back."""

import gzip
import time
import uuid

import pytest
from scrapy.settings import Settings

from corpus.errors import InputError
from crawl.crawl_report import read_report
from crawl.frontier import Frontier
from crawl.frontiers import open_frontier
from crawl.tickets import Address, Done, Passed

RIGHTS = {"robots": "allowed"}
SITES = [f"{name}.example" for name in ("gazette", "herald", "ledger", "post")]


def page(ref):
    return Done(outcome="page", raw_ref=f"warc/{ref}", rights=RIGHTS, etag='"1"', sha256="aa")


def address(name, site=SITES[0], priority=0):
    url = f"http://{site}/{name}"
    return Address(key=url.encode(), url=url, outlet="gazette", kind="page", site=site, packed="{}", priority=priority)


@pytest.fixture
def join(redis, tmp_path):
    """A function that adds a worker to one crawl; `lease_s` is how long it may be silent."""
    from redis import Redis

    from crawl.frontier_redis import RedisFrontier

    name, opened = uuid.uuid4().hex, []

    def worker(folder="one", *, lease_s=30.0, gap_s=0.0):
        made = RedisFrontier(tmp_path / folder, Redis.from_url(redis), name, lease_s=lease_s, gap_s=gap_s)
        opened.append(made)
        return made

    yield worker
    for one in opened:
        one.close(is_finished=False)


def names(tickets):
    return [ticket.url.rpartition("/")[2] for ticket in tickets]


def test_workers_know_one_queue(join):
    first, second = join(), join("two")
    assert first.add(address("a"))
    assert not second.add(address("a"))
    second.refresh()
    assert second.has(address("a").key)
    assert (second.queued[SITES[0]], second.n_of("gazette")) == (1, 1)
    assert (first.archive, second.archive) == ("00001-1.warc.gz", "00001-2.warc.gz")


def test_the_urgent_come_before_the_old(join):
    worker = join()
    for name, priority in (("a", 0), ("b", 0), ("feed", 10), ("known", -10)):
        worker.add(address(name, priority=priority))
    assert names(worker.claim(SITES[0], 3)) == ["feed", "a", "b"]
    assert names(worker.claim(SITES[0], 3)) == ["known"]
    assert worker.claim(SITES[0], 3) == []


def test_a_site_is_asked_by_one_worker_at_a_time(join):
    first, second = join(), join("two")
    for name in "abc":
        first.add(address(name))
    assert names(first.claim(SITES[0], 1)) == ["a"]
    assert second.claim(SITES[0], 1) == []
    second.refresh()
    assert second.queued[SITES[0]] == 0
    assert second.is_open_elsewhere()


def test_what_a_dead_worker_had_comes_back(join):
    dead, alive = join(lease_s=0.2), join("two")
    for name in "ab":
        dead.add(address(name))
    assert names(dead.claim(SITES[0], 2)) == ["a", "b"]
    alive.refresh()
    assert alive.claim(SITES[0], 2) == []
    time.sleep(0.3)
    alive.refresh()
    assert names(alive.claim(SITES[0], 2)) == ["a", "b"]


def test_a_worker_that_was_taken_for_dead_doubles_nothing(join, tmp_path):
    slow, alive = join(lease_s=0.2), join("two")
    slow.add(address("a"))
    (ticket,) = slow.claim(SITES[0], 1)
    time.sleep(0.3)
    alive.refresh()
    (again,) = alive.claim(SITES[0], 1)
    slow.finish(ticket.id, "gazette", page("00001-1.warc.gz#1"), found=[address("b")])
    alive.finish(again.id, "gazette", Done(outcome="failed"), found=[address("b")])
    slow.refresh()
    assert slow.counts == {("gazette", "page"): 1, ("gazette", "queued"): 1}


def test_an_outcome_and_what_it_leads_to_are_written_together(join):
    worker = join()
    worker.add(address("feed"))
    (ticket,) = worker.claim(SITES[0], 1)
    old = Passed("gazette", "http://gazette.example/old", "It is old.")
    found = [address("a"), address("a"), address("b", SITES[1])]
    worker.finish(ticket.id, "gazette", Done(outcome="source", rights=RIGHTS), found=found, passed=[old])
    assert (worker.queued[SITES[0]], worker.queued[SITES[1]]) == (1, 1)
    before = dict(worker.counts)
    worker.refresh()
    assert {key: n for key, n in worker.counts.items() if n} == before == {
        ("gazette", "queued"): 2, ("gazette", "source"): 1,
    }  # fmt: skip


def test_no_answer_is_done_without_its_policy_record(join):
    worker = join()
    worker.add(address("a"))
    (ticket,) = worker.claim(SITES[0], 1)
    with pytest.raises(ValueError, match="policy"):
        worker.finish(ticket.id, "gazette", Done(outcome="page"))


def test_a_row_that_is_put_back_is_claimed_with_what_it_became(join):
    worker = join()
    worker.add(address("a"))
    (ticket,) = worker.claim(SITES[0], 1)
    worker.put_back(ticket.id, SITES[0], '{"again": 1}')
    assert [t.packed for t in worker.claim(SITES[0], 1)] == ['{"again": 1}']


def test_a_site_that_is_given_up_is_closed_for_all(join):
    first, second = join(), join("two")
    for name in "abc":
        first.add(address(name))
    (ticket,) = first.claim(SITES[0], 1)
    assert first.give_up(SITES[0], "It kept refusing.") == 2
    first.finish(ticket.id, "gazette", page("x#1"))
    assert not second.is_open_elsewhere()


def test_sites_are_shared_out_when_workers_come(join):
    first = join(gap_s=0.1)
    for site in SITES:
        for name in "abc":
            first.add(address(name, site))
    held = {site: first.claim(site, 1)[0] for site in SITES}
    second = join("two", gap_s=0.1)
    first.refresh()
    left = [site for site in SITES if not first.queued[site]]
    assert len(left) == 2
    for site in left:
        first.finish(held[site].id, "gazette", page(f"{site}#1"))
    first.refresh()
    assert second.claim(left[0], 1) == []  # the site rests between two workers
    time.sleep(0.2)
    second.refresh()
    assert sorted(site for site in SITES if second.queued[site]) == sorted(left)
    assert all(second.claim(site, 1) for site in left)


def test_free_sites_without_a_queue_take_nobodys_share(join):
    dead, first, second = join(lease_s=0.2), join("two"), join("three")
    for site in SITES:
        dead.add(address("a", site))
    for site in SITES:
        (ticket,) = dead.claim(site, 1)
        if site != SITES[0]:
            dead.finish(ticket.id, "gazette", page(f"{site}#1"))
    time.sleep(0.3)
    first.refresh()
    second.refresh()
    assert first.queued == second.queued == {**dict.fromkeys(SITES, 0), SITES[0]: 1}


def test_a_finished_crawl_is_a_file_like_any_other(join, tmp_path):
    first, second = join("one/warc"), join("two/warc")
    first.keep_policy("http://gazette.example", {"robots": "status 200"})
    for name in "ab":
        first.add(address(name))
    one, other = first.claim(SITES[0], 2)
    first.finish(one.id, "gazette", page("00001-1.warc.gz#1"))
    old = Passed("gazette", "http://gazette.example/old", "It is old.")
    first.finish(other.id, "gazette", Done(outcome="failed", reason="No answer."), passed=[old])
    for worker in (second, first):
        worker.close(is_finished=True)
    reports = [read_report(tmp_path / folder) for folder in ("one", "two")]
    assert reports[0] == reports[1]
    assert reports[0].outlets == {"gazette": {"failed": 1, "page": 1, "passed over": 1}}
    assert [reason for _, reason in reports[0].rejects] == ["No answer.", "It is old."]
    alone = Frontier(tmp_path / "one" / "warc")
    alone.close(is_finished=False)
    assert join("two/warc").crawl == 2


@pytest.fixture
def finished(join, tmp_path):
    worker = join("one/warc")
    worker.add(address("a"))
    (ticket,) = worker.claim(SITES[0], 1)
    worker.finish(ticket.id, "gazette", page("00001-1.warc.gz#1"))
    worker.close(is_finished=True)


@pytest.mark.usefixtures("finished")
def test_the_next_crawl_knows_the_pages_of_the_last(join, tmp_path):
    worker = join("one/warc")
    assert (worker.crawl, worker.archive) == (2, "00002-1.warc.gz")
    assert worker.known_pages(["gazette"]) == [("gazette", "http://gazette.example/a", "{}")]
    assert worker.earlier(address("a").key).etag == '"1"'
    assert worker.earlier(address("b").key) is None
    worker.close(is_finished=True)
    alone = Frontier(tmp_path / "one" / "warc")
    assert (alone.crawl, alone.earlier(address("a").key).sha256) == (3, "aa")
    alone.close(is_finished=False)


def test_a_record_that_a_kill_tore_is_cut_off_in_the_end(join, tmp_path):
    dead, alive = join("one/warc", lease_s=0.2), join("one/warc")
    whole = gzip.compress(b"WARC/1.1\r\nWARC-Record-ID: <urn:uuid:1>\r\n\r\n")
    (dead.folder / dead.archive).write_bytes(whole + whole[:20])
    (alive.folder / alive.archive).write_bytes(whole)
    time.sleep(0.3)
    alive.refresh()
    alive.close(is_finished=True)
    assert (dead.folder / dead.archive).read_bytes() == whole
    report = read_report(tmp_path / "one")
    assert (report.n_continued, report.n_cut_off) == (1, 20)


def test_a_worker_that_stops_gives_back_what_it_had(join):
    first, second = join(), join("two")
    first.add(address("a"))
    first.claim(SITES[0], 1)
    first.close(is_finished=False)
    second.refresh()
    assert names(second.claim(SITES[0], 1)) == ["a"]


@pytest.mark.parametrize("url", ["redis://127.0.0.1:1/0", "127.0.0.1"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning:scrapy_redis")
def test_a_server_that_does_not_answer_is_named(url, tmp_path):
    pytest.importorskip("scrapy_redis", reason="the extra redis is not installed")
    with pytest.raises(InputError, match="REDIS_URL: found no answer"):
        open_frontier(tmp_path, "bridge", Settings({"REDIS_URL": url, "REDIS_LEASE_S": 1}))
