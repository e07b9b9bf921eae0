"""The demo newsroom's pages hold what `planted.toml` says, and its files agree with one another."""

import json
import re
import tomllib
from collections import Counter, defaultdict
from datetime import datetime
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree, html
from protego import Protego
from warcio.archiveiterator import ArchiveIterator

from corpus.event import aliases_in, load_event
from corpus.places import data_folder
from crawl.outlet import load_outlets

ROOT = data_folder() / "newsroom"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def toml(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


NEWSROOM = toml(ROOT / "newsroom.toml")
PLANTED = toml(ROOT / "planted.toml")
EVENT = load_event(ROOT / "event.toml")
OUTLETS = load_outlets(ROOT / "outlets")
ARTICLES = PLANTED["articles"]
ENCODINGS = {row["url"]: row["encoding"] for row in PLANTED["planted"] if "encoding" in row}
PAGES = sorted(p for p in ROOT.glob("*/site/**/*") if p.suffix in (".html", ".htm"))


def file_of(url):
    """The file behind an address: the host names the outlet, a path that ends in a slash its index.html."""
    parts = urlsplit(url)
    path = parts.path + ("index.html" if parts.path.endswith("/") else "")
    return ROOT / NEWSROOM["hosts"][parts.hostname] / "site" / path.lstrip("/")


def plain(text):
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def page(url):
    return parsed(file_of(url))


def encoding_of(path):
    return next((name for url, name in ENCODINGS.items() if file_of(url) == path), "utf-8")


def parsed(path):
    return html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding=encoding_of(path)))


def paragraphs(url):
    return [plain(p.text_content()) for p in page(url).iter("p")]


def body(article):
    """The paragraphs from the article's first to its last, with the furniture that stands between them."""
    found = paragraphs(article["url"])
    return found[found.index(article["first"]) : found.index(article["last"]) + 1]


def published(url):
    found = page(url).xpath("//meta[@property='article:published_time']/@content")
    return datetime.fromisoformat(found[0])


def is_in_window(when):
    return EVENT.window.start <= when.date() <= EVENT.window.end


def feed_links(outlet):
    return [link for url in OUTLETS[outlet].feeds for link in links_in_feed(file_of(url))]


def links_in_feed(path):
    if path.suffix == ".json":
        return [item["url"] for item in json.loads(path.read_text(encoding="utf-8"))["items"]]
    return [entry.link for entry in feedparser.parse(path.read_bytes()).entries]


def section_links(outlet):
    home = OUTLETS[outlet].home.rstrip("/")
    return [home + link for url in OUTLETS[outlet].sections for link in page(url).xpath("//a/@href")]


def sitemap_links(url):
    root = etree.fromstring(file_of(url).read_bytes())
    places = [plain(loc.text) for loc in root.iter(f"{SITEMAP}loc")]
    if root.tag != f"{SITEMAP}sitemapindex":
        return places
    return [link for place in places for link in sitemap_links(place)]


def offered(outlet):
    links = [*feed_links(outlet), *(link for url in OUTLETS[outlet].sitemaps for link in sitemap_links(url))]
    links += section_links(outlet)
    return [link.split("?")[0] for link in links]


SAID = defaultdict(str)
"""By outlet and field: what the outlet's articles of the event say."""
for _article in ARTICLES:
    SAID[_article["outlet"], "title"] += _article["title"] + "\n"
    SAID[_article["outlet"], "text"] += "\n".join(body(_article)) + "\n"


def named(row):
    return ", ".join(str(row[key]) for key in ("kind", "party", "fact", "outlet", "field", "url") if key in row)


def test_hosts_outlets_and_event_name_the_same_outlets():
    assert sorted(NEWSROOM["hosts"].values()) == sorted(OUTLETS) == sorted(EVENT.outlets)
    for host, outlet in NEWSROOM["hosts"].items():
        assert host.endswith(".example")
        assert urlsplit(OUTLETS[outlet].home).hostname == host
        assert OUTLETS[outlet].checked


