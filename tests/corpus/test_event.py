import pytest

from corpus.errors import EventError
from corpus.event import aliases_in, load_event

GOOD = """
id = "mill-fire"
title = "The mill fire"
outlets = ["gazette"]
[window]
start = 2031-03-01
end = 2031-03-09
[terms]
en = ["mill"]
[[parties]]
id = "owner-side"
name = "The owner"
role = "accused"
[[actors]]
id = "orvel"
name = "Orvel"
kind = "organisation"
party = "owner-side"
aliases = { "*" = ["Orvel"], ru = ["Орвел"] }
[[actors]]
id = "tamm"
name = "Tamm"
kind = "person"
aliases = { en = ["Tamm"] }
[[groups]]
id = "both"
name = "Both"
members = ["orvel", "tamm"]
[[sources]]
id = "post"
actor = "orvel"
title = "Statement"
url = "https://orvel.example/statement"
"""


@pytest.fixture
def write(tmp_path):
    def write(text):
        path = tmp_path / "event.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_good_event_loads(write):
    event = load_event(write(GOOD))
    assert event.party_of("orvel") == "owner-side"
    assert event.name_of("both") == "Both"
    assert event.name_of("stranger") == "stranger"


def test_aliases_of_a_language_come_before_those_of_all(write):
    actor = load_event(write(GOOD)).actors[0]
    assert aliases_in(actor.aliases, "ru") == ["Орвел", "Orvel"]
    assert aliases_in(actor.aliases, "zh-Hans") == ["Orvel"]


BROKEN = {
    "an unknown key": (
        'title = "The mill fire"',
        'titel = "x"',
        'titel: found the unknown key "titel"',
        'did you mean "title"',
    ),
    "a nested unknown key": (
        'kind = "person"',
        'kind = "person"\nalias = 1',
        "actors.1.alias",
        'did you mean "aliases"',
    ),
    "no window": ("[window]\nstart = 2031-03-01\nend = 2031-03-09\n", "", 'expected the key "window"', "add it"),
    "a window that ends first": ("end = 2031-03-09", "end = 2031-02-01", "window", "not before the start"),
    "an unknown member": ('"orvel", "tamm"]', '"orvel", "smith"]', "both.members", '"smith"'),
    "an unknown party": ('party = "owner-side"', 'party = "nobody"', "orvel.party", "owner-side"),
    "an id used twice": ('id = "tamm"', 'id = "orvel"', "one actor or group per id", '"orvel"'),
    "a bad kind": ('kind = "person"', 'kind = "human"', "actors.1.kind", "'person'"),
    "broken TOML": ("[window]", "[window", "unreadable TOML", "a UTF-8 TOML file"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_error_of_an_event_with(write, name):
    old, new, *parts = BROKEN[name]
    assert old in GOOD
    path = write(GOOD.replace(old, new, 1))
    with pytest.raises(EventError) as caught:
        load_event(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    assert all(part in message for part in parts), message


def test_a_missing_event_file_is_named(tmp_path):
    with pytest.raises(EventError, match="found no such file"):
        load_event(tmp_path / "none.toml")
