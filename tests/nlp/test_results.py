"""Results of matches between the names of two sides count nothing."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("he", "נובאר 1 - 0 טלדור", []),
        ("zh", "新港 2 - 2 战平灯台，用了 3 小时", [3]),
        ("ar", "نوفار 3 - 0 تلدور، ثم رست 5 سفن", [5]),
        ("hi", "नोवार 2 - 1 तलदोर", [2, 1]),
        ("ru", "«Ливни» 2 - 1 «Маяк»", []),
    ],
)
def test_results_without_capitals_end_with_zero_or_a_draw(code: str, text: str, values: list[int]) -> None:
    assert [f.low for f in read_figures(text, load_language(code))] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Keel Town 1 - 0 Ferry United", []),
        ("Keel Town 0 – 3 Ferry United", []),
        ("Keel Town 2 - Ferry United 1", []),
        ("The wreck of the Mary killed 12 – 9 of them stokers", [12, 9]),
        ("Some 8 – 10 boats sank", [8]),
    ],
)
def test_results_are_no_figures(text: str, values: list[int]) -> None:
    assert [f.low for f in read_figures(text, load_language("en"))] == values
