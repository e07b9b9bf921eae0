"""A tiny newsroom, built where a test needs it: say which paths a host serves, get a folder to open."""

import os
import shutil
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from corpus.store import Corpus
from crawl.archive import Exchange
from crawl.collect import collect
from crawl.newsroom import Newsroom

NOW = datetime(2031, 5, 8, 12, tzinfo=UTC)

EVENT = """
id = "bridge"
title = "A bridge is sold"
outlets = ["gazette"]
[window]
start = 2031-05-06
end = 2031-05-08
[terms]
"*" = ["Brindlemoor"]
[[actors]]
id = "lorvek"
name = "Lorvek"
kind = "organisation"
[actors.aliases]
"*" = ["Lorvek"]
"""

OUTLET = """
id = "gazette"
name = "The Gazette"
home = "http://gazette.example/"
languages = ["en"]
feeds = ["http://gazette.example/feed.xml"]
"""

BODY = """
<p>The council of Brindlemoor sold its oldest bridge on Tuesday to the builder Lorvek, for 3.2 million crowns.</p>
<p>“Nobody asked the ferrymen,” said Ada Quill, who has carried passengers across the river for twenty years.</p>
<p>Lorvek promised to keep the bridge open to carts and to repair its second arch before the winter floods begin.</p>
"""


def article(title="Brindlemoor sells its oldest bridge", body=BODY, head="", lang="en"):
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} - The Gazette</title>'
        f'<meta property="og:title" content="{title}">'
        f'<meta property="article:published_time" content="2031-05-06T09:30:00+02:00">{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}</article>"
        f"<footer>Subscribe for 9 crowns</footer></body></html>"
    )


def item(path, title="Brindlemoor sells its oldest bridge", date="Tue, 06 May 2031 09:30:00 +0200", summary=""):
    link = path if "://" in path else f"http://gazette.example{path}"
    when = f"<pubDate>{date}</pubDate>" if date else ""
    about = f"<description>{summary}</description>"
    return f"<item><title>{title}</title><link>{link}</link>{when}{about}</item>"


def feed(*items):
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title>{"".join(items)}</channel></rss>'


def build(folder, pages, *, headers="", event=EVENT, outlet=OUTLET):
    """A newsroom folder with one host; `pages` maps paths to their contents."""
    (folder / "outlets").mkdir(parents=True)
    (folder / "newsroom.toml").write_text('now = 2031-05-08T12:00:00Z\n[hosts]\n"gazette.example" = "gazette"\n')
    (folder / "event.toml").write_text(event, encoding="utf-8")
    (folder / "outlets" / "gazette.toml").write_text(outlet, encoding="utf-8")
    for path, content in {"/robots.txt": "User-agent: *\nDisallow:\n", **pages}.items():
        place = folder / "gazette" / "site" / path.lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    if headers:
        (folder / "gazette" / "headers.toml").write_text(headers, encoding="utf-8")
    return folder


def collected(folder, into):
    """The corpus collected from a newsroom folder, and the report."""
    corpus = Corpus(into)
    with Newsroom(folder) as newsroom:
        report = collect(newsroom.event, corpus, newsroom=newsroom, progress=False)
    return corpus, report


def exchange(body, *, url="http://gazette.example/a.html", status=200, headers=None, note=None):
    """One answer as the archive gives it."""
    return Exchange(
        url=url,
        status=status,
        headers={"content-type": "text/html; charset=utf-8", **(headers or {})},
        body=body if isinstance(body, bytes) else body.encode("utf-8"),
        fetched_at=NOW,
        ref="warc/00001.warc.gz#x",
        note=note or {"kind": "page", "outlet": "gazette", "found": {}},
    )


BUILDERS = SimpleNamespace(
    article=article, item=item, feed=feed, build=build, collected=collected, exchange=exchange,
    EVENT=EVENT, OUTLET=OUTLET, BODY=BODY, NOW=NOW,
)  # fmt: skip


@pytest.fixture(scope="session")
def tiny():
    """The builders above, under one name."""
    return BUILDERS


@pytest.fixture(scope="session")
def redis():
    """The address of a Redis server on loopback."""
    if shutil.which("redis-server") is None:
        reason = "redis-server is not installed, so no frontier can be shared"
        pytest.fail(reason) if os.environ.get("PARALLAX_NEEDS_REDIS") else pytest.skip(reason)
    from benchmarks.workers import redis_server

    with redis_server() as address:
        yield address
