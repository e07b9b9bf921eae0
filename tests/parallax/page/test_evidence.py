from types import SimpleNamespace

import pytest

from corpus.store import Corpus
from parallax.page.edition import edition_of
from parallax.page.evidence import Source, evidence_of, web_address
from parallax.page.findings import listed


@pytest.fixture(scope="module")
def sources(sample: Corpus) -> dict[str, Source]:
    edition = edition_of(sample)
    return {s.outlet: s for s in evidence_of(edition, list(edition.labels))}


def sentences(source: Source) -> list[str]:
    return ["".join(piece.text for piece in sentence) for sentence in source.sentences]


def test_sentences_are_cut_out_whole(sources: dict[str, Source]) -> None:
    assert sentences(sources["gangwan-ribao"]) == [
        "诺德港管理局3月4日发布声明，指控三家航运公司在港区排放压载水逾1600次，并称检测了约4.1万份水样。",
        "声明称，其中布里萨航运排放1240余次，科尔沃排放210次。",
        "阿尔塔玛公司回应称，港口自己也曾因漏油事故支付数百万欧元赔偿金。",
    ]


def test_an_abbreviation_before_a_small_letter_ends_no_sentence(sources: dict[str, Source]) -> None:
    assert "Лаборатория порта проверила 41 тыс. проб." in sentences(sources["morskoy-den"])


def test_a_sentence_with_two_figures_stands_once(sources: dict[str, Source]) -> None:
    first = sources["grey-wire"].sentences[0]
    assert [piece.text for piece in first if piece.anchor] == ["Three", "1,600", "41,300"]


def test_the_headline_is_evidence_too(sources: dict[str, Source]) -> None:
    assert sentences(sources["harbour-post"])[0] == "Port accuses three shipping firms of fouling the harbour"


def test_statements_name_source_cue_and_content(sources: dict[str, Source]) -> None:
    (first, *_) = sources["grey-wire"].statements
    assert (first.source, first.cue, first.type) == ("Nordhafen Port Authority", "said", "accusation")


def test_an_endless_sentence_is_cut_around_its_figures(write: SimpleNamespace, tmp_path: object) -> None:
    from parallax.compare import compare

    text = "word " * 300 + "1,600 boxes " + "word " * 300
    corpus = write.corpus(tmp_path / "c", [write.text("x", text, figures=(write.fig("1,600", 1600),))])  # type: ignore[operator]
    compare(corpus, progress=False)
    edition = edition_of(corpus)
    (sentence,) = sentences(evidence_of(edition, list(edition.labels))[0])
    assert sentence.startswith("… ")
    assert sentence.endswith(" …")
    assert len(sentence) < 450


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x", True),
        ("http://a.example/x", True),
        ("javascript:alert(1)", False),
        (None, False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, expected: bool) -> None:
    assert (web_address(url) is not None) is expected


@pytest.mark.parametrize(
    ("names", "expected"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_are_listed_as_in_a_sentence(names: list[str], expected: str) -> None:
    assert listed(names) == expected
