"""Parts told by two numbers: wholes of any size, numbers over a denominator, halves of a smaller magnitude."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


def read(code: str, text: str) -> list[tuple[str, float]]:
    found = read_figures(text, load_language(code))
    return [(text[f.start : f.end], round(float(f.low or 0), 9)) for f in found]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "three out of twenty-five buoys sank", [("three out of twenty-five", 0.12)]),
        ("en", "four in 10 million homes", [("four", 4), ("10 million", 10_000_000)]),
        ("ar", "رسب 7 من 28.", [("7 من 28", 0.25)]),
        ("ar", "تحدث واحد من تسعة بحارة", [("تسعة", 9)]),
    ],
)
def test_the_whole_of_a_ratio_is_a_number_of_any_length(
    code: str, text: str, expected: list[tuple[str, float]]
) -> None:
    assert read(code, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("centotrenta quinti", [("centotrenta quinti", 26)]),
        ("cento milionesimi di grammo", [("cento milionesimi", 0.0001)]),
        ("dodici quinti posti", [("dodici", 12)]),
        ("il milionesimo visitatore", []),
    ],
)
def test_numbers_of_any_size_stand_over_a_denominator_where_no_ordinal_does(
    text: str, expected: list[tuple[str, float]]
) -> None:
    assert read("it", text) == expected


def test_half_of_a_smaller_magnitude_goes_on_with_a_number() -> None:
    assert read("it", "un miliardo e mezzo milione") == [("miliardo e mezzo milione", 1_000_500_000)]
    assert read("it", "un milione e mezzo") == [("milione e mezzo", 1_500_000)]


def test_letters_glued_to_decimals_only_are_no_part_of_other_numbers() -> None:
    assert read("it", "vale 1,2b") == [("1,2b", 1_200_000_000)]
    assert read("it", "abita al 12b") == []


def test_a_particle_glued_to_a_number_is_no_number() -> None:
    assert read("ko", "회원은 서른이 넘는다") == [("서른", 30)]
    assert read("ko", "-7은 음수이다") == [("-7", -7)]


def test_a_phrase_may_hold_the_words_that_only_tell_a_number() -> None:
    assert read("ko", "주민 반이 넘는 사람이 떠났다") == [("반", 0.5)]


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("en", "prices fell by a fifth to 30", [0.2, 30]),
        ("en", "they were hit by a fifth wave", []),
        ("de", "der Preis fiel um ein Fünftel auf 30", [0.2, 30]),
        ("fr", "le prix a reculé d'un cinquième à 30", [0.2, 30]),
        ("it", "il prezzo è calato di un quinto a 30", [0.2, 30]),
        ("it", "l'arresto di un quinto a Roma", []),
        ("nl", "de prijs daalde met een vijfde tot 30", [0.2, 30]),
    ],
)
def test_parts_tell_how_far_something_moved(code: str, text: str, values: list[float]) -> None:
    assert [float(f.low) for f in read_figures(text, load_language(code)) if f.low is not None] == values
