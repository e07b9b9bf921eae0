"""Alignment by tables: align_cases.toml lists figures, and how they must fall into facts."""

import itertools
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.tables import Figure
from parallax.align import align
from parallax.facts import AlignedFact
from parallax.setting import Setting

GROUPS = {"carriers": frozenset({"altamar", "brisa", "corvo"})}
ROOTS = {"request": "interaction", "exchange": "interaction", "message": "exchange", "firm": "organisation"}


def setting(figures: list[Figure], primary: tuple[str, ...] = ()) -> Setting:
    articles = {f.article_id for f in figures}
    roots = {**ROOTS, "message": "interaction"}
    outlets = {a: a.split("/")[0] for a in articles}
    return Setting(outlets, dict.fromkeys(articles, "en"), frozenset(primary), GROUPS, roots, {"altamar": "Altamar"})


counter = itertools.count()


def told(outlet: str, value: float | None, high: float | None = None, **columns: Any) -> Figure:
    start = next(counter)
    base: dict[str, Any] = {"kind": "count", "precision": 0.5, "surface": f"{value}"}
    if columns.get("is_vague") or columns.get("kind") == "share":
        base["precision"] = None
    if high is None and not columns.get("is_vague"):
        high = value
    return Figure(
        figure_id=f"{outlet}:{start:06d}", article_id=outlet, field="text", start=start, end=start + 1, low=value,
        high=high, **{**base, **columns},
    )  # fmt: skip


def parts(facts: list[AlignedFact]) -> set[frozenset[str]]:
    return {frozenset(f.figure_id for f, _ in fact.figures) for fact in facts}


def money(outlet: str, value: float, high: float | None = None, **columns: Any) -> Figure:
    return told(outlet, value, high, **{"kind": "money", "unit": "USD", "precision": 0.5, **columns})


CASES = {
    case["name"]: case["figures"]
    for case in tomllib.loads((Path(__file__).parent / "align_cases.toml").read_text(encoding="utf-8"))["cases"]
}


@pytest.mark.parametrize("case", CASES)
def test_figures_fall_into_facts(case: str) -> None:
    expected: dict[str, set[str]] = defaultdict(set)
    figures = []
    for row in CASES[case]:
        columns = {name: value for name, value in row.items() if name not in ("fact", "outlet", "low", "high")}
        figures.append(told(row["outlet"], row.get("low"), row.get("high"), **columns))
        expected[row["fact"]].add(figures[-1].figure_id)
    assert parts(align(figures, setting(figures))) == set(map(frozenset, expected.values()))
    assert align(figures[::-1], setting(figures)) == align(figures, setting(figures))


def relations(facts: list[AlignedFact]) -> dict[str, str]:
    return {figure.article_id: relation for fact in facts for figure, relation in fact.figures}


def test_the_reference_is_the_primary_source() -> None:
    figures = [told("port", 41_300), told("x", 41_000, precision=500), told("y", 41_000, precision=500)]
    (fact,) = align(figures, setting(figures, primary=("port",)))
    assert (fact.fact.low, fact.fact.reference) == (41_300, "primary")
    assert relations([fact]) == {"port": "same", "x": "rounded", "y": "rounded"}


def test_without_a_primary_source_most_outlets_decide() -> None:
    figures = [told("w", 41_300), told("x", 41_000, precision=500), told("y", 41_000, precision=500)]
    (fact,) = align(figures, setting(figures))
    assert (fact.fact.low, fact.fact.reference) == (41_000, "consensus")
    assert relations([fact]) == {"w": "sharper", "x": "same", "y": "same"}


def test_on_a_tie_the_more_precise_value_decides() -> None:
    figures = [told("x", 41_000, precision=500), told("w", 41_300)]
    (fact,) = align(figures, setting(figures))
    assert fact.fact.low == 41_300


