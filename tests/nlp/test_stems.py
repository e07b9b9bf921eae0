import pytest

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
