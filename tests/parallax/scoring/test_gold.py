import json

import pytest

from corpus.errors import InputError
from parallax.scoring.gold import load_golds

TEXT = "The mill sold 300 sacks, Ada Holm said."


def span(text, within=TEXT):
    start = within.index(text)
    return {"start": start, "end": start + len(text), "text": text}


def document(**article):
    known = {"file": "mill.txt", "language": "en", "text": TEXT}
    figure = {**span("300"), "value": 300.0, "comparator": "=", "kind": "count", "counted": span("sacks")}
    claim = {
        "source": {**span("Ada Holm"), "canonical": "Ada Holm"},
        "cue": span("said"),
        "content": span("The mill sold 300 sacks"),
        "kind": "indirect",
        "type": "report",
    }
    mention = {**span("Ada Holm"), "canonical": "Ada Holm", "type": "person"}
    return {"article": known | article, "figures": [figure], "claims": [claim], "entities": [mention]}


def changed(path, value):
    """The document with another value at the path."""
    gold = document()
    place = gold
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return gold


@pytest.fixture
def write(tmp_path):
    def write(gold, name="mill.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(gold if isinstance(gold, str) else json.dumps(gold), encoding="utf-8")
        return path

    return write


UNUSABLE = {
    "an offset that does not cut out its text": (
        changed(("figures", 0, "start"), 15),
        ["figures.0 at [15, 17)", 'found "00"', 'expected "300"', "correct start and end"],
    ),
    "an offset of a part that does not": (
        changed(("claims", 0, "cue", "end"), 39),
        ["claims.0 at", 'found "said."', 'expected "said"'],
    ),
    "an unknown kind of figure": (
        changed(("figures", 0, "kind"), "cuont"),
        ["figures.0.kind", "'cuont'", "'count'"],
    ),
    "an unknown type of claim": (
        changed(("claims", 0, "type"), "rumour"),
        ["claims.0.type", "'rumour'", "'denial'"],
    ),
    "an unknown comparator": (
        changed(("figures", 0, "comparator"), "≈"),
        ["figures.0.comparator", "'≈'", "'~'"],
    ),
    "a language without a pack": (document(language="tlh"), ["article.language", '"tlh"', "known: ar"]),
    "a missing key": (changed(("article",), {"file": "a.txt", "text": TEXT}), ["article.language", "add it"]),
    "a span whose end is not after its start": (
        changed(("entities", 0, "end"), 3),
        ["entities.0", "an end after the start"],
    ),
    "no text and no folder of texts": (document(text=None), ["article.text", "found no text", "--texts", "mill.txt"]),
    "broken JSON": ('{"article": ', ["broken JSON", "a gold file"]),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_one_sentence_names_file_place_and_remedy_for(name, write):
    gold, parts = UNUSABLE[name]
    path = write(gold)
    with pytest.raises(InputError) as caught:
        load_golds([path])
    message = str(caught.value)
    assert "\n" not in message
    for part in [str(path), *parts]:
        assert part in message


def test_a_text_that_is_not_in_the_folder_is_named(write, tmp_path):
    with pytest.raises(InputError, match=r"no readable .*mill\.txt"):
        load_golds([write(document(text=None))], texts=tmp_path)


def test_the_text_is_read_from_the_folder_with_its_newlines(write, tmp_path):
    (tmp_path / "mill.txt").write_bytes(f"{TEXT}\r\n\r\nMore.".encode())
    assert load_golds([write(document(text=None))], texts=tmp_path)[0].text == f"{TEXT}\r\n\r\nMore."


def test_a_folder_gives_its_json_in_order(write, tmp_path):
    write(document(), "b.json")
    write(document(), "a.json")
    assert [gold.path.name for gold in load_golds([tmp_path, tmp_path / "a.json"])] == ["a.json", "b.json"]


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(InputError, match=r"found no \*\.json"):
        load_golds([tmp_path])


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(InputError, match="No such file"):
        load_golds([tmp_path / "none.json"])


def test_a_file_marked_as_test_is_held_back(write):
    path = write(document(split="test"))
    with pytest.raises(InputError, match=r"test split.*--test"):
        load_golds([path])
    assert len(load_golds([path], test=True)) == 1


def test_a_file_in_a_folder_called_test_is_not_even_opened(write):
    path = write("{not read", "test/mill.json")
    with pytest.raises(InputError, match="test split"):
        load_golds([path])


def test_what_stands_in_furniture_is_outside_the_zones(write):
    gold = load_golds([write(document(body=[[0, 23]]))])[0]
    assert gold.holds(14, 17)
    assert not gold.holds(24, 32)


def test_the_event_beside_the_file_gives_the_keys(write, tmp_path):
    event = (
        'id = "mill"\ntitle = "A mill"\nterms = { "*" = ["mill"] }\nwindow = { start = 2031-01-01, end = 2031-01-31 }\n'
    )
    (tmp_path / "mill.toml").write_text(
        event + '[[actors]]\nid = "holm"\nname = "Ada Holm"\nkind = "person"\n', encoding="utf-8"
    )
    gold = load_golds([write(document(event="mill"))])[0]
    assert [gold.key(name) for name in ("Ada Holm", "holm", "Élan Vital", None)] == ["holm", "holm", "elan-vital", None]
