"""The form of our own gold. This is the only test that opens its test half, and it looks at nothing but the form."""

import json
import re
from collections import Counter

import pytest

from corpus.event import load_event
from corpus.places import data_folder
from parallax.scoring.gold import load_golds

GOLD = data_folder() / "gold"
SPLITS = ("dev", "test")
FILES = [path for split in SPLITS for path in sorted((GOLD / split).glob("*.json"))]
EVENTS = [path for split in SPLITS for path in sorted((GOLD / split).glob("*.toml"))]
LANGUAGES = {"cs", "de", "en", "es", "fr", "it", "pl", "pt", "ru", "uk", "zh"}
SHARED_KEYS = {"article", "figures", "claims", "entities", "citations", "evaluative", "notes"}


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def spans(node, where="gold"):
    """Every span of a file with its place in it."""
    if isinstance(node, dict):
        if {"start", "end", "text"} <= node.keys():
            yield where, node
        for key, value in node.items():
            yield from spans(value, f"{where}.{key}")
    elif isinstance(node, list):
        for n, value in enumerate(node):
            yield from spans(value, f"{where}.{n}")


def holds(outer, inner):
    return outer["start"] <= inner["start"] and inner["end"] <= outer["end"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_offset_cuts_out_its_text(path):
    gold = read(path)
    text = gold["article"]["text"]
    checked = [(where, s["text"], text[s["start"] : s["end"]]) for where, s in spans(gold)]
    assert len(checked) > 10
    assert [c for c in checked if c[1] != c[2]] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_parts_stand_where_they_belong(path):
    gold = read(path)
    assert set(gold) == SHARED_KEYS
    figures, claims = gold["figures"], gold["claims"]
    assert figures == sorted(figures, key=lambda f: f["start"])
    for n, claim in enumerate(claims):
        pieces = claim.get("content_parts", [claim["content"]])
        assert all(holds(claim["content"], piece) for piece in pieces)
        inside = [i for i, f in enumerate(figures) if any(holds(piece, f) for piece in pieces)]
        assert claim["figures"] == inside, claim["id"]
        if "parent" in claim:
            assert claim["parent"] < n
            assert holds(claims[claim["parent"]]["content"], claim["content"]), claim["id"]
        assert (claim["kind"] == "mixed") == bool(claim.get("quotes")), claim["id"]
        assert not (claim["implicit"] and claim["cue"]), claim["id"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_loaded_with_its_event_and_split(path):
    gold = load_golds([path], test=True)[0]
    assert gold.file.article.split == path.parent.name
    assert gold.event is not None
    assert gold.reference is not None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_passage_is_as_long_as_a_news_item(path):
    article = read(path)["article"]
    text = article["text"]
    if article["language"].startswith("zh"):
        assert 200 <= len(re.findall(r"[\u4e00-\u9fff]", text)) <= 500
    else:
        assert 80 <= len(text.split()) <= 250


def test_the_split_has_what_it_promises():
    articles = [read(path)["article"] for path in FILES]
    base = [a["language"].split("-")[0] for a in articles]
    assert len(articles) >= 60
    assert len({a["event"] for a in articles}) == len(EVENTS) == 16
    assert base.count("zh") >= 10
    assert Counter(a["language"] for a in articles)["zh-Hant"] >= 3
    assert all(base.count(language) >= 4 for language in LANGUAGES)
    for split in SPLITS:
        mine = [lang for lang, a in zip(base, articles, strict=True) if a["split"] == split]
        assert set(mine) == LANGUAGES
        assert 0.4 <= len(mine) / len(articles) <= 0.6
    assert not {a["event"] for a in articles if a["split"] == "dev"} & {
        a["event"] for a in articles if a["split"] == "test"
    }


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_an_event_names_actors_without_values(path):
    event = load_event(path)
    assert event.id == path.stem
    assert len({read(f)["article"]["language"].split("-")[0] for f in path.parent.glob(f"{path.stem}-*.json")}) >= 3


def decoded(page: bytes) -> str:
    """A page of the newsroom, of which one is not in UTF-8."""
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        return page.decode("windows-1252")


def test_texts_share_no_sentence_with_the_newsroom():
    pages = " ".join(decoded(p.read_bytes()) for p in (data_folder() / "newsroom").rglob("*.html"))
    for path in FILES:
        for paragraph in read(path)["article"]["text"].split("\n\n"):
            assert paragraph not in pages
