"""Sources beside the feeds, on a crawl for real: sections, search, a list of addresses, Wayback, GDELT, WARC files."""

import json
import shutil
import sys
from types import SimpleNamespace

import pytest
from warcio.archiveiterator import ArchiveIterator

from corpus.errors import InputError
from corpus.provenance import read_run
from corpus.store import Corpus
from corpus.tables import ARTICLES, REJECTS
from crawl.collect import Beside, collect, extract
from crawl.fetch import fetch
from crawl.newsroom import Newsroom

HOST = "http://gazette.example"
SERVICES = {
    "DISCOVERY_SERVICES": {
        "wayback": "http://web.archive.example/cdx",
        "gdelt": "http://gdelt.example/doc",
    }
}
OFF = "<p>Rain is expected on the coast for the whole of the week, the weather office said on Tuesday morning.</p>" * 3


def story(tiny, n, body=None):
    return tiny.article(title=f"Brindlemoor sells bridge number {n}", body=body or f"{tiny.BODY}<p>Bridge {n}.</p>")


@pytest.fixture(scope="module")
def first_room(tmp_path_factory, tiny):
    """A gazette with a section page and a search, and two services that know further pages of it."""
    links = '<a href="/2031/05/06/one.html">Brindlemoor sells bridge number 1</a><a href="/2030/01/06/old.html">Old</a>'
    pages = {
        "/news.html": f"<html><body>{links}</body></html>",
        "/search.html": '<a href="/2031/05/07/two.html">x</a><a href="http://tideline.example/2031/05/07/x.html">y</a>',
        **{f"/2031/05/0{d}/{name}.html": story(tiny, name) for d, name in
           ((6, "one"), (7, "two"), (7, "three"), (7, "four"), (7, "five"))},
        "/2031/05/07/rain.html": story(tiny, 0, OFF).replace("Brindlemoor sells", "Rain on").replace("Brindlemoor", ""),
    }  # fmt: skip
    outlet = tiny.OUTLET.replace("feeds =", "sections =").replace("feed.xml", "news.html")
    outlet += f'search = "{HOST}/search.html?q={{term}}"\n'
    folder = tiny.build(tmp_path_factory.mktemp("first") / "room", pages, outlet=outlet)
    hosts = '"gazette.example" = "gazette"\n"web.archive.example" = "archive"\n"gdelt.example" = "gdelt"\n'
    (folder / "newsroom.toml").write_text(f"now = 2031-05-08T12:00:00Z\n[hosts]\n{hosts}")
    rows = [["original", "timestamp"], [f"{HOST}:80/2031/05/07/three.html", "20310507080000"]]
    record = {"url": f"{HOST}/2031/05/07/four.html", "title": "Four", "seendate": "20310507T080000Z"}
    for name, path, body in (("archive", "cdx", rows), ("gdelt", "doc", {"articles": [record]})):
        site = folder / name / "site"
        site.mkdir(parents=True)
        (site / "robots.txt").write_text("User-agent: *\nDisallow:\n")
        (site / path).write_text(json.dumps(body))
    return folder


@pytest.fixture
def room(first_room, tmp_path):
    """A copy of the room that a test may change."""
    return shutil.copytree(first_room, tmp_path / "room")


def gathered(room, into, beside, **settings):
    corpus = Corpus(into)
    with Newsroom(room) as newsroom:
        report = fetch(
            newsroom.event, corpus, newsroom=newsroom, progress=False, settings=SERVICES | settings, beside=beside
        )
    extract(corpus, progress=False)
    names = sorted(a.url.rpartition("/")[2].removesuffix(".html") for a in corpus.records(ARTICLES))
    return names, {r.where: r.reason for r in corpus.records(REJECTS)}, report, corpus


def test_sections_and_search_find_articles_and_services_are_not_asked(room, tmp_path):
    names, reasons, _, corpus = gathered(room, tmp_path / "corpus", Beside())
    assert names == ["one", "two"]
    assert "Its address dates it 2030-01-06, outside the event's window" in reasons[f"{HOST}/2030/01/06/old.html"]
    assert "config" in read_run(corpus.folder)["stages"]["collect"]
    assert b"archive.example" not in (corpus.folder / "run.json").read_bytes()


