"""Plurals that are the genitive of the singular as well: one of it behind a word that governs the genitive."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


@pytest.mark.parametrize(
    ("code", "text", "low", "high"),
    [
        ("ru", "более тысячи", 1000, 1000),
        ("ru", "около сотни тысяч", 100_000, 100_000),
        ("ru", "свыше тысячи двухсот", 1200, 1200),
        ("ru", "пришли тысячи", 2000, 1_000_000),
        ("ru", "почти две тысячи", 2000, 2000),
        ("uk", "близько тисячі", 1000, 1000),
        ("uk", "понад тисячі", 2000, 1_000_000),
        ("cs", "kolem miliardy", 10**9, 10**9),
        ("cs", "přes miliardy", 2 * 10**9, 10**12),
        ("pl", "do setki", 100, 100),
        ("pl", "ponad setki", 200, 1000),
    ],
)
def test_a_governed_genitive_counts_one(code: str, text: str, low: int, high: int) -> None:
    assert [(f.low, f.high) for f in read_figures(text, load_language(code))] == [(low, high)]