def test_one_outlet_counts_once_however_often_it_repeats() -> None:
    figures = [told("x", 41_000, precision=500), told("x", 41_000, precision=500), told("w", 41_300), told("v", 41_300)]
    (fact,) = align(figures, setting(figures))
    assert (fact.fact.low, fact.fact.n_outlets, fact.fact.n_figures) == (41_300, 3, 4)


def test_relations_of_vague_and_shifted_figures() -> None:
    figures = [
        money("x", 1.5e9, actor="altamar", source="musk", precision=5e7, concept="payment"),
        money("y", 2e9, 1e10, is_vague=True, actor="altamar", source="musk"),
        money("z", 1e9, 1e12, is_vague=True, actor="altamar", source="musk"),
        money("w", 1.6e9, actor="altamar", source="musk", precision=5e7, concept="payment"),
    ]
    (fact,) = align(figures, setting(figures))
    assert relations([fact]) == {"x": "same", "y": "conflicting", "z": "vaguer", "w": "shifted"}


def test_ids_are_stable_and_distinct() -> None:
    figures = [told("x", 3, counted_lemma="day"), told("y", 3, counted_lemma="step"), told("z", 24_000)]
    facts = align(figures, setting(figures))
    assert len({f.fact.fact_id for f in facts}) == 3
    (alone,) = align(figures[2:], setting(figures[2:]))
    assert alone.fact.fact_id in {f.fact.fact_id for f in facts}


def test_the_label_names_value_noun_and_actor() -> None:
    figures = [told("x", 16e6, concept="request", actor="altamar"), told("y", 16e6, concept="request")]
    (fact,) = align(figures, setting(figures))
    assert fact.fact.label == "16 million · request · Altamar"


def test_a_fact_of_several_nouns_is_named_by_the_broadest() -> None:
    figures = [
        told("x", 16e6, concept="request"),
        told("y", 16e6, concept="message"),
        told("z", 24e3, concept="message"),
    ]
    concepts = {fact.fact.low: fact.fact.concept for fact in align(figures, setting(figures))}
    assert concepts == {16e6: "interaction", 24e3: "message"}


def test_no_figures_are_no_facts() -> None:
    assert align([], setting([])) == []


FIGURES = st.builds(
    lambda outlet, value, half, actor, concept, source, vague: told(
        outlet, value, value * 4 if vague else None, precision=half * value, actor=actor, concept=concept,
        source=source, is_vague=vague,
    ),
    outlet=st.sampled_from("uvwxyz"),
    value=st.sampled_from([1.0, 3.0, 150.0, 16e6, 16.2e6, 16.45e6, 16.9e6, 24e3, 24.3e3, 26e3]),
    half=st.sampled_from([0.0, 0.005, 0.05]),
    actor=st.sampled_from([None, None, "altamar", "brisa", "carriers"]),
    concept=st.sampled_from([None, None, "request", "account"]),
    source=st.sampled_from([None, "nordhafen"]),
    vague=st.sampled_from([False, False, False, True]),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(figures=st.lists(FIGURES, max_size=14), data=st.data())
def test_order_does_not_matter_and_each_figure_stands_once(figures: list[Figure], data: st.DataObject) -> None:
    figures = list({f.figure_id: f for f in figures}.values())
    facts = align(figures, setting(figures))
    shuffled = data.draw(st.permutations(figures))
    assert align(shuffled, setting(figures)) == facts
    placed = [f.figure_id for fact in facts for f, _ in fact.figures]
    assert sorted(placed) == sorted(f.figure_id for f in figures)
    assert len({fact.fact.fact_id for fact in facts}) == len(facts)


@settings(max_examples=60, deadline=None)
@given(figures=st.lists(FIGURES, max_size=14))
def test_a_fact_never_holds_two_known_actors_that_are_no_group_and_member(figures: list[Figure]) -> None:
    figures = list({f.figure_id: f for f in figures}.values())
    for fact in align(figures, setting(figures)):
        actors = {f.actor for f, _ in fact.figures} - {None}
        assert not {"altamar", "brisa"} <= actors
        assert len({f.kind for f, _ in fact.figures}) == 1
