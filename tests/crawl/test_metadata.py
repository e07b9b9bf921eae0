"""Title, dates, bylines and rubric are what most of the page agrees on."""

import json

import pytest

from crawl.dates import parse_moment
from crawl.guesses import guess_day
from crawl.metadata import Hints, choose_moment, metadata_of
from crawl.page import Page, read_page
from crawl.titles import choose_title


def page(head="", body="", lang="en"):
    return Page("http://gazette.example/1", f'<html lang="{lang}"><head>{head}</head><body>{body}</body></html>')


def linked(**said):
    data = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **said}, ensure_ascii=False)
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    ("candidates", "title"),
    [
        ([], None),
        (["Bridge sold"], "Bridge sold"),
        (["Bridge sold", "Bridge sold | Gazette", "Bridge sold - News - Gazette"], "Bridge sold"),
        (["The Gazette", "Bridge sold", "Bridge sold", "Bridge sold - The Gazette"], "Bridge sold"),
        (["Shop our best deals", "Мост продан", "Мост продан — Газета"], "Мост продан"),
        (["Flood", "River: Flood", "Flood warning", "River: Flood"], "River: Flood"),
        (["One", "Two"], "One"),
        (["The Gazette", "Bridge sold | The Gazette", "Bridge sold | The Gazette", "Bridge sold"], "Bridge sold"),
        (
            ["The bridge is sold at…", "The bridge is sold at last", "The bridge is sold at last - G"],
            "The bridge is sold at last",
        ),
        (["Waiting…", "Waiting…", "Still waiting…"], "Waiting…"),
        (["The Gazette", "  "], None),
    ],
)
def test_the_title_is_the_candidate_that_others_repeat(candidates, title):
    assert choose_title(candidates, names=["The Gazette"]) == title


@pytest.mark.parametrize(
    ("written", "chosen"),
    [
        (["2031-05-06", "2031-05-06T07:30:00Z"], "2031-05-06T07:30:00Z"),
        (["2030-01-01T00:00:00Z", "2031-05-06", "2031-05-06T07:30"], "2031-05-06T07:30"),
        (["2031-05-06T07:30:00Z", "2035-01-01T00:00:00Z"], "2031-05-06T07:30:00Z"),
        (["2035-01-01"], None),
        ([], None),
    ],
)
def test_the_date_is_the_most_exact_of_those_that_agree_and_never_in_the_future(tiny, written, chosen):
    found = choose_moment([parse_moment(w) for w in written], tiny.NOW)
    assert found == (parse_moment(chosen) if chosen else None)


def test_json_ld_is_read_from_graphs_and_lists(tiny):
    graph = {"@graph": [{"@type": "WebSite", "name": "G"}, {"@type": ["NewsArticle"], "headline": "Bridge sold",
             "datePublished": "2031-05-06T09:30:00+02:00", "dateModified": "2031-05-06T12:00:00+02:00",
             "author": [{"@type": "Person", "name": "Ada Quill"}, {"name": "Tom Reed"}], "articleSection": ["Town"],
             "keywords": "bridge, river"}]}  # fmt: skip
    script = '<script type="application/ld+json">'
    html = f"{script}{{broken</script>{script}{json.dumps(graph)}</script>"
    said = metadata_of(page(html), Hints(), fetched_at=tiny.NOW)
    assert (said.title, said.section, said.tags) == ("Bridge sold", "Town", ("bridge", "river"))
    assert said.authors == ("Ada Quill", "Tom Reed")
    assert said.published == parse_moment("2031-05-06T07:30:00Z")
    assert said.modified == parse_moment("2031-05-06T10:00:00Z")


def test_meta_elements_are_read(tiny):
    head = (
        '<meta name="author" content="By Ada Quill"><meta property="article:section" content="Town">'
        '<meta property="article:tag" content="bridge"><meta property="article:tag" content="river">'
        '<meta property="article:published_time" content="2031-05-06">'
    )
    said = metadata_of(page(head), Hints(author="Someone Else"), fetched_at=tiny.NOW)
    assert (said.authors, said.section, said.tags) == (("Ada Quill",), "Town", ("bridge", "river"))
    assert said.published.precision == "day"


