import pytest

from nlp.guards import REACH, WordsBefore, word_before


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("the report ", "report"),
        ("the report  ", "report"),
        ("editor's\u00a0", "editor's"),
        ("the report", ""),
        ("the report, ", ""),
        ("the report\n", ""),
        ("the report \n", "report"),
        ("", ""),
        ("a" * (REACH + 9) + " ", "a" * (REACH - 1)),
    ],
)
def test_the_word_before_a_place_stands_behind_no_mark_and_no_line(before: str, expected: str) -> None:
    assert word_before(before + "said", len(before)) == expected


@pytest.mark.parametrize(
    ("before", "expected"), [("The ", True), ("the\u00a0 ", True), ("in the\n", False), ("bathe ", False), ("", False)]
)
def test_words_before_a_place_are_whole_words_in_any_case(before: str, expected: bool) -> None:
    assert WordsBefore(frozenset({"the"})).stands(before + "said", len(before)) is expected
