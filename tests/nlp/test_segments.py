import pytest

from nlp.layers import Place
from nlp.quotes import pair_quotes
from nlp.segments import Segment, segment


def whole(text: str) -> Segment:
    """The one segment of a text of one sentence."""
    return segment(text, [Place(0, len(text))], pair_quotes(text))[0]


def test_words_are_empty_outside_the_segment() -> None:
    piece = whole("Mary left.")
    assert [piece.word(i) for i in (-1, 0, 1, 2, 3)] == ["", "mary", "left", ".", ""]
    assert [piece.kind(i) for i in (-1, 0, 1, 2, 3)] == ["", "word", "word", "mark", ""]


def test_a_quotation_is_one_token_in_its_place() -> None:
    piece = whole('Mary said "go" twice')
    assert [piece.kind(at) for at in range(len(piece.starts))] == ["word", "word", "quote", "word"]
    assert piece.at(12) == 2


@pytest.mark.parametrize("text", ["İSA’yı gördü", "ΑΣ ΣΑΣ", "ΑΣ’Β"])
def test_words_read_as_they_would_alone(text: str) -> None:
    piece = whole(text)
    alone = [piece.surface(at).lower().replace("’", "'") for at in range(len(piece.starts))]
    assert [piece.word(at) for at in range(len(piece.starts))] == alone


def test_an_unknown_attribute_is_an_error() -> None:
    with pytest.raises(AttributeError, match="colour"):
        _ = whole("Mary left.").colour
