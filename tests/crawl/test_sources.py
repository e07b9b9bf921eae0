"""Section pages, search, the Wayback index and GDELT: what they are asked, and what is read out of their answers."""

import json
import tomllib
from urllib.parse import parse_qs, urlsplit

import pytest

from corpus.event import Event
from crawl.discovery import BY_KIND, SERVICES, SOURCES
from crawl.outlet import Outlet
from crawl.source import Query
from crawl.sources import gdelt, search, sections, wayback

EVENT = """
id = "bridge"
title = "A bridge is sold"
[window]
start = 2031-05-06
end = 2031-05-08
[terms]
"*" = ["Brindlemoor"]
en = ["bridge sale", "ferry & bridge"]
ru = ["продажа моста"]
[[actors]]
id = "lorvek"
name = "Lorvek"
kind = "organisation"
"""
SERVED = {"wayback": "http://web.archive.org/cdx/search/cdx", "gdelt": "http://api.gdeltproject.org/api/v2/doc/doc"}
GAZETTE = Outlet(
    id="gazette", name="G", home="http://www.gazette.example/", languages=["en"], hosts=["gazette-mirror.example"],
    search="http://www.gazette.example/?s={term}", sections=["http://www.gazette.example/news/"],
)  # fmt: skip
HOME = "http://www.gazette.example/news/"


def query(*also):
    return Query(Event.model_validate(tomllib.loads(EVENT)), frozenset(also), SERVED)


def test_every_source_is_listed_once_and_services_are_off_by_default():
    assert len(BY_KIND) == len(SOURCES)
    for name in SERVICES:
        assert list(BY_KIND[name].asks(GAZETTE, query())) == []
        assert list(BY_KIND[name].asks(GAZETTE, query(name)))


SECTION = """<!doctype html><html><head><meta charset="windows-1251"><title>News</title></head><body>
<a href="/">Home</a> <a href="#top">Up</a> <a href="javascript:void(0)">Share</a> <a href="mailto:a@b.example">Mail</a>
<a href="/news/">News</a> <a href="http://[broken">x</a> <a>no address</a>
<a href="/2031/05/06/bridge.html"><img src="1.jpg"></a>
<a href="/2031/05/06/bridge.html#comments">7</a>
<a href="/2031/05/06/bridge.html">Бриндлмур  продал
 старейший мост</a>
<a href="http://tideline.example/2031/05/06/bridge.html">Elsewhere, a longer headline</a>
<a href="//gazette-mirror.example/story/1234567">More</a></body></html>"""


def test_a_section_page_s_articles_are_found_once_with_their_longest_link():
    first, second = sections.reads(SECTION.encode("cp1251"), HOME, GAZETTE)
    assert (first.url, first.title) == (
        "http://www.gazette.example/2031/05/06/bridge.html",
        "Бриндлмур продал старейший мост",
    )
    assert (second.url, second.title) == ("http://gazette-mirror.example/story/1234567", None)


@pytest.mark.parametrize("body", [b"", b"{}", b"<html><body><p>Nothing here</p></body></html>", b"\x00\xff"])
def test_what_has_no_links_is_no_section_page(body):
    assert sections.reads(body, HOME, GAZETTE) is None


def test_a_search_is_asked_for_each_term_in_the_outlet_s_languages(tiny):
    assert search.asks(GAZETTE, query()) == [
        "http://www.gazette.example/?s=bridge+sale",
        "http://www.gazette.example/?s=ferry+%26+bridge",
        "http://www.gazette.example/?s=Brindlemoor",
    ]
    assert search.asks(GAZETTE.model_copy(update={"search": None}), query()) == []
    assert len(search.reads(SECTION.encode("cp1251"), HOME, GAZETTE)) == 2
    assert len(search.reads(tiny.feed(tiny.item("/1.html")).encode(), HOME, GAZETTE)) == 1
    assert search.reads(b"sorry", HOME, GAZETTE) is None


def test_the_wayback_index_is_asked_for_each_host_in_the_event_s_days():
    first, second = wayback.asks(GAZETTE, query("wayback"))
    asked = parse_qs(urlsplit(first).query)
    assert first.startswith("http://web.archive.org/cdx/search/cdx?")
    assert (asked["url"], asked["matchType"]) == (["gazette.example"], ["domain"])
    assert (asked["from"], asked["to"]) == (["20310506"], ["20310510"])
    assert asked["filter"] == ["statuscode:200", "mimetype:text/html"]
    assert parse_qs(urlsplit(second).query)["url"] == ["gazette-mirror.example"]


ROWS = [
    ["original", "timestamp"],
    ["http://www.gazette.example:80/2031/05/06/bridge.html", "20310506101500"],
    ["https://www.gazette.example/", "20310506101500"],
    ["http://tideline.example/2031/05/06/bridge.html", "20310506101500"],
    ["http://www.gazette.example/2031/05/07/late.html", "junk"],
]


def test_the_wayback_index_s_rows_name_articles():
    first, second = wayback.reads(json.dumps(ROWS).encode(), "http://web.archive.org/", GAZETTE)
    assert first.url == "http://www.gazette.example/2031/05/06/bridge.html"
    assert first.changed.at.isoformat() == "2031-05-06T10:15:00+00:00"
    assert (first.published, second.changed) == (None, None)


@pytest.mark.parametrize(("body", "found"), [(b"[]", []), (b"", []), (b'[["original","timestamp"]]', [])])
def test_an_index_without_rows_announces_nothing(body, found):
    assert wayback.reads(body, "", GAZETTE) == found


@pytest.mark.parametrize("body", [b"Blocked", b"{}", b"[1]", b'[["a"],["b"]]', b"<html></html>"])
def test_what_is_no_index_is_none(body):
    assert wayback.reads(body, "", GAZETTE) is None


def test_gdelt_is_asked_for_the_event_s_english_terms():
    asked = parse_qs(urlsplit(gdelt.asks(GAZETTE, query("gdelt"))[0]).query)
    assert asked["query"] == ['("bridge sale" OR "ferry & bridge" OR "Brindlemoor") domainis:gazette.example']
    assert (asked["mode"], asked["format"]) == (["artlist"], ["json"])
    assert (asked["startdatetime"], asked["enddatetime"]) == (["20310506000000"], ["20310508235959"])


ARTICLES = {
    "articles": [
        {
            "url": "http://www.gazette.example/2031/05/06/bridge.html",
            "url_mobile": "",
            "title": "Brindlemoor sells its oldest bridge",
            "seendate": "20310506T101500Z",
            "domain": "gazette.example",
            "language": "English",
            "sourcecountry": "United Kingdom",
        },
        {"title": "No address"},
        "nonsense",
    ]
}


def test_gdelt_s_articles_are_found():
    (found,) = gdelt.reads(json.dumps(ARTICLES).encode(), "", GAZETTE)
    assert (found.url, found.title) == (
        "http://www.gazette.example/2031/05/06/bridge.html",
        "Brindlemoor sells its oldest bridge",
    )
    assert found.changed.at.isoformat() == "2031-05-06T10:15:00+00:00"
    assert gdelt.reads(b"{}", "", GAZETTE) == []


@pytest.mark.parametrize("body", [b"Your query was too short or too long.", b"[]", b'{"articles": 3}', b""])
def test_gdelt_s_complaints_are_none(body):
    assert gdelt.reads(body, "", GAZETTE) is None
