"""Parts told with an ordinal, parts ahead of their number, wholes before their parts, in the packs that have them."""

from decimal import Decimal

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


def values(code: str, text: str) -> list[float]:
    return [round(float(f.low), 6) for f in read_figures(text, load_language(code)) if f.low is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("दो का पांचवां हिस्सा बचा", [0.4]),
        ("चालीस का पाँचवाँ", [8.0]),
        ("बारह और दो तिहाई", [12.666667]),
        ("तीन सौ और तीन चौथाई", [300.75]),
        ("साढ़े नौ हज़ार दीये", [9500.0]),
        ("पौने चार लाख दीये", [375000.0]),
        ("सवा हज़ार दीये", [1250.0]),
        ("हर आठ नाविकों में से तीन", [0.375]),
        ("सात नाविकों में से तीन लौटे", [7.0, 3.0]),
    ],
)
def test_hindi_parts(text: str, expected: list[float]) -> None:
    assert values("hi", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eksi yüzde 7 büyüme", [-7.0]),
        ("dörtte üçü kapalı", [0.75]),
        ("Valilik: Fırtına Bilançosu 700'ü Aştı", [700.0]),
        ("üçbuçuk milyon fidan", [3500000.0]),
        ("binden fazla kayıkçı geldi", [1000.0]),
        ("otobüse bine bine gitti", []),
        ("bir hafta sürdü", []),
        ("en az bir hafta sürdü", [1.0]),
        ("oran yüzde 40'tan 3 puan yukarıda", [40.0, 3.0]),
    ],
)
def test_turkish_endings(text: str, expected: list[float]) -> None:
    assert values("tr", text) == expected


def test_points_are_of_a_percentage_only_beside_one() -> None:
    beside, alone = (read_figures(t, load_language("tr")) for t in ("oy yüzde 40, 3 puan fark", "takım 3 puan aldı"))
    assert beside[1].unit == "pp"
    assert alone[0].unit is None
    assert alone[0].low == Decimal(3)
