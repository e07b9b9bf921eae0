"""Nouns glued to numbers, hundreds with a link behind them, prices with a colon, one unit of time behind "of"."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


def values(code: str, text: str) -> list[tuple[str, float | None, float | None]]:
    figures = read_figures(text, load_language(code))
    return [
        (text[f.start : f.end], f.low if f.low is None else float(f.low), f.high if f.high is None else float(f.high))
        for f in figures
    ]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("sv", "en fyrabarnspappa från Ödby", [("fyrabarnspappa", 4, 4)]),
        ("sv", "rivningen av ett 9-våningshus", [("9", 9, 9)]),
        ("sv", "en 40-miljonersaffär", [("40-miljonersaffär", 4e7, 4e7)]),
        ("sv", "ett N9-vapen och en 7-spets", []),
        ("sv", "priset är 7:50 kr", [("7:50 kr", 7.5, 7.5)]),
        ("sv", "mötet börjar 7:50 på torget", []),
        ("nl", "een vijfkoppige jury", [("vijfkoppige", 5, 5)]),
        ("nl", "drieduizend en elf schapen", [("drieduizend en elf", 3011, 3011)]),
        ("nl", "tussen honderd en dertig schapen", [("honderd", 100, 100), ("dertig", 30, 30)]),
        ("nl", "een schorsing van een maand", [("een", 1, 1)]),
        ("nl", "het begin van een maand", []),
        ("de", "ein $ 80 Millionen-Vertrag", [("$ 80 Millionen", 8e7, 8e7)]),
    ],
)
def test_values(code: str, text: str, expected: list[tuple[str, float, float]]) -> None:
    assert values(code, text) == expected
