"""Years, days of one month, and amounts that look like years; houses and telephones are none."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language

READ = [
    ("es", "en 2019 y 2020", ["date", "date"]),
    ("es", "más de 2000 vacas", ["count"]),
    ("es", "un premio de 2000 euros", ["money"]),
    ("es", "del 3 al 5 de julio de 2031", ["date"]),
    ("es", "vive en la calle del Roble, 27", []),
    ("en", "ring 91 555 12 34 now", []),
    ("es", "La mitad de la cosecha", ["share"]),
    ("es", "el doble campeón cobró el doble", ["multiple"]),
]


@pytest.mark.parametrize(("code", "text", "kinds"), READ)
def test_what_looks_like_a_year_or_a_count_may_be_another_thing(code: str, text: str, kinds: list[str]) -> None:
    assert [figure.kind for figure in read_figures(text, load_language(code))] == kinds


def test_two_years_may_be_turned_round_from_right_to_left():
    (figure,) = read_figures("جنگ 53-1950", load_language("fa"))
    assert (figure.kind, figure.iso) == ("date", "1950/1953")
    assert [f.kind for f in read_figures("بین 53-60 نفر", load_language("fa"))] == ["count"]
