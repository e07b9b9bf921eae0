"""Pages that need JavaScript are shown by a browser where the user asks for it, and what it shows is evidence."""

import os
import shutil
from importlib.util import find_spec

import pytest

from corpus.errors import InputError
from corpus.store import Corpus
from corpus.tables import ARTICLES, REJECTS, Reject
from crawl.archive import archive_files, read_archive
from crawl.collect import collect, extract
from crawl.newsroom import Newsroom
from crawl.render import BROWSERS, browser_path, is_wanted
from crawl.walls import SCRIPT_ONLY

SHELL = """<!doctype html><html lang="en"><head><title>Brindlemoor sells its oldest bridge - The Gazette</title>
<meta property="article:published_time" content="2031-05-06T09:30:00+02:00"></head>
<body><div id="root"></div><script src="/page.js"></script></body></html>"""
SCRIPT = """
const root = document.getElementById("root");
const strangers = ["http://127.0.0.1:9/x", "http://herald.example/x", "/private/x"];
Promise.all(strangers.map(url => fetch(url).then(() => url, () => ""))).then(async reached => {
  const body = await (await fetch("/body.html")).text();
  root.innerHTML = "<article><h1>Brindlemoor sells its oldest bridge</h1>" + body + "</article>";
  root.firstChild.dataset.reached = reached.join("");
});
"""
ROBOTS = "User-agent: *\nDisallow: /private/\n"


@pytest.fixture
def room(tmp_path, tiny):
    pages = {
        "/feed.xml": tiny.feed(tiny.item("/bridge.html")), "/bridge.html": SHELL, "/page.js": SCRIPT,
        "/body.html": tiny.BODY, "/private/x": "secret", "/robots.txt": ROBOTS,
    }  # fmt: skip
    return tiny.build(tmp_path / "room", pages)


@pytest.fixture
def browser():
    if find_spec("playwright") is None:
        reason = "playwright is not installed (the extra `render`), so no page can be shown"
    elif not any(map(shutil.which, BROWSERS)):
        reason = "no Chromium is installed, so no page can be shown"
    else:
        return
    pytest.fail(reason) if os.environ.get("PARALLAX_NEEDS_CHROMIUM") else pytest.skip(reason)


def collected(room, into, *, is_rendered):
    corpus = Corpus(into)
    with Newsroom(room) as newsroom:
        collect(newsroom.event, corpus, newsroom=newsroom, progress=False, is_rendered=is_rendered)
    return corpus


def test_without_being_asked_such_a_page_is_a_reject(room, tmp_path):
    corpus = collected(room, tmp_path / "corpus", is_rendered=False)
    assert [(r.stage, r.reason) for r in corpus.records(REJECTS)] == [("extract", SCRIPT_ONLY)]
    assert corpus.records(ARTICLES) == []


@pytest.mark.slow
def test_a_page_is_shown_and_what_it_shows_stands_in_the_archive(browser, room, tmp_path):
    corpus = collected(room, tmp_path / "corpus", is_rendered=True)
    (article,) = corpus.records(ARTICLES)
    assert article.title == "Brindlemoor sells its oldest bridge"
    assert article.text.count("\n\n") == 2
    assert article.raw_ref.startswith("warc/00001.render.warc.gz#")
    assert corpus.records(REJECTS) == []
    (shown,) = read_archive(tmp_path / "corpus" / "warc" / "00001.render.warc.gz")
    assert (shown.ref, shown.is_rendering) == (article.raw_ref, True)
    assert b'data-reached=""' in shown.body
    table = (tmp_path / "corpus" / "articles.parquet").read_bytes()
    extract(corpus, progress=False)
    assert (tmp_path / "corpus" / "articles.parquet").read_bytes() == table
    assert [p.name for p in archive_files(tmp_path / "corpus" / "warc")] == ["00001.render.warc.gz", "00001.warc.gz"]


@pytest.mark.parametrize(("reason", "is_one"), [(SCRIPT_ONLY, True), ("No article was found on the page.", False)])
def test_only_pages_that_need_scripts_are_shown(reason, is_one):
    assert is_wanted(Reject(stage="extract", where="http://gazette.example/1", reason=reason)) is is_one


def test_a_machine_without_a_browser_says_what_to_install(monkeypatch, room, tmp_path):
    monkeypatch.setattr("crawl.render.find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"pip install \"parallax-news\[render\]\""):
        collected(room, tmp_path / "corpus", is_rendered=True)
    assert not (tmp_path / "corpus").exists()
    monkeypatch.setattr("crawl.render.find_spec", lambda name: name)
    monkeypatch.setattr("crawl.render.shutil.which", lambda name: None)
    monkeypatch.delenv("PARALLAX_CHROMIUM", raising=False)
    with pytest.raises(InputError, match="apt install chromium"):
        browser_path()