def test_hints_stand_in_where_the_page_is_silent(tiny):
    hints = Hints(
        title="Bridge sold", day="2031-05-06", author="Ada Quill; Tom Reed", announced="2031-05-06T07:30:00+00:00"
    )
    said = metadata_of(page(), hints, fetched_at=tiny.NOW)
    assert (said.title, said.authors) == ("Bridge sold", ("Ada Quill", "Tom Reed"))
    assert said.published == parse_moment("2031-05-06T07:30:00Z")


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ("https://www.facebook.com/gazette", ()),
        ({"@type": "Person"}, ()),
        (None, ()),
        ([], ()),
        (["A", "A"], ("A",)),
        ("desk@gazette.example", ()),
        ("105092", ()),
        ("The Gazette", ("The Gazette",)),
        (["The Gazette", "A"], ("A",)),
        ("www.gazette.example", ()),
    ],
)
def test_what_is_no_name_is_no_author(tiny, author, authors):
    assert (
        metadata_of(page(linked(author=author)), Hints(), fetched_at=tiny.NOW, outlet="The Gazette").authors == authors
    )


@pytest.mark.parametrize(
    ("declared", "lang"),
    [("ru", "ru"), ("zh_CN", "zh-CN"), ("zh-Hant-TW", "zh-Hant-TW"), ("", None), ("русский", None), ("{{lang}}", None)],
)
def test_the_declared_language_is_a_tag_or_nothing(declared, lang):
    assert page(lang=declared).lang == lang


@pytest.mark.parametrize(
    ("header", "encoding", "meta"),
    [
        ("text/html; charset=windows-1251", "cp1251", ""),
        ("text/html", "cp1251", '<meta charset="windows-1251">'),
        ("text/html", "koi8-r", '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'),
        ("text/html", "utf-8", ""),
        ("text/html", "utf-8-sig", ""),
        ("text/html; charset=iso-8859-1", "utf-8", ""),
        ("text/html; charset=gb2312", "utf-8", '<meta charset="gb2312">'),
        ("text/html; charset=utf-8", "cp1251", '<meta charset="windows-1251">'),
        ("text/html", "utf-16", ""),
        ("text/html; charset=gb18030", "gb18030", ""),
    ],
)
def test_pages_are_decoded_as_their_bytes_allow_and_as_they_declare(tiny, header, encoding, meta):
    html = f"<html><head>{meta}<title>Мост продан строителям</title></head><body><p>Мост через реку.</p></body></html>"
    found = read_page(tiny.exchange(html.encode(encoding), headers={"content-type": header}))
    assert found.texts("//title") == ["Мост продан строителям"]


def test_a_stray_byte_does_not_spoil_a_page(tiny):
    html = f"<html><head><title>Мост продан</title></head><body><p>{'Мост через реку. ' * 9}</p></body></html>"
    found = read_page(tiny.exchange(html.encode() + b"\xe9", headers={"content-type": "text/html; charset=koi8-r"}))
    assert found.texts("//title") == ["Мост продан"]


@pytest.mark.parametrize("html", ["", "   ", "<!-- -->", "\x00"])
def test_a_page_with_nothing_to_parse_says_nothing(tiny, html):
    empty = Page("http://gazette.example/1", html)
    assert (empty.lang, empty.canonical, dict(empty.meta), dict(empty.linked_data)) == (None, None, {}, {})


