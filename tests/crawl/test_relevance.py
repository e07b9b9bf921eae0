"""An event keeps what names it within its days, and says why not otherwise."""

import tomllib

import pytest

from corpus.event import Event
from crawl.dates import parse_moment
from crawl.relevance import Relevance, plain_page
from crawl.source import Found

EVENT = Event.model_validate(
    tomllib.loads(
        """
id = "bridge"
title = "A bridge is sold"
[window]
start = 2031-05-06
end = 2031-05-08
[terms]
en = ["bridge sale"]
ru = ["продажа моста"]
zh = ["卖桥"]
[[actors]]
id = "lorvek"
name = "Lorvek Builders"
kind = "organisation"
[actors.aliases]
"*" = ["Lorvek"]
ru = ["Лорвек"]
"""
    )
)
RELEVANCE = Relevance(EVENT)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The BRIDGE  sale was signed.", True),
        ("The builder Lorvek paid.", True),
        ("Lorvek’s offer", True),
        ("Противники продажи моста вышли на улицу", True),
        ("Договор с «Лорвеком» подписан", True),
        ("市议会卖桥引争议", True),
        ("The bridge was painted.", False),
        ("Lorvekianism is a word.", False),
        ("A bridgesale", False),
        ("", False),
        (None, False),
    ],
)
def test_terms_and_names_are_found_in_their_inflected_forms(text, names):
    assert RELEVANCE.names_it(text) is names


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2031-05-05", True),
        ("2031-05-05T00:00:00Z", True),
        ("2031-05-04T23:59:59Z", False),
        ("2031-05-09T23:59:59Z", True),
        ("2031-05-10T00:00:00Z", False),
        ("2030-05-07", False),
    ],
)
def test_the_window_has_a_day_of_slack_for_time_zones(written, kept):
    reason = RELEVANCE.against_day(parse_moment(written))
    assert (reason is None) is kept
    assert kept or "outside the event's window 2031-05-06 to 2031-05-08" in reason


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({}, None),
        ({"title": "Weather"}, None),
        ({"published": "2031-05-07"}, None),
        ({"published": "2031-04-07"}, "It was published on 2031-04-07"),
        ({"changed": "2031-04-07"}, "It was last changed on 2031-04-07"),
        ({"changed": "2031-06-07"}, None),
        ({"changed": "2031-04-07", "published": "2031-05-07"}, None),
        ({"url": "http://gazette.example/2031/04/07/a"}, "Its address dates it 2031-04-07"),
        ({"url": "http://gazette.example/2031/04/a"}, "Its address dates it 2031-04, outside"),
        ({"url": "http://gazette.example/2031/05/a"}, None),
        ({"url": "http://gazette.example/2031/05/09/a"}, None),
        ({"url": "http://gazette.example/2031/04/07/a", "published": "2031-05-07"}, None),
        ({"url": "http://gazette.example/map-2031-03.xml", "kind": "sitemap"}, "Its address dates it 2031-03"),
        ({"url": "http://gazette.example/map-2031-05.xml", "kind": "sitemap"}, None),
        ({"text": "<p>Nothing of the kind</p>"}, "It contains no term"),
        ({"text": "<p>The <b>Lorvek</b> offer</p>"}, None),
        ({"text": "<p>Nothing</p>", "title": "Bridge sale"}, None),
    ],
)
def test_an_announcement_is_set_aside_only_where_it_decides(found, told):
    dates = {key: parse_moment(value) for key, value in found.items() if key in ("published", "changed")}
    reason = RELEVANCE.against(Found(**({"url": "http://gazette.example/1"} | found | dates)))
    assert (reason is None) if told is None else (reason and told in reason)


def test_an_event_without_names_keeps_nothing():
    bare = EVENT.model_copy(update={"terms": {}, "actors": []})
    assert not Relevance(bare).names_it("anything")


@pytest.mark.parametrize(
    ("found", "is_named"),
    [
        ({}, False),
        ({"title": "Bridge sale"}, True),
        ({"summary": "<b>Lorvek</b> paid"}, True),
        ({"title": "Rain"}, False),
    ],
)
def test_an_announcement_that_names_the_event_is_known_by_title_or_summary(found, is_named):
    assert RELEVANCE.is_named_by(Found(url="http://gazette.example/1", **found)) is is_named


def test_a_page_s_text_is_read_in_its_own_encoding():
    page = '<html><head><meta charset="gbk"></head><body><p>市议会卖桥</p></body></html>'.encode("gbk")
    assert RELEVANCE.names_it(plain_page(page, "text/html"))
    assert RELEVANCE.names_it(
        plain_page("<p>Противники продажи моста</p>".encode("koi8-r"), "text/html; charset=koi8-r")
    )
    assert not RELEVANCE.names_it(plain_page(b"<p></p>", None))
