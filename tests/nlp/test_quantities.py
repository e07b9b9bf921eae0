"""What stands around a number: money, units, shares, multiples, ranges, limits, and what is no quantity at all."""

from decimal import Decimal
from typing import Any

import pytest

from nlp.figures import read_figures
from nlp.language import load_language
from nlp.layers import Figure


def only(code: str, text: str) -> Figure:
    (figure,) = read_figures(text, load_language(code))
    return figure


MONEY = [
    ("ru", "$1.5 миллиарда", "1500000000", "USD"),
    ("ru", "2,8 млрд долларов", "2800000000", "USD"),
    ("ru", "20 рублей 50 копеек", "20.5", "RUB"),
    ("ru", "300 тыс. белорусских рублей", "300000", "BYN"),
    ("en", "US$1.5 billion", "1500000000", "USD"),
    ("en", "C$40m", "40000000", "CAD"),
    ("en", "EUR 20 million", "20000000", "EUR"),
    ("en", "15 million Swiss francs", "15000000", "CHF"),
    ("zh", "15 亿美元", "1500000000", "USD"),
    ("zh", "人民币3.14亿元", "314000000", "CNY"),
    ("zh", "3800億日圓", "380000000000", "JPY"),
]


@pytest.mark.parametrize(("code", "text", "value", "unit"), MONEY)
def test_money_has_its_iso_code_and_spans_its_currency(code: str, text: str, value: str, unit: str) -> None:
    figure = only(code, text)
    assert (figure.kind, figure.low, figure.unit) == ("money", Decimal(value), unit)
    assert (figure.start, figure.end) == (0, len(text))


UNITS = [
    ("ru", "16-летний", 16, "duration", "year"),
    ("ru", "трёхдневный", 3, "duration", "day"),
    ("ru", "4,5 км", "4.5", "measure", "kilometer"),
    ("en", "two and a half hours", "2.5", "duration", "hour"),
    ("en", "half an hour", "0.5", "duration", "hour"),
    ("en", "a 10-mile race", 10, "measure", "mile"),
    ("en", "5kg", 5, "measure", "kilogram"),
    ("zh", "两年半", "2.5", "duration", "year"),
    ("zh", "三个半小时", "3.5", "duration", "hour"),
    ("zh", "12千米", 12, "measure", "kilometer"),
]


@pytest.mark.parametrize(("code", "text", "value", "kind", "unit"), UNITS)
def test_units_are_those_of_cldr(code: str, text: str, value: Any, kind: str, unit: str) -> None:
    figure = only(code, text)
    assert (figure.low, figure.kind, figure.unit) == (Decimal(value), kind, unit)


RANGES = [
    ("ru", "10–12 млн", 10_000_000, 12_000_000),
    ("ru", "от 6 до 9 тысяч", 6_000, 9_000),
    ("ru", "от 900 тысяч до 1,2 млн", 900_000, 1_200_000),
    ("en", "between 14 and 17 million", 14_000_000, 17_000_000),
    ("en", "$10-$12 million", 10_000_000, 12_000_000),
    ("zh", "26万至31万", 260_000, 310_000),
    ("zh", "七八百", 700, 800),
]


@pytest.mark.parametrize(("code", "text", "low", "high"), RANGES)
def test_a_range_is_one_figure_and_shares_its_magnitude(code: str, text: str, low: int, high: int) -> None:
    figure = only(code, text)
    assert (figure.low, figure.high, figure.is_vague, figure.comparator) == (low, high, False, "exact")


MOVEMENTS = [
    ("ru", "выросла с 3,7 до 4,6 процента", ["3.7", "4.6"]),
    ("en", "rose from 41 to 52 percent", ["41", "52"]),
    ("zh", "从3%升至5%", ["3", "5"]),
]


@pytest.mark.parametrize(("code", "text", "values"), MOVEMENTS)
def test_a_movement_is_two_figures(code: str, text: str, values: list[str]) -> None:
    figures = read_figures(text, load_language(code))
    assert [(f.low, f.unit) for f in figures] == [(Decimal(v), "%") for v in values]
    assert figures[-1].trend == "to"


