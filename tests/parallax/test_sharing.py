"""Whoever shares text is found, whatever finds it: truth is counted by the plain definition, with sets."""

import random
from types import SimpleNamespace

import pytest

from benchmarks.planted import Planted, planted
from benchmarks.reuse import recall
from corpus.tables import Reuse
from parallax import sharing
from parallax.reuse import find_reuse
from parallax.shingles import shingled

WORDS = [f"word{n}" for n in range(3000)]


@pytest.fixture(scope="module")
def plant() -> Planted:
    return planted(240)


def pairs_of(rows: list[Reuse]) -> set[frozenset[str]]:
    return {frozenset((row.article_id, row.original_id)) for row in rows}


def test_versions_and_half_copied_articles_are_found(plant: Planted) -> None:
    found = pairs_of(find_reuse(plant.articles))
    assert set(recall(plant, found).values()) == {1.0}
    assert found <= set(plant.jaccard)


def test_no_pair_from_the_threshold_on_is_missed() -> None:
    chance = random.Random(3)
    texts = [chance.choices(WORDS, k=chance.randrange(5, 120)) for _ in range(40)]
    for n in range(200):
        one, other = chance.choices(texts, k=2)
        texts.append(
            [*one[: chance.randrange(len(one) + 1)], *other[chance.randrange(len(other)) :], *f"end {n}".split()]
        )
    items = [shingled(" ".join(text)) for text in texts]
    expected = {
        (i, j, n)
        for i in range(len(items))
        for j in range(i + 1, len(items))
        if (n := len(set(items[i].distinct.tolist()) & set(items[j].distinct.tolist())))
        and n >= 0.3 * min(len(items[i].distinct), len(items[j].distinct))
    }
    assert len(expected) > 500
    assert list(sharing.sharing(items, 0.3)) == sorted(expected)


def test_furniture_that_all_texts_have_is_no_candidate() -> None:
    """What stands in every text is looked up in none of them, so that many texts do not become all pairs."""
    chance, furniture = random.Random(5), " ".join(WORDS[:40])
    items = [shingled(f"{furniture} {' '.join(chance.choices(WORDS, k=400))}") for _ in range(300)]
    assert list(sharing._indexed(items, 0.3)) == []


def test_in_large_corpora_sketches_find_the_pairs(plant: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "EXACT", 10)
    found = pairs_of(find_reuse(plant.articles))
    found_by = recall(plant, found)
    assert found_by["Jaccard >= 0.5"] >= 0.99
    assert found_by["half copied"] >= 0.9
    assert found <= set(plant.jaccard)


@pytest.mark.parametrize("limit", [sharing.EXACT, 10])
def test_the_order_of_articles_does_not_matter(plant: Planted, limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "EXACT", limit)
    mixed = list(plant.articles)
    random.Random(7).shuffle(mixed)
    assert find_reuse(mixed) == find_reuse(plant.articles)


def test_a_text_of_one_word_takes_no_time(write: SimpleNamespace) -> None:
    """Every shingle stands everywhere in it: nothing is tried at each place of it."""
    one, other = (write.text(outlet, "哈" * n, lang="zh") for outlet, n in (("x", 60_000), ("y", 50_000)))
    (pair,) = find_reuse(write.rows([one, other]).articles)
    assert sum(span.end - span.start for span in pair.passages) >= 50_000


def test_no_texts_share_nothing() -> None:
    assert list(sharing.sharing([], 0.3)) == []
    assert list(sharing.sharing([shingled(""), shingled("one"), shingled("one")], 0.3)) == []
    assert sharing.sketched([shingled(""), shingled("")]) == set()
