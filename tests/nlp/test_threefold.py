"""Verbs that double alone and take another factor from a number of times, and growth told by times."""

from nlp.figures import read_figures
from nlp.language import load_language


def multiples(text, lang):
    return [(f.low, f.comparator) for f in read_figures(text, load_language(lang)) if f.kind == "multiple"]


def test_a_number_of_times_behind_the_verb_is_its_factor():
    assert multiples("تضاعفت الصادرات ثلاث مرات", "ar") == [(3, "exact")]
    assert multiples("تضاعفت الصادرات", "ar") == [(2, "exact")]


def test_another_verb_between_keeps_both():
    assert multiples("تضاعف الإنتاج وزادت الديون ثلاثة أضعاف", "ar") == [(2, "exact"), (3, "exact")]


def test_growth_is_told_with_a_comparator_between():
    assert multiples("收入翻了近两倍", "zh") == [(3, "nearly")]
    assert multiples("收入增长到近两倍", "zh") == [(2, "nearly")]
    assert multiples("同比增一倍多", "zh") == [(2, "over")]
