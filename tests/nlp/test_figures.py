"""Figures: offsets, precision, dates, bad input, and the spaCy component."""

import itertools
import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.figures import read_figures
from nlp.language import known_languages, load_language
from nlp.sections.numbers import NumbersSection

CODES = [code for code in known_languages() if load_language(code).has("numbers")]
PIECES = [
    "5", "24 000", "$", "млн", " тысяч ", "десятки", "от 3 до ", "двести ",
    "с половиной", " million", "half a ", "tens of ", "one in ", "-", "–", "%", "百", "万",
    "三分之", "余", "年", "月", "日", "第", "\u00a0", "\u202f", "\ud800", "\0", "\n", ".", ",",
    ":", "№", "March ", " июля ", "İ", "в прошлом году", "去年", "0", "٣", "９", "和解金",
    "более ", "over ", "近",
]  # fmt: skip


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=20, deadline=None)
@given(parts=st.lists(st.sampled_from(PIECES), max_size=30))
def test_spans_lie_in_the_text_in_order_without_overlap(code: str, parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for figure in read_figures(text, load_language(code), reference=date(2031, 5, 1)):
        assert end <= figure.start < figure.end <= len(text)
        assert not text[figure.start : figure.end].isspace()
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.counted is None or 0 <= figure.counted.start < figure.counted.end <= len(text)
        end = figure.end


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=20, deadline=None)
@given(text=st.text(alphabet=st.characters(), max_size=200))
def test_any_unicode_is_read_without_a_crash(code: str, text: str) -> None:
    read_figures(text, load_language(code))


APART = [("ru", "5$5"), ("zh", "5$5"), ("en", "5$5"), ("ru", "0\U00017000"), ("ru", "5 \U00017000\U00017001 дома")]


@pytest.mark.parametrize(("code", "text"), APART)
def test_a_sign_belongs_to_one_figure_and_nameless_letters_do_no_harm(code: str, text: str) -> None:
    figures = read_figures(text, load_language(code))
    assert all(a.end <= b.start for a, b in itertools.pairwise(figures))


PRECISION = [
    ("ru", "16 млн", "500000"),
    ("ru", "24 тыс.", "500"),
    ("ru", "24 000", "0.5"),
    ("ru", "около 24 000", "500"),
    ("ru", "3,4 млн", "50000"),
    ("ru", "12,50 рублей", "0.005"),
    ("en", "24,000", "0.5"),
    ("en", "3.0 million", "50000"),
    ("zh", "1600万", "500000"),
    ("zh", "24000", "0.5"),
]


@pytest.mark.parametrize(("code", "text", "half"), PRECISION)
def test_precision_is_half_a_unit_of_the_last_written_digit(code: str, text: str, half: str) -> None:
    (figure,) = read_figures(text, load_language(code))
    assert figure.precision == Decimal(half)


RELATIVE = [
    ("ru", "в прошлом году", "2030"),
    ("ru", "в прошлом месяце", "2030-12"),
    ("en", "next month", "2031-02"),
    ("en", "last year", "2030"),
    ("zh", "今年1月", "2031-01"),
    ("zh", "7月2日", "2031-07-02"),
]


@pytest.mark.parametrize(("code", "text", "iso"), RELATIVE)
def test_relative_dates_need_the_day_of_writing(code: str, text: str, iso: str) -> None:
    (known,) = read_figures(text, load_language(code), reference=date(2031, 1, 15))
    (unknown,) = read_figures(text, load_language(code))
    assert (known.kind, known.iso, unknown.iso) == ("date", iso, None)


def test_a_lone_decimal_point_in_a_text_with_decimal_commas_stays_a_group() -> None:
    assert [f.low for f in read_figures("Собрали 1.500 тонн и 2,5 литра", load_language("ru"))] == [
        1500,
        Decimal("2.5"),
    ]


def test_decimal_points_elsewhere_in_the_text_make_an_ambiguous_point_decimal() -> None:
    assert [f.low for f in read_figures("Собрали 1.500 тонн и 2.5 литра", load_language("ru"))] == [
        Decimal("1.5"),
        Decimal("2.5"),
    ]


def grammar(code: str) -> tuple[str, bool, bool]:
    numbers = load_language(code).section("numbers", NumbersSection)
    return numbers.composition, numbers.glued, bool(numbers.proclitics)


GRAMMARS = sorted({grammar(code): code for code in CODES}.values())
"""One pack for every way in which numbers are composed; all packs read their own words in test_bad_input.py."""
HOSTILE = [
    "9",
    "1,00",
    "1 000 ",
    "тысяч ",
    "один ",
    "twenty ",
    "tens of thousands of ",
    "一百",
    "三分之",
    "1-",
    "5% ",
    "\0",
    "a",
]


@pytest.mark.parametrize("code", GRAMMARS)
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text_and_not_faster(code: str, piece: str, grows_linearly) -> None:
    language = load_language(code)
    assert grows_linearly(lambda times: read_figures(piece * times, language), 3_000 // len(piece), times=4)


def test_component_writes_the_layer_and_its_spans() -> None:
    nlp = spacy.blank("ru")
    nlp.add_pipe("parallax_figures")
    doc = nlp("Склад принял более 24 тыс. коробок")
    assert [(f.low, f.comparator) for f in doc._.figures] == [(24000, "over")]
    assert [span.text for span in doc.spans["parallax_figures"]] == ["24 тыс."]


def test_component_tells_relative_dates_from_the_day_in_the_doc() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("parallax_figures")
    doc = nlp.make_doc("去年新建14座车站")
    doc.user_data["parallax_reference"] = date(2031, 5, 1)
    assert [(f.kind, f.iso) for f in nlp(doc)._.figures] == [("date", "2030"), ("count", None)]


SEEDS = os.environ.get("PARALLAX_SEEDS")


@pytest.mark.skipif(not SEEDS, reason="PARALLAX_SEEDS names no folder")
def test_spans_of_the_seeds_cut_out_what_was_read() -> None:
    for path in sorted(Path(SEEDS or "").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        code = "zh" if any("\u4e00" <= c <= "\u9fff" for c in text[:200]) else "ru"
        figures = read_figures(text, load_language(code))
        assert figures
        assert all(0 <= f.start < f.end <= len(text) for f in figures)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Их стало 480 тыс. Знаки стёрли.", None),
        ("Их стало 480 тыс. знаков.", "знаков"),
        ("Создано 24 тыс. Orvel-аккаунтов.", "Orvel-аккаунтов"),
    ],
)
def test_the_counted_noun_does_not_come_from_the_next_sentence(text: str, counted: str | None) -> None:
    figure = read_figures(text, load_language("ru"))[0]
    assert (text[figure.counted.start : figure.counted.end] if figure.counted else None) == counted


def test_numbers_beyond_decimal_precision_are_read_in_words() -> None:
    text = "thousand million billion trillion crates"
    assert read_figures(text, load_language("en"))[0].low == 10**30
