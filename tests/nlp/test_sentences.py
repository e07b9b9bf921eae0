from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from nlp.language import load_language
from nlp.sentences import split_sentences

LANGUAGES = ("en", "ru", "zh")


def cut(text: str, lang: str) -> list[str]:
    return [text[p.start : p.end] for p in split_sentences(text, load_language(lang))]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ru", "Завод закрыли. Люди ушли.", ["Завод закрыли.", "Люди ушли."]),
        ("ru", "И. И. Громов, т. е. директор, уехал.", ["И. И. Громов, т. е. директор, уехал."]),
        ("ru", "В 2031 г. Ливневка построила мост. Он стоит.", ["В 2031 г. Ливневка построила мост.", "Он стоит."]),
        ("ru", "Мост сдали в 2031 г. Компания молчит.", ["Мост сдали в 2031 г.", "Компания молчит."]),
        ("ru", "Он стоит 3.5 млн. рублей за км.", ["Он стоит 3.5 млн. рублей за км."]),
        ("ru", "Их стало 480 тыс. Знаки стёрли.", ["Их стало 480 тыс.", "Знаки стёрли."]),
        ("ru", "Они создали 24 тыс. Borex-аккаунтов.", ["Они создали 24 тыс. Borex-аккаунтов."]),
        ("ru", "«Пора!» — сказал он. «Нет».", ["«Пора!» — сказал он.", "«Нет»."]),
        ("ru", "Это так?.. Да! Конец", ["Это так?..", "Да!", "Конец"]),
        (
            "pl",
            "Ster kosztował 7 mln zł. „Za drogo” – mówi armator.",
            ["Ster kosztował 7 mln zł.", "„Za drogo” – mówi armator."],
        ),
        ("pl", "Ceny wzrosły o 7 proc. Borex milczy.", ["Ceny wzrosły o 7 proc.", "Borex milczy."]),
        ("cs", "Zaplatili 300 tisíc Kč. „To stačí,“ řekl.", ["Zaplatili 300 tisíc Kč.", "„To stačí,“ řekl."]),
        ("en", "Dr. Vale of Orbit Inc. left. She won.", ["Dr. Vale of Orbit Inc. left.", "She won."]),
        ("en", "He lives in the U.S. The end.", ["He lives in the U.S.", "The end."]),
        ("en", "It fell 1.5 percent at No. 5 mill.", ["It fell 1.5 percent at No. 5 mill."]),
        ("en", "She said no. He said yes.", ["She said no.", "He said yes."]),
        ("en", '"We left." They did.', ['"We left."', "They did."]),
        ("zh", "河水上涨了。工厂停工！为什么？", ["河水上涨了。", "工厂停工！", "为什么？"]),
        ("zh", "他问:“走吗？”我说好。", ["他问:“走吗？”", "我说好。"]),
        ("zh", "版本是2.0.1,共1.5万个. 好的!走吧?", ["版本是2.0.1,共1.5万个.", "好的!", "走吧?"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(lang: str, text: str, expected: list[str]) -> None:
    assert cut(text, lang) == expected


@pytest.mark.parametrize("lang", LANGUAGES)
def test_blank_lines_always_end_a_sentence(lang: str) -> None:
    assert cut("Alpha beta\n\ngamma delta\n \nEpsilon", lang) == ["Alpha beta", "gamma delta", "Epsilon"]


def test_a_wrapped_line_goes_on() -> None:
    wrapped = "The harbour master of the small town of Vell had never before seen a ship\nof this size."
    assert cut(wrapped, "en") == [wrapped]


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_sentences_are_in_order_and_hold_all_but_white_space(text: str, lang: str) -> None:
    places = split_sentences(text, load_language(lang))
    assert all(a.end <= b.start for a, b in pairwise(places))
    assert "".join("".join(text[p.start : p.end].split()) for p in places) == "".join(text.split())


def test_the_component_gives_spacy_the_same_sentences() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("parallax_sentences")
    doc = nlp("河水上涨了。工厂停工！\n\n完")
    assert [s.text.strip() for s in doc.sents] == [doc.text[p.start : p.end] for p in doc._.sentences]
    assert len(doc._.sentences) == 3
    assert nlp("")._.sentences == ()