VAGUE = [
    ("ru", "десятки тысяч", 2 * 10**4, 10**5),
    ("ru", "миллионы", 2 * 10**6, 10**9),
    ("ru", "многомиллиардные", 2 * 10**9, None),
    ("en", "tens of thousands", 2 * 10**4, 10**5),
    ("en", "millions", 2 * 10**6, 10**9),
    ("en", "several million", 2 * 10**6, 10**7),
    ("zh", "数十亿", 2 * 10**9, 10**10),
    ("zh", "几万", 2 * 10**4, 10**5),
]


@pytest.mark.parametrize(("code", "text", "low", "high"), VAGUE)
def test_a_vague_amount_is_a_half_open_interval(code: str, text: str, low: int, high: int | None) -> None:
    figure = only(code, text)
    assert (figure.low, figure.high, figure.is_vague) == (low, high, True)


LIMITS = [
    ("ru", "более чем 20 000", "over"),
    ("ru", "чуть менее 20 000", "under"),
    ("ru", "двадцать с лишним тысяч", "over"),
    ("ru", "тысяч пятнадцать", "about"),
    ("ru", "почти 300", "nearly"),
    ("ru", "целых 300", "exact"),
    ("en", "no fewer than 20", "at_least"),
    ("en", "20 or more", "at_least"),
    ("en", "some 300", "about"),
    ("en", "just 300", "exact"),
    ("zh", "两千多", "over"),
    ("zh", "二十余万", "over"),
    ("zh", "不到20个", "under"),
    ("zh", "300人左右", "about"),
    ("zh", "高达300", "exact"),
]


@pytest.mark.parametrize(("code", "text", "comparator"), LIMITS)
def test_a_comparator_stands_before_inside_or_behind_the_number(code: str, text: str, comparator: str) -> None:
    assert only(code, text).comparator == comparator


def test_a_limit_holds_for_one_number() -> None:
    figures = read_figures("более 37 млн строк на 52 тыс. страниц", load_language("ru"))
    assert [f.comparator for f in figures] == ["over", "exact"]


def test_emphasis_keeps_its_words() -> None:
    assert only("en", "as many as 300").emphasis == "as many as"
    assert only("zh", "高达300").emphasis == "高达"


NO_QUANTITIES = [
    ("ru", "Орион-4"),
    ("ru", "сети 5G"),
    ("ru", "программа 1С"),
    ("ru", "трасса М7"),
    ("ru", "статья 159"),
    ("ru", "№ 12"),
    ("ru", "в 19:30"),
    ("ru", "счёт 3:2"),
    ("ru", "7 часов вечера"),
    ("ru", "63-летие"),
    ("ru", "всю семью."),
    ("en", "an F-16 jet"),
    ("en", "beat Lumen 3.5"),
    ("en", "Section 230"),
    ("en", "at 7 p.m."),
    ("en", "won 2-2"),
    ("en", "call 555-123-4567"),
    ("en", "v3.0.152"),
    ("en", "one of them"),
    ("en", "the first half"),
    ("en", "007"),
    ("zh", "万一"),
    ("zh", "第7号文件"),
    ("zh", "浏览 4718"),
    ("zh", "53人阅读"),
    ("zh", "上半场"),
    ("zh", "一家公司"),
    ("zh", "20世纪"),
]


@pytest.mark.parametrize(("code", "text"), NO_QUANTITIES)
def test_what_counts_nothing_is_no_figure(code: str, text: str) -> None:
    assert read_figures(text, load_language(code)) == []


CONCEPTS = [
    ("ru", "52 000 спящих аккаунтов", "account"),
    ("en", "52,000 dormant accounts", "account"),
    ("zh", "24000个虚假账户", "account"),
    ("ru", "37 млн запросов", "request"),
    ("en", "37 million requests", "request"),
    ("zh", "1600万次请求", "request"),
]


@pytest.mark.parametrize(("code", "text", "concept"), CONCEPTS)
def test_counted_nouns_of_one_meaning_share_a_concept(code: str, text: str, concept: str) -> None:
    counted = only(code, text).counted
    assert counted is not None
    assert counted.concept == concept
