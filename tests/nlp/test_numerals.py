"""Written numbers give exact values, in digits, words and mixtures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.language import load_language
from nlp.numerals import parse_numeral

VALUES = [
    ("ru", "16 млн", 16_000_000),
    ("ru", "24 000", 24_000),
    ("ru", "24\u00a0000", 24_000),
    ("ru", "24\u202f000", 24_000),
    ("ru", "24.000", 24_000),
    ("ru", "3,4 млн", 3_400_000),
    ("ru", "3 млн 400 тыс.", 3_400_000),
    ("ru", "двадцать четыре тысячи", 24_000),
    ("ru", "двадцати четырёх тысяч", 24_000),
    ("ru", "тремястами двадцатью пятью", 325),
    ("ru", "триста двенадцать", 312),
    ("ru", "полтора миллиарда", 1_500_000_000),
    ("ru", "двенадцать с половиной тысяч", 12_500),
    ("ru", "полмиллиона", 500_000),
    ("ru", "миллион", 1_000_000),
    ("ru", "минус пять", -5),
    ("en", "24,000", 24_000),
    ("en", "twenty-four thousand", 24_000),
    ("en", "one hundred and sixteen", 116),
    ("en", "five thousand two hundred twenty one", 5_221),
    ("ru", "пять тысяч двадцать один", 5_021),
    ("en", "half a billion", 500_000_000),
    ("en", "four and a half million", 4_500_000),
    ("en", "three quarters of a million", 750_000),
    ("en", "hundred thousand", 100_000),
    ("en", "1.5bn", 1_500_000_000),
    ("en", "24K", 24_000),
    ("en", "12,34,567.89", Decimal("1234567.89")),
    ("en", "4 thousand 3 hundred and 21", 4_321),
    ("zh", "1600万", 16_000_000),
    ("zh", "一千六百万", 16_000_000),
    ("zh", "两万四千", 24_000),
    ("zh", "三万五", 35_000),
    ("zh", "二百五", 250),
    ("zh", "一万零五", 10_005),
    ("zh", "2萬4000", 24_000),
    ("zh", "1亿2千万", 120_000_000),
    ("zh", "三百五十一万亿", 351 * 10**12),
    ("zh", "二点五亿", 250_000_000),
    ("zh", "３４０万", 3_400_000),
    ("zh", "二〇二六", 2026),
]
NO_VALUES = [
    ("ru", "стол"),
    ("ru", "16 млн запросов"),
    ("en", "money"),
    ("en", "tens of thousands"),
    ("zh", "万一"),
    ("en", ""),
]


@pytest.mark.parametrize(("code", "text", "value"), VALUES)
def test_parse_numeral_gives_the_exact_value(code: str, text: str, value: Decimal | int) -> None:
    assert parse_numeral(text, load_language(code)) == value


@pytest.mark.parametrize(("code", "text"), NO_VALUES)
def test_parse_numeral_refuses_what_is_no_single_number(code: str, text: str) -> None:
    assert parse_numeral(text, load_language(code)) is None


FORMATS = [("ru", "\u00a0", ","), ("ru", " ", ","), ("ru", "\u202f", ","), ("en", ",", "."), ("zh", ",", ".")]


@given(value=st.integers(0, 10**15), cents=st.integers(0, 99), style=st.sampled_from(FORMATS))
def test_a_formatted_number_reads_as_itself(value: int, cents: int, style: tuple[str, str, str]) -> None:
    code, group, decimal = style
    text = f"{value:,}".replace(",", group) + f"{decimal}{cents:02d}"
    assert parse_numeral(text, load_language(code)) == value + Decimal(cents) / 100


def in_myriads(value: int) -> str:
    digits, units = "零一二三四五六七八九", ["", "十", "百", "千"]
    out, gap = "", False
    for power in range(len(str(value)) - 1, -1, -1):
        digit = value // 10**power % 10
        if digit:
            out += ("零" if gap and out else "") + digits[digit] + units[power]
        gap = not digit
    return out or "零"


@given(st.integers(0, 9999), st.integers(1, 9999))
def test_numbers_by_myriads_read_as_themselves(low: int, high: int) -> None:
    text = f"{in_myriads(high)}万" + (f"零{in_myriads(low)}" if low else "")
    assert parse_numeral(text, load_language("zh")) == high * 10_000 + low
