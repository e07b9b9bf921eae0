from types import SimpleNamespace

import pytest

from corpus.event import load_event
from parallax.setting import place_of, setting_of


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("https://www.port.example/statement/", "http://port.example/statement", True),
        ("https://port.example/statement#top", "https://port.example/statement", True),
        ("https://port.example/?id=1", "https://port.example/?id=2", False),
        ("https://port.example/a", "https://port.example/b", False),
    ],
)
def test_addresses_of_one_page_are_equal(left: str, right: str, expected: bool) -> None:
    assert (place_of(left) == place_of(right)) is expected


def test_the_setting_knows_primary_sources_groups_and_sides(write: SimpleNamespace) -> None:
    articles = write.rows([write.text("port", "x", url="http://port.example/statement"), write.text("y", "y")]).articles
    setting = setting_of(articles, load_event(write.event))
    assert setting.primary == {articles[0].article_id}
    assert setting.groups == {"carriers": {"altamar", "brisa", "corvo"}}
    assert setting.sides["carriers"] == "firms"
    assert setting.name("brisa") == "Brisa Lines"
    assert setting.name("a-stranger") == "a-stranger"


def test_the_broadest_concept_is_found_and_circles_end(write: SimpleNamespace) -> None:
    setting = setting_of([], broader={"message": "exchange", "exchange": "interaction", "a": "b", "b": "a"})
    assert setting.root("message") == "interaction"
    assert setting.root("unknown") == "unknown"
    assert setting.root(None) is None
    assert setting.root("a") in {"a", "b"}
