import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.layers import Place
from nlp.quotes import pair_quotes
from nlp.token_lists import token_lists
from nlp.words import Clitics, clitics_of, tokenise

FRENCH = clitics_of(["l", "qu"], ["il", "elle"])


@pytest.mark.parametrize("clitics", [None, FRENCH])
@given(text=st.text("aÉİΣßж5๕ก中・_-'’., \n\u2126", max_size=20), cut=st.integers(0, 20))
def test_token_lists_hold_what_tokens_taken_one_by_one_do(clitics: Clitics | None, text: str, cut: int) -> None:
    places = (Place(0, min(cut, len(text))), Place(min(cut, len(text)), len(text)))
    lists = token_lists(text, places, (), clitics)
    tokens = [token for p in places for token in tokenise(text, p.start, p.end, clitics)]
    assert list(zip(lists.starts, lists.ends, lists.kinds, strict=True)) == tokens
    assert lists.words == [text[t.start : t.end].lower().replace("’", "'") for t in tokens]


def test_a_quotation_is_one_token_between_the_stretches() -> None:
    text = "Mary said “Go” twice"
    lists = token_lists(text, (Place(0, 10), Place(14, len(text))), pair_quotes(text), None)
    assert lists.words == ["mary", "said", "“go”", "twice"]
    assert lists.kinds == ["word", "word", "quote", "word"]
