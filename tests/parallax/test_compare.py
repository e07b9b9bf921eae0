import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.store import Corpus
from corpus.tables import FACTS, MATRIX, REUSE
from parallax.compare import compare

TABLES = ("facts", "matrix", "clusters", "measures", "reuse")


def tables(folder: Path) -> dict[str, bytes]:
    return {name: (folder / f"{name}.parquet").read_bytes() for name in TABLES}


def small(write: SimpleNamespace) -> list[object]:
    claim = write.said("the firms lied 1,600 times", "nordhafen")
    return [
        write.text(
            outlet, f"The port said the firms lied 1,600 times. {outlet} adds 24 boxes.", claims=(claim,),
            figures=(write.fig("1,600", 1600, comparator=c, precision=0.5), write.fig("24", 24, actor=outlet)),
        )
        for outlet, c in (("x", "over"), ("y", "about"), ("z", "exact"))
    ]  # fmt: skip


def test_every_figure_stands_once_in_the_matrix(sample: Corpus) -> None:
    cells = sample.matrix
    assert sorted(cells.figure_id) == sorted(sample.figures.figure_id)
    assert set(cells.fact_id) == set(sample.facts.fact_id)


def test_the_matrix_finds_the_planted_differences(sample: Corpus) -> None:
    facts = {fact.label: fact for fact in sample.records(FACTS)}
    samples = facts["41,300 · sample · Nordhafen Port Authority"]
    cells = {c.outlet: (c.comparator, c.relation) for c in sample.records(MATRIX) if c.fact_id == samples.fact_id}
    assert samples.reference == "primary"
    assert cells == {
        "port-of-nordhafen": ("exact", "same"),
        "harbour-post": ("exact", "same"),
        "grey-wire": ("exact", "same"),
        "morskoy-den": ("exact", "rounded"),
        "prichal": ("about", "rounded"),
        "gangwan-ribao": ("about", "rounded"),
    }


def test_vague_sums_stand_beside_the_precise_one(sample: Corpus) -> None:
    (fact,) = [f for f in sample.records(FACTS) if f.label.startswith("1.5 million EUR")]
    cells = {c.outlet: c.relation for c in sample.records(MATRIX) if c.fact_id == fact.fact_id}
    assert cells == {"harbour-post": "same", "morskoy-den": "vaguer", "gangwan-ribao": "conflicting"}


def test_claims_of_one_source_that_share_facts_are_one_cluster(sample: Corpus) -> None:
    clusters = sample.clusters
    reply = clusters[clusters.source == "altamar"]
    assert len(reply) == 1
    assert reply.n_outlets.iloc[0] == 3


def test_the_reprint_is_found_with_credit(sample: Corpus) -> None:
    (pair,) = sample.records(REUSE)
    assert pair.article_id.startswith("grey-wire")
    assert pair.original_id.startswith("harbour-post")
    assert (pair.is_credited, pair.direction) == (True, "time")


def test_twice_gives_the_same_bytes(write: SimpleNamespace, tmp_path: Path) -> None:
    corpus = write.corpus(tmp_path / "c", small(write))
    compare(corpus, progress=False)
    first, run = tables(corpus.folder), (corpus.folder / "run.json").read_bytes()
    compare(corpus, progress=False)
    assert tables(corpus.folder) == first
    assert (corpus.folder / "run.json").read_bytes() == run


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(3)))
def test_the_order_of_articles_does_not_matter(
    write: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory, order: list[int]
) -> None:
    texts = small(write)
    folder = tmp_path_factory.mktemp("order")
    compare(write.corpus(folder / "a", texts), progress=False)
    compare(write.corpus(folder / "b", [texts[i] for i in order]), progress=False)
    assert tables(folder / "a") == tables(folder / "b")


def test_the_run_record_names_inputs_and_outputs(sample: Corpus) -> None:
    record = json.loads((sample.folder / "run.json").read_text(encoding="utf-8"))["stages"]["compare"]
    assert {"articles.parquet", "figures.parquet", "claims.parquet", "event.toml"} <= set(record["inputs"])
    assert set(record["outputs"]) == set(TABLES)


def test_a_corpus_without_event_is_compared_too(write: SimpleNamespace, tmp_path: Path) -> None:
    corpus = write.corpus(tmp_path / "c", small(write))
    (corpus.folder / "event.toml").unlink()
    report = compare(Corpus(corpus.folder), progress=False)
    assert len(report.facts) == 4
    assert not [row for row in report.measures if row.measure == "party_heard"]


def test_an_empty_corpus_gives_empty_tables(write: SimpleNamespace, tmp_path: Path) -> None:
    report = compare(write.corpus(tmp_path / "c", []), progress=False)
    assert (report.facts, report.matrix, report.measures, report.reuse) == ((), (), (), ())
