"""Several tables asked as one answer what each of them would, at every place of a text."""

import tomllib

import pytest

from nlp.bundle import Bundle
from nlp.language import known_languages, load_language
from nlp.lexicon import lexicon_of
from nlp.lookup import Table, Writing
from nlp.numerals import read_page
from nlp.signs import signs_of, tables_before, tables_behind


@pytest.mark.parametrize("code", known_languages())
def test_a_bundle_has_the_signs_of_the_tables_that_find_something(code: str) -> None:
    language = load_language(code)
    signs, behind, before = signs_of(language), tables_behind(language), tables_before(language)
    examples = tomllib.loads((language.folder / "examples.toml").read_text(encoding="utf-8"))["example"]
    for case in examples[:6]:
        text = read_page(case["text"], lexicon_of(language), signs).folded
        for at in range(len(text) + 1):
            found = {s for s, tables in behind.items() if any(t.after(text, at) for t in tables)}
            assert signs.behind.after(text, at) == sum(found), (text, at)
            found = {s for s, tables in before.items() if any(t.before(text, at) for t in tables)}
            assert signs.before.before(text, at) == sum(found), (text, at)


@pytest.mark.parametrize(
    ("text", "signs"),
    [(" m", 1), ("m", 1), ("-mile", 2), ("mile of", 2 | 4), ("mile off", 2), ("miles", 0), ("'nin mile", 2), ("", 0)],
)
def test_a_bundle_finds_every_length_and_whole_words_only(text: str, signs: int) -> None:
    writing = Writing(suffixes=frozenset({"nin"}))
    tables = {1: [Table({"m": "metre"}, writing)], 2: [Table({"mile": True}, writing)], 4: [Table({"mile of": True})]}
    assert Bundle(tables, writing).after(text, 0) == signs
