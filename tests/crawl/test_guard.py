"""The crawler stays on the public net, and in a demo inside its newsroom."""

import importlib

import pytest
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request

from corpus.store import Corpus
from crawl import settings
from crawl.fetch import fetch
from crawl.guard import Guard, is_public


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("[::1]", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
    ],
)
def test_only_addresses_that_everyone_reaches_are_public(address, public):
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("http://127.0.0.1:8000/", "internal"),
        ("http://[::1]/", "internal"),
        ("http://169.254.169.254/latest/meta-data", "internal"),
        ("http://localhost/", "internal"),
        ("ftp://gazette.example/feed", '"ftp", not http or https'),
        ("file:///etc/passwd", '"file", not http or https'),
    ],
)
def test_a_live_crawl_refuses_internal_addresses_and_other_schemes(url, told):
    with pytest.raises(IgnoreRequest, match=told):
        Guard(None, frozenset()).process_request(Request(url))


def test_a_live_crawl_goes_to_public_hosts_without_a_proxy():
    request = Request("https://gazette.example/")
    Guard(None, frozenset()).process_request(request)
    assert "proxy" not in request.meta


def test_a_demo_sends_its_hosts_to_the_newsroom_and_keeps_the_address():
    request = Request("http://gazette.example/a")
    Guard("http://127.0.0.1:5", frozenset({"gazette.example"})).process_request(request)
    assert (request.meta["proxy"], request.url) == ("http://127.0.0.1:5", "http://gazette.example/a")


@pytest.mark.parametrize("url", ["http://herald.example/", "http://127.0.0.1/", "https://www.rbc.ru/"])
def test_a_demo_refuses_every_other_host(url):
    with pytest.raises(IgnoreRequest, match="not one of the demo newsroom's"):
        Guard("http://127.0.0.1:5", frozenset({"gazette.example"})).process_request(Request(url))


SPELLINGS = ("2130706433", "0x7f.1", "127.1", "0177.0.0.1", "localhost.localdomain", "ip6-localhost")


def test_names_and_spellings_that_lead_inside_are_refused_where_the_connection_is_made(tmp_path, tiny):
    folder = tiny.build(tmp_path / "room", {})
    feeds = ", ".join(f'"http://{name}:9/feed.xml"' for name in SPELLINGS)
    pack = tiny.OUTLET.replace('"http://gazette.example/feed.xml"', feeds)
    (folder / "outlets" / "gazette.toml").write_text(pack, encoding="utf-8")
    corpus = Corpus(tmp_path / "corpus")
    report = fetch(folder / "event.toml", corpus, outlet_folders=[folder / "outlets"], progress=False)
    told = {reject.where.split("/")[2]: reject.reason for reject in report.rejects}
    expected = "It was not fetched, because its host's robots.txt could not be: no public host has this name."
    assert told == {f"{name}:9": expected for name in SPELLINGS}


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("", "obeys robots.txt)"),
        ("desk@gazette.example", "obeys robots.txt; desk@gazette.example)"),
        ("desk@gazette.example\r\nCookie: a=b", "obeys robots.txt; desk@gazette.example Cookie: a=b)"),
        ("Лодка", "obeys robots.txt; ?????)"),
    ],
)
def test_the_name_says_whom_to_write_to(monkeypatch, contact, told):
    monkeypatch.setenv("PARALLAX_CONTACT", contact)
    try:
        assert importlib.reload(settings).USER_AGENT.endswith(told)
    finally:
        monkeypatch.undo()
        importlib.reload(settings)


def test_the_settings_are_polite_and_open_no_port():
    assert settings.ROBOTSTXT_OBEY
    assert settings.AUTOTHROTTLE_ENABLED
    assert settings.CONCURRENT_REQUESTS_PER_DOMAIN == 1
    assert settings.DOWNLOAD_DELAY >= 1
    assert not settings.REMOTE_CONTROL_ENABLED
    assert not settings.TELNETCONSOLE_ENABLED
    assert settings.USER_AGENT.startswith("parallax-news/")
