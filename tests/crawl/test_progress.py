"""The crawl shows how it goes where somebody looks, and says at its end what it came to."""

import importlib
import os
import subprocess
import sys

import pytest

from crawl.crawl_report import CrawlReport
from crawl.newsroom import Newsroom
from crawl.progress import errors_line, tally

DRIVER = """
import sys
from pathlib import Path
from corpus.store import Corpus
from crawl.fetch import fetch
from crawl.newsroom import Newsroom

class Elsewhere(Newsroom):
    proxy = sys.argv[2]

newsroom = Elsewhere(Path(sys.argv[1]))
fetch(newsroom.event, Corpus(sys.argv[3]), newsroom=newsroom)
"""
COUNTS = {
    ("gazette", "page"): 7,
    ("gazette", "unchanged"): 2,
    ("gazette", "source"): 1,
    ("gazette", "queued"): 5,
    ("gazette", "forbidden"): 3,
    ("herald", "failed"): 4,
    ("herald", "redirected"): 1,
    ("herald", "page"): 0,
}


def report(**more):
    known = {
        "crawl": 1,
        "archive": "00001.warc.gz",
        "outlets": {"gazette": {"page": 12, "source": 1}, "herald-of-the-coast": {"failed": 3, "passed over": 40}},
        "policies": {"http://gazette.example": {"robots": "status 200"}},
        "n_continued": 0,
        "n_again": 0,
        "n_cut_off": 0,
        "rejects": (),
        "digest": "0123456789ab",
    }
    return CrawlReport(**{**known, **more})


def test_pages_queue_and_errors_are_told_apart():
    assert tally(COUNTS) == (9, 5, {"gazette": 3, "herald": 4})


@pytest.mark.parametrize(
    ("errors", "line"),
    [
        ({}, ""),
        ({"gazette": 3, "herald": 4}, "; errors: herald 4, gazette 3"),
        ({"a": 4, "b": 3, "c": 2, "d": 1}, "; errors: a 4, b 3, c 2, …"),
    ],
)
def test_the_outlets_with_most_errors_are_named(errors, line):
    assert errors_line(tally({(name, "failed"): n for name, n in errors.items()})[2]) == line


def test_the_table_has_a_line_an_outlet_and_a_column_an_outcome():
    assert list(report().lines()) == [
        "outlet               page  source  failed  passed over",
        "gazette                12       1       0            0",
        "herald-of-the-coast     0       0       3           40",
    ]


def test_a_stop_is_said_and_recorded():
    stopped = report(n_continued=2, n_again=3, n_cut_off=100)
    assert list(stopped.lines())[-2:] == [
        "gone on with 2 times after a stop; 3 requests were asked again",
        "warc/00001.warc.gz: a record that the stop had torn (100 bytes) was cut off",
    ]
    assert stopped.record()["stopped"] == {"n_continued": 2, "n_again": 3, "n_cut_off": 100}
    assert "stopped" not in report().record()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
def test_the_live_line_stands_where_there_is_a_terminal(tmp_path, tiny):
    pages = {"/feed.xml": tiny.feed(tiny.item("/a.html"), tiny.item("/b.html")), "/a.html": tiny.article()}
    ours, theirs = os.openpty()
    importlib.import_module("termios").tcsetwinsize(theirs, (24, 100))
    with Newsroom(tiny.build(tmp_path / "room", pages)) as newsroom:
        command = [sys.executable, "-c", DRIVER, str(newsroom.folder), newsroom.proxy, str(tmp_path / "corpus")]
        assert subprocess.run(command, stderr=theirs).returncode == 0
    shown = os.read(ours, 100_000).decode()
    os.close(theirs)
    os.close(ours)
    assert "fetch" in shown
    assert "2/2" in shown
    assert "0 queued" in shown
