from hypothesis import given
from hypothesis import strategies as st

from nlp.language import load_language
from nlp.tagger import Tagger, tagger_of


def tagger() -> Tagger:
    found = tagger_of(load_language("zh"))
    assert found is not None
    return found


@given(st.text(max_size=80), st.integers(0, 5))
def test_the_words_cover_the_text(text: str, start: int) -> None:
    words = tagger().words(text, min(start, len(text)), len(text))
    assert [w.end for w in words[:-1]] == [w.start for w in words[1:]]
    assert not words or (words[0].start, words[-1].end) == (min(start, len(text)), len(text))


def test_variants_of_characters_give_the_same_words() -> None:
    simplified, traditional = (tagger().words(t, 0, len(t)) for t in ("总统认为经济会好转。", "總統認為經濟會好轉。"))
    assert simplified == traditional
    assert [w.kind for w in simplified[:2]] == ["noun", "verb"]


def test_a_language_with_spaces_has_no_tagger() -> None:
    assert tagger_of(load_language("en")) is None
