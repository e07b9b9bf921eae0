"""Names in German, where every noun has a capital."""

import pytest

from nlp.actors import find_mentions
from nlp.language import load_language


def names(text: str) -> list[tuple[str, str | None, str]]:
    found = find_mentions(text, load_language("de"))
    return [(text[m.start : m.end], m.actor, m.kind) for m in found if m.resolved_by == "name"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gestern traf Odell Marsch in Vell ein.",
            [("Odell Marsch", "odell-marsch", "other"), ("Vell", "vell", "other")],
        ),
        ("Der Bürgermeister Odell Marsch schwieg.", [("Odell Marsch", "odell-marsch", "person")]),
        ("Die Außenministerin Clara Wendt reiste ab.", [("Clara Wendt", "clara-wendt", "person")]),
        ("Clara Wendt gewann die Wahl.", [("Clara Wendt", "clara-wendt", "person")]),
        ("Am Abend sprach Wendt mit den Leuten.", [("Wendt", "wendt", "other")]),
        ("Wendt hat das Werk besucht.", [("Wendt", "wendt", "other")]),
        ("Das Werk gehört der Borex GmbH.", [("Borex GmbH", "borex-gmbh", "organisation")]),
        ("Der Streit um das Borex-Werk dauert an.", [("Borex", "borex", "other")]),
        ("Die Zahlen der OECD liegen vor.", [("OECD", "oecd", "other")]),
        ("Er reiste nach Frankreich.", [("Frankreich", "france", "place")]),
        ("Frankreichs Regierung schweigt.", [("Frankreich", "france", "place")]),
        ("Die Chefin von Coralyte trat zurück.", [("Coralyte", "coralyte", "other")]),
        ("Er reiste nach Polen.", [("Polen", "poland", "place")]),
        (
            "Die Europäische Union und die UN warten.",
            [("Europäische Union", "european-union", "organisation"), ("UN", "united-nations", "other")],
        ),
        ("Sie ging in die Vereinigten Staaten.", [("Vereinigten Staaten", "united-states", "place")]),
        ("Eine europäische Union der Bauern gibt es.", []),
        ("Das McVann-Museum öffnet im Mai.", [("McVann", "mcvann", "other")]),
    ],
)
def test_names_among_capital_nouns(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Die Regierung lehnte den Antrag der Gewerkschaft ab.",
        "Der Vorsitzende des Ausschusses sprach von einem Missverständnis.",
        "Experten warnen vor Wasser, Strom und Lebensmitteln.",
        "Neue Regeln gelten für die Umweltverträglichkeitsprüfung.",
        "Im Stadtrat kam es zu einer Auseinandersetzung.",
        "Heute beginnt die Arbeit, Morgen endet der Urlaub.",
        "„Danach gab es Kaffee und Kuchen.“",
        "Zwei Polizisten und drei Feuerwehrleute halfen am Montag im Januar.",
        "Die KI läuft auf dem PC.",
        "",
    ],
)
def test_common_nouns_are_no_names(text: str) -> None:
    assert names(text) == []


def test_a_genitive_takes_the_key_of_the_name_in_the_same_text() -> None:
    assert [n[1] for n in names("Der Sprecher von Coralyte schwieg. Coralytes Werk steht still.")] == ["coralyte"] * 2


def test_a_last_name_alone_takes_the_key_of_the_full_name_in_the_same_text() -> None:
    text = "Die Ministerin Clara Wendt kam spät. Später ging Wendt nach Hause."
    assert {n[1] for n in names(text)} == {"clara-wendt"}


def test_a_name_proved_once_is_a_name_at_the_start_of_a_sentence_too() -> None:
    assert [n[0] for n in names("Es kam auch Wendt. Wendt, 54, schwieg.")] == ["Wendt", "Wendt"]
