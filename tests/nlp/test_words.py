import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.words import COMMON, Token, clitics_of, pieces, tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мэр, сказал: да.", ["Мэр", ",", "сказал", ":", "да", "."]),
        ("well-known U.S.A plans", ["well-known", "U.S.A", "plans"]),
        ("1 000,5 т", ["1 000,5", "т"]),
        ("5G и GPT-4", ["5G", "и", "GPT-4"]),
        ("他说AI", ["他", "说", "AI"]),
        ("达里奥・阿莫迪", [*"达里奥・阿莫迪"]),
        ("", []),
    ],
)
def test_words_and_marks_of_every_script(text: str, expected: list[str]) -> None:
    assert [text[t.start : t.end] for t in tokenise(text, 0, len(text))] == expected


def test_a_dot_in_a_name_is_a_mark_between_characters() -> None:
    assert [t.kind for t in tokenise("奥・阿", 0, 3)] == ["word", "mark", "word"]


def test_clitics_are_words_of_their_own() -> None:
    text = "l'homme dit-il"
    found = tokenise(text, 0, len(text), clitics_of(["l"], ["il"]))
    assert [text[t.start : t.end] for t in found] == ["l'", "homme", "dit", "il"]


def test_characters_beyond_the_common_length_are_words_as_well() -> None:
    text = " " * (COMMON - 1) + "他说"
    assert tokenise(text, 0, len(text)) == [Token(COMMON - 1, COMMON, "word"), Token(COMMON, COMMON + 1, "word")]


@given(st.text(max_size=60))
def test_words_cover_all_but_the_spaces(text: str) -> None:
    tokens = tokenise(text, 0, len(text))
    covered = {at for t in tokens for at in range(t.start, t.end)}
    assert all(c.isspace() for at, c in enumerate(text) if at not in covered)
    assert tokens == sorted(tokens)
    assert all(text[t.start].isalnum() == (t.kind == "word") for t in tokens)
    assert "".join(word for _, word in pieces(text, 0, len(text))) == "".join(text[t.start : t.end] for t in tokens)
