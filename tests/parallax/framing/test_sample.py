"""Every measure on the invented event of sample.toml: the differences planted there come out."""

import pytest

from corpus.store import Corpus
from corpus.tables import FACTS, MEASURES, Measure
from parallax.measures import MEASURES as WAYS

Rows = dict[tuple[str, str | None], Measure]


@pytest.fixture(scope="module")
def rows(sample: Corpus) -> list[Measure]:
    found: list[Measure] = sample.records(MEASURES)
    return found


@pytest.fixture(scope="module")
def label(sample: Corpus) -> dict[str, str]:
    return {fact.fact_id: fact.label for fact in sample.records(FACTS)}


def of(rows: list[Measure], name: str) -> Rows:
    return {(row.subject, row.item): row for row in rows if row.measure == name}


def test_replies_are_there_or_not(rows: list[Measure]) -> None:
    heard = {subject: row.value for (subject, item), row in of(rows, "party_heard").items() if item == "firms"}
    assert heard == {"gangwan-ribao": 1, "grey-wire": 0, "harbour-post": 1, "morskoy-den": 1, "prichal": 0}
    assert all(len(row.evidence) == row.n for row in of(rows, "party_heard").values())


def test_the_primary_source_and_unread_texts_are_not_compared(rows: list[Measure]) -> None:
    subjects = {row.subject for row in rows if row.unit == "outlet"}
    assert subjects == {"gangwan-ribao", "grey-wire", "harbour-post", "morskoy-den", "prichal"}


def test_omissions_name_what_others_carry(rows: list[Measure], label: dict[str, str]) -> None:
    left_out = {label[item] for (subject, item) in of(rows, "omission") if subject == "morskoy-den" and item}
    assert left_out == {"210 · discharge · Corvo", "2.4 million EUR · fine · the three carriers"}


def test_coverage_shares_add_up(rows: list[Measure]) -> None:
    found = of(rows, "coverage")
    for subject in {s for s, item in found if item is None}:
        n_out = sum(s == subject for s, _ in of(rows, "omission"))
        row = found[(subject, None)]
        assert row.value is not None
        assert round(row.value * row.n) == row.n - n_out


def test_attribution_dropped_is_own_voice_where_others_attribute(rows: list[Measure], label: dict[str, str]) -> None:
    found = {(s, label[item or ""]) for (s, item), row in of(rows, "attribution_dropped").items() if row.value}
    assert ("prichal", "1,600 · time · the three carriers") in found
    assert ("grey-wire", "1,600 · time · the three carriers") not in found


def test_sourced_share_leaves_dates_out(rows: list[Measure]) -> None:
    found = of(rows, "sourced_share")
    assert (found[("gangwan-ribao", None)].value, found[("gangwan-ribao", None)].n) == (1.0, 6)
    assert (found[("grey-wire", None)].value, found[("grey-wire", None)].n) == (2 / 6, 6)


def test_voice_shares_sum_to_one_per_outlet(rows: list[Measure]) -> None:
    for name in ("voice_share", "quote_share"):
        totals: dict[str, float] = {}
        for (subject, _), row in of(rows, name).items():
            totals[subject] = totals.get(subject, 0.0) + (row.value or 0.0)
        assert totals
        assert all(abs(total - 1) < 1e-9 for total in totals.values())


def test_paraphrase_counts_for_voice_not_for_quotes(rows: list[Measure]) -> None:
    assert ("harbour-post", "nordhafen") in of(rows, "voice_share")
    assert ("harbour-post", "nordhafen") not in of(rows, "quote_share")


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_measure_says_its_name_and_definition(way: object) -> None:
    name, colon, definition = (way.__doc__ or "").partition(": ")
    assert colon
    assert name[0].isupper()
    assert len(definition) > 60
