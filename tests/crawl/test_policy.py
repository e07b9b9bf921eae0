"""Every site is asked what it allows before anything else; what it says is kept with every answer, and obeyed."""

import itertools
import json
import sqlite3
import time
from contextlib import closing

import pytest
from protego import Protego
from warcio.archiveiterator import ArchiveIterator

from corpus.errors import CorpusError, ParallaxError
from corpus.store import Corpus
from corpus.tables import ARTICLES, REJECTS
from crawl.archive import archive_files, read_archive
from crawl.crawl_report import read_report
from crawl.fetch import fetch
from crawl.frontier import FILE
from crawl.newsroom import Newsroom
from crawl.policy import SitePolicy, delay_of
from crawl.tdm import read_tdmrep

ROBOTS = """
User-agent: GPTBot
User-agent: CCBot
Disallow: /
User-agent: *
Disallow: /members/
Content-Usage: train-ai=n
"""
TDMREP = [{"location": "/held/", "tdm-reservation": 1, "tdm-policy": "http://gazette.example/policy"}]
HEADERS = """
["/no-ai.html".headers]
X-Robots-Tag = "noindex, noai"
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory, tiny):
    names = ("/bridge.html", "/held/a.html", "/members/a.html", "/no-ai.html", "/meta.html")
    pages = {name: tiny.article(title=f"Brindlemoor {name}") for name in names}
    pages["/meta.html"] = tiny.article(head='<meta name="robots" content="noai">')
    pages |= {"/robots.txt": ROBOTS, "/.well-known/tdmrep.json": json.dumps(TDMREP)}
    pages["/feed.xml"] = tiny.feed(*map(tiny.item, names))
    room = tiny.build(tmp_path_factory.mktemp("news") / "room", pages, headers=HEADERS)
    return tiny.collected(room, tmp_path_factory.mktemp("corpus"))


def test_only_what_nobody_reserves_is_used(run):
    corpus = run[0]
    assert [a.url for a in corpus.records(ARTICLES)] == ["http://gazette.example/bridge.html"]
    reasons = {r.where.removeprefix("http://gazette.example"): r.reason for r in corpus.records(REJECTS)}
    assert reasons == {
        "/held/a.html": "The publisher reserves text and data mining (tdm-reservation 1 in tdmrep.json).",
        "/members/a.html": "robots.txt forbids it to us.",
        "/no-ai.html": "The publisher does not want the page to be used by AI (noai among its robots directives).",
        "/meta.html": "The publisher does not want the page to be used by AI (noai among its robots directives).",
    }


def test_what_is_reserved_by_a_file_is_not_even_asked_for(run):
    asked = [e.url for path in archive_files(run[0].folder / "warc") for e in read_archive(path)]
    assert asked[:2] == ["http://gazette.example/robots.txt", "http://gazette.example/.well-known/tdmrep.json"]
    assert "http://gazette.example/held/a.html" not in asked


def test_the_policy_is_kept_with_the_answer_with_the_row_and_with_the_article(run):
    corpus = run[0]
    said = {"robots": "allowed", "content_usage": "train-ai=n", "tdm_reservation": None, "tdm_policy": None}
    pages = [
        e for path in archive_files(corpus.folder / "warc") for e in read_archive(path) if e.note["kind"] == "page"
    ]
    assert [e.note["policy"] for e in pages] == [said] * 3
    with closing(sqlite3.connect(corpus.folder / "warc" / FILE)) as db:
        rights = db.execute("SELECT rights FROM requests WHERE url LIKE '%bridge.html'").fetchone()[0]
    assert json.loads(rights) == said
    (article,) = corpus.records(ARTICLES)
    assert (article.rights.robots, article.rights.content_usage) == ("allowed", "train-ai=n")


def test_the_run_record_says_what_each_site_said(run):
    record = json.loads((run[0].folder / "run.json").read_text(encoding="utf-8"))["stages"]["collect"]["crawl_report"]
    assert record["policies"]["http://gazette.example"] == {
        "robots": "status 200",
        "tdmrep": "status 200",
        "crawl_delay_s": 0.0,
        "content_usage": "train-ai=n",
    }
    assert record["outlets"]["gazette"] == {"forbidden": 2, "page": 3, "source": 1}


def test_refusals_stand_in_the_archive_too(run):
    (path,) = archive_files(run[0].folder / "warc")
    with path.open("rb") as file:
        told = {
            record.rec_headers.get_header("WARC-Target-URI"): json.loads(record.content_stream().read())
            for record in ArchiveIterator(file)
            if record.rec_type == "metadata"
        }
    assert told["http://gazette.example/members/a.html"]["outcome"] == "forbidden"


@pytest.mark.parametrize(
    "settings",
    [
        {"ROBOTSTXT_OBEY": False},
        {"DOWNLOADER_MIDDLEWARES": {"crawl.guard.Guard": 40, "crawl.evidence.ArchiveMiddleware": 950}},
    ],
)
def test_a_run_without_a_policy_record_fails(tmp_path, tiny, settings):
    folder = tiny.build(tmp_path / "room", {"/feed.xml": tiny.feed(tiny.item("/a.html")), "/a.html": tiny.article()})
    with Newsroom(folder) as newsroom, pytest.raises(ParallaxError, match=r"without asking|was asked"):
        fetch(newsroom.event, Corpus(tmp_path / "corpus"), newsroom=newsroom, progress=False, settings=settings)


def test_a_frontier_whose_policy_is_missing_is_refused(run, tmp_path):
    (tmp_path / "warc").mkdir()
    path = tmp_path / "warc" / FILE
    path.write_bytes((run[0].folder / "warc" / FILE).read_bytes())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM policies")
    with pytest.raises(CorpusError, match=r"found no policy record of http://gazette\.example"):
        read_report(tmp_path)


@pytest.mark.parametrize(
    ("robots", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 7\n", 7.0),
        ("User-agent: *\nRequest-rate: 1/20\n", 20.0),
        ("User-agent: otherbot\nCrawl-delay: 7\nUser-agent: *\nDisallow:\n", 0.0),
        ("User-agent: parallax-news\nCrawl-delay: 2\nUser-agent: *\nCrawl-delay: 9\n", 2.0),
        ("User-agent: *\nCrawl-delay: soon\n", 0.0),
    ],
)
def test_the_delay_is_what_our_group_says(robots, seconds):
    assert delay_of(Protego.parse(robots), "parallax-news") == seconds


def test_a_site_says_of_each_address_what_holds_for_it():
    site = SitePolicy("status 200", Protego.parse(ROBOTS), tdm=read_tdmrep(json.dumps(TDMREP).encode()))
    assert site.says("http://gazette.example/held/a", "parallax-news")["tdm_reservation"] == "1"
    assert site.says("http://gazette.example/a", "parallax-news")["tdm_reservation"] is None
    assert site.says("http://gazette.example/a", "gptbot")["robots"] == "forbidden"
    assert SitePolicy("status 404").says("http://gazette.example/", "us")["robots"] == "no robots.txt (status 404)"


ASKS = "User-agent: *\nCrawl-delay: 0.5\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("robots", "settings"),
    [
        (ASKS, {}),
        (ASKS, {"AUTOTHROTTLE_ENABLED": True, "AUTOTHROTTLE_START_DELAY": 0.01}),
        ("", {"SITE_PAUSES": {"gazette.example": 0.5}}),
        (ASKS.replace("0.5", "0.1"), {"SITE_PAUSES": {"gazette.example": 0.5}}),
    ],
)
def test_a_crawl_delay_is_kept_whatever_else_slows_the_crawl(tmp_path, tiny, robots, settings):
    asked = []

    class Timed(Newsroom):
        def answer(self, host, path):
            asked.append(time.monotonic())
            return super().answer(host, path)

    names = ("/a.html", "/b.html", "/c.html")
    pages = {name: tiny.article() for name in names} | {"/robots.txt": robots}
    pages["/feed.xml"] = tiny.feed(*map(tiny.item, names))
    with Timed(tiny.build(tmp_path / "room", pages)) as newsroom:
        fetch(newsroom.event, Corpus(tmp_path / "corpus"), newsroom=newsroom, progress=False, settings=settings)
    between = [later - earlier for earlier, later in itertools.pairwise(asked[2:])]
    assert len(between) == 3
    assert all(seconds > 0.45 for seconds in between)


def test_a_site_that_wants_too_long_pauses_is_left_alone(tmp_path, tiny):
    pages = {"/robots.txt": "User-agent: *\nCrawl-delay: 86400\n", "/feed.xml": tiny.feed()}
    _, report = tiny.collected(tiny.build(tmp_path / "room", pages), tmp_path / "corpus")
    assert [r.reason for r in report.fetched.rejects] == ["Its host asks for 86400 seconds between two requests."]