def test_a_moment_that_only_repeats_the_change_is_no_publication(tiny):
    head = (
        linked(datePublished="2031-05-05T08:00:00Z", dateModified="2031-05-07T09:00:00Z")
        + '<meta property="article:published_time" content="2031-05-07T09:00:00Z">'
    )
    body = '<time datetime="2031-05-07T09:00:00Z">Wednesday</time>'
    said = metadata_of(page(head, body), Hints(), fetched_at=tiny.NOW)
    assert said.published == parse_moment("2031-05-05T08:00:00Z")
    assert said.modified == parse_moment("2031-05-07T09:00:00Z")


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Bridge sold | The Gazette", "Bridge sold"),
        ("Bridge sold - News - The Gazette", "Bridge sold - News"),
        ("Мост продан：The Gazette", "Мост продан"),
        ("The Gazette | Bridge sold", "The Gazette | Bridge sold"),
        ("Bridge - sold", "Bridge - sold"),
    ],
)
def test_the_sites_name_behind_a_title_goes(title, bare):
    assert choose_title([title], names=["The Gazette"]) == bare


def test_entities_in_meta_elements_are_undone(tiny):
    head = '<meta property="og:title" content="Quill &amp;amp; Reed buy the bridge">'
    assert metadata_of(page(head), Hints(), fetched_at=tiny.NOW).title == "Quill & Reed buy the bridge"


def test_a_day_that_is_only_written_in_the_text_is_guessed(tiny):
    body = "<article><h1>Bridge sold</h1><p class='date'>6 May 2031</p><p>The bridge is sold.</p></article>"
    assert guess_day(page("", body), tiny.NOW) == "2031-05-06"
    assert guess_day(page("", body.replace("2031", "2039")), tiny.NOW) != "2039-05-06"


def test_the_shared_form_decides_whether_a_kicker_belongs_to_the_title(tiny):
    body = "<h1>River: Bridge sold</h1>"
    told = [linked(headline="River: Bridge sold"), '<meta property="og:title" content="Bridge sold">']
    assert metadata_of(page("".join(told), body), Hints(), fetched_at=tiny.NOW).title == "Bridge sold"
    kept = [linked(headline="Bridge sold"), '<meta property="og:title" content="River: Bridge sold">']
    assert metadata_of(page("".join(kept), body), Hints(), fetched_at=tiny.NOW).title == "River: Bridge sold"


def test_of_two_spellings_of_a_title_the_commoner_one_is_taken():
    assert choose_title(["A “bridge” sold", 'A "bridge" sold', 'A "bridge" sold']) == 'A "bridge" sold'


def test_a_break_in_a_headline_parts_its_words(tiny):
    assert metadata_of(page("", "<h1>Bridge<br>sold</h1>"), Hints(), fetched_at=tiny.NOW).title == "Bridge sold"


def test_the_host_is_a_name_of_the_site(tiny):
    said = metadata_of(page("<title>Bridge sold | gazette.example</title>"), Hints(), fetched_at=tiny.NOW)
    assert said.title == "Bridge sold"


def test_the_time_of_another_article_in_a_list_is_no_voice(tiny):
    head = linked(datePublished="2031-05-06T07:30:00Z", dateModified="2031-05-06T07:30:00Z")
    listed = '<ul><li><time datetime="2030-01-02T07:30:00Z">Earlier</time></li></ul>'
    said = metadata_of(page(head, listed), Hints(), fetched_at=tiny.NOW)
    assert said.published == parse_moment("2031-05-06T07:30:00Z")


@pytest.mark.parametrize(
    "wrapped",
    ["//<![CDATA[\n{}\n//]]>", "<!--\n{}\n-->", "/*<![CDATA[*/{}/*]]>*/", "{};", "{}\n"],
)
def test_json_ld_is_read_out_of_its_wrapping(tiny, wrapped):
    data = '{"@type": "WebPage", "headline": "Bridge sold", "datePublished": "2031-05-06", "keywords": ["bridge",],}'
    script = f'<script type="application/ld+json">{wrapped.replace("{}", data)}</script>'
    said = metadata_of(page(script), Hints(), fetched_at=tiny.NOW)
    assert (said.title, said.tags, said.published.precision) == ("Bridge sold", ("bridge",), "day")
