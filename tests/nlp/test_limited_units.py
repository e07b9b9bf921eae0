"""Units beside a comparator count one where the language has no article, and nothing elsewhere."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


@pytest.mark.parametrize(
    ("code", "text", "seen"),
    [
        ("ru", "более года, почти час и как минимум на неделю", [("года", 1), ("час", 1), ("неделю", 1)]),
        ("ru", "почти год с половиной", [("год с половиной", 1.5)]),
        ("ru", "через час, до года, около часа ночи, около часа 20", [("20", 20)]),
        ("ru", "более часов, более трёх часов", [("трёх", 3)]),
        ("pl", "około godziny 15, około roku 1990", [("1990", 1990)]),
        ("cs", "asi kilometr a půl", [("kilometr a půl", 1.5)]),
        ("he", "כשעה, במשך שבועיים", [("שעה", 1), ("שבועיים", 2)]),
        ("ar", "لمدة أسبوع، لمدة أسبوعين", [("أسبوع", 1), ("أسبوعين", 2)]),
        ("en", "more than year", []),
    ],
)
def test_units_count_one_beside_a_comparator(code: str, text: str, seen: list[tuple[str, float]]) -> None:
    found = read_figures(text, load_language(code))
    assert [(text[f.start : f.end], float(f.low or 0)) for f in found] == seen
