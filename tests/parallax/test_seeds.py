"""The five real articles: the matrix that a careful reader makes by hand must come out by itself."""

from collections import Counter

import pytest

from parallax.validate import validate_corpus

FACTS = {
    "interactions in all": (
        ("count", None, 16e6),
        {
            ("rbc", "over"): 2,
            ("overclockers", "over"): 1,
            ("se7en", "over"): 1,
            ("xakep", "over"): 1,
            ("hotkkan", "over"): 1,
        },
    ),
    "accounts in all": (
        ("count", None, 24e3),
        {
            ("rbc", "exact"): 1,
            ("rbc", "over"): 1,
            ("overclockers", "about"): 1,
            ("se7en", "exact"): 1,
            ("xakep", "exact"): 2,
            ("hotkkan", "about"): 1,
        },
    ),
    "the first lab's interactions": (("count", None, 15e4), {("overclockers", "about"): 1, ("xakep", "over"): 1}),
    "the second lab's": (("count", None, 3.4e6), {("xakep", "over"): 1}),
    "the third lab's": (("count", None, 13e6), {("overclockers", "exact"): 1, ("xakep", "over"): 1}),
    "accounts behind one proxy": (("count", None, 20e3), {("xakep", "over"): 1}),
    "share of traffic": (("share", None, 0.5), {("xakep", "nearly"): 1}),
    "the settlement": (("money", "USD", 1.5e9), {("overclockers", "exact"): 1, ("xakep", "exact"): 1}),
}


@pytest.fixture(scope="module")
def cells(seeds):
    figures = seeds.figures[["figure_id", "kind", "unit"]]
    return seeds.matrix.merge(figures, on="figure_id")


@pytest.mark.parametrize("name", FACTS)
def test_the_cells_of(cells, name):
    (kind, unit, value), expected = FACTS[name]
    found = cells[(cells.low == value) & (cells.high == value) & (cells.kind == kind) & ~cells.is_vague]
    assert Counter(zip(found.outlet, found.comparator, strict=True)) == expected
    assert found.fact_id.nunique() == 1
    units = set(found.unit.dropna())
    assert units == ({unit} if unit else set())


@pytest.mark.parametrize("name", FACTS)
def test_no_other_point_value_joins_the_fact_of(cells, name):
    (kind, _, value), _ = FACTS[name]
    facts = set(cells[(cells.low == value) & (cells.kind == kind) & ~cells.is_vague].fact_id)
    joined = cells[cells.fact_id.isin(facts) & ~cells.is_vague]
    assert set(joined.low) == {value}


def test_vague_sums_are_vague_figures(seeds):
    money = seeds.figures[(seeds.figures.kind == "money") & seeds.figures.is_vague]
    articles = seeds.articles.set_index("article_id").outlet
    vague = {(articles[row.article_id], row.low, row.high) for row in money.itertuples()}
    assert ("hotkkan", 2e9, 1e10) in vague
    assert any(outlet == "overclockers" and low == 2e9 for outlet, low, _ in vague)


def test_the_critic_is_heard_in_three_of_five(seeds):
    replies = seeds.measures[(seeds.measures.measure == "party_heard") & (seeds.measures.item == "critic")]
    assert dict(zip(replies.subject, replies.value, strict=True)) == {
        "rbc": 0.0,
        "overclockers": 1.0,
        "se7en": 0.0,
        "xakep": 1.0,
        "hotkkan": 1.0,
    }


def test_no_furniture_is_read_as_content(seeds):
    text = dict(zip(seeds.articles.outlet, seeds.articles.text, strict=True))
    assert "date 2026" not in " ".join(text.values())
    assert "浏览" not in text["hotkkan"]
    assert "版权" not in text["hotkkan"]
    assert "Фото" not in text["rbc"]
    assert "Читайте" not in text["rbc"] + text["se7en"]


def test_every_span_of_the_seeds_cuts_out_its_surface(seeds):
    assert validate_corpus(seeds)[1] == []
