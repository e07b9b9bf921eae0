"""Words whose meaning behind a number depends on the ending before them, and endings behind an apostrophe."""

from nlp.cased import cased_at, cased_table
from nlp.lookup import PLAIN, Table, Writing, past_suffix
from nlp.sections.comparators import Cased

SUFFIXES = frozenset({"tan", "ko"})
GROUPS = [
    Cased(endings=["tan"], after={"over": ["more"], "under": ["less"]}),
    Cased(endings=["ko"], after={"at_most": ["far"]}, trend={"to": ["rose"]}),
]


def test_suffix_needs_its_apostrophe_and_ends_its_word() -> None:
    assert past_suffix("300'tan more", 3, SUFFIXES) == 7
    assert past_suffix("300'tank", 3, SUFFIXES) == 3
    assert past_suffix("300 tan", 3, SUFFIXES) == 3


def test_table_looks_behind_a_suffix() -> None:
    table = Table({"euro": True}, Writing(suffixes=SUFFIXES))
    hit = table.after("300'tan euro", 3)
    assert hit is not None
    assert hit.start == 8
    assert Table({"euro": True}).after("300'tan euro", 3) is None


def test_the_ending_decides_what_a_word_means() -> None:
    table = cased_table(GROUPS, {}, PLAIN)
    for text, end, expected in (("300'tan more", 3, "over"), ("mileko far", 6, "at_most"), ("mileko more", 6, None)):
        hit = cased_at(text, end, table, SUFFIXES, is_trend=False)
        assert (hit.value.comparator if hit else None) == expected


def test_a_trend_is_no_comparator() -> None:
    table = cased_table(GROUPS, {}, PLAIN)
    assert cased_at("mileko rose", 6, table, SUFFIXES, is_trend=False) is None
    hit = cased_at("mileko rose", 6, table, SUFFIXES, is_trend=True)
    assert hit is not None
    assert hit.value.trend == "to"