def test_eleven_outlets_write_in_seven_languages():
    by_language = Counter(lang for outlet in OUTLETS.values() for lang in outlet.languages)
    assert by_language == {"ru": 3, "zh-Hans": 2, "en": 2, "de": 1, "es": 1, "fr": 1, "uk": 1}


def test_five_outlets_have_feeds_five_have_sitemaps_and_one_has_neither():
    assert sum(bool(o.feeds) and not o.sitemaps for o in OUTLETS.values()) == 5
    assert sum(bool(o.sitemaps) and not o.feeds for o in OUTLETS.values()) == 5
    assert [o.id for o in OUTLETS.values() if o.sections] == ["vsesrazu"]


def test_the_demo_takes_place_inside_the_window_and_after_every_page():
    now = NEWSROOM["now"]
    assert is_in_window(now)
    assert all(article["published"] < now for article in ARTICLES)


XML_FEEDS = [o.id for o in OUTLETS.values() if o.feeds and not o.feeds[0].endswith(".json")]


@pytest.mark.parametrize("outlet", XML_FEEDS)
def test_feeds_parse_without_complaint(outlet):
    for url in OUTLETS[outlet].feeds:
        feed = feedparser.parse(file_of(url).read_bytes())
        assert not feed.bozo, feed.get("bozo_exception")
        assert len(feed.entries) >= 4
        assert all(e.title and e.link and e.published_parsed for e in feed.entries)


def test_the_json_feed_is_one():
    (url,) = OUTLETS["quaidunord"].feeds
    feed = json.loads(file_of(url).read_text(encoding="utf-8"))
    assert (feed["version"], feed["feed_url"]) == ("https://jsonfeed.org/version/1.1", url)
    assert all(
        item["id"] and item["title"] and datetime.fromisoformat(item["date_published"]) for item in feed["items"]
    )


@pytest.mark.parametrize("outlet", sorted(OUTLETS))
def test_every_offered_address_is_accounted_for_and_nothing_else(outlet):
    listed = [*ARTICLES, *PLANTED["rejected"], *PLANTED["ignored"]]
    assert sorted(offered(outlet)) == sorted(row["url"] for row in listed if row["outlet"] == outlet)


@pytest.mark.parametrize("outlet", sorted(OUTLETS))
def test_robots_forbid_only_what_was_planted(outlet):
    site = ROOT / outlet / "site"
    robots = Protego.parse((site / "robots.txt").read_text(encoding="utf-8"))
    forbidden = {url for url in offered(outlet) if not robots.can_fetch(url, "parallax")}
    planted = {r["url"] for r in PLANTED["rejected"] if r["outlet"] == outlet and r["reason"] == "robots"}
    assert forbidden == planted


def test_pages_are_there_but_for_the_missing_one():
    missing = {row["url"] for row in PLANTED["rejected"] if row["reason"] == "not_found"}
    assert missing == {url for outlet in OUTLETS for url in offered(outlet) if not file_of(url).is_file()}


@pytest.mark.parametrize("path", PAGES, ids=[str(p.relative_to(ROOT)) for p in PAGES])
def test_pages_parse_and_link_only_inside_the_newsroom(path):
    tree = parsed(path)
    assert tree.findtext(".//title")
    assert tree.xpath("//meta/@charset") == [encoding_of(path)]
    for link in tree.xpath("//@href | //@src"):
        host = urlsplit(link).hostname
        assert host is None or host in NEWSROOM["hosts"], link
    for image in tree.xpath("//img/@src"):
        assert (ROOT / path.relative_to(ROOT).parts[0] / "site" / image.lstrip("/")).is_file()


@pytest.mark.parametrize("article", ARTICLES, ids=named)
def test_pages_of_the_event_hold_their_article(article):
    tree = page(article["url"])
    assert article["title"] in plain(tree.findtext(".//title"))
    assert tree.xpath("//link[@rel='canonical']/@href") == [article["url"]]
    assert tree.xpath("//meta[@property='og:title']/@content") == [article["title"]]
    assert published(article["url"]) == article["published"]
    assert is_in_window(article["published"])
    assert len(body(article)) >= article["n_paragraphs"]
    assert any(term in article["title"] + SAID[article["outlet"], "text"] for term in terms(article["lang"]))


