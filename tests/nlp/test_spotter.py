from hypothesis import given
from hypothesis import strategies as st

from nlp.scripts import is_joined, lower, paragraphs
from nlp.spotter import PAGE, Phrases, Shelf


def found(table: dict[str, int], text: str) -> list[tuple[str, int]]:
    return [(text[h.start : h.end], h.value) for h in Phrases(table).find(text)]


def test_the_leftmost_then_longest_phrase_is_found_in_any_case() -> None:
    assert found({"new york": 1, "york": 2, "new york times": 3}, "The New York Times, YORK") == [
        ("New York Times", 3),
        ("YORK", 2),
    ]


def test_a_shorter_phrase_stands_where_the_longer_breaks_a_word() -> None:
    assert found({"red": 1, "red car": 2}, "red cars") == [("red", 1)]


def test_words_touch_only_within_spaced_scripts() -> None:
    assert found({"ai": 1}, "OpenAI ai AI大模型") == [("ai", 1), ("AI", 1)]
    assert found({"公司": 1}, "该公司称") == [("公司", 1)]


def test_tables_on_a_shelf_find_what_each_finds_alone() -> None:
    tables = ({"red": 1, "red car": 2, "Anna": 3}, {"red car parks": 4, "anna": 5, "car": 6}, {})
    texts = ["Red cars, Anna’s red car and red car parks. " * (PAGE // 20), "A red car. " * PAGE, "red"]
    shelf = Shelf()
    shelved = []
    for number, table in enumerate(tables):
        shelved.append(Phrases(table, shelf))
        for text in texts:
            for one, alone in zip(shelved, tables[: number + 1], strict=True):
                assert one.find(text) == Phrases(alone).find(text)


def test_no_phrases_find_nothing() -> None:
    assert found({}, "anything") == []


@given(st.text())
def test_lower_case_keeps_every_offset(text: str) -> None:
    assert len(lower(text)) == len(text)


@given(st.text(max_size=80))
def test_phrases_take_any_text(text: str) -> None:
    for hit in Phrases({"a": 1, "б": 2, "中": 3}).find(text):
        assert not is_joined(text, hit.start)
        assert not is_joined(text, hit.end)


def test_paragraphs_lie_between_blank_lines() -> None:
    text = "one\ntwo\n\nthree\n \n\nfour"
    assert [text[a:b] for a, b in paragraphs(text)] == ["one\ntwo", "three", "four"]