def test_services_are_asked_where_an_option_or_the_event_names_them(room, tmp_path):
    names, _, _, corpus = gathered(room, tmp_path / "corpus", Beside(discover=["wayback", "gdelt"]))
    assert names == ["four", "one", "three", "two"]
    assert read_run(corpus.folder)["stages"]["collect"]["config"]["discover"] == ["gdelt", "wayback"]
    event = room / "event.toml"
    event.write_text(event.read_text().replace("[window]", 'discover = ["gdelt"]\n[window]', 1))
    assert gathered(room, tmp_path / "other", Beside())[0] == ["four", "one", "two"]


def test_a_service_that_fails_is_a_row_and_costs_nothing_else(room, tmp_path):
    (room / "gdelt" / "site" / "doc").write_text("Your query was too short or too long.")
    (room / "archive" / "site" / "robots.txt").write_text("User-agent: *\nDisallow: /\n")
    names, reasons, _, _ = gathered(room, tmp_path / "corpus", Beside(discover=["wayback", "gdelt"]))
    assert names == ["one", "two"]
    told = [reason for where, reason in reasons.items() if "gdelt.example" in where or "archive.example" in where]
    assert sorted(told) == [
        "Found something else, expected a list of articles of GDELT DOC in JSON.",
        "robots.txt forbids it to us.",
    ]


URLS = f"""# what a reader sent
{HOST}/2031/05/07/five.html
{HOST}/2031/05/07/rain.html
http://tideline.example/2031/05/07/five.html
gazette.example/no-scheme

{HOST}/2031/05/07/five.html
"""


def test_a_list_of_addresses_is_fetched_and_every_other_line_has_its_reason(room, tmp_path):
    (tmp_path / "urls.txt").write_text(URLS, encoding="utf-8-sig")
    names, reasons, _, corpus = gathered(room, tmp_path / "corpus", Beside(urls=tmp_path / "urls.txt"))
    assert names == ["five", "one", "two"]
    assert reasons["http://tideline.example/2031/05/07/five.html"].startswith("It stands on a host that no outlet pack")
    assert reasons["gazette.example/no-scheme"] == "It is no web address."
    assert "no term of the event" in reasons[f"{HOST}/2031/05/07/rain.html"]
    assert "urls.txt" in read_run(corpus.folder)["stages"]["collect"]["inputs"]


@pytest.mark.parametrize(("data", "told"), [(None, "No such file"), (b"# nothing\n", "no address"), (b"\xff", "UTF-8")])
def test_a_list_that_cannot_be_used_stops_before_anything_is_written(room, tmp_path, data, told):
    if data is not None:
        (tmp_path / "urls.txt").write_bytes(data)
    with Newsroom(room) as newsroom, pytest.raises(InputError, match=told):
        collect(newsroom.event, Corpus(tmp_path / "c"), newsroom=newsroom, beside=Beside(urls=tmp_path / "urls.txt"))
    assert not (tmp_path / "c").exists()


@pytest.fixture(scope="module")
def archive(first_room, tmp_path_factory):
    """A WARC file of somebody else: what a crawl of the same room wrote."""
    folder = tmp_path_factory.mktemp("theirs")
    (folder / "urls.txt").write_text(URLS)
    *_, corpus = gathered(first_room, folder / "corpus", Beside(urls=folder / "urls.txt"))
    (path,) = (corpus.folder / "warc").glob("*.warc.gz")
    return path.rename(folder / "CC-NEWS-2031.warc.gz")


def offline(room, into, *warcs):
    corpus = Corpus(into)
    report = collect(
        room / "event.toml", corpus, outlet_folders=[room / "outlets"], progress=False,
        beside=Beside(warcs=[str(w) for w in warcs], is_offline=True),
    )  # fmt: skip
    return corpus, report


