"""Collecting again asks for what is known, fetches what has changed, and keeps both versions with their difference."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from warcio.archiveiterator import ArchiveIterator

from corpus.tables import ARTICLES, REJECTS
from crawl.archive import archive_files, read_archive
from crawl.collect import extract
from crawl.frontier import FILE

HEADERS = """
["/tagged.html".headers]
ETag = '"1"'
["/dated.html".headers]
Last-Modified = "Tue, 06 May 2031 07:00:00 GMT"
["/changed.html".headers]
ETag = '"{tag}"'
"""
NAMES = ("tagged", "dated", "silent", "changed", "forgotten", "gone")


def write(room, name, **changes):
    path = room / "gazette" / "site" / name
    text = path.read_text(encoding="utf-8")
    for old, new in changes.values():
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def run(tmp_path_factory, tiny):
    folder = tmp_path_factory.mktemp("news")
    pages = {
        f"/{name}.html": tiny.article(
            title=f"Brindlemoor, {name}", body=tiny.BODY + f"<p>The {name} bridge, that is.</p>"
        )
        for name in NAMES
    }
    pages["/feed.xml"] = tiny.feed(*(tiny.item(f"/{name}.html") for name in NAMES))
    room = tiny.build(folder / "room", pages, headers=HEADERS.format(tag=1))
    corpus, _ = tiny.collected(room, folder / "corpus")
    before = {a.article_id: a for a in corpus.records(ARTICLES)}
    again = shutil.copytree(room, folder / "again")
    write(again, "changed.html", figure=("3.2 million", "2.3 million"))
    (again / "gazette" / "headers.toml").write_text(HEADERS.format(tag=2))
    (again / "gazette" / "site" / "gone.html").unlink()
    (again / "gazette" / "site" / "feed.xml").write_text(tiny.feed(*(tiny.item(f"/{n}.html") for n in NAMES[:4])))
    (again / "newsroom.toml").write_text((room / "newsroom.toml").read_text().replace("12:00:00Z", "18:00:00Z"))
    corpus, report = tiny.collected(again, folder / "corpus")
    return corpus, report, before


def outcomes(corpus, crawl):
    with closing(sqlite3.connect(corpus.folder / "warc" / FILE)) as db:
        rows = db.execute("SELECT url, outcome, raw_ref FROM requests WHERE crawl = ? AND kind = 'page'", (crawl,))
        return {url.rpartition("/")[2].removesuffix(".html"): (outcome, ref) for url, outcome, ref in rows}


def test_pages_that_have_not_changed_are_not_kept_again(run):
    corpus, report, _ = run
    first, second = outcomes(corpus, 1), outcomes(corpus, 2)
    for name in ("tagged", "dated", "silent", "forgotten"):
        assert second[name] == ("unchanged", first[name][1]), "the reference leads to the first crawl's record"
    assert report.fetched.crawl.outlets["gazette"]["unchanged"] == 4
    later = archive_files(corpus.folder / "warc")[1]
    assert [e.url.rpartition("/")[2] for e in read_archive(later) if e.note["kind"] == "page" and e.status == 200] == [
        "changed.html"
    ]


def test_the_archive_says_how_it_is_known_that_nothing_has_changed(run):
    corpus = run[0]
    with archive_files(corpus.folder / "warc")[1].open("rb") as file:
        told = {
            record.rec_headers.get_header("WARC-Target-URI").rpartition("/")[2]: record.rec_headers.get_header(
                "WARC-Profile"
            )
            for record in ArchiveIterator(file)
            if record.rec_type == "revisit"
        }
    assert told["tagged.html"].endswith("server-not-modified")
    assert told["dated.html"].endswith("server-not-modified")
    assert told["silent.html"].endswith("identical-payload-digest")


def test_a_page_that_the_feed_has_dropped_is_asked_for_all_the_same(run):
    assert outcomes(run[0], 2)["forgotten"][0] == "unchanged"


def test_a_page_that_is_gone_keeps_its_article_and_says_so(run):
    corpus = run[0]
    assert any(a.url.endswith("gone.html") for a in corpus.records(ARTICLES))
    reasons = {r.where.rpartition("/")[2]: r.reason for r in corpus.records(REJECTS)}
    assert reasons["gone.html"] == "The server answered with status 404."


def test_a_changed_article_is_a_new_version_and_the_difference_is_kept(run):
    corpus, _, before = run
    articles = {a.article_id: a for a in corpus.records(ARTICLES)}
    assert {key: articles[key] for key in before} == before
    (new,) = [a for key, a in articles.items() if key not in before]
    (old,) = [a for a in before.values() if a.url == new.url]
    assert (old.version, new.version) == (1, 2)
    assert new.raw_ref.startswith("warc/00002.warc.gz#")
    assert [p.name for p in (corpus.folder / "changes").iterdir()] == [f"{new.article_id}.diff"]
    lines = (corpus.folder / "changes" / f"{new.article_id}.diff").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == [f"--- {old.article_id}", f"+++ {new.article_id}"]
    assert ["3.2 million" in line for line in lines if line.startswith("-The")] == [True]
    assert ["2.3 million" in line for line in lines if line.startswith("+The")] == [True]
    assert len(lines) == 5


def test_extracting_both_crawls_again_gives_the_same_table(run, tmp_path):
    corpus = run[0]
    before = (corpus.folder / "articles.parquet").read_bytes()
    shutil.rmtree(corpus.folder / "changes")
    extract(corpus, progress=False)
    assert (corpus.folder / "articles.parquet").read_bytes() == before
    assert len(list((corpus.folder / "changes").iterdir())) == 1
