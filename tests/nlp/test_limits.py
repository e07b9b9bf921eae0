"""Limits that stand over a preposition, and comparatives that do not."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ru", "Цены выросли почти на 12 %", "nearly"),
        ("ru", "Долг вырос более чем в 2 раза", "over"),
        ("ru", "Зерна в 2 раза больше, чем ржи", "exact"),
        ("ru", "Сборы больше на 5 %", "exact"),
        ("uk", "Щонайменше в 5 громадах", "at_least"),
        ("bg", "Скочиха почти с 12 %", "nearly"),
        ("cs", "Vzrostly téměř o 12 %", "nearly"),
        ("pl", "Wzrosły prawie o 12 proc.", "nearly"),
    ],
)
def test_a_limit_may_stand_over_a_preposition(code: str, text: str, expected: str) -> None:
    assert [f.comparator for f in read_figures(text, load_language(code))] == [expected]
