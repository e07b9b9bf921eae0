"""Packs are checked against sites on loopback: what works is counted, what does not is named."""

import pytest

from corpus.errors import PackError
from crawl.checking import check_outlets, table_lines
from crawl.newsroom import Newsroom

HEADERS = '["/gone.xml"]\nstatus = 404\n'


@pytest.fixture(scope="module")
def room(tmp_path_factory, tiny):
    pages = {
        "/robots.txt": "User-agent: *\nDisallow: /private/\n",
        "/feed.xml": tiny.feed(tiny.item("http://tideline.example/x.html"), tiny.item("/bridge.html")),
        "/empty.xml": tiny.feed(),
        "/private/feed.xml": tiny.feed(tiny.item("/bridge.html")),
        "/index.xml": "<sitemapindex><sitemap><loc>http://gazette.example/map.xml</loc></sitemap></sitemapindex>",
        "/map.xml": "<urlset><url><loc>http://gazette.example/short.html</loc></url></urlset>",
        "/bridge.html": tiny.article(),
        "/short.html": "<html><body><p>Gone.</p></body></html>",
    }
    feeds = ", ".join(f'"http://gazette.example/{name}"' for name in ("feed", "gone", "empty", "private/feed"))
    outlet = tiny.OUTLET.replace(
        '"http://gazette.example/feed.xml"', feeds.replace('"', '.xml"').replace('.xml"h', '"h')
    )
    folder = tiny.build(tmp_path_factory.mktemp("check") / "room", pages, headers=HEADERS, outlet=outlet)
    herald = tiny.OUTLET.replace("gazette", "herald").replace("feeds", "sitemaps").replace("feed.xml", "index.xml")
    (folder / "outlets" / "herald.toml").write_text(herald.replace("herald.example", "gazette.example"))
    return folder


def checked(room, *only):
    with Newsroom(room) as newsroom:
        return check_outlets(only=only, newsroom=newsroom, progress=False)


def test_what_works_is_counted_and_what_does_not_is_named(room):
    (check,) = checked(room, "gazette")
    assert check.cells() == ("gazette", "no 1", "1/4", "-", "-", "-", "ok")
    assert sorted(check.troubles()) == [
        "gazette: http://gazette.example/empty.xml: It announces nothing.",
        "gazette: http://gazette.example/gone.xml: Found status 404, expected an RSS, Atom or JSON feed.",
        "gazette: http://gazette.example/private/feed.xml: robots.txt forbids it to us.",
    ]


def test_sitemaps_are_followed_to_an_article_and_a_page_without_one_is_told(room):
    (check,) = checked(room, "herald")
    assert check.cells() == ("herald", "ok", "-", "2/2", "-", "-", "no")
    (told,) = check.troubles()
    assert "characters of text were found on the page" in told


def test_the_example_of_a_pack_is_asked_too(room):
    pack = room / "outlets" / "herald.toml"
    before = pack.read_text()
    pack.write_text(before + '\nexample = "http://gazette.example/gone.xml"\n')
    try:
        (check,) = checked(room, "herald")
    finally:
        pack.write_text(before)
    assert "herald: http://gazette.example/gone.xml: The server answered with status 404." in list(check.troubles())


def test_hosts_that_cannot_be_reached_are_told_and_the_table_is_whole(room):
    checks = checked(room, "gazette", "rbc", "xakep")
    lines = list(table_lines(checks))
    assert [line.split()[0] for line in lines[:4]] == ["outlet", "gazette", "rbc", "xakep"]
    assert "rbc: no article was found in its sources" in lines
    assert [check.cells()[1] for check in checks] == ["no 1", "none", "none"]
    assert any(line.startswith("xakep: https://xakep.ru/feed/: It was not fetched") for line in lines)


def test_a_name_without_a_pack_is_refused(room):
    with pytest.raises(PackError, match=r'found "gazete".*did you mean "gazette"'):
        checked(room, "gazete")
