"""Number words written as one word."""

from nlp.glued import parts_of

KNOWN = dict.fromkeys(["two", "hundred", "three", "thirty", "thousand", "threeandthirty"], 1)


def cut(word: str) -> list[str] | None:
    parts = parts_of(word, KNOWN, ("and",))
    return None if parts is None else [word[a:b] for a, b in parts]


def test_a_word_of_number_words_is_taken_apart() -> None:
    assert cut("twohundredthreeandthirtythousand") == ["two", "hundred", "threeandthirty", "thousand"]
    assert cut("twohundredandtwo") == ["two", "hundred", "two"]


def test_other_letters_or_a_dangling_link_make_it_no_number() -> None:
    assert cut("twohundredfold") is None
    assert cut("twohundredand") is None


def test_long_words_take_no_longer() -> None:
    assert cut("two" * 29 + "x") is None
    assert cut("two" * 500) is None
