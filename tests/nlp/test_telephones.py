"""Telephone numbers, by their groups of digits and by the words for calling around them."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language
from nlp.telephones import is_telephone


@pytest.mark.parametrize(
    ("code", "text", "n"),
    [
        ("en", "Call the wardens free on 117 224", 0),
        ("en", "The wardens called on 300 residents", 1),
        ("en", "The wardens can be reached on 08-555 44 33", 0),
        ("de", "Die Seelsorge ist unter 117 224 erreichbar", 0),
        ("de", "Die Seelsorge will unter 300 Menschen anrufen", 1),
        ("fr", "Vous pouvez appeler le 117 224", 0),
        ("es", "Llame gratis al 117 224", 0),
        ("it", "Chiamate il 117 224", 0),
        ("pt", "Ligue para o 117 224", 0),
        ("pt", "Telefone grátis para Cais Vivo 117 224", 0),
        ("pt", "Telefonaram ontem 117 224 pessoas", 1),
        ("nl", "Bel gratis op 117 224", 0),
        ("sv", "Ring gratis på 117 224", 0),
        ("he", "אפשר להתקשר בטלפון 117 224", 0),
        ("hi", "आप 117 224 पर कॉल कर सकते हैं", 0),
        ("ja", "無料でお電話117 224へ", 0),
        ("tr", "117 224'ü arayabilirsiniz", 0),
        ("zh", "可以拨打电话117 224", 0),
    ],
)
def test_telephones_are_no_figures(code: str, text: str, n: int) -> None:
    assert len(read_figures(text, load_language(code))) == n


@pytest.mark.parametrize(
    ("text", "digits", "expected"),
    [
        ("call 0800 555 111", "555", True),
        ("111 555 0800", "555", True),
        ("12 34 56 78", "56", True),
        ("(021) 5550-147", "021", True),
        ("24 000 pumps", "24", False),
        ("1 234 567 890", "234", False),
    ],
)
def test_groups_of_a_telephone_number(text, digits, expected):
    start = text.index(digits)
    assert is_telephone(text, start, start + len(digits)) is expected
