"""Words that stand for an amount between two numbers, and ordinals and dates beside them."""

from nlp.figures import read_figures
from nlp.language import load_language
from nlp.lookup import expand


def bounds(text, lang="pl"):
    return [(text[f.start : f.end], f.low, f.high, f.is_vague) for f in read_figures(text, load_language(lang))]


def test_an_interval_word_takes_the_magnitude_behind_it():
    assert bounds("Zebrano kilkanaście tysięcy muszli") == [("kilkanaście tysięcy", 11_000, 19_000, True)]
    assert bounds("Zebrano kilkaset tys. muszli") == [("kilkaset tys.", 200_000, 1_000_000, True)]


def test_an_interval_is_glued_to_adjectives():
    assert bounds("kilkunastomilionowy dług") == [("kilkunastomilionowy", 11_000_000, 19_000_000, True)]
    assert bounds("kilkudziesięcioletni most") == [("kilkudziesięcioletni", 20, 100, True)]


def test_several_stands_before_an_abbreviation():
    assert bounds("kilka tys. muszli i setki tys. pereł") == [
        ("kilka tys.", 2_000, 10_000, True),
        ("setki tys.", 200_000, 1_000_000, True),
    ]


def test_an_abbreviated_magnitude_alone_is_no_number():
    assert bounds("liczono w tys. muszli") == []


def test_a_full_stop_before_a_small_letter_makes_an_ordinal():
    assert bounds("zajął 12. miejsce") == []
    assert bounds("Było ich 12. Miejsce zajął inny") == [("12", 12, 12, False)]


def test_a_time_with_a_point_needs_a_word_before_it():
    assert bounds("wyszła o 19.30 z domu") == []


def test_every_set_of_endings_of_a_phrase_is_expanded():
    assert expand("a~x b~x", {"x": ["1", "2"]}) == ["a1 b1", "a1 b2", "a2 b1", "a2 b2"]


def test_phrases_are_found_with_a_space_that_does_not_break():
    assert bounds("most z po\u0142owy\u00a0roku i z po\u0142owy\u00a0XIX wieku") == []
