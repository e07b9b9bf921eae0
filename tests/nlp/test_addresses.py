"""House numbers beside the name of a street."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


@pytest.mark.parametrize(
    ("code", "text", "n"),
    [
        ("en", "A fire at 12 Quay Street", 0),
        ("en", "A fire at 12 quay streets", 1),
        ("en", "12 Dutch cities on the High Street", 1),
        ("it", "in via del Molo, 12", 0),
        ("es", "en la calle del Muelle, 12", 0),
    ],
)
def test_house_numbers_are_no_figures(code: str, text: str, n: int) -> None:
    assert len(read_figures(text, load_language(code))) == n
