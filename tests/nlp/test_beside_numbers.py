"""What stands beside a number and decides whether, and what, it counts."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


def read(text, lang):
    return [(text[f.start : f.end], float(f.low), f.comparator) for f in read_figures(text, load_language(lang))]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ja", "前半34分に得点し、34分間耐えた", [("34", 34, "exact")]),
        ("fa", "تولد ۶۳ سالگی او", []),
        ("fa", "او در ۶۳ سالگی درگذشت", [("۶۳", 63, "exact")]),
        ("vi", "Sự cố làm 05 người chết, mã 05", [("05", 5, "exact")]),
        ("ar", "حوالي200 عامل", [("200", 200, "about")]),
        ("ar", "إف16 فوق المدينة", []),
        ("ko", "가입자 300만 명 가운데 하나인 Tele+ 대표", [("300만", 3e6, "exact")]),
        ("he", "ארבעה מתוך חמשת הסניפים", [("ארבעה", 4, "exact"), ("חמשת", 5, "exact")]),
        ("he", "ארבעה מתוך חמישה סניפים", [("ארבעה מתוך חמישה", 0.8, "exact")]),
        ("ar", "ارتفع المؤشر 1.2% إلى 12,345.67 نقطة", [("1.2%", 1.2, "exact"), ("12,345.67", 12345.67, "exact")]),
        ("hi", "रुपये 5,000 करोड़ और 12.5 लाख टन", [("रुपये 5,000 करोड़", 5e10, "exact"), ("12.5 लाख", 1.25e6, "exact")]),
        ("ko", "1년 6개월 뒤, 1년 뒤", [("1", 1, "exact"), ("6", 6, "exact")]),
        (
            "zh",
            "每十户中就有三户,每2年举办1次",
            [("每十户中就有三", 0.3, "exact"), ("2", 2, "exact"), ("1", 1, "exact")],
        ),
        ("zh", "卖出两箱半。共两个半决赛", [("两", 2.5, "exact"), ("两", 2, "exact")]),
    ],
)
def test_words_beside_a_number_decide(lang, text, expected):
    assert read(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("he", "הריבית ירדה ברבע אחוז", 0.25, "%"),
        ("en", "rates fell by half a percentage point", 0.5, "pp"),
        ("en", "a third of the voters", 1 / 3, None),
    ],
)
def test_a_part_of_one_percent_is_no_share(lang, text, value, unit):
    (figure,) = read_figures(text, load_language(lang))
    assert (round(float(figure.low), 6), figure.unit) == (round(value, 6), unit)


def test_an_era_past_its_hundredth_year_is_a_date():
    (figure,) = read_figures("民國113年3月動工", load_language("zh"))
    assert (figure.kind, figure.iso) == ("date", "2024-03")
