"""Gerunds before the clause of their subject, and documents that speak beside their words."""

import pytest

from nlp.actors import find_mentions
from nlp.claims import find_claims
from nlp.language import load_language

Row = tuple[str | None, str, str]


def rows(text: str, lang: str) -> list[Row]:
    language = load_language(lang)
    found: list[Row] = []
    for claim in find_claims(text, language, find_mentions(text, language)).claims:
        assert claim.cue is not None
        source = text[claim.source.start : claim.source.end] if claim.source else None
        content = " … ".join(text[p.start : p.end] for p in claim.content)
        found.append((source, text[claim.cue.start : claim.cue.end], content))
    return found


GERUNDS: list[tuple[str, str, Row]] = [
    ("en", "Accusing Cindra of theft, Borex filed a suit.", ("Borex", "Accusing", "Cindra of theft")),
    ("en", "Saying that the river was clean, Borex left.", ("Borex", "Saying", "the river was clean")),
    ("ru", "Обвинив Cindra в краже, Borex подала в суд.", ("Borex", "Обвинив", "Cindra в краже")),
    ("ru", "Заявив, что река чистая, Borex ушла.", ("Borex", "Заявив", "река чистая")),
    ("ru", "Назвав Cindra «вором», Клим Вяткин ушёл.", ("Клим Вяткин", "Назвав", "Cindra «вором»")),
    ("uk", "Звинувативши Cindra у крадіжці, Borex пішла.", ("Borex", "Звинувативши", "Cindra у крадіжці")),
    ("fr", "Accusant Cindra de vol, Borex a porté plainte.", ("Borex", "Accusant", "Cindra de vol")),
    ("es", "Acusando a Cindra de robo, Borex se fue.", ("Borex", "Acusando", "Cindra de robo")),
    ("it", "Accusando Cindra di furto, Borex ha fatto causa.", ("Borex", "Accusando", "Cindra di furto")),
]


@pytest.mark.parametrize(("lang", "text", "expected"), GERUNDS)
def test_a_gerund_before_the_main_clause_has_its_subject(lang: str, text: str, expected: Row) -> None:
    assert rows(text, lang) == [expected]


DOCUMENTS: list[tuple[str, str, Row]] = [
    ("ru", "Borex уйдёт с рынка, говорится в сообщении.", ("сообщении", "говорится", "Borex уйдёт с рынка")),
    ("ru", "Borex, говорится в сообщении, уйдёт.", ("сообщении", "говорится", "Borex … уйдёт")),
    ("ru", "В отчёте Borex отмечается, что река чистая.", ("отчёте Borex", "отмечается", "река чистая")),
    ("de", "Es heißt, Borex habe gelogen.", (None, "Es heißt", "Borex habe gelogen")),
]


@pytest.mark.parametrize(("lang", "text", "expected"), DOCUMENTS)
def test_a_document_beside_its_words_is_their_source(lang: str, text: str, expected: Row) -> None:
    assert rows(text, lang) == [expected]
