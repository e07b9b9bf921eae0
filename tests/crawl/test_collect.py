"""Collecting from a newsroom for real: fetch in a child process, archive, extract; every address is accounted for."""

import shutil
import tomllib

import pytest

from corpus.errors import EventError, PackError
from corpus.places import data_folder
from corpus.provenance import read_run
from corpus.store import Corpus
from corpus.tables import ARTICLES, REJECTS
from crawl.archive import archive_files, read_archive
from crawl.collect import collect, extract
from crawl.newsroom import Newsroom

ROBOTS = "User-agent: *\nDisallow: /members/\nSitemap: http://gazette.example/sitemap.xml\n"
SITEMAP = (
    "<urlset><url><loc>http://gazette.example/copy.html?utm_source=map</loc></url>"
    "<url><loc>http://gazette.example/old.html</loc><lastmod>2030-01-01</lastmod></url></urlset>"
)
HEADERS = """
["/reserved.html".headers]
tdm-reservation = "1"
["/moved.html"]
status = 302
headers = { Location = "http://gazette.example/target.html" }
["/away.html"]
status = 302
headers = { Location = "http://127.0.0.1/secret.html" }
["/loop.html"]
status = 302
headers = { Location = "http://gazette.example/loop.html?again" }
"""
REASONS = {
    "/members/inside.html": "robots.txt forbids it to us.",
    "/early.html": "It was published on 2031-01-06, outside the event's window",
    "/weather.html": "It contains no term of the event",
    "/gone.html": "The server answered with status 404.",
    "/empty.html": "The server sent an empty page.",
    "/reserved.html": "reserves text and data mining",
    "/old.html": "It was last changed on 2030-01-01",
    "/copy.html?utm_source=map": "It is another address of http://gazette.example/bridge.html",
    "/loop.html?again": "It leads to http://gazette.example/loop.html?again, which is fetched already.",
    "/feed-two.xml": "Found status 404, expected an RSS, Atom or JSON feed.",
    "/page-for-feed.html": "Found something else, expected an RSS, Atom or JSON feed.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory, tiny):
    canonical = '<link rel="canonical" href="http://gazette.example/bridge.html">'
    weather = "<p>Rain is expected on the coast for the whole of the week, the weather office said on Tuesday.</p>"
    weather += "<p>Fishermen were told to tie up their boats and to keep away from the pier until Friday.</p>"
    items = [
        tiny.item("/bridge.html"),
        tiny.item("/members/inside.html"),
        tiny.item("/early.html", date="Mon, 06 Jan 2031 09:30:00 +0000"),
        tiny.item("/weather.html", title="Rain ahead"),
        tiny.item("/gone.html"),
        tiny.item("/empty.html"),
        tiny.item("/reserved.html"),
        tiny.item("/moved.html"),
        tiny.item("/away.html"),
        tiny.item("/loop.html"),
        tiny.item("http://tideline.example/bridge.html"),
    ]
    pages = {
        "/robots.txt": ROBOTS,
        "/feed.xml": tiny.feed(*items),
        "/page-for-feed.html": tiny.article(),
        "/sitemap.xml": SITEMAP,
        "/bridge.html": tiny.article(head=canonical),
        "/copy.html": tiny.article(head=canonical, body=tiny.BODY + "<p>This copy has one more line of its own.</p>"),
        "/weather.html": tiny.article(title="Rain ahead", body=weather),
        "/empty.html": b"",
        "/reserved.html": tiny.article(),
        "/target.html": tiny.article(title="Lorvek opens the bridge", body=tiny.BODY.replace("Tuesday", "Monday")),
        "/moved.html": "",
        "/away.html": "",
        "/loop.html": "",
        "/members/inside.html": tiny.article(),
    }
    outlet = tiny.OUTLET.replace(
        '"http://gazette.example/feed.xml"',
        '"http://gazette.example/feed.xml", "http://gazette.example/feed-two.xml", '
        '"http://gazette.example/page-for-feed.html"',
    )
    outlet += 'sitemaps = ["http://gazette.example/robots.txt"]\n'
    return tiny.build(tmp_path_factory.mktemp("news") / "room", pages, headers=HEADERS, outlet=outlet)


@pytest.fixture(scope="module")
def run(folder, tmp_path_factory, tiny):
    return tiny.collected(folder, tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def corpus(run):
    return run[0]


def test_the_event_s_articles_are_collected(corpus, run):
    articles = corpus.records(ARTICLES)
    assert sorted(a.url for a in articles) == [
        "http://gazette.example/bridge.html",
        "http://gazette.example/target.html",
    ]
    assert run[1].n_articles == 2
    assert {a.rights.robots for a in articles} == {"allowed"}
    assert {a.fetched_at.isoformat() for a in articles} == {"2031-05-08T12:00:00+00:00"}


@pytest.mark.parametrize("path", REASONS)
def test_every_other_address_has_its_reason(corpus, path):
    found = [r.reason for r in corpus.records(REJECTS) if r.where == f"http://gazette.example{path}"]
    assert len(found) == 1
    assert REASONS[path] in found[0]


def test_hosts_that_are_not_the_outlet_s_or_the_newsroom_s_are_refused(corpus, run):
    reasons = {r.where: r.reason for r in corpus.records(REJECTS)}
    assert "does not name" in reasons["http://tideline.example/bridge.html"]
    assert "not one of the demo newsroom's" in reasons["http://127.0.0.1/secret.html"]
    assert run[1].n_rejects == len(reasons)


def test_every_answer_is_archived_and_no_forbidden_page_was_asked_for(corpus):
    (path,) = archive_files(corpus.folder / "warc")
    asked = {e.url.removeprefix("http://gazette.example"): e for e in read_archive(path)}
    assert {"/robots.txt", "/feed.xml", "/sitemap.xml", "/bridge.html", "/gone.html", "/moved.html"} <= set(asked)
    assert "/members/inside.html" not in asked
    assert asked["/bridge.html"].note["found"]["title"] == "Brindlemoor sells its oldest bridge"
    for article in corpus.records(ARTICLES):
        (raw,) = [e for e in asked.values() if e.ref == article.raw_ref]
        assert raw.url == article.url


def test_no_port_of_the_newsroom_stands_anywhere(corpus):
    for name in ("articles.parquet", "rejects.parquet", "run.json"):
        assert b"127.0.0.1:" not in (corpus.folder / name).read_bytes()


def test_two_collections_are_the_same_bytes(folder, corpus, tmp_path, tiny):
    again, _ = tiny.collected(folder, tmp_path / "again")
    for name in ("articles.parquet", "rejects.parquet", "run.json"):
        assert (again.folder / name).read_bytes() == (corpus.folder / name).read_bytes(), name


def test_extracting_again_offline_gives_the_same_bytes(corpus, tmp_path):
    copy = Corpus(shutil.copytree(corpus.folder, tmp_path / "copy"))
    for path in (copy.folder / "articles.parquet", copy.folder / "furniture"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    extract(copy, progress=False)
    before = {p.relative_to(corpus.folder): p.read_bytes() for p in corpus.folder.rglob("*") if p.is_file()}
    assert {p.relative_to(copy.folder): p.read_bytes() for p in copy.folder.rglob("*") if p.is_file()} == before


def test_a_torn_archive_is_a_reject_and_the_rest_is_used(corpus, tmp_path):
    copy = Corpus(shutil.copytree(corpus.folder, tmp_path / "copy"))
    (copy.folder / "warc" / "00002.warc.gz").write_bytes(b"no archive at all\n\n")
    report = extract(copy, progress=False)
    assert report.n_articles == 2
    assert any(r.where == "warc/00002.warc.gz" and "broken record" in r.reason for r in report.rejects)


def test_the_run_record_names_event_packs_and_tables(corpus):
    stages = read_run(corpus.folder)["stages"]
    assert set(stages["collect"]["inputs"]) == {"event.toml", "outlets/gazette.toml"}
    assert stages["collect"]["config"]["now"] == "2031-05-08T12:00:00+00:00"
    assert stages["extract"]["outputs"]["articles"]["rows"] == 2


def test_collecting_again_adds_a_version_where_a_page_changed_and_passes_over_a_torn_file(folder, tmp_path, tiny):
    room = shutil.copytree(folder, tmp_path / "room")
    corpus, _ = tiny.collected(room, tmp_path / "corpus")
    (corpus.folder / "warc" / "00002.warc.gz").write_bytes(b"torn by a power cut")
    page = room / "gazette" / "site" / "bridge.html"
    page.write_text(page.read_text(encoding="utf-8").replace("3.2 million", "2.3 million"), encoding="utf-8")
    text = (room / "newsroom.toml").read_text().replace("12:00:00Z", "13:00:00Z")
    (room / "newsroom.toml").write_text(text)
    tiny.collected(room, tmp_path / "corpus")
    versions = [(a.version, a.fetched_at.hour) for a in corpus.records(ARTICLES) if a.url.endswith("bridge.html")]
    assert sorted(versions) == [(1, 12), (2, 13)]
    assert len(corpus.records(ARTICLES)) == 3


@pytest.mark.parametrize(
    ("name", "old", "new", "error", "told"),
    [
        ("event.toml", "[terms]", "[words]", EventError, 'unknown key "words"'),
        ("event.toml", '["gazette"]', '["herald"]', PackError, 'found "herald"'),
        ("outlets/gazette.toml", "feeds =", "feed =", PackError, 'found the unknown key "feed"'),
    ],
)
def test_inputs_that_cannot_be_used_stop_before_anything_is_written(tmp_path, tiny, name, old, new, error, told):
    folder = tiny.build(tmp_path / "room", {"/feed.xml": tiny.feed()})
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with Newsroom(folder) as newsroom, pytest.raises(error) as why:
        collect(newsroom.event, Corpus(tmp_path / "corpus"), newsroom=newsroom, progress=False)
    assert told in str(why.value)
    assert not (tmp_path / "corpus").exists()


def test_a_site_whose_robots_file_is_down_is_left_alone(tmp_path, tiny):
    pages = {"/feed.xml": tiny.feed(tiny.item("/bridge.html")), "/bridge.html": tiny.article()}
    folder = tiny.build(tmp_path / "room", pages, headers='["/robots.txt"]\nstatus = 503\n')
    corpus, report = tiny.collected(folder, tmp_path / "corpus")
    (reject,) = corpus.records(REJECTS)
    assert (report.n_articles, reject.where) == (0, "http://gazette.example/feed.xml")
    assert reject.reason == "It was not fetched, because its host's robots.txt could not be: status 503."


def test_a_live_crawl_refuses_an_outlet_on_an_internal_address(tmp_path, tiny):
    folder = tiny.build(tmp_path / "room", {})
    pack = tiny.OUTLET.replace("http://gazette.example", "http://127.0.0.1:9")
    named = tiny.OUTLET.replace("http://gazette.example", "http://localhost.localdomain:9")
    (folder / "outlets" / "gazette.toml").write_text(pack, encoding="utf-8")
    (folder / "outlets" / "herald.toml").write_text(named.replace('"gazette"', '"herald"'), encoding="utf-8")
    event = folder / "event.toml"
    event.write_text(tiny.EVENT.replace('["gazette"]', '["gazette", "herald"]'), encoding="utf-8")
    corpus = Corpus(tmp_path / "corpus")
    report = collect(event, corpus, outlet_folders=[folder / "outlets"], now=lambda: tiny.NOW, progress=False)
    reasons = {r.where: r.reason for r in report.fetched.rejects}
    assert reasons["http://127.0.0.1:9/feed.xml"] == "It was not fetched: the host is internal."
    assert "robots.txt could not be: no public host has this name" in reasons["http://localhost.localdomain:9/feed.xml"]
    assert report.n_articles == 0


def planted():
    path = data_folder() / "newsroom" / "planted.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def test_the_demo_newsroom_is_collected_as_it_was_planted(tmp_path, tiny):
    told = planted()
    corpus, _ = tiny.collected(data_folder() / "newsroom", tmp_path / "demo")
    articles = {a.canonical_url or a.url: a for a in corpus.records(ARTICLES)}
    assert sorted(articles) == sorted(row["url"] for row in told["articles"])
    for row in told["articles"]:
        article = articles[row["url"]]
        assert (article.title, article.lang, article.authors) == (row["title"], row["lang"], row["authors"])
        assert article.published_at == row["published"]
        paragraphs = article.text.split("\n\n")
        assert (paragraphs[0], paragraphs[-1], len(paragraphs)) == (row["first"], row["last"], row["n_paragraphs"])
    for row in told["furniture"]:
        assert row["surface"] not in articles[row["url"]].text
    set_aside = {r.where.split("?")[0] for r in corpus.records(REJECTS)}
    assert {row["url"] for row in told["rejected"]} <= set_aside
    assert set_aside & set(articles) == set()
