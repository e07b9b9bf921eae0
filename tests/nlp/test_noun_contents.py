"""The content of a claim that a noun names ends before what the sentence says of the noun."""

import pytest

from nlp.actors import find_mentions
from nlp.claims import find_claims
from nlp.language import load_language

ENDED = [
    ("en", "The allegation that Borex poisoned the river was repeated on Monday.", "Borex poisoned the river"),
    ("en", "Allegations that Borex had hidden the data were rejected by the mill.", "Borex had hidden the data"),
    ("en", "The suggestion that the mayor lied drew laughter.", "the mayor lied"),
    ("en", "The belief that the dam is safe and the mill is shut is common.", "the dam is safe and the mill is shut"),
    ("en", "The suspicion that those who have been there are ill was denied.", "those who have been there are ill"),
    ("en", "Allegations of fraud were rejected by the mill.", "fraud"),
    ("en", "The police are investigating allegations of fraud.", "fraud"),
    ("ru", "Заявление о том, что дамба безопасна, вызвало споры.", "дамба безопасна"),
    ("ru", "Заявление Borex о том, что дамба, которая треснула, цела, вызвало споры, протесты.",
     "дамба, которая треснула, цела"),
    ("ru", "Обвинения в том, что Borex отравила реку, прозвучали вчера.", "Borex отравила реку"),
    ("ru", "Обвинения в отравлении реки прозвучали в понедельник.", "отравлении реки"),
    ("uk", "Заява про те, що дамба безпечна, викликала суперечки.", "дамба безпечна"),
    ("fr", "L'affirmation selon laquelle le barrage est sûr a suscité des critiques.", "le barrage est sûr"),
    ("es", "La afirmación de que la presa es segura provocó críticas.", "la presa es segura"),
    ("es", "La acusación de que Borex envenenó el río fue repetida el lunes.", "Borex envenenó el río"),
    ("it", "L'affermazione che la diga è sicura ha suscitato critiche.", "la diga è sicura"),
    ("pt", "A alegação de que a barragem é segura gerou críticas.", "a barragem é segura"),
    ("pl", "Twierdzenie, że tama jest bezpieczna, wywołało spory.", "tama jest bezpieczna"),
    ("cs", "Tvrzení, že hráz je bezpečná, vyvolalo spory.", "hráz je bezpečná"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "content"), ENDED)
def test_the_predicate_of_a_noun_is_no_part_of_its_content(lang: str, text: str, content: str) -> None:
    language = load_language(lang)
    (claim,) = find_claims(text, language, find_mentions(text, language)).claims
    assert [text[p.start : p.end] for p in claim.content] == [content]


DENIED = [
    ("ru", "Обвинения в отравлении реки Клим Вяткин отверг.", "Клим Вяткин", "Обвинения в отравлении реки"),
    ("ru", "Обвинения в краже Данмор отверг вчера.", "Данмор", "Обвинения в краже"),
    ("uk", "Звинувачення в отруєнні річки Клим Вяткин відкинув.", "Клим Вяткин", "Звинувачення в отруєнні річки"),
    ("pl", "Oskarżenia o zatrucie rzeki Jan Welski odrzucił.", "Jan Welski", "Oskarżenia o zatrucie rzeki"),
    ("pl", "Oskarżenia o zatrucie rzeki odrzucił Jan Welski.", "Jan Welski", "Oskarżenia o zatrucie rzeki"),
    ("cs", "Obvinění z otravy řeky starosta odmítl.", "starosta", "Obvinění z otravy řeky"),
]


@pytest.mark.parametrize(("lang", "text", "speaker", "content"), DENIED)
def test_who_denies_accusations_that_begin_the_sentence(lang: str, text: str, speaker: str, content: str) -> None:
    language = load_language(lang)
    denial, accusation = find_claims(text, language, find_mentions(text, language)).claims
    assert denial.source is not None
    assert text[denial.source.start : denial.source.end] == speaker
    assert [text[p.start : p.end] for p in denial.content] == [content]
    assert (denial.type, accusation.type, accusation.parent) == ("denial", "accusation", 0)