def terms(lang):
    return aliases_in(EVENT.terms, lang)


def test_most_pages_carry_json_ld_and_some_do_not():
    with_it = 0
    for article in ARTICLES:
        for script in page(article["url"]).xpath("//script[@type='application/ld+json']/text()"):
            data = json.loads(script)
            assert (data["headline"], data["@type"]) == (article["title"], "NewsArticle")
            assert datetime.fromisoformat(data["datePublished"]) == article["published"]
            assert [a["name"] for a in data["author"]] == article["authors"]
            with_it += 1
    assert 0 < with_it < len(ARTICLES)


@pytest.mark.parametrize("row", PLANTED["ignored"], ids=named)
def test_other_pages_are_off_the_subject_or_outside_the_window(row):
    said = " ".join([plain(page(row["url"]).findtext(".//title")), *paragraphs(row["url"])])
    on_subject = any(term in said for lang in OUTLETS[row["outlet"]].languages for term in terms(lang))
    expected = {"off_topic": (False, True), "outside_window": (True, False)}
    assert (on_subject, is_in_window(published(row["url"]))) == expected[row["reason"]]


def test_the_broken_page_has_a_title_and_no_paragraph():
    (broken,) = [row["url"] for row in PLANTED["rejected"] if row["reason"] == "no_text"]
    assert page(broken).findtext(".//title")
    assert paragraphs(broken) == []


@pytest.mark.parametrize("row", PLANTED["planted"], ids=named)
def test_what_was_planted_stands_there(row):
    for outlet in row.get("outlets", [row.get("outlet")]):
        assert outlet in OUTLETS
    for surface in row["surfaces"]:
        assert any(surface in text for text in places_of(row)), surface


def places_of(row):
    """The texts a planted string may stand in: the page that is named, the outlet's articles, its robots and lists."""
    for outlet in row.get("outlets", [row.get("outlet")]):
        yield SAID[outlet, "title"]
        yield SAID[outlet, "text"]
        site = ROOT / outlet / "site"
        lists = [*site.glob("*.txt"), *site.rglob("*.xml"), *site.glob("*.json")]
        yield from (p.read_text(encoding="utf-8") for p in lists)
    if "url" in row and file_of(row["url"]).is_file():
        yield plain(page(row["url"]).text_content())


@pytest.mark.parametrize("cell", PLANTED["cells"], ids=named)
def test_figures_stand_as_often_as_the_matrix_says(cell):
    said = SAID[cell["outlet"], cell["field"]]
    assert sum(said.count(written) for written in cell["written"]) == cell["n"]
    assert all(any(surface in written for written in cell["written"]) for surface in cell["surfaces"])


@pytest.mark.parametrize("outlet", sorted(OUTLETS))
@pytest.mark.parametrize("field", ["title", "text"])
def test_the_matrix_leaves_out_no_digit(outlet, field):
    rest = SAID[outlet, field]
    known = [w for cell in PLANTED["cells"] if cell["outlet"] == outlet for w in (*cell["written"], *cell["surfaces"])]
    known += [row["surface"] for name in ("others", "furniture") for row in PLANTED[name] if row["outlet"] == outlet]
    for written in sorted(known, key=len, reverse=True):
        rest = rest.replace(written, " ")
    assert not re.search(r"\d", rest), rest


def test_values_of_different_facts_lie_apart():
    values = defaultdict(set)
    for cell in PLANTED["cells"]:
        if not cell["is_vague"]:
            values[cell["fact"]].add(cell["low"])
    facts = sorted(values)
    for fact in facts:
        others = {v for other in facts if other != fact for v in values[other]}
        assert all(abs(one - other) > 0.05 * one for one in values[fact] for other in others)


def test_cells_name_actors_of_the_event():
    known = {actor.id for actor in EVENT.actors}
    for cell in PLANTED["cells"]:
        assert {*cell["sources"], cell.get("actor", "ortellane")} <= known


