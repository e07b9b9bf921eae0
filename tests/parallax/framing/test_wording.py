"""Whose words are loaded: rates by voice, words adopted, and the section of the report that shows them."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from corpus.store import Corpus
from corpus.tables import MEASURES, WORDING, Article, Measure
from nlp.annotate import annotate_corpus
from parallax.compare import compare
from parallax.rates import rate, rate_interval
from parallax.report import write_report
from parallax.validate import validate_corpus
from parallax.voices import words_by_voice

LEXICON = """
name = "harbour"
language = "en"
version = "1"
[classes]
seafaring = "tells business as a voyage"
[words]
seafaring = ["anchored", "plundered"]
crime = ["plundered"]
"""

REPORTED = "Ada Vell said that the firm plundered the archive. The council met on Tuesday."
ADOPTED = "The firm plundered the archive. It was no scandal. “What a disgrace,” said Ada Vell."
RUSSIAN = "Фирма разграбила архив. Совет собрался во вторник."
UNREAD = "Rådet var i kaos."


@pytest.fixture
def corpus(write: SimpleNamespace, tmp_path: Path) -> Corpus:
    texts = [
        write.text("reporter", REPORTED, title="The council met"),
        write.text("adopter", ADOPTED, title="The council met"),
        write.text("vestnik", RUSSIAN, lang="ru", title="Совет собрался"),
        write.text("tidning", UNREAD, lang="sv", title="Rådet"),
    ]
    made: Corpus = write.corpus(tmp_path / "c", texts)
    annotate_corpus(made, progress=False)
    compare(made, progress=False)
    return made


def rows(corpus: Corpus, name: str) -> dict[tuple[str, str | None], Measure]:
    return {(r.subject, r.item): r for r in corpus.records(MEASURES) if r.measure == name}


def test_each_voice_has_its_rate_per_thousand_of_its_words(corpus: Corpus) -> None:
    own, others, sizes = (rows(corpus, name) for name in ("loaded_own", "loaded_others", "voice_words"))
    assert (own["reporter", "crime"].n, others["reporter", "crime"].n) == (0, 1)
    assert (own["adopter", "crime"].n, others["adopter", "crime"].n) == (1, 0)
    assert (own["adopter", "condemnation"].n, others["adopter", "condemnation"].n) == (0, 1)
    assert sizes["adopter", "own"].value == 15
    assert sizes["adopter", "others"].value == 3
    assert own["adopter", "crime"].value == 1000 / 15
    assert others["adopter", None].value == 1000 / 3


def test_negated_words_are_in_the_table_and_in_no_rate(corpus: Corpus) -> None:
    (negated,) = [w for w in corpus.records(WORDING) if w.is_negated]
    assert negated.surface == "scandal"
    assert all(negated.wording_id not in r.evidence for r in corpus.records(MEASURES))


def test_the_evidence_are_the_places(corpus: Corpus) -> None:
    words = {w.wording_id: w for w in corpus.records(WORDING)}
    for row in [*rows(corpus, "loaded_own").values(), *rows(corpus, "loaded_others").values()]:
        assert len(row.evidence) == row.n
        assert all((words[key].voice == "own") == (row.measure == "loaded_own") for key in row.evidence)
        assert row.value is None or (row.interval_low or 0) <= row.value <= (row.interval_high or 0)


def test_a_language_without_a_lexicon_has_no_rate(corpus: Corpus) -> None:
    assert {subject for subject, _ in rows(corpus, "loaded_own")} == {"adopter", "reporter", "vestnik"}


def test_a_source_s_word_in_the_own_voice_is_adopted(corpus: Corpus) -> None:
    words = {w.wording_id: w for w in corpus.records(WORDING)}
    ((key, row),) = rows(corpus, "loaded_adopted").items()
    assert key == ("adopter", "en:plunder")
    assert (row.value, row.n) == (1.0, 1)
    assert [words[one].voice for one in row.evidence] == ["own", "attributed"]


def test_the_tables_are_valid(corpus: Corpus) -> None:
    assert validate_corpus(corpus)[1] == []


def test_a_lexicon_of_the_users_has_its_classes_and_counts_no_place_twice(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "harbour.toml"
    path.write_text(LEXICON, encoding="utf-8")
    annotate_corpus(corpus, lexicons=(path,), progress=False)
    compare(corpus, progress=False)
    own = rows(corpus, "loaded_own")
    assert own["adopter", "seafaring"].n == 1
    assert own["adopter", "crime"].n == 1
    assert own["adopter", None].n == 1
    assert validate_corpus(corpus)[1] == []
    assert "tells business" not in write_report(corpus, progress=False).read_text(encoding="utf-8")


def test_the_report_leads_every_number_to_its_places(corpus: Corpus) -> None:
    page = write_report(corpus, progress=False).read_text(encoding="utf-8")
    section = page[page.index('<section id="loaded">') :]
    link = '<a href="#w-adopter-crime-loaded_own">1</a> own'
    assert f'{link} <span class="small" style="display:inline">66.7</span>' in page
    assert 'id="w-adopter-crime-loaded_own"' in section
    assert "The firm <mark>plundered</mark> the archive." in section
    assert "Ada Vell" in section
    assert ">Фирма <mark>разграбила</mark> архив. Совет собрался во вторник.<" in section, "nothing is cut off"
    assert "A source’s words that are the outlet’s own as well: adopter “plunder”." in page


def test_the_report_is_the_same_again(corpus: Corpus) -> None:
    first = write_report(corpus, progress=False).read_bytes()
    assert write_report(corpus, progress=False).read_bytes() == first


def article(text: str, lang: str, title: str = "") -> Article:
    return Article(
        article_id="a", outlet="a", lang=lang, title=title, text=text, extractor="t", text_sha256="", version=1
    )  # fmt: skip


SIZES = [
    ("The port closed.", "en", (3, 0)),
    ("The port closed, “for a day”, it's true.", "en", (5, 3)),
    ("Порт «Ровень» закрыт.", "ru", (2, 1)),
    ("港口关闭了。", "zh", (5, 0)),
    ("港口“关闭”了。", "zh", (3, 2)),
    ("港口用 Kerbscape 2 天", "zh", (6, 0)),
    ("", "en", (0, 0)),
]


@pytest.mark.parametrize(("text", "lang", "expected"), SIZES)
def test_words_are_counted_by_voice_and_characters_where_nothing_stands_between_words(
    text: str, lang: str, expected: tuple[int, int]
) -> None:
    assert words_by_voice(article(text, lang), []) == expected


def test_the_interval_is_that_of_a_poisson_count() -> None:
    assert rate(3, 0) is None
    assert rate_interval(3, 0) == (None, None)
    low, high = rate_interval(10, 1000)
    assert (round(low or 0, 2), round(high or 0, 2)) == (4.79, 18.39)
    assert rate_interval(0, 1000)[0] == 0


def test_the_evidence_of_an_adopted_word_stays_short(write: SimpleNamespace, tmp_path: Path) -> None:
    texts = [write.text(f"o{n:02}", ADOPTED.replace("Ada", "Ada" + "abcdefghijklmnop"[n])) for n in range(15)]
    texts += [write.text(f"p{n:02}", REPORTED.replace("Ada", "Ada" + "abcdefghijklmnop"[n])) for n in range(15)]
    corpus = write.corpus(tmp_path / "c", texts)
    annotate_corpus(corpus, progress=False)
    compare(corpus, progress=False)
    adopted = [row for (_, item), row in rows(corpus, "loaded_adopted").items() if item == "en:plunder"]
    assert [len(row.evidence) for row in adopted] == [11] * 15
