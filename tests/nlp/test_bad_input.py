"""Texts that no newsroom writes: every pack reads them to the end, in linear time, with places that lie in the text."""

import itertools
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.figures import read_figures
from nlp.language import known_languages, load_language
from nlp.lexicon import lexicon_of
from nlp.phrases import phrases_of

CODES = known_languages()
MARKS = ["\u200f", "\u200e", "\u061c", "\u202e", "\u200b", "\u00ad", "\ufeff", "\0", "\ud83d", "\udc00", "\u0301", "\n"]
SIGNS = [
    " ",
    "-",
    "–",
    ",",
    ".",
    "'",
    ":",
    "/",
    "%",
    "$",
    "€",
    "(",
    ")",
    "5",
    "12",
    "1 000",
    "1.000",
    "1,5",
    "٣",
    "९",
    "９",
]
ZALGO = "t\u0300\u0316\u0301\u0317e\u0302\u0318\u0303\u0319n\u0304\u031a "
MEGABYTE = 1_000_000


@cache
def words_of(code: str) -> list[str]:
    """Number words of the pack and what can stand around them, a part of each table."""
    phrases = phrases_of(load_language(code))
    tables = (
        phrases.limits.before,
        phrases.limits.after,
        phrases.percent,
        phrases.money.after,
        phrases.units,
        phrases.classifiers,
    )
    found = [*list(lexicon_of(phrases.language).by_form)[::7], *phrases.lexicon.writing.proclitics]
    return [word for word in [*found, *(form for table in tables for form in list(table.entries)[::9])] if word]


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_places_lie_in_the_text_whatever_words_meet(code: str, data: st.DataObject) -> None:
    pieces = st.sampled_from([*words_of(code), *MARKS, *SIGNS, " ", " "])
    text = "".join(data.draw(st.lists(pieces, max_size=24)))
    end = 0
    for figure in read_figures(text, load_language(code), reference=date(2031, 5, 1)):
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end].strip()
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.counted is None or 0 <= figure.counted.start < figure.counted.end <= len(text)
        end = figure.end


@pytest.mark.parametrize("code", CODES)
def test_a_text_in_another_language_is_read_to_its_end(code: str) -> None:
    text = "".join(f"{word} 5 {sign}" for other in CODES for word in words_of(other)[::40] for sign in SIGNS[:6])
    assert read_figures(text, load_language(code))


@pytest.mark.parametrize("code", CODES)
def test_a_million_digits_are_no_quantity(code: str) -> None:
    text = "7" * MEGABYTE + " 42 %"
    assert [figure.low for figure in read_figures(text, load_language(code))] == [42]


@pytest.mark.parametrize("code", CODES)
def test_time_grows_with_the_pack_s_own_words_and_not_faster(code: str, grows_linearly) -> None:
    language = load_language(code)
    piece = " ".join(words_of(code)[:400]) + " 1 000 " + ZALGO
    assert grows_linearly(lambda times: read_figures(piece * times, language), max(1, 20_000 // len(piece)), times=4)


def test_ten_megabytes_with_everything_in_it_are_read() -> None:
    line = f"Up 3.4% to 1,200 boats; {ZALGO}\u202e12\u202c \0 \ud800 и 5 млн, 三百万, ٣٤٠ مليون, twenty-four thousand. "
    line += "and so the harbour went on with its quiet work " * 30
    text = line * (10 * MEGABYTE // len(line))
    figures = read_figures(text, load_language("en"))
    assert len(figures) >= 4 * text.count("Up")
    assert all(a.end <= b.start for a, b in itertools.pairwise(figures))
    assert text[figures[-1].start : figures[-1].end] == "twenty-four thousand"
