"""Nouns before their number that say "about", and those that belong to another number."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ждали лет десять", [("about", "duration", "year", 10)]),
        ("Ждали часа два", [("about", "duration", "hour", 2)]),
        ("Километров через пять стоит пост", [("about", "measure", "kilometer", 5)]),
        ("Отдал рублей пятьдесят", [("about", "money", "RUB", 50)]),
        ("Собралось человек двадцать", [("about", "count", None, 20)]),
        ("Прошло часов два", [("exact", "count", None, 2)]),  # two has the other form of the noun before it
        ("До конца года два судна ушли", [("exact", "count", None, 2)]),
        ("За 5 лет двадцать утонули", [("exact", "duration", "year", 5), ("exact", "count", None, 20)]),
    ],
)
def test_a_noun_before_its_number_says_about(text: str, expected: list[tuple[str, str, str | None, int]]) -> None:
    figures = read_figures(text, load_language("ru"))
    assert [(f.comparator, f.kind, f.unit, f.low) for f in figures] == expected
