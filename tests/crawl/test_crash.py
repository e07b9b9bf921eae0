"""A crawl that is killed at any moment is gone on with: nothing lost, nothing doubled."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from corpus.store import Corpus
from corpus.tables import ARTICLES
from crawl.archive import archive_files, read_archive
from crawl.collect import extract
from crawl.crawl_report import read_report
from crawl.newsroom import Newsroom

N_PAGES = 150
KILL_AFTER = 60
DRIVER = """
import sys
from pathlib import Path
from corpus.store import Corpus
from crawl.fetch import fetch
from crawl.newsroom import Newsroom

class Elsewhere(Newsroom):
    proxy = sys.argv[2]

newsroom = Elsewhere(Path(sys.argv[1]))
fetch(newsroom.event, Corpus(sys.argv[3]), newsroom=newsroom, progress=False)
"""


class Counting(Newsroom):
    """A newsroom that knows how often each path was asked for."""

    def __init__(self, folder):
        super().__init__(folder)
        self.asked = Counter()

    def answer(self, host, path):
        self.asked[path] += 1
        return super().answer(host, path)


@pytest.fixture(scope="module")
def room(tmp_path_factory, tiny):
    names = [f"/{number}.html" for number in range(N_PAGES)]
    pages = {
        name: tiny.article(
            title=f"Brindlemoor sells bridge number {number}", body=tiny.BODY.replace("oldest", f"{number}th")
        )
        for number, name in enumerate(names)
    }
    pages["/feed.xml"] = tiny.feed(*(tiny.item(name) for name in names))
    with Counting(tiny.build(tmp_path_factory.mktemp("news") / "room", pages)) as opened:
        yield opened


def start(room, into):
    command = [sys.executable, "-c", DRIVER, str(room.folder), room.proxy, str(into)]
    return subprocess.Popen(command, start_new_session=True)


@pytest.mark.slow
def test_a_killed_crawl_loses_nothing_and_doubles_nothing(room, tmp_path):
    with start(room, tmp_path) as killed:
        while sum(room.asked.values()) < KILL_AFTER and killed.poll() is None:
            time.sleep(0.005)
        os.killpg(killed.pid, signal.SIGKILL)
    (path,) = archive_files(tmp_path / "warc")
    path.write_bytes(path.read_bytes()[:-100])
    with start(room, tmp_path) as again:
        assert again.wait() == 0
    report = read_report(tmp_path)
    assert report.n_continued == 1
    assert report.n_cut_off > 0
    assert any("a record that the stop had torn" in line for line in report.lines())
    extract(Corpus(tmp_path), progress=False)
    articles = Corpus(tmp_path).records(ARTICLES)
    assert len({a.url for a in articles}) == len(articles) == N_PAGES
    records = Counter(e.ref for e in read_archive(path) if e.note["kind"] == "page")
    assert {a.raw_ref for a in articles} <= set(records)
    assert set(records.values()) == {1}
    again_asked = [path for path, n in room.asked.items() if n > 1]
    assert len([path for path in again_asked if path.endswith(".html")]) <= 2


@pytest.mark.slow
def test_a_crawl_ends_when_the_process_that_wanted_it_is_killed(room, tmp_path):
    room.asked.clear()
    with start(room, tmp_path) as parent:
        while sum(room.asked.values()) < KILL_AFTER and parent.poll() is None:
            time.sleep(0.005)
        parent.kill()
    with start(room, tmp_path) as again:
        assert again.wait() == 0
    assert read_report(tmp_path).outlets["gazette"]["page"] == N_PAGES
