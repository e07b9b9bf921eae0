"""A site may do what it likes: the crawl ends, stays small, and says of every address what became of it."""

import importlib.util
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from corpus.store import Corpus
from corpus.tables import ARTICLES
from crawl.archive import archive_files, read_archive
from crawl.collect import extract
from crawl.crawl_report import read_report
from crawl.frontier import FILE

MAX_MEGABYTES = 600
SOURCES = {
    "endless": "sitemaps = ['http://endless.example/map']",
    "bombs": "feeds = ['http://bombs.example/feed.xml']\nsitemaps = ['http://bombs.example/map.xml.gz']",
    "feeds": "feeds = [{}]".format(
        ", ".join(f"'http://feeds.example/{n}.xml'" for n in ("laughs", "large", "larger", "broken"))
    ),
}
SETTINGS = {
    "DOWNLOAD_TIMEOUT": 4,
    "BACKOFF_START": 0.02,
    "BACKOFF_GIVE_UP": 3,
    "PAGES_PER_OUTLET": 40,
}
DRIVER = """
import json, resource, sys
from pathlib import Path
from corpus.store import Corpus
from crawl.fetch import fetch
from crawl.newsroom import Newsroom

class Elsewhere(Newsroom):
    proxy = sys.argv[2]

newsroom = Elsewhere(Path(sys.argv[1]))
fetch(newsroom.event, Corpus(sys.argv[3]), newsroom=newsroom, progress=False, settings=json.loads(sys.argv[4]))
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
OUTCOMES = {
    "http://slow.example/a": ("failed", "no answer in time"),
    "http://huge.example/declared": ("too large", "larger than the limit"),
    "http://huge.example/sent": ("too large", "larger than the limit"),
    "http://bombs.example/gzip": ("too large", "larger than the limit when it is unpacked"),
    "http://bombs.example/br": ("too large", "larger than the limit when it is unpacked"),
    "http://bombs.example/zstd": ("too large", "larger than the limit when it is unpacked"),
    "http://bombs.example/deflate": ("too large", "larger than the limit when it is unpacked"),
    "http://bombs.example/twice": ("too large", "larger than the limit when it is unpacked"),
    "http://bombs.example/map.xml.gz": ("unusable", "expected a sitemap"),
    "http://loops.example/self": ("double", "fetched already"),
    "http://127.0.0.1:22/": ("refused", "not one of the demo newsroom's"),
    "http://169.254.169.254/latest/": ("refused", "not one of the demo newsroom's"),
    "http://loops.example/ever?6": ("refused", "redirected too often"),
    "http://loops.example/file": ("refused", "nothing that is followed"),
    "http://loops.example/nowhere": ("failed", "no address"),
    "http://fickle.example/b": ("page", None),
    "http://storm.example/29": ("given up", "keeps refusing or failing (status 429)"),
    "http://later.example/soon": ("page", None),
    "http://later.example/past": ("page", None),
    "http://never.example/b": ("given up", "asks for a pause of 604800 seconds"),
    "https://locked.example/a": ("failed", "robots.txt could not be"),
    "http://feeds.example/laughs.xml": ("source", None),
    "http://feeds.example/larger.xml": ("too large", "larger than the limit"),
    "http://feeds.example/broken.xml": ("unusable", "expected an RSS, Atom or JSON feed"),
    "http://cut.example/short": ("failed", "broke off"),
}


@pytest.fixture(scope="module")
def hostile():
    spec = importlib.util.spec_from_file_location("hostile", Path(__file__).with_name("hostile.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def build(folder, hosts, tiny):
    (folder / "outlets").mkdir(parents=True)
    (folder / "none" / "site").mkdir(parents=True)
    hosts_lines = "".join(f'"{host}.example" = "none"\n' for host in hosts)
    (folder / "newsroom.toml").write_text(f"now = 2031-05-08T12:00:00Z\n[hosts]\n{hosts_lines}")
    (folder / "event.toml").write_text(tiny.EVENT.replace('["gazette"]', json.dumps(list(hosts))), encoding="utf-8")
    for host in hosts:
        own = SOURCES.get(host, f"feeds = ['http://{host}.example/feed.xml']")
        pack = f"id = '{host}'\nname = '{host}'\nhome = 'http://{host}.example/'\nlanguages = ['en', 'ru']\n{own}\n"
        (folder / "outlets" / f"{host}.toml").write_text(pack)
    return folder


def fetched(folder, address, into):
    command = [sys.executable, "-c", DRIVER, str(folder), address, str(into), json.dumps(SETTINGS)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300)


@pytest.fixture(scope="module")
def run(hostile, tmp_path_factory, tiny):
    folder = build(tmp_path_factory.mktemp("news") / "room", hostile.HOSTS.split(), tiny)
    into = tmp_path_factory.mktemp("corpus")
    site = hostile.Site(tiny)
    server, address = hostile.serve(site)
    try:
        first = fetched(folder, address, into)
        rows = _rows(into)
        report = read_report(into)
        asked = site.asked.copy()
        fetched(folder, address, into)
    finally:
        server.shutdown()
        server.server_close()
    return first, into, rows, report, asked


def _rows(into):
    with closing(sqlite3.connect(into / "warc" / FILE)) as db:
        return {
            url: (state, outcome, reason)
            for url, state, outcome, reason in db.execute("SELECT url, state, outcome, reason FROM requests")
        }


pytestmark = pytest.mark.slow


def test_the_crawl_ends_and_stays_small(run):
    first = run[0]
    assert first.returncode == 0, first.stderr
    assert int(first.stdout) / 1024 < MAX_MEGABYTES


def test_every_request_has_an_outcome(run):
    assert {state for state, _, _ in run[2].values()} == {"done"}
    assert all(reason for _, outcome, reason in run[2].values() if outcome not in ("page", "source"))


@pytest.mark.parametrize("url", OUTCOMES)
def test_the_outcome_says_what_happened(run, url):
    outcome, told = OUTCOMES[url]
    _, found, reason = run[2][url]
    assert found == outcome, reason
    assert told is None or told in reason


def test_what_is_no_address_is_passed_over_with_its_reason(run):
    reasons = dict(run[3].rejects)
    bad = ("http://[::1", "http://:80/", "http://traps.example:99999999/")
    assert {reasons[url] for url in bad} == {"It is no web address."}
    assert any("longer than" in reason for url, reason in run[3].rejects if "aaaa" in url)


def test_an_outlet_that_makes_up_addresses_is_limited(run):
    assert sum(n for name, n in run[3].outlets["endless"].items() if name != "passed over") <= 41
    assert any("more addresses than are asked for" in reason for _, reason in run[3].rejects)


def test_a_storm_is_not_answered_with_one(run):
    storm = sum(n for (host, path), n in run[4].items() if host == "storm" and path.strip("/").isdigit())
    assert storm <= 3


def test_robots_files_that_change_are_obeyed_as_they_are(run):
    into = run[1]
    second = _rows(into)
    with closing(sqlite3.connect(into / "warc" / FILE)) as db:
        reasons = db.execute("SELECT reason FROM requests WHERE crawl = 2 AND outlet = 'fickle'").fetchall()
    assert {reason for (reason,) in reasons} == {"robots.txt forbids it to us."}
    assert {state for state, _, _ in second.values()} == {"done"}


def test_the_archive_is_whole_and_is_read_to_its_end(run):
    into = run[1]
    for path in archive_files(into / "warc"):
        assert all(exchange.status for exchange in read_archive(path))
    report = extract(Corpus(into), progress=False)
    letters = {a.url.rpartition("/")[2]: a.text for a in Corpus(into).records(ARTICLES) if "letters" in a.url}
    assert "Совет города Brindlemoor в среду продал мост" in letters["nobody-says"]
    assert "Совет города Brindlemoor в среду продал мост" in letters["no-charset-at-all"]
    later = [r.reason for r in report.rejects if "later.example" in r.where]
    assert later == [], "a page that came in the end is no reject"
    assert any("larger than the limit when it is unpacked" in r.reason for r in report.rejects)