def test_a_warc_file_is_read_like_a_site_without_network(room, archive, tmp_path):
    corpus, report = offline(room, tmp_path / "mine", archive)
    (taken,) = report.fetched.taken
    assert (taken.n_kept, taken.file) == (3, "00001.CC-NEWS-2031.warc.gz")
    assert taken.n_answers == taken.n_own == taken.n_kept + len(taken.rejects)
    articles = corpus.records(ARTICLES)
    assert sorted(a.url.rpartition("/")[2] for a in articles) == ["five.html", "one.html", "two.html"]
    assert {a.rights.robots for a in articles} == {"not asked: from an archive"}
    assert {a.fetched_at.isoformat() for a in articles} == {"2031-05-08T12:00:00+00:00"}
    assert all(a.raw_ref.startswith("warc/00001.CC-NEWS-2031.warc.gz#") for a in articles)
    reasons = {r.where: r.reason for r in corpus.records(REJECTS)}
    assert "no term of the event" in reasons[f"{HOST}/2031/05/07/rain.html"]
    assert reasons[f"{HOST}/news.html"] == "It is one of the outlet's pages with links."
    assert 'it is "text/plain"' in reasons[f"{HOST}/robots.txt"]
    assert read_run(corpus.folder)["stages"]["collect"]["warcs"][0]["n_kept"] == 3


def test_answers_of_other_hosts_are_counted_and_no_file_is_made_for_none(room, archive, tmp_path):
    event = room / "event.toml"
    pack = (room / "outlets" / "gazette.toml").read_text(encoding="utf-8")
    (room / "outlets" / "herald.toml").write_text(pack.replace("gazette", "herald"), encoding="utf-8")
    event.write_text(event.read_text(encoding="utf-8").replace('["gazette"]', '["herald"]'), encoding="utf-8")
    corpus, report = offline(room, tmp_path / "mine", archive)
    (taken,) = report.fetched.taken
    assert (taken.n_answers, taken.n_own, taken.file) == (8, 0, None)
    assert corpus.records(REJECTS) == []
    assert list((corpus.folder / "warc").iterdir()) == []


def test_the_same_warc_file_again_changes_nothing(room, archive, tmp_path):
    corpus, _ = offline(room, tmp_path / "mine", archive)

    def held():
        files = {p.relative_to(corpus.folder): p for p in corpus.folder.rglob("*") if p.is_file()}
        return {str(name): path.read_bytes() for name, path in files.items() if name.name != "run.json"}

    before = held()
    offline(room, tmp_path / "mine", archive)
    assert held() == before


def test_a_record_that_is_kept_is_as_it_was(room, archive, tmp_path):
    corpus, report = offline(room, tmp_path / "mine", archive)

    def bodies(path):
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                if record.rec_type == "response":
                    header = record.rec_headers.get_header
                    yield header("WARC-Record-ID"), (header("WARC-Date"), record.raw_stream.read())

    theirs = dict(bodies(archive))
    mine = dict(bodies(corpus.folder / "warc" / report.fetched.taken[0].file))
    assert len(mine) == 3
    assert all(theirs[key] == value for key, value in mine.items())


def test_a_warc_file_that_breaks_off_is_used_up_to_there(room, archive, tmp_path):
    with archive.open("rb") as file:
        records = ArchiveIterator(file)
        kept = [
            records.get_record_offset()
            for record in records
            if record.rec_type == "response" and "/2031/" in record.rec_headers.get_header("WARC-Target-URI")
        ]
    torn = tmp_path / "torn.warc.gz"
    torn.write_bytes(archive.read_bytes()[: kept[-1] + 600])
    corpus, report = offline(room, tmp_path / "mine", torn)
    assert report.fetched.taken[0].n_kept == len(corpus.records(ARTICLES)) == 2
    assert any(r.reason == "The record breaks off." for r in corpus.records(REJECTS))


