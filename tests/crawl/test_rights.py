"""What a publisher says about reuse is stored as it was said."""

import pytest

from crawl.rights import RobotsFiles, rights_of

ROBOTS = (
    "User-agent: *\nDisallow: /members/\nContent-Usage: train-ai=n\n\n"
    "User-agent: parallax-news\nDisallow: /archive/\ncontent-usage: /x search=y\n"
)


@pytest.fixture
def robots(tiny):
    files = RobotsFiles()
    files.add(tiny.exchange(ROBOTS, url="http://gazette.example/robots.txt", note={"kind": "robots"}))
    files.add(tiny.exchange("", url="http://herald.example/robots.txt", status=404, note={"kind": "robots"}))
    return files


@pytest.mark.parametrize(
    ("url", "verdict"),
    [
        ("http://gazette.example/a", "allowed"),
        ("http://gazette.example/archive/a", "forbidden"),
        ("http://herald.example/a", "no robots.txt (status 404)"),
        ("https://gazette.example/a", None),
    ],
)
def test_the_verdict_is_that_of_the_sites_robots_file(robots, url, verdict):
    assert robots.verdict(url) == verdict


def test_headers_come_before_meta_elements(tiny, robots):
    page = tiny.exchange("x", headers={"tdm-reservation": "0", "content-usage": "train-ai=y"})
    said = rights_of(page, {"tdm-reservation": "1", "tdm-policy": "http://gazette.example/p"}, robots)
    assert (said.robots, said.tdm_reservation, said.tdm_policy) == ("allowed", "0", "http://gazette.example/p")
    assert said.content_usage == "train-ai=y"


def test_content_usage_lines_of_robots_are_kept_verbatim(tiny, robots):
    assert rights_of(tiny.exchange("x"), {}, robots).content_usage == "train-ai=n; /x search=y"


def test_silence_is_null(tiny):
    said = rights_of(tiny.exchange("x"), {}, RobotsFiles())
    assert (said.robots, said.tdm_reservation, said.tdm_policy, said.content_usage) == (None,) * 4
