from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from corpus.tables import Measure
from parallax.compare import compare
from parallax.framing.comparators import comparator_drift, comparator_split

Rows = Callable[..., list[Measure]]


@pytest.fixture
def measures_of(write: SimpleNamespace, tmp_path: Path) -> Rows:
    def run(texts: list[object], name: str) -> list[Measure]:
        report = compare(write.corpus(tmp_path / "corpus", texts), progress=False)
        return [row for row in report.measures if row.measure == name]

    return run


def text_with(write: SimpleNamespace, outlet: str, *comparators: str, **columns: object) -> object:
    body = " and ".join(f"24,000 boxes{' ' * n}" for n, _ in enumerate(comparators))
    figures = tuple(
        write.fig("24,000", 24000, at=n + 1, comparator=c, precision=0.5) for n, c in enumerate(comparators)
    )
    return write.text(outlet, f"{outlet}: {body}", figures=figures, **columns)


def test_drift_is_measured_against_what_most_outlets_write(write: SimpleNamespace, measures_of: Rows) -> None:
    texts = [text_with(write, "x", "over"), text_with(write, "y", "over"), text_with(write, "z", "exact")]
    rows = measures_of(texts, "comparator_drift")
    assert {row.subject: row.value for row in rows} == {"x": 0.0, "y": 0.0, "z": 1.0}
    assert [len(row.evidence) for row in rows] == [0, 0, 1]


def test_drift_is_measured_against_the_primary_source(write: SimpleNamespace, measures_of: Rows) -> None:
    texts = [
        text_with(write, "port", "exact", url="http://port.example/statement"),
        text_with(write, "y", "over"),
        text_with(write, "z", "over"),
    ]
    assert {row.subject: row.value for row in measures_of(texts, "comparator_drift")} == {"y": 1.0, "z": 1.0}


def test_drift_counts_the_share_of_an_outlets_figures(write: SimpleNamespace, measures_of: Rows) -> None:
    texts = [text_with(write, "x", "exact", "over"), text_with(write, "y", "exact")]
    assert {row.subject: row.value for row in measures_of(texts, "comparator_drift")} == {"x": 0.5, "y": 0.0}


def test_where_two_ways_are_equally_frequent_none_is_usual(write: SimpleNamespace, measures_of: Rows) -> None:
    rows = measures_of([text_with(write, "x", "exact"), text_with(write, "y", "over")], "comparator_drift")
    assert {row.subject: row.value for row in rows} == {"x": 1.0, "y": 1.0}


def test_a_fact_of_one_outlet_cannot_drift(write: SimpleNamespace, measures_of: Rows) -> None:
    assert measures_of([text_with(write, "x", "exact", "over")], "comparator_drift") == []


def test_one_article_that_disagrees_with_itself_is_split(write: SimpleNamespace, measures_of: Rows) -> None:
    texts = [
        text_with(write, "x", "exact", "over"),
        text_with(write, "y", "over", "over"),
        text_with(write, "z", "exact"),
    ]
    rows = measures_of(texts, "comparator_split")
    assert [(row.subject.rsplit("-", 1)[0], row.value, row.n) for row in rows] == [("x", 1.0, 2), ("y", 0.0, 2)]


def test_definitions_are_there_for_the_report() -> None:
    assert (comparator_drift.__doc__ or "").startswith("Comparator drift: ")
    assert (comparator_split.__doc__ or "").startswith("Comparator split: ")
