"""Texts whose ideographs are set apart are read without the spaces, figures placed in the text as given."""

from nlp.figures import read_figures
from nlp.language import load_language
from nlp.respaced import respaced

ZH = load_language("zh")


def test_spaces_between_most_ideographs_go():
    plain, places = respaced("六 個 百 分 點")
    assert plain == "六個百分點"
    assert places == [0, 2, 4, 6, 8]


def test_headlines_and_latin_words_keep_their_spaces():
    assert respaced("渔港小学停电 港务局道歉") == ("渔港小学停电 港务局道歉", None)
    assert respaced("Falcon 9 ready") == ("Falcon 9 ready", None)


def test_digits_apart_stay_apart():
    assert respaced("二 分 之 一 12 000")[0] == "二分之一12 000"


def test_figures_are_placed_in_the_text_as_given():
    text = "约 三 分 之 一 的 村 民"
    (figure,) = read_figures(text, ZH)
    assert text[figure.start : figure.end] == "三 分 之 一"
    assert figure.comparator == "about"


def test_a_long_text_takes_its_time_in_proportion(grows_linearly):
    assert grows_linearly(lambda times: respaced("三 分 之 一 " * times), 6_000)
