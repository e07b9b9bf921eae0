"""An organisation is one actor with its legal form and without it, where both stand in a text."""

import pytest

from nlp.actors import find_mentions
from nlp.claims import find_claims
from nlp.language import load_language

ONE = [
    ("en", "Tamm Robotics Inc. said the arm is safe. Tamm Robotics denied it. Tamm Robotics GmbH shut.",
     "tamm-robotics", ["Tamm Robotics Inc", "Tamm Robotics", "Tamm Robotics GmbH"]),
    ("de", "Die Tamm Robotics GmbH wächst. Tamm Robotics schwieg.", "tamm-robotics",
     ["Tamm Robotics GmbH", "Tamm Robotics"]),
    ("es", "Tamm Robótica S.A. creció. Tamm Robótica negó el informe.", "tamm-robotica",
     ["Tamm Robótica S.A", "Tamm Robótica"]),
    ("ru", "ООО «Тамм» закрылось. В «Тамм» это подтвердили. Рабочие ООО Тамм ушли.", "tamm",
     ["Тамм", "Тамм", "ООО Тамм"]),
    ("zh", "Tamm Robotics Inc.表示，机器人安全。随后Tamm Robotics停产。", "tamm-robotics",
     ["Tamm Robotics Inc", "Tamm Robotics"]),
    ("zh", "特斯拉公司停产。特斯拉股价下跌。", "tesla", ["特斯拉", "特斯拉"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "key", "surfaces"), ONE)
def test_a_legal_form_makes_no_other_actor(lang: str, text: str, key: str, surfaces: list[str]) -> None:
    named = [m for m in find_mentions(text, load_language(lang)) if m.resolved_by == "name"]
    assert [text[m.start : m.end] for m in named] == surfaces
    assert {(m.actor, m.kind) for m in named} == {(key, "organisation")}


def test_a_name_that_stands_with_its_legal_form_only_keeps_it() -> None:
    (mention,) = find_mentions("Shares of Tamm Robotics Inc. fell.", load_language("en"))
    assert mention.actor == "tamm-robotics-inc"


@pytest.mark.parametrize("text", ["Tamm Robotics Inc. said the arm is safe.", "Tom Hale Jr. said the arm is safe."])
def test_the_stop_of_an_abbreviation_does_not_part_a_name_from_its_verb(text: str) -> None:
    language = load_language("en")
    (claim,) = find_claims(text, language, find_mentions(text, language)).claims
    assert [text[p.start : p.end] for p in claim.content] == ["the arm is safe"]
