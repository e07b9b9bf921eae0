import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.tables import ClaimType
from nlp.layers import Place
from nlp.stems import Stems

WORDS: list[tuple[ClaimType, list[str]]] = [("denial", ["den"]), ("accusation", ["steal", "stole"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They DENY that he stole it", ["denial", "accusation"]),
        ("It was stolen", ["accusation"]),
        ("A sudden end", []),
        ("İ: it was stolen", ["accusation"]),
        ("\ud800 was stolen", ["accusation"]),
        ("", []),
    ],
)
def test_stems_stand_at_the_start_of_words_in_any_case(text: str, expected: list[str]) -> None:
    assert list(Stems(WORDS, is_spaced=True).types(text, (Place(0, len(text)),))) == expected


def test_stems_outside_the_content_tell_nothing() -> None:
    text = "Stolen goods: he denies it"
    stems = Stems(WORDS, is_spaced=True)
    assert list(stems.types(text, (Place(14, len(text)),))) == ["denial"]
    assert list(stems.types(text, (Place(0, 12), Place(14, len(text))))) == ["denial", "accusation"]


def test_without_spaces_stems_stand_anywhere() -> None:
    assert list(Stems([("denial", ["否认"])], is_spaced=False).types("他否认", (Place(0, 3),))) == ["denial"]


def test_no_stems_tell_nothing() -> None:
    assert list(Stems([], is_spaced=True).types("stolen", (Place(0, 6),))) == []


@given(st.text("dens tolÉ_-'", max_size=30), st.integers(0, 30), st.integers(1, 30), st.booleans())
def test_stems_are_those_that_a_search_of_the_content_alone_finds(
    text: str, start: int, length: int, is_spaced: bool
) -> None:
    start = min(start, len(text))
    inside = text[start : start + length]
    edge = r"\b" if is_spaced else ""
    expected = [kind for kind, stems in WORDS if re.search(edge + f"(?:{'|'.join(stems)})", inside.lower())]
    found = Stems(WORDS, is_spaced=is_spaced).types(text, (Place(start, start + len(inside)),))
    assert list(found) == expected
