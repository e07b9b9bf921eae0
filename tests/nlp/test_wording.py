"""Loaded words: every lexicon reads its own examples, and each word has its voice, its place and its negation."""

from collections import Counter
from pathlib import Path

import pytest

from corpus.errors import PackError
from corpus.tables import LoadedWord
from nlp.annotate import annotate_text
from nlp.language import known_languages, load_language
from nlp.layers import Claim, Place
from nlp.loaded_lexicon import LoadedLexicon, forms_of, load_lexicon, load_lexicons, own_lexicon
from nlp.morphology import morphology_of
from nlp.sections.wording import WordingExample, WordingSection, loaded_classes
from nlp.wording import find_loaded_words

CODES = [code for code in known_languages() if load_language(code).has("wording")]
SECTIONS = {code: load_language(code).section("wording", WordingSection) for code in CODES}
CASES = [(code, case) for code, section in SECTIONS.items() for case in section.example]


def read(text: str, lang: str, lexicons: tuple[Path, ...] = ()) -> list[LoadedWord]:
    found = annotate_text(text, lang, lexicons=lexicons).wording
    assert all(text[w.start : w.end] == w.surface for w in found)
    return found


def voices(text: str, lang: str) -> dict[str, str]:
    return {w.surface: w.voice for w in read(text, lang)}


@pytest.mark.parametrize(("code", "case"), CASES, ids=[f"{code}: {case.text[:40]}" for code, case in CASES])
def test_lexicon_finds_the_words_of_its_example_and_no_other(code: str, case: WordingExample) -> None:
    found = read(case.text, code)
    assert [f"{w.surface}: {w.loaded_class}" for w in found if not w.is_negated] == case.words
    assert [f"{w.surface}: {w.loaded_class}" for w in found if w.is_negated] == case.negated
    assert not case.voices or [f"{w.surface}: {w.voice}" for w in found] == case.voices


def test_every_language_with_claims_has_a_lexicon() -> None:
    assert [code for code in known_languages() if load_language(code).has("attribution")] == CODES


@pytest.mark.parametrize("code", CODES)
def test_lexicon_has_a_few_hundred_entries_in_every_class(code: str) -> None:
    words = SECTIONS[code].words
    assert sum(map(len, words.values())) >= 250
    assert set(words) == set(loaded_classes())
    assert min(map(len, words.values())) >= 25


@pytest.mark.parametrize("code", CODES)
def test_lexicon_has_fifteen_examples_some_without_words_some_negated(code: str) -> None:
    examples = SECTIONS[code].example
    assert len(examples) >= 15
    assert sum(not (e.words or e.negated) for e in examples) >= 4
    assert any(e.negated for e in examples)
    assert any({"quoted", "attributed"} <= {v.split(": ")[1] for v in e.voices} for e in examples)


@pytest.mark.parametrize("code", CODES)
def test_no_entry_stands_twice_and_every_trap_holds_one(code: str) -> None:
    section, language = SECTIONS[code], load_language(code)
    doubled = [w for w, n in Counter(w for words in section.words.values() for w in words).items() if n > 1]
    assert doubled == []
    without = LoadedLexicon(section.model_copy(update={"traps": []}), language)
    morphology = morphology_of(language)
    idle = [
        trap
        for trap in section.traps
        if not any(list(without.find(form)) for form in forms_of(trap, section.endings, morphology)[1])
    ]
    assert idle == []


@pytest.mark.parametrize("code", CODES)
def test_every_form_of_every_entry_is_found_where_it_stands_alone(code: str) -> None:
    section, language = SECTIONS[code], load_language(code)
    lexicon, morphology = own_lexicon(language), morphology_of(language)
    assert lexicon is not None
    lost = [
        word
        for words in section.words.values()
        for word in words
        if not list(lexicon.find(forms_of(word, section.endings, morphology)[1][0]))
    ]
    assert lost == []


def test_a_word_in_quotation_marks_without_a_speaker_is_nobodys_own() -> None:
    (word,) = read("The mill opened its “fraudulent” books on Monday.", "en")
    assert (word.voice, word.claim_id, word.source) == ("quoted", None, None)


def test_a_quoted_word_in_an_indirect_statement_is_quoted() -> None:
    assert voices("Ada Vell said that the deal was a “disgrace” and the fee outrageous.", "en") == {
        "disgrace": "quoted",
        "outrageous": "attributed",
    }