def test_an_archive_and_a_crawl_give_one_corpus(room, archive, tmp_path):
    names, _, report, corpus = gathered(room, tmp_path / "both", Beside(warcs=[str(archive)]))
    assert names == ["five", "one", "two"]
    assert [a.version for a in corpus.records(ARTICLES)] == [1, 1, 1]
    assert report.n_pages == 3 + 2
    assert any("CC-NEWS-2031.warc.gz: " in line for line in report.lines())


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [("none.warc.gz", None, "No such file"), ("a.warc", b"", "no record"), ("b.warc.gz", b"no archive", "no record")],
)
def test_a_file_that_is_no_warc_is_one_sentence(room, tmp_path, name, data, told):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=told):
        offline(room, tmp_path / "mine", tmp_path / name)
    assert not (tmp_path / "mine").exists()


def test_two_archives_of_one_name_are_refused(room, archive, tmp_path):
    (tmp_path / "other").mkdir()
    twin = tmp_path / "other" / archive.name
    twin.write_bytes(archive.read_bytes())
    with pytest.raises(InputError, match="two archives of this name"):
        offline(room, tmp_path / "mine", archive, twin)


def member(kind, body, url="http://gazette.example/2031/05/07/odd.html", **headers):
    """One record as another writer might have made it."""
    said = {"WARC-Type": kind, "WARC-Target-URI": url, "WARC-Date": "2031-05-07T09:00:00Z"} | headers
    head = "".join(f"{name}: {value}\r\n" for name, value in said.items() if value)
    return f"WARC/1.0\r\n{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def test_odd_records_of_other_writers_cost_only_themselves(room, tiny, tmp_path):
    page = story(tiny, 9).encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    ids = {"WARC-Record-ID": "<urn:uuid:0b4f4d0c-0001-4000-8000-000000000001>"}
    records = [
        member("warcinfo", b"software: other\r\n", url=""),
        member("response", b"no http at all", url="http://gazette.example/2031/05/07/none.html", **ids),
        member(
            "response", http.replace(b"200 OK", b"OK") + page, url="http://gazette.example/2031/05/07/nan.html", **ids
        ),
        member("response", http + page, url="http://gazette.example/2031/05/07/no-id.html"),
        member("response", http + page, **ids, **{"WARC-JSON-Metadata": "not json"}),
        member("resource", page, url="http://gazette.example/2031/05/07/resource.html"),
    ]
    path = tmp_path / "odd.warc"
    path.write_bytes(b"".join(records))
    corpus, report = offline(room, tmp_path / "mine", path)
    (article,) = corpus.records(ARTICLES)
    assert article.url.endswith("/odd.html")
    (taken,) = report.fetched.taken
    assert (taken.n_own, taken.n_kept) == (4, 1)
    reasons = {r.where.rpartition("/")[2]: r.reason for r in taken.rejects}
    assert set(reasons) == {"none.html", "nan.html", "no-id.html"}
    assert "an id" in reasons["no-id.html"]


def test_offline_without_an_archive_is_refused(room, tmp_path):
    with pytest.raises(InputError, match="no network and no archive"):
        offline(room, tmp_path / "mine")


def test_an_address_of_fsspec_is_opened_with_it(room, archive, tmp_path, monkeypatch):
    opened = []

    def open_it(place, mode):
        opened.append((place, mode))
        return SimpleNamespace(open=lambda: archive.open(mode))

    monkeypatch.setitem(sys.modules, "fsspec", SimpleNamespace(open=open_it))
    corpus, _ = offline(room, tmp_path / "mine", "s3://bucket/CC-NEWS-2031.warc.gz")
    assert opened
    assert set(opened) == {("s3://bucket/CC-NEWS-2031.warc.gz", "rb")}
    assert len(corpus.records(ARTICLES)) == 3


def test_without_fsspec_such_an_address_says_what_to_do(room, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(InputError, match="parallax-news\\[archives\\]"):
        offline(room, tmp_path / "mine", "s3://bucket/x.warc.gz")
    assert not (tmp_path / "mine").exists()
