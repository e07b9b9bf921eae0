import pytest

from nlp.layers import Place
from parallax.scoring.matching import TokenIndex, overlap, pairs, shared_characters, touches

TEXT = "“We knew,” she said. 她说：“早就知道。”"


def tokens(surface):
    start = TEXT.index(surface)
    return TokenIndex(TEXT).of([Place(start, start + len(surface))])


@pytest.mark.parametrize(
    ("surface", "same"),
    [("“We knew,”", "We knew"), ("早就知道。”", "早就知道"), ("she said.", "she said")],
)
def test_marks_never_decide(surface, same):
    assert tokens(surface) == tokens(same) != frozenset()


@pytest.mark.parametrize(
    ("a", "b", "expected"), [("早就知道", "早就", 0.5), ("We knew", "We knew", 1.0), ("We knew", "she said", 0.0)]
)
def test_overlap_is_over_the_longer_side(a, b, expected):
    assert overlap(tokens(a), tokens(b)) == overlap(tokens(b), tokens(a)) == expected


def test_half_of_the_shorter_side_touches():
    assert touches(tokens("she"), tokens("she said"))
    assert not touches(tokens("We"), tokens("she said"))
    assert not touches(frozenset(), tokens("she"))


def test_pairs_are_one_to_one_and_the_best_first():
    gold, found = [Place(0, 10), Place(10, 20)], [Place(8, 20), Place(0, 9), Place(30, 40)]
    assert sorted(pairs(gold, found, shared_characters, 0.0)) == [(0, 1), (1, 0)]


def test_a_place_that_shares_nothing_is_no_pair():
    assert pairs([Place(0, 5)], [Place(5, 9)], shared_characters, 0.0) == []
