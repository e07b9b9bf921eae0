"""Words for both of a pair: two of what is counted, and nothing where they are pronouns or link two nouns."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


@pytest.mark.parametrize(
    ("code", "text", "spans"),
    [
        ("en", "Both harbours closed", ["Both"]),
        ("en", "Both old harbours and both quays closed", ["Both", "both"]),
        ("en", "Both Quist and the harbour master signed", []),
        ("en", "Both signed, one or both of the owners share a boat", []),
        ("en", "Both Ms. Quist and Sen. Marlow signed", []),
        ("de", "Beide Häfen schlossen, die beiden Kais blieben offen", ["Beide", "beiden"]),
        ("de", "Beide unterschrieben, vor Ankunft der beiden von drei Booten", []),
        ("es", "Ambos puertos cerraron; ambos firmaron", ["Ambos"]),
        ("pt", "Ambos os portos fecharam; ambos assinaram", ["Ambos"]),
        ("it", "Entrambi i porti hanno chiuso; entrambi hanno firmato", ["Entrambi"]),
        ("nl", "Beide havens sloten; beiden tekenden", ["Beide"]),
        ("ar", "أغلق كلا الميناءين ووقع كلاهما", ["كلا"]),
        ("bg", "И двата моста са затворени; двамата подписаха", ["двата"]),
        ("cs", "Oba přístavy zavřely; oba podepsali", ["Oba"]),
        ("pl", "Oba porty zamknięto; obaj podpisali", ["Oba"]),
        ("ru", "Оба порта закрылись; оба подписали", ["Оба"]),
        ("uk", "Обидва порти закрилися; обидва підписали", ["Обидва"]),
        ("sv", "Båda hamnarna stängde; båda nekar", ["Båda"]),
    ],
)
def test_both_counts_two_before_its_noun(code: str, text: str, spans: list[str]) -> None:
    assert [text[f.start : f.end] for f in read_figures(text, load_language(code)) if f.low == 2] == spans
