"""Feeds and sitemaps of every common kind become one kind of record."""

import gzip
from datetime import UTC, datetime

import pytest

from crawl.outlet import Outlet
from crawl.sources import feeds, sitemaps

GAZETTE = Outlet(
    id="gazette", name="G", home="http://gazette.example/", languages=["en"], feeds=["http://gazette.example/f"]
)


def from_feed(body, base):
    return feeds.reads(body, base, GAZETTE)


def from_sitemap(body, base):
    return sitemaps.reads(body, base, GAZETTE)


BASE = "http://gazette.example/feed.xml"
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>G</title><id>x</id>
<entry><title>桥被卖了</title><link rel="alternate" href="/1.html"/><published>2031-05-06T09:30:00+08:00</published>
<updated>2031-05-07T00:00:00Z</updated><summary>关于桥</summary></entry></feed>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> http://gazette.example/1.html </loc><lastmod>2031-05-07</lastmod>
<news:news><news:publication><news:name>Gazette</news:name></news:publication>
<news:publication_date>2031-05-06T09:30:00Z</news:publication_date><news:title>Bridge sold</news:title></news:news>
<image:image><image:loc>http://gazette.example/1.png</image:loc></image:image></url>
<url><lastmod>2031</lastmod></url>
<url><loc>/2.html</loc></url></urlset>"""
INDEX = """<sitemapindex><sitemap><loc>http://gazette.example/s1.xml</loc><lastmod>2031-05</lastmod></sitemap></sitemapindex>"""


def test_rss_entries_are_found(tiny):
    found = from_feed(tiny.feed(tiny.item("/1.html", summary="About it"), tiny.item("/2.html", date="")).encode(), BASE)
    assert [f.url for f in found] == ["http://gazette.example/1.html", "http://gazette.example/2.html"]
    assert (found[0].title, found[0].summary) == ("Brindlemoor sells its oldest bridge", "About it")
    assert found[0].published.at == datetime(2031, 5, 6, 7, 30, tzinfo=UTC)
    assert found[1].published is None


def test_atom_entries_are_found():
    (found,) = from_feed(ATOM.encode(), BASE)
    assert (found.url, found.title) == ("http://gazette.example/1.html", "桥被卖了")
    assert found.published.at == datetime(2031, 5, 6, 1, 30, tzinfo=UTC)
    assert found.changed.at == datetime(2031, 5, 7, tzinfo=UTC)


def test_a_feed_in_another_declared_encoding_is_read(tiny):
    text = tiny.feed(tiny.item("/1.html", title="Мост продан")).replace('"1.0"?', '"1.0" encoding="windows-1251"?')
    assert from_feed(text.encode("cp1251"), BASE)[0].title == "Мост продан"


@pytest.mark.parametrize("body", [b"", b"<html><body>Not found</body></html>", b"{}", b"\x00\xff\x00"])
def test_what_is_no_feed_is_none(body):
    assert from_feed(body, BASE) is None


def test_an_empty_feed_is_a_feed(tiny):
    assert from_feed(tiny.feed().encode(), BASE) == []


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_sitemap_entries_are_found_with_their_news(pack):
    first, second = from_sitemap(pack(SITEMAP.encode()), BASE)
    assert (first.url, first.title, first.kind) == ("http://gazette.example/1.html", "Bridge sold", "page")
    assert (first.published.precision, first.changed.precision) == ("second", "day")
    assert second.url == "http://gazette.example/2.html"
    assert (second.published, second.changed) == (None, None)


def test_a_sitemap_index_names_sitemaps():
    (found,) = from_sitemap(INDEX.encode(), BASE)
    assert (found.kind, found.url) == ("sitemap", "http://gazette.example/s1.xml")
    assert found.changed.precision == "month"


def test_a_robots_file_names_sitemaps():
    body = b"User-agent: *\nDisallow: /x\nSitemap: http://gazette.example/s.xml\nsitemap: /t.xml\n"
    assert [(f.kind, f.url) for f in from_sitemap(body, BASE)] == [
        ("sitemap", "http://gazette.example/s.xml"),
        ("sitemap", "http://gazette.example/t.xml"),
    ]


def test_a_plain_list_of_addresses_is_a_sitemap():
    body = b"\xef\xbb\xbfhttp://gazette.example/1.html\nhttp://gazette.example/2.html\n"
    assert [f.url for f in from_sitemap(body, BASE)] == [
        "http://gazette.example/1.html",
        "http://gazette.example/2.html",
    ]
    assert from_sitemap(body + b"and more\n", BASE) is None


JSON_FEED = """{"version": "https://jsonfeed.org/version/1.1", "title": "G", "items": [
 {"id": "1", "url": "/1.html", "title": "桥被卖了", "summary": "关于桥", "content_html": "<p>全文</p>",
  "date_published": "2031-05-06T09:30:00+08:00", "date_modified": "2031-05-07T00:00:00Z"},
 {"id": "2", "title": "No address"}, "nonsense", {"id": 3, "url": "http://gazette.example/3.html", "title": 7}]}"""


def test_json_feed_items_are_found():
    first, second = from_feed(b"\xef\xbb\xbf" + JSON_FEED.encode(), BASE)
    assert (first.url, first.title, first.summary) == ("http://gazette.example/1.html", "桥被卖了", "关于桥")
    assert first.text == "<p>全文</p>"
    assert first.published.at == datetime(2031, 5, 6, 1, 30, tzinfo=UTC)
    assert first.changed.at == datetime(2031, 5, 7, tzinfo=UTC)
    assert (second.url, second.title) == ("http://gazette.example/3.html", None)


@pytest.mark.parametrize(
    "body", [b'{"version": "1"}', b'{"items": []}', b"{", b'{"version": "x", "items": 3}', b"{" * 9999]
)
def test_what_is_no_json_feed_is_none(body):
    assert from_feed(body, BASE) is None


@pytest.mark.parametrize("body", [b"", b"Not found", gzip.compress(b"")[:8], b"User-agent: *\nDisallow:\n"])
def test_what_is_no_sitemap_is_none(body):
    assert from_sitemap(body, BASE) is None


def test_entities_are_not_expanded():
    bomb = b'<!DOCTYPE u [<!ENTITY a "http://gazette.example/evil">]><urlset><url><loc>&a;</loc></url></urlset>'
    assert not any("evil" in found.url for found in from_sitemap(bomb, BASE) or [])
