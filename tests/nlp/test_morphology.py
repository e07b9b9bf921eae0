import pytest

from nlp.language import load_language
from nlp.morphology import inflected, morphology_of


def test_a_pack_without_a_morphology_has_none() -> None:
    assert morphology_of(load_language("en")) is None
    assert list(inflected("Ada Stone", None)) == ["Ada Stone"]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Пётр Громов", "Петра Громова"),
        ("лаборатория", "лабораторией"),
        ("Acme", "Acme"),
        ("Ингрид Штольц", "Ингрид Штольц"),
    ],
)
def test_names_are_declined_word_by_word(name: str, form: str) -> None:
    forms = {f.replace("ё", "е").lower() for f in inflected(name, morphology_of(load_language("ru")))}
    assert form.lower() in forms


def test_forms_are_given_with_and_without_optional_marks() -> None:
    morphology = morphology_of(load_language("ru"))
    assert morphology is not None
    words = {f.word for f in morphology.forms("подчеркивать")}
    assert {"подчёркивают", "подчеркивают"} <= words
