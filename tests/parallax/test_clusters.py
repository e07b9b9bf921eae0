from types import SimpleNamespace
from typing import Any

from corpus.tables import Cluster
from parallax.align import align
from parallax.clusters import cluster_claims
from parallax.setting import setting_of


def clusters(write: SimpleNamespace, *texts: Any) -> list[Cluster]:
    rows = write.rows(texts)
    setting = setting_of(rows.articles)
    return cluster_claims(rows.claims, align(rows.figures, setting), setting)


def article(write: SimpleNamespace, outlet: str, source: str | None, *values: int) -> Any:
    content = " and ".join(f"{value} boxes" for value in values)
    claim = write.said(content, source)
    figures = tuple(write.fig(str(value), value) for value in values)
    return write.text(outlet, f"It was said: {content}.", claims=(claim,), figures=figures)


def test_claims_of_one_source_with_one_fact_are_one_statement(write: SimpleNamespace) -> None:
    (found,) = clusters(write, article(write, "x", "altamar", 24_000), article(write, "y", "altamar", 24_000))
    assert (found.source, found.n_outlets, len(found.claims), len(found.facts)) == ("altamar", 2, 2, 1)


def test_two_sources_are_two_statements(write: SimpleNamespace) -> None:
    found = clusters(write, article(write, "x", "altamar", 24_000), article(write, "y", "brisa", 24_000))
    assert [c.source for c in found] == ["altamar", "brisa"]


def test_shared_facts_join_in_a_chain(write: SimpleNamespace) -> None:
    texts = (
        article(write, "x", "altamar", 24_000),
        article(write, "y", "altamar", 1_650),
        article(write, "z", "altamar", 24_000, 1_650),
    )
    (found,) = clusters(write, *texts)
    assert len(found.facts) == 2
    assert len(clusters(write, *texts[:2])) == 2


def test_claims_without_source_or_figure_stand_in_no_cluster(write: SimpleNamespace) -> None:
    silent = write.text("y", "It was said: nothing new.", claims=(write.said("nothing new", "altamar"),))
    assert clusters(write, article(write, "x", None, 24_000), silent) == []


def test_ids_do_not_depend_on_the_order_of_articles(write: SimpleNamespace) -> None:
    texts = [article(write, name, "altamar", 24_000) for name in ("x", "y")]
    assert clusters(write, *texts) == clusters(write, *texts[::-1])