def test_a_word_has_the_source_of_the_innermost_claim() -> None:
    text = "Ada Vell said that the deal was a disgrace."
    found = annotate_text(text, "en")
    (word,) = found.wording
    assert (word.voice, word.claim_id, word.source) == ("attributed", found.claims[0].claim_id, "ada-vell")


def test_a_loaded_verb_of_speech_is_the_outlets_own() -> None:
    assert voices("Ada Vell lashed out, saying that the fee was high.", "en") == {"lashed out": "own"}


def test_the_longest_entry_wins_and_traditional_characters_are_read() -> None:
    assert [w.surface for w in read("所謂的改革是一場鬧劇。", "zh")] == ["所謂的", "鬧劇"]


def test_all_forms_are_found_by_the_morphology() -> None:
    texts = {"Порт живёт скандалами.": "скандал", "О скандалах молчат.": "скандал", "Рынку грозят хаосом.": "хаос"}
    assert [read(text, "ru")[0].lemma for text in texts] == list(texts.values())


def test_a_name_is_no_loaded_word() -> None:
    text = "The film Disgrace opened. Its maker, Rex Disgrace, left."
    assert "Disgrace" not in [w.surface for w in read(text, "en") if w.start > 26]


def test_a_language_without_a_lexicon_has_no_words() -> None:
    assert read("Staden var i kaos.", "sv") == []


OWN = """
name = "harbour"
language = "en"
version = "2031.1"
negators = ["no"]

[classes]
seafaring = "tells business as a voyage"

[endings]
v = ["", "s", "ed", "ing"]

[words]
seafaring = ["capsiz~e", "run aground", "anchor~v"]
condemnation = ["mutinous"]
"""


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.toml"
    path.write_text(OWN.replace("capsiz~e", "capsize"), encoding="utf-8")
    return path


def test_a_lexicon_of_the_users_stands_beside_ours(lexicon: Path) -> None:
    text = "The plan is anchored in a scandal and may capsize."
    found = {(w.surface, w.loaded_class, w.lexicon, w.lexicon_version) for w in read(text, "en", (lexicon,))}
    assert found == {
        ("scandal", "condemnation", "parallax", "en-1"),
        ("anchored", "seafaring", "harbour", "en-2031.1"),
        ("capsize", "seafaring", "harbour", "en-2031.1"),
    }


def test_a_lexicon_of_the_users_is_for_its_language_only(lexicon: Path) -> None:
    assert read("Anchored, capsize.", "de", (lexicon,)) == []


BROKEN = {
    "no toml": ("name = ", "found unreadable TOML"),
    "a misspelt key": (OWN + "\n[word]\n", 'found the unknown key "word"'),
    "no words": ('name = "x"\nlanguage = "en"\nversion = "1"\n', 'the key "words"'),
    "no version": (OWN.replace('version = "2031.1"', ""), 'the key "version"'),
    "an unknown class": (OWN.replace("[classes]\nseafaring", "[classes]\nsailing"), 'not "seafaring"'),
    "our own name": (OWN.replace('"harbour"', '"parallax"'), 'a key "name" that is not "parallax"'),
    "no language": (OWN.replace('language = "en"', ""), "language: found"),
    "an unknown language": (OWN.replace('"en"', '"tlh"'), 'found "tlh"'),
    "an ending that is not defined": (OWN, 'found the set "e"'),
    "a note on nothing": (OWN + '[notes]\nwave = "x"\n', 'not on "wave"'),
    "two pairs of braces": (OWN.replace("run aground", "{run} {aground}"), "one pair of braces"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_lexicon_is_one_sentence_that_names_the_file(name: str, tmp_path: Path) -> None:
    text, why = BROKEN[name]
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as error:
        load_lexicon(path)
    assert why in str(error.value)
    assert "mine.toml" in str(error.value)


def test_two_lexicons_of_one_name_are_an_error(lexicon: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(lexicon.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(PackError, match="a name of its own"):
        load_lexicons((lexicon, other))


@pytest.mark.parametrize(
    "piece", ["“He said “it was a scandal, ", "scandal ", "no such a such a ", "he said that scandal "]
)
def test_eight_times_the_text_takes_about_eight_times_as_long(piece: str, grows_linearly) -> None:
    lexicon = own_lexicon(load_language("en"))
    assert lexicon is not None

    def read(n: int) -> None:
        step = len(piece)
        claims = [Claim(None, None, (Place(i * step, (i + 1) * step),), "indirect", "report", "x") for i in range(n)]
        find_loaded_words(piece * n, [lexicon], claims)

    assert grows_linearly(read, 200)
