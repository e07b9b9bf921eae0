"""The demo newsroom answers for its hosts through a proxy's request line, and for nothing else."""

import http.client
from urllib.parse import urlsplit

import pytest

from corpus.errors import InputError
from crawl.newsroom import Newsroom

PAGES = {
    "/index.html": "<title>Gazette</title>",
    "/a/b.html": "<p>A page</p>",
    "/feed.xml": "<rss/>",
    "/с лодкой.html": "<p>Лодка</p>",
    "/reserved.html": "<p>Mine</p>",
}
HEADERS = """
["/reserved.html".headers]
tdm-reservation = "1"
["/gone.html"]
status = 410
["/old.html"]
status = 301
headers = { Location = "/a/b.html" }
"""


def ask(newsroom, target, host="gazette.example", method="GET"):
    parts = urlsplit(newsroom.proxy)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)
    try:
        connection.request(method, target, headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


@pytest.fixture
def newsroom(tmp_path, tiny):
    with Newsroom(tiny.build(tmp_path / "news", PAGES, headers=HEADERS)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("target", "status", "kind", "body"),
    [
        ("http://gazette.example/", 200, "text/html; charset=utf-8", b"<title>Gazette</title>"),
        ("http://gazette.example/a/b.html?from=feed", 200, "text/html; charset=utf-8", b"<p>A page</p>"),
        ("/a/b.html", 200, "text/html; charset=utf-8", b"<p>A page</p>"),
        ("http://gazette.example/feed.xml", 200, "application/xml", b"<rss/>"),
        (
            "http://gazette.example/%D1%81%20%D0%BB%D0%BE%D0%B4%D0%BA%D0%BE%D0%B9.html",
            200,
            "text/html; charset=utf-8",
            "<p>Лодка</p>".encode(),
        ),
        ("http://gazette.example/robots.txt", 200, "text/plain; charset=utf-8", b"User-agent: *\nDisallow:\n"),
    ],
)
def test_pages_are_served_by_host_and_path(newsroom, target, status, kind, body):
    found = ask(newsroom, target)
    assert (found[0], found[1]["Content-Type"], found[2]) == (status, kind, body)


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("http://gazette.example/none.html", 404),
        ("http://gazette.example/gone.html", 410),
        ("http://gazette.example/../newsroom.toml", 404),
        ("http://gazette.example/..%2f..%2fnewsroom.toml", 404),
        ("http://herald.example/", 421),
    ],
)
def test_what_is_not_there_is_refused(newsroom, target, status):
    assert ask(newsroom, target)[0] == status


def test_own_headers_are_sent_with_their_page(newsroom):
    assert ask(newsroom, "http://gazette.example/reserved.html")[1]["tdm-reservation"] == "1"
    status, headers, _ = ask(newsroom, "http://gazette.example/old.html")
    assert (status, headers["Location"]) == (301, "/a/b.html")


def test_no_answer_holds_a_clock_or_a_port(newsroom):
    headers = ask(newsroom, "http://gazette.example/")[1]
    assert set(headers) == {"Content-Type", "Content-Length"}


def test_head_sends_no_body(newsroom):
    status, headers, body = ask(newsroom, "http://gazette.example/", method="HEAD")
    assert (status, headers["Content-Length"], body) == (200, "22", b"")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'now = 2031-05-08T12:00:00Z\n[hosts]\n"gazette.example" = "herald"',
            'hosts."gazette.example": found no folder',
        ),
        ('now = 2031-05-08T12:00:00Z\n[hosts]\n"gazette.com" = "gazette"', "end in .example"),
        ("now = 2031-05-08T12:00:00Z\n[hosts]\n", "newsroom.toml, hosts"),
        ('now = 2031-05-08T12:00:00\n[hosts]\n"gazette.example" = "gazette"', "newsroom.toml, now"),
        ('[hosts]\n"gazette.example" = "gazette"', 'expected the key "now"'),
    ],
)
def test_a_newsroom_that_cannot_be_used_is_one_sentence(tmp_path, tiny, text, told):
    folder = tiny.build(tmp_path / "news", PAGES)
    (folder / "newsroom.toml").write_text(text)
    with pytest.raises(InputError) as why:
        Newsroom(folder)
    assert told in str(why.value)


def test_headers_that_cannot_be_used_are_one_sentence(tmp_path, tiny):
    folder = tiny.build(tmp_path / "news", PAGES, headers='["/a.html"]\nstatus = 7\n')
    with pytest.raises(InputError, match=r"headers\.toml, /a\.html\.status: found 7"):
        Newsroom(folder)
