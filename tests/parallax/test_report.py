import re
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest

from corpus.store import Corpus
from corpus.tables import Reject
from parallax.compare import compare
from parallax.report import write_report

HOSTILE = "<script>alert('x')</script><img src=https://evil.example/x.png onerror=alert(1)>"


class Page(HTMLParser):
    """Collects what a browser would load, the anchors, the links, and the tags."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.langs: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        self.tags.append(tag)
        if "id" in found:
            self.anchors.append(found["id"])
        if tag == "a":
            self.links.append(found["href"])
        if "lang" in found:
            self.langs.append(found["lang"])
        loading = {"link": ("href",), "img": ("src",), "script": ("src",), "iframe": ("src",), "image": ("href",)}
        self.loads += [found[key] for key in loading.get(tag, ()) if key in found]


@pytest.fixture(scope="module")
def report(sample: Corpus) -> str:
    return write_report(sample, progress=False).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(report: str) -> Page:
    return Page(report)


def test_nothing_is_loaded_from_anywhere(report: str, page: Page) -> None:
    assert page.loads == ["data:,"]
    assert "script" not in page.tags
    assert not re.search(r"url\((?!data:|#)", report)
    assert "@import" not in report
    assert "Content-Security-Policy\" content=\"default-src 'none'" in report


def test_every_inner_link_has_its_place_and_every_place_is_one(page: Page) -> None:
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner <= set(page.anchors)
    assert len(page.anchors) == len(set(page.anchors))


def test_every_cell_leads_to_its_sentence(sample: Corpus, page: Page) -> None:
    for figure_id in sample.matrix.figure_id:
        assert f"f-{figure_id.replace(':', '.')}" in page.anchors


def test_the_sentence_marks_the_figure(report: str) -> None:
    assert re.search(r"проверила <mark id=\"f-[^\"]+\"[^>]*><a [^>]*>41 тыс\.</a></mark> проб\.", report)


def test_foreign_text_names_its_language(page: Page) -> None:
    assert {"ru", "zh-Hans", "hu"} <= set(page.langs)


def test_findings_say_what_was_planted(report: str) -> None:
    text = re.sub(r"<[^>]+>", " ", report)
    assert "“about” in gangwan-ribao and prichal; the bare number in the primary source" in text
    assert "The firms: 2 of 5 outlets report no statement (grey-wire and prichal)." in text
    assert "vaguely in gangwan-ribao (“数百万欧元”, which does not fit) and morskoy-den (“миллионные”)." in text
    assert "grey-wire shares 88% of its text with harbour-post, with credit." in text
    assert "Ballasztvíz a kikötőben" in text
    assert "robots.txt forbids it." in text


def test_drift_is_marked_by_a_word_and_a_line_not_by_colour_alone(report: str) -> None:
    assert 'class="entry marked"' in report
    assert '<span class="flag">comparator differs</span>' in report
    assert '<span class="flag vague">vague, does not fit</span>' in report


def test_the_same_corpus_gives_the_same_page(sample: Corpus, report: str) -> None:
    assert write_report(sample, progress=False).read_text(encoding="utf-8") == report


def test_no_machine_and_no_clock_is_in_the_page(sample: Corpus, report: str) -> None:
    assert str(sample.folder) not in report
    assert "localhost" not in report
    assert "127.0.0.1" not in report


def test_hostile_text_stays_text(write: SimpleNamespace, tmp_path: Path) -> None:
    texts = [
        write.text(
            outlet, f"{HOSTILE} It sold 16,000 boxes, said {HOSTILE}.", title=HOSTILE, url="javascript:alert(1)",
            claims=(write.said("It sold 16,000 boxes", "<b>evil</b>", cue=HOSTILE),),
            figures=(write.fig("16,000", 16000, counted_lemma=HOSTILE, actor="</style><b>"),),
        )
        for outlet in ("x<i>", "y&amp;")
    ]  # fmt: skip
    rejects = [Reject(stage="<u>", where=HOSTILE, reason=HOSTILE)]
    corpus = write.corpus(tmp_path / "c", texts, rejects=rejects)
    compare(corpus, progress=False)
    text = write_report(corpus, progress=False).read_text(encoding="utf-8")
    page = Page(text)
    assert page.loads == ["data:,"]
    assert not {"script", "img", "b", "u"} & set(page.tags)
    assert not [link for link in page.links if link.startswith("javascript")]


def test_a_corpus_without_anything_to_compare_has_a_page(write: SimpleNamespace, tmp_path: Path) -> None:
    corpus = write.corpus(tmp_path / "c", [write.text("x", "No number here.")])
    (corpus.folder / "event.toml").unlink()
    compare(corpus, progress=False)
    text = write_report(corpus, progress=False).read_text(encoding="utf-8")
    assert "No two outlets share a fact" in text
    assert "Coverage compared" in text


def test_many_outlets_are_set_in_blocks(write: SimpleNamespace, tmp_path: Path) -> None:
    texts = [
        write.text(f"o{n:02}", f"Outlet {n} counts 1,600 boxes.", figures=(write.fig("1,600", 1600),))
        for n in range(14)
    ]
    corpus = write.corpus(tmp_path / "c", texts)
    compare(corpus, progress=False)
    text = write_report(corpus, progress=False).read_text(encoding="utf-8")
    assert "Outlets, part 3 of 3" in text
    assert len(Page(text).anchors) == len(set(Page(text).anchors))
