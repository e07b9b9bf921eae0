"""Furniture packs are strict, and their phrases stand once; an outlet may add its own."""

from typing import get_args

import pytest

from corpus.errors import PackError
from corpus.strict import load_toml
from crawl.furniture import clean
from crawl.furniture_pack import PACKS, PHRASES, FurniturePack, WallKind, compile_rules, rules_for, walls_for
from crawl.outlet import load_outlets

PACK_FILES = sorted(PACKS.glob("*.toml"))


@pytest.mark.parametrize("path", PACK_FILES, ids=lambda p: p.stem)
def test_packs_name_no_phrase_twice(path):
    rules = rules_for(path.stem)
    assert rules.of("") is None
    pack = load_toml(path, FurniturePack, PackError)
    for name in PHRASES:
        phrases = getattr(pack, name)
        assert len(phrases) == len(set(phrases)), name


EXAMPLES = [
    (path.stem, example) for path in PACK_FILES for example in load_toml(path, FurniturePack, PackError).examples
]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=lambda part: getattr(part, "line", part))
def test_the_examples_of_the_packs_are_told_as_they_say(code, example):
    rules = rules_for(code)
    assert rules.of(example.line) == (example.rule or ("credit" if example.credit else None))
    assert rules.credited(example.line) == example.credit
    assert rules.is_note(example.line) == example.note


def test_every_pack_has_an_example_of_each_kind_and_of_text():
    for path in PACK_FILES:
        told = [(e.rule, e.credit) for e in load_toml(path, FurniturePack, PackError).examples]
        assert {"cut", "caption", "meta"} <= {rule for rule, _ in told}, path.stem
        assert any(credit for _, credit in told), path.stem
        assert (None, None) in told or path.stem == "any"


WALL_EXAMPLES = [
    (path.stem, example) for path in PACK_FILES for example in load_toml(path, FurniturePack, PackError).walls.examples
]


@pytest.mark.parametrize(("code", "example"), WALL_EXAMPLES, ids=lambda part: getattr(part, "text", part))
def test_walls_say_what_the_examples_of_the_packs_say(code, example):
    walls = walls_for(code)
    assert [kind for kind in get_args(WallKind) if getattr(walls, kind).search(example.text)] == [example.wall]


def test_every_language_knows_every_wall_and_notes_of_correction():
    for path in PACK_FILES:
        pack = load_toml(path, FurniturePack, PackError)
        if path.stem != "any":
            assert {example.wall for example in pack.walls.examples} == set(get_args(WallKind)), path.stem
            assert sum(example.note for example in pack.examples) >= 3, path.stem


def test_every_language_of_an_outlet_has_its_furniture():
    wanted = {lang.split("-")[0] for outlet in load_outlets().values() for lang in outlet.languages}
    assert wanted <= {path.stem for path in PACK_FILES}


def test_a_broken_expression_is_named_with_its_key(tmp_path):
    path = tmp_path / "xx.toml"
    path.write_text('[patterns]\ncut = ["("]\n', encoding="utf-8")
    with pytest.raises(PackError, match=r"xx\.toml, patterns\.cut\.0: found '\(', expected a regular expression"):
        load_toml(path, FurniturePack, PackError)


TEXT = (
    "The ferry company Tolland Lines cancelled 40 crossings on Friday after its captains refused to sail.",
    "The company says that new jackets will arrive on Monday and that every ticket will be paid back.",
)


def test_an_outlets_own_phrases_are_added():
    rules = rules_for("en", credits=["Courtesy desk"], cuts=["The harbour shop"], skip=["Ahoy"])
    lines = [TEXT[0], "Ahoy!", TEXT[1], "Courtesy desk: Tideline", "The harbour shop", "Rope, 30 m, 4 crowns."]
    found = clean("\n\n".join(lines), lang="en", rules=rules)
    assert (found.paragraphs, found.credits) == (TEXT, ("Tideline",))


def test_no_pack_means_no_furniture():
    lines = (*TEXT, "Related", "© 2031 Tideline")
    assert clean("\n\n".join(lines), lang="en", rules=compile_rules([])).paragraphs == lines


def test_a_headline_about_a_picture_library_is_no_caption():
    assert rules_for("en").of("Photographers sue Shutterstock") is None
    assert rules_for("en").of("Captains at the pier / Shutterstock") == "caption"
