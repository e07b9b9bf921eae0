"""A pronoun of men never means a woman, nor the reverse, where a title or the given name tells who somebody is."""

import pytest

from nlp.actors import find_mentions
from nlp.claims import find_claims
from nlp.language import load_language

MEANT = [
    ("en", "Mr. Hale left. She said the dam is safe.", None),
    ("en", "Mr. Hale left. In her view, the dam is safe.", None),
    ("en", "Mr. Hale left. He said the dam is safe.", "hale"),
    ("en", "Mr. Hale met Ms. Vell. She said the dam is safe.", "vell"),
    ("en", "Mayor Hale left. She said the dam is safe.", "hale"),
    ("de", "Kanzlerin Ada Vell traf Bürgermeister Jan Hader. Er sagte, der Damm sei dicht.", "jan-hader"),
    ("es", "El señor Rial se fue. Ella dijo que la presa es segura.", None),
    ("fr", "M. Varel est parti. Elle a dit que le barrage est sûr.", None),
    ("ru", "Клим Вяткин ушёл. Она заявила, что вода чистая.", None),
    ("ru", "Клим Вяткин встретил Аду Ланскую. По её словам, вода чистая.", "adu-lanskaya"),
    ("ru", "Ада Ланская встретила Клима Вяткина. Он заявил, что вода чистая.", "klim-vyatkin"),
    ("zh", "林涛先生见到了王丽女士。她说大坝是安全的。", "王丽"),
]


@pytest.mark.parametrize(("lang", "text", "actor"), MEANT)
def test_a_pronoun_means_somebody_of_its_gender(lang: str, text: str, actor: str | None) -> None:
    language = load_language(lang)
    claim = find_claims(text, language, find_mentions(text, language)).claims[-1]
    assert claim.source is not None
    assert (claim.source.actor, claim.source.resolved_by) == (actor, "pronoun")


def test_a_pronoun_of_another_gender_than_the_only_person_means_nobody() -> None:
    text = "Ингрид Штольц пришла в суд. Он пуст."
    mentions = find_mentions(text, load_language("ru"))
    assert [(text[m.start : m.end], m.actor) for m in mentions] == [("Ингрид Штольц", "ingrid-shtolts"), ("Он", None)]