@pytest.mark.parametrize("voice", PLANTED["voices"], ids=named)
def test_parties_are_heard_where_the_list_says(voice):
    said = SAID[voice["outlet"], "text"]
    lang = OUTLETS[voice["outlet"]].languages[0]
    people = [a for a in EVENT.actors if a.party == voice["party"] and a.kind == "person"]
    if voice["present"]:
        assert voice["surface"] in said
    else:
        assert not any(name in said for person in people for name in aliases_in(person.aliases, lang))


@pytest.mark.parametrize("row", PLANTED["loaded"], ids=lambda row: f"{row['outlet']}, {row['surface']}")
def test_loaded_words_stand_where_the_list_says(row):
    assert row["surface"] in SAID[row["outlet"], row["field"]]


@pytest.mark.parametrize("row", PLANTED["furniture"], ids=lambda row: f"{row['outlet']}, {row['surface']}")
def test_furniture_stands_on_the_page(row):
    assert row["surface"] in plain(page(row["url"]).text_content())


def test_the_reprint_takes_nearly_all_of_its_text_from_the_original():
    reprint, original = (shingles(SAID[outlet, "text"]) for outlet in ("qingchuan", "xianchuang"))
    inside = reprint - shingles("\n".join(row["surface"] for row in PLANTED["furniture"]))
    assert len(inside & original) / len(inside) > 0.9
    assert len(inside & original) / len(original) < 0.8


def test_the_uncredited_reprint_is_verbatim_and_names_nobody():
    reprint, original = (SAID[outlet, "text"] for outlet in ("vsesrazu", "stvor"))
    assert all(paragraph in original for paragraph in reprint.splitlines())
    (url,) = [row["url"] for row in PLANTED["planted"] if row["kind"] == "uncredited_reprint"]
    assert "Створ" not in page(url).text_content()


def test_the_page_in_another_encoding_is_no_utf8_and_the_server_says_it_is():
    (url,) = ENCODINGS
    with pytest.raises(UnicodeDecodeError):
        file_of(url).read_bytes().decode("utf-8")
    assert not (ROOT / "pirs" / "headers.toml").exists(), "the newsroom's default is UTF-8"


def test_the_archive_has_the_earlier_version_of_the_corrected_page():
    (path,) = (ROOT / "archive").iterdir()
    with path.open("rb") as file:
        answers = {
            record.rec_headers.get_header("WARC-Target-URI"): record.content_stream().read().decode("utf-8")
            for record in ArchiveIterator(file)
            if record.rec_type == "response"
        }
    (url,) = [row["url"] for row in PLANTED["planted"] if row["kind"] == "corrected"]
    assert len(answers) == 3
    assert [u for u in answers if urlsplit(u).hostname not in NEWSROOM["hosts"]] == [
        "http://www.niemand.example/notiz.html"
    ]
    early, late = answers[url], file_of(url).read_text(encoding="utf-8")
    assert ("14.300" in early, "41.300" in early, "Korrektur" in early) == (True, False, False)
    assert ("14.300" in late, "41.300" in late, "Korrektur" in late) == (False, True, True)


def shingles(text, n=5):
    letters = "".join(c for c in text if c.isalnum())
    return {letters[i : i + n] for i in range(len(letters) - n + 1)}


def test_headers_reserve_the_pages_that_the_list_says():
    reserved = set()
    for path in sorted(ROOT.glob("*/headers.toml")):
        for address, answer in toml(path).items():
            assert answer["headers"]["tdm-reservation"] == "1"
            reserved.add(OUTLETS[path.parent.name].home.rstrip("/") + address)
    assert reserved == {row["url"] for row in PLANTED["rejected"] if row["reason"] == "tdm_reserved"}


def test_the_newsroom_holds_nothing_but_what_the_layout_names():
    assert {p.name for p in ROOT.iterdir() if p.is_dir()} == {*OUTLETS, "outlets", "archive"}
    assert all({p.name for p in (ROOT / outlet).iterdir()} <= {"site", "headers.toml"} for outlet in OUTLETS)
