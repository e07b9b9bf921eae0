"""A possessive or pronoun inside an attribution is its source, and stands for who was named: in his view, C."""

import pytest

from nlp.actors import find_mentions
from nlp.claims import find_claims
from nlp.language import load_language

HOLDERS = [
    ("en", "Mayor Tom Hale left. In his view, the dam is safe.", "his", "the dam is safe"),
    ("en", "Mayor Tom Hale left. The dam, in his words, is safe.", "his", "The dam … is safe"),
    ("en", "The company Borex stayed. The dam is safe, in its opinion.", "its", "The dam is safe"),
    ("en", "Mayor Tom Hale left. The dam, according to him, is safe.", "him", "The dam … is safe"),
    ("es", "El alcalde Tomás Rial se fue. En su opinión, la presa es segura.", "su", "la presa es segura"),
    ("es", "El alcalde Tomás Rial se fue. Según sus palabras, la presa es segura.", "sus", "la presa es segura"),
    ("fr", "Le maire Luc Varel est parti. À son avis, le barrage est sûr.", "son", "le barrage est sûr"),
    ("fr", "Le maire Luc Varel est parti. Le barrage, à ses yeux, est sûr.", "ses", "Le barrage … est sûr"),
    ("de", "Bürgermeister Jan Hader ging. Seiner Ansicht nach ist der Damm dicht.", "Seiner", "ist der Damm dicht"),
    ("de", "Bürgermeister Jan Hader ging. Der Damm ist nach seinen Worten dicht.", "seinen", "Der Damm ist … dicht"),
    ("it", "Il sindaco Luca Verri se ne andò. A suo parere, la diga è sicura.", "suo", "la diga è sicura"),
    ("pt", "O prefeito Rui Valdez saiu. Na sua opinião, a barragem é segura.", "sua", "a barragem é segura"),
    ("zh", "市长林涛离开了会场。在他看来，大坝是安全的。", "他", "大坝是安全的"),
    ("zh", "市長林濤離開了會場。據他說，大壩是安全的。", "他", "大壩是安全的"),
]


@pytest.mark.parametrize(("lang", "text", "source", "content"), HOLDERS)
def test_a_possessive_inside_an_attribution_is_who_was_named(lang: str, text: str, source: str, content: str) -> None:
    language = load_language(lang)
    mentions = find_mentions(text, language)
    (claim,) = find_claims(text, language, mentions).claims
    assert claim.source is not None
    assert text[claim.source.start : claim.source.end] == source
    assert (claim.source.actor, claim.source.resolved_by) == (mentions[0].actor, "pronoun")
    assert " … ".join(text[p.start : p.end] for p in claim.content) == content
