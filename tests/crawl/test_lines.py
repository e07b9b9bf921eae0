"""Lines, blocks and wrapped text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawl.lines import is_headline_like, is_prose, same, split_lines


def texts(text):
    return [(line.text, line.block) for line in split_lines(text)]


def test_blank_lines_part_blocks_whatever_white_space_they_hold():
    assert texts("one\ntwo\n\u00a0\nthree\r\n\r\n\ufefffour") == [("one", 0), ("two", 0), ("three", 1), ("four", 2)]


def test_white_space_inside_a_line_is_kept():
    assert texts(" 24\u00a0000 boats \u2009here ") == [("24\u00a0000 boats \u2009here", 0)]


def test_lines_wrapped_at_a_column_are_joined():
    wrapped = (
        "The harbour master of Oxmere counted the boats again on\n"
        "Monday and found that eleven of them had been moved in\n"
        "the night, without a light and without a word to any of\n"
        "the guards."
    )
    assert [line.text for line in split_lines(wrapped)] == [wrapped.replace("\n", " ")]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour news\nMarket prices\nSport",
        "The first paragraph ends here, as paragraphs do, with a full stop.\n"
        "The second paragraph ends here as well, and it has a full stop.\n"
        "The third paragraph is here only to make a block of several.",
    ],
)
def test_lines_that_end_for_a_reason_stay_apart(text):
    assert [line.text for line in split_lines(text)] == text.split("\n")


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The harbour master counted the boats again on Monday morning.", True),
        ("Начальник порта снова пересчитал лодки в понедельник утром.", True),
        ("港务长周一早上再次清点了港口里的所有船只。", True),
        ("Harbour master counts boats again after a night of theft", False),
        ("Yes.", False),
        ("猜你喜欢", False),
    ],
)
def test_prose_is_a_whole_sentence(text, prose):
    assert is_prose(text) is prose


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Harbour master counts boats again", True),
        ("Кто переставил лодки?", True),
        ("港务长再次清点船只", True),
        ("The harbour master counted the boats.", False),
        ("In a statement he said:", False),
        ("他在声明中说：", False),
        ("word " * 60, False),
    ],
)
def test_a_headline_is_short_and_ends_openly(text, headline):
    assert is_headline_like(text) is headline


@given(st.text(max_size=200))
def test_splitting_loses_nothing_but_white_space(text):
    kept = "".join("".join(line.text.split()) for line in split_lines(text))
    invisible = "\u200b\u200c\u200d\u2060\ufeff"
    whole = "".join(text.split())
    assert [c for c in kept if c not in invisible] == [c for c in whole if c not in invisible]


@given(st.text(max_size=40))
def test_a_line_is_the_same_as_itself_in_quotation_marks(text):
    assert same(text, f"«{text}».")
