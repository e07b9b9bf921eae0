"""Amounts of hours that are times of day, and those that last."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


def hours(code: str, text: str) -> list[tuple[str, str | None]]:
    return [(text[f.start : f.end], f.unit) for f in read_figures(text, load_language(code))]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Ярмарка откроется в 19 часов"),
        ("ru", "К 18 часам 30 минутам мост развели"),
        ("uk", "Збори перенесли на 19 годину"),
        ("bg", "Срещата е насрочена за 19 ч."),
        ("bg", "Мостът се вдига в 20.30 ч."),
        ("cs", "Trh začíná v 9 hodin"),
    ],
)
def test_a_time_of_day_is_no_figure(code: str, text: str) -> None:
    assert hours(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ru", "Мост в трёх часах езды", [("трёх", "hour")]),
        ("ru", "Ответа ждут в 48 часов", [("48", "hour")]),
        ("ru", "Шли 18 часов 30 минут", [("18", "hour"), ("30", "minute")]),
        ("uk", "Збори тривали 19 годин", [("19", "hour")]),
        ("bg", "Мостът ще бъде готов за 2 часа", [("2", "hour")]),
    ],
)
def test_hours_that_last_are_read(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert hours(code, text) == expected
