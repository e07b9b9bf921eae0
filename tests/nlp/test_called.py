"""What somebody calls something: who calls it false denies it, and calling names is no call to act."""

import pytest

from nlp.actors import find_mentions
from nlp.claims import find_claims
from nlp.language import load_language

FALSE = [
    ("en", "Tom Hale called the report a lie.", "the report a lie"),
    ("en", 'Tom Hale called the allegations "baseless".', 'the allegations "baseless"'),
    ("de", "Jan Hader nannte den Bericht eine Lüge.", "den Bericht eine Lüge"),
    ("fr", "Luc Varel a qualifié le rapport de mensonge.", "le rapport de mensonge"),
    ("es", "Tomás Rial calificó de falso el informe.", "falso el informe"),
    ("it", "Luca Verri ha definito il rapporto una menzogna.", "il rapporto una menzogna"),
    ("pt", "Rui Valdez chamou o relatório de mentira.", "o relatório de mentira"),
    ("ru", "Клим Вяткин назвал обвинения ложными.", "обвинения ложными"),
    ("uk", "Клим Вяткин назвав звіт брехнею.", "звіт брехнею"),
    ("pl", "Jan Welski nazwał raport kłamstwem.", "raport kłamstwem"),
    ("cs", "Jan Velský označil zprávu za lež.", "zprávu za lež"),
]
CALLED = [
    ("Tomás Rial llamó «ladrón» a Luis Barda.", "assessment"),
    ("Tomás Rial llamó a Luis Barda «ladrón».", "assessment"),
    ("Tomás Rial llamó a los vecinos a evacuar la zona.", "call_to_action"),
    ("Tomás Rial llamó a los vecinos a «evacuar la zona».", "call_to_action"),
]


@pytest.mark.parametrize(("lang", "text", "content"), FALSE)
def test_who_calls_something_false_denies_it(lang: str, text: str, content: str) -> None:
    language = load_language(lang)
    (claim,) = find_claims(text, language, find_mentions(text, language)).claims
    assert (claim.type, claim.cue and claim.cue.cue_class) == ("denial", "deny")
    assert [text[p.start : p.end] for p in claim.content] == [content]


def test_what_only_looks_like_a_name_is_none() -> None:
    text, language = "Tom Hale called the mayor a week later.", load_language("en")
    assert not find_claims(text, language, find_mentions(text, language)).claims


@pytest.mark.parametrize(("text", "kind"), CALLED)
def test_calling_somebody_names_is_no_call_to_act(text: str, kind: str) -> None:
    language = load_language("es")
    (claim,) = find_claims(text, language, find_mentions(text, language)).claims
    assert claim.type == kind
