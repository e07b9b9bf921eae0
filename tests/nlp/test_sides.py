"""Types of statements by the sides of an event: who stands where, and what follows from it."""

from pathlib import Path

import pytest

from nlp.annotate import annotate_text
from nlp.language import load_language
from nlp.pack_actors import actors_pack
from nlp.pipeline import build_pipeline
from nlp.sides import NO_SIDES, sides_of, with_introduced

EVENT = """
id = "kestrel"
title = "A union accuses a ferry line"
terms = { "*" = ["Kestrel"] }
window = { start = 2030-01-01, end = 2030-02-01 }
parties = [
  { id = "line", name = "The line", role = "accused" },
  { id = "union", name = "The union", role = "accuser" },
  { id = "critics", name = "Others", role = "critic" },
]

[[actors]]
id = "kestrel-line"
name = "Kestrel Line"
kind = "organisation"
party = "line"
aliases = { "*" = ["Kestrel Line", "Kestrel"], ru = ["Кестрел"], zh = ["茶隼航运"] }

[[actors]]
id = "deck-union"
name = "Deck Union"
kind = "organisation"
party = "union"
aliases = { "*" = ["Deck Union"], ru = ["Палубный союз"], zh = ["甲板工会"] }

[[actors]]
id = "shore-watch"
name = "Shore Watch"
kind = "organisation"
party = "critics"
aliases = { "*" = ["Shore Watch"] }
"""


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "kestrel.toml"
    path.write_text(EVENT, encoding="utf-8")
    return path


def types(text: str, lang: str, event: Path | None) -> list[str]:
    return [c.type for c in annotate_text(text, lang, event=event).claims]


def introduced(text: str, lang: str, event: Path) -> dict[str, str]:
    doc = build_pipeline(lang, event=event)(text)
    sides = sides_of(event)
    found = with_introduced(text, doc._.mentions, sides, actors_pack(load_language(lang)))
    return {actor: side for actor, side in found.items() if actor not in sides}


@pytest.mark.parametrize(
    ("lang", "text", "side"),
    [
        ("en", "Deck Union's president, Ada Brunholt, spoke on Monday.", "accuser"),
        ("en", "Ada Brunholt, president of Deck Union, spoke on Monday.", "accuser"),
        ("en", "Kestrel Line closed. Its chairman, Ada Brunholt, spoke on Monday.", "accused"),
        ("de", "Kestrel-Chefin Ada Brunholt sprach am Montag.", "accused"),
        ("es", "La presidenta de Kestrel, Ada Brunholt, habló el lunes.", "accused"),
        ("ru", "Глава Кестрел Ада Брунхольт выступила в понедельник.", "accused"),
        ("zh", "甲板工会主席阿达·布伦霍尔特周一发表讲话。", "accuser"),
    ],
)
def test_a_title_places_its_holder(lang: str, text: str, side: str, event: Path) -> None:
    assert list(introduced(text, lang, event).values()) == [side]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kestrel Line met Ada Brunholt on Monday."),
        ("en", "The mayor, Ada Brunholt, visited Kestrel Line."),
        ("en", "Kestrel Line praised the mayor. Ada Brunholt spoke on Monday."),
        ("de", "Der Kestrel zufolge kam Ada Brunholt zu spät."),
    ],
)
def test_being_named_near_a_side_places_nobody(lang: str, text: str, event: Path) -> None:
    assert introduced(text, lang, event) == {}


def test_without_an_event_nobody_has_a_side() -> None:
    assert with_introduced("Ada Brunholt spoke.", [], NO_SIDES, actors_pack(load_language("en"))) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deck Union said that Kestrel Line had known of it since March.", "accusation"),
        ("Kestrel Line said that no battery had burned.", "denial"),
        ("Kestrel Line insisted that the batteries were new.", "rebuttal"),
        ("Kestrel Line said that the batteries were new.", "report"),
        ("Kestrel Line admitted that two batteries had burned.", "report"),
        ("Shore Watch said that Deck Union had sold the same batteries.", "rebuttal"),
        ("Kestrel Line called the union's report “a fairy tale”.", "rebuttal"),
        ("Deck Union denied that it had seen the papers.", "rebuttal"),
        ("Kestrel Line denied that it had seen the papers.", "denial"),
    ],
)
def test_what_a_cue_leaves_open_the_sides_tell(text: str, expected: str, event: Path) -> None:
    assert types(text, "en", event) == [expected]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Kestrel Line said that the batteries were new.", "report"),
        ("en", "Kestrel Line insisted that the batteries were new.", "report"),
        ("en", "Kestrel Line insisted that no battery had burned.", "denial"),
        ("en", "Kestrel Line warned of a fire.", "warning"),
        ("en", "Ada Brunholt said there was no danger.", "report"),
        ("en", "Ada Brunholt believes that the line will recover.", "assessment"),
        ("ru", "Компания «Зимородок» признала, что два аккумулятора сгорели.", "report"),
        ("de", "„Davon stimmt kein Wort“, konterte Ada Brunholt.", "rebuttal"),
        ("zh", "布伦霍尔特反驳称，电池都是新的。", "rebuttal"),
    ],
)
def test_without_an_event_cue_and_content_tell(lang: str, text: str, expected: str) -> None:
    assert types(text, lang, None) == [expected]


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("Deck Union said the batteries were old.", "en", "accusation"),
        ("Deck Union admitted the strike was over.", "en", "report"),
        ("Deck Union said it had closed its office.", "en", "report"),
        ("Deck Union ha detto che le batterie erano vecchie.", "it", "accusation"),
        ("Deck Union powiedział, że baterie były stare.", "pl", "accusation"),
        ("Shore Watch said the batteries were old.", "en", "report"),
    ],
)
def test_what_the_accuser_says_is_an_accusation(text: str, lang: str, kind: str, event: Path) -> None:
    assert types(text, lang, event) == [kind]
    assert "accusation" not in types(text, lang, None)


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("Kestrel Line said it had never bought fake tickets.", "en", "denial"),
        ("茶隼航运表示,从未购买任何虚假船票。", "zh", "denial"),
        ("Shore Watch said it had never bought fake tickets.", "en", "report"),
    ],
)
def test_the_accused_deny_in_words_that_accuse(text: str, lang: str, kind: str, event: Path) -> None:
    assert types(text, lang, event) == [kind]
