"""What publishers write about text and data mining and AI is read as they mean it; what cannot be read is no rule."""

import json

import pytest

from crawl.tdm import is_against_ai, read_tdmrep, rule_for

POLICY = "https://gazette.example/policy.json"


def rules(*said):
    return read_tdmrep(json.dumps([{"location": place, "tdm-reservation": value} for place, value in said]).encode())


@pytest.mark.parametrize(
    ("location", "path", "holds"),
    [
        ("/", "/a", True),
        ("/news", "/news/a", True),
        ("/news", "/sport/news", False),
        ("*", "/a", True),
        ("/*.html", "/a/b.html", True),
        ("/*.html$", "/a.html?b", False),
        ("/*.html$", "/a.html.html", True),
        ("/$", "/", True),
        ("/$", "/a", False),
        ("/a(b", "/a(b", True),
    ],
)
def test_a_rule_holds_for_the_paths_that_begin_like_it(location, path, holds):
    found = rule_for(rules((location, 1)), f"http://gazette.example{path}")
    assert (found is not None) is holds


def test_the_first_rule_that_holds_counts():
    found = rules(("/open", 0), ("/", 1))
    assert rule_for(found, "http://gazette.example/open/a").reservation == "0"
    assert rule_for(found, "http://gazette.example/a").reservation == "1"


def test_the_policy_is_kept():
    body = json.dumps([{"location": "/", "tdm-reservation": 1, "tdm-policy": POLICY}]).encode()
    assert rule_for(read_tdmrep(b"\xef\xbb\xbf" + body), "http://gazette.example/").policy == POLICY


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"location": "/"}', b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_tdmrep_is_none(body):
    assert read_tdmrep(body) is None


@pytest.mark.parametrize("rule", [None, {}, {"location": 1, "tdm-reservation": 1}, {"location": "/"}])
def test_a_rule_that_cannot_be_read_is_no_rule(rule):
    assert read_tdmrep(json.dumps([rule]).encode()) == ()


@pytest.mark.parametrize("end", ["", "$"])
def test_no_location_takes_long(end, grows_linearly):
    rule = rules(("/" + "*a" * 500 + "*b" + end, 1))
    assert grows_linearly(lambda length: rule_for(rule, "http://gazette.example/" + "a" * length), 2_500)


@pytest.mark.parametrize(
    ("said", "against"),
    [
        ("noai", True),
        ("noindex, NoAI, noimageai", True),
        ("noimageai", False),
        ("noindex, nofollow", False),
        ("otherbot: noai", False),
        ("parallax-news: noai", True),
        ("otherbot: noindex, parallax-news: noai", True),
        ("otherbot: noindex, noai", False),
        ("max-snippet: 20, noai", True),
        ("*: noai", True),
        ("", False),
    ],
)
def test_directives_for_everyone_or_for_us_count(said, against):
    assert is_against_ai([said], "parallax-news") is against
