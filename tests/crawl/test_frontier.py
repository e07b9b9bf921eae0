"""The frontier keeps one row a request: added once, claimed once, done with its outcome, whatever happens between."""

import sqlite3

import pytest

from corpus.errors import CorpusError
from crawl.frontier import FILE, Frontier
from crawl.tickets import Address, Done, Passed

RIGHTS = {"robots": "allowed"}
PAGE = Done(outcome="page", raw_ref="warc/00001.warc.gz#1", rights=RIGHTS, etag='"1"', sha256="aa")


def address(name, site="gazette.example", priority=0):
    url = f"http://{site}/{name}"
    return Address(key=url.encode(), url=url, outlet="gazette", kind="page", site=site, packed="{}", priority=priority)


@pytest.fixture
def frontier(tmp_path):
    opened = Frontier(tmp_path)
    yield opened
    opened.close(is_finished=False)


def rows(folder):
    with sqlite3.connect(folder / FILE) as db:
        return dict(db.execute("SELECT url, ifnull(outcome, state) FROM requests"))


def finished(folder, *names, done=PAGE):
    """A frontier folder with a finished crawl of these pages."""
    frontier = Frontier(folder)
    for name in names:
        frontier.add(address(name))
    for ticket in frontier.claim("gazette.example", len(names)):
        frontier.finish(ticket.id, "gazette", done)
    frontier.close(is_finished=True)


def test_an_address_is_queued_once(frontier):
    assert frontier.add(address("a"))
    assert not frontier.add(address("a"))
    assert frontier.queued["gazette.example"] == 1


def test_rows_are_claimed_once_the_urgent_before_the_old(frontier):
    for name, priority in (("a", 0), ("b", 0), ("feed", 10), ("known", -10)):
        frontier.add(address(name, priority=priority))
    first, second = frontier.claim("gazette.example", 3), frontier.claim("gazette.example", 3)
    assert [t.url.rpartition("/")[2] for t in (*first, *second)] == ["feed", "a", "b", "known"]
    assert frontier.claim("gazette.example", 3) == []


def test_sites_have_queues_of_their_own(frontier):
    frontier.add(address("a"))
    frontier.add(address("a", site="herald.example"))
    assert [t.url for t in frontier.claim("herald.example", 9)] == ["http://herald.example/a"]


def test_an_outcome_and_what_it_leads_to_are_written_together(frontier):
    frontier.add(address("feed"))
    (ticket,) = frontier.claim("gazette.example", 1)
    old = Passed("gazette", "http://gazette.example/old", "It is old.")
    frontier.finish(ticket.id, "gazette", Done(outcome="source", rights=RIGHTS), found=[address("a")], passed=[old])
    assert frontier.counts == {("gazette", "queued"): 1, ("gazette", "source"): 1}
    assert [t.url for t in frontier.claim("gazette.example", 9)] == ["http://gazette.example/a"]


def test_nothing_is_written_when_one_part_cannot_be(frontier, tmp_path):
    frontier.add(address("feed"))
    (ticket,) = frontier.claim("gazette.example", 1)
    with pytest.raises(sqlite3.IntegrityError):
        frontier.finish(ticket.id, "gazette", Done(outcome="source"), found=[address("a")])
    frontier.close(is_finished=False)
    assert rows(tmp_path) == {"http://gazette.example/feed": "in flight"}


def test_no_answer_is_done_without_its_policy_record(frontier):
    frontier.add(address("a"))
    (ticket,) = frontier.claim("gazette.example", 1)
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        frontier.finish(ticket.id, "gazette", Done(outcome="page"))


def test_a_row_is_finished_once(frontier):
    frontier.add(address("a"))
    (ticket,) = frontier.claim("gazette.example", 1)
    frontier.finish(ticket.id, "gazette", PAGE)
    frontier.finish(ticket.id, "gazette", Done(outcome="failed"))
    assert frontier.counts["gazette", "page"] == 1
    assert frontier.counts["gazette", "failed"] == 0


def test_a_crawl_that_was_stopped_is_gone_on_with(tmp_path):
    frontier = Frontier(tmp_path)
    for name in "abc":
        frontier.add(address(name))
    first, _ = frontier.claim("gazette.example", 2)
    frontier.finish(first.id, "gazette", PAGE)
    frontier.close(is_finished=False)
    again = Frontier(tmp_path)
    assert (again.is_continued, again.crawl, again.archive) == (True, 1, "00001.warc.gz")
    assert [t.url.rpartition("/")[2] for t in again.claim("gazette.example", 9)] == ["b", "c"]
    assert again.counts["gazette", "page"] == 1
    again.close(is_finished=False)


def test_after_a_finished_crawl_a_new_one_begins_and_knows_the_last(tmp_path):
    finished(tmp_path, "a")
    (tmp_path / "00001.warc.gz").write_bytes(b"")
    frontier = Frontier(tmp_path)
    assert (frontier.is_continued, frontier.crawl, frontier.archive) == (False, 2, "00002.warc.gz")
    assert [page[1] for page in frontier.known_pages(["gazette"])] == ["http://gazette.example/a"]
    assert frontier.known_pages(["herald"]) == []
    earlier = frontier.earlier(address("a").key)
    assert (earlier.raw_ref, earlier.etag, earlier.sha256) == ("warc/00001.warc.gz#1", '"1"', "aa")
    assert frontier.earlier(address("b").key) is None
    assert frontier.add(address("a"))
    frontier.close(is_finished=False)


def test_a_page_that_was_never_read_is_not_known(tmp_path):
    finished(tmp_path, "a", done=Done(outcome="page", rights=RIGHTS))
    frontier = Frontier(tmp_path)
    assert frontier.known_pages(["gazette"]) == []
    frontier.close(is_finished=False)


def test_a_site_that_is_given_up_has_an_outcome_for_every_row(frontier):
    for name in "abc":
        frontier.add(address(name))
    frontier.add(address("a", site="herald.example"))
    assert frontier.give_up("gazette.example", "It keeps refusing.") == 3
    assert frontier.counts["gazette", "given up"] == 3
    assert frontier.claim("gazette.example", 9) == []
    assert frontier.queued["herald.example"] == 1


def test_a_row_that_is_put_back_keeps_what_its_request_has_become(frontier):
    frontier.add(address("a"))
    (ticket,) = frontier.claim("gazette.example", 1)
    frontier.put_back(ticket.id, "gazette.example", '{"tries":1}')
    assert [t.packed for t in frontier.claim("gazette.example", 1)] == ['{"tries":1}']


def test_a_crawl_that_ends_has_an_outcome_for_every_row(tmp_path):
    frontier = Frontier(tmp_path)
    frontier.add(address("a"))
    frontier.claim("gazette.example", 1)
    frontier.close(is_finished=True)
    assert rows(tmp_path) == {"http://gazette.example/a": "failed"}


def test_nobody_else_opens_it_meanwhile(frontier, tmp_path, monkeypatch):
    monkeypatch.setattr("crawl.frontier.WAIT_S", 0.0)
    with pytest.raises(CorpusError, match="wait until the other crawl of this folder has ended"):
        Frontier(tmp_path)


def test_a_file_that_is_no_frontier_is_one_sentence(tmp_path):
    (tmp_path / FILE).write_bytes(b"not a database at all, but long enough to be looked at" * 20)
    with pytest.raises(CorpusError, match=r"frontier\.sqlite: found no frontier"):
        Frontier(tmp_path)
