"""Shingles and the passages that two texts share, with their places in both."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parallax.shingles import PASSAGE, SIZE, shared_passages, shingled

RUN = "the harbour master bought a new cable from his own pocket"
HAN = "港务长自己掏钱买了一根新的钢缆"


def cut(one: str, other: str) -> list[tuple[str, str]]:
    return [(one[slice(*a)], other[slice(*b)]) for a, b in shared_passages(shingled(one), shingled(other))]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (f"Yesterday, {RUN}.", f"«{RUN.upper()}» it says", [(RUN, RUN.upper())]),
        (f"据悉，{HAN}。", f"{HAN}，什么也没说", [(HAN, HAN)]),
        (f"{RUN}. Nobody knew. {HAN}", f"{HAN} {RUN}", [(RUN, RUN), (HAN, HAN)]),
        (RUN, f"{RUN[:20]} {RUN} again", [(RUN, RUN)]),
        ("one two three four five six seven", "one two three four five six seven", []),
        ("", RUN, []),
        (RUN, "", []),
    ],
)
def test_passages_are_places_in_both_texts(one: str, other: str, expected: list[tuple[str, str]]) -> None:
    assert cut(one, other) == expected


def test_a_passage_that_is_put_elsewhere_is_found() -> None:
    first, second = RUN, "two crews argued for nine days about who should pay for it"
    assert cut(f"{first}. {second}", f"{second}. {first}") == [(first, first), (second, second)]


def test_a_shingle_is_the_same_in_every_run() -> None:
    assert shingled("Der Kran stand neun Tage still").shingles.tolist() == [0xB02E117A3FAC6D8, 0x2EFA55EF32441662]


@given(st.lists(st.sampled_from("abc"), max_size=60), st.lists(st.sampled_from("abc"), max_size=60))
def test_passages_are_the_same_words_and_do_not_overlap(left: list[str], right: list[str]) -> None:
    one, other = " ".join(left), " ".join(right)
    found = shared_passages(shingled(one), shingled(other))
    assert all(one[slice(*a)] == other[slice(*b)] for a, b in found)
    assert all(len(one[slice(*a)].split()) >= PASSAGE for a, _ in found)
    assert all(before[0][1] <= after[0][0] for before, after in pairwise(found))


@given(st.text(max_size=80))
def test_any_text_can_be_shingled(text: str) -> None:
    item = shingled(text)
    assert len(item.shingles) == max(0, len(item.starts) - SIZE + 1)
    assert (item.starts < item.ends).all()
    assert item.shares(item) == len(item.distinct)
