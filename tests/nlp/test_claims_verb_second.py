"""Claims where the finite verb stands second or last and its parts stand apart, in German."""

import pytest

from nlp.actors import find_mentions
from nlp.claims import Reading, find_claims
from nlp.language import load_language
from nlp.layers import Claim

Row = tuple[str | None, str | None, str]


def read(text: str) -> Reading:
    language = load_language("de")
    return find_claims(text, language, find_mentions(text, language))


def row(text: str, claim: Claim) -> Row:
    source = text[claim.source.start : claim.source.end] if claim.source else None
    cue = text[claim.cue.start : claim.cue.end] if claim.cue else None
    return source, cue, " … ".join(text[p.start : p.end] for p in claim.content)


def rows(text: str) -> list[Row]:
    return [row(text, c) for c in read(text).claims if not c.is_implicit]


CASES: list[tuple[str, Row]] = [
    # complement clauses, with the subject before and behind the verb
    ("Borex sagte, dass der Fluss sauber sei.", ("Borex", "sagte", "der Fluss sauber sei")),
    ("Borex sagte, der Fluss sei sauber.", ("Borex", "sagte", "der Fluss sei sauber")),
    ("Am Montag sagte Borex, dass der Fluss sauber sei.", ("Borex", "sagte", "der Fluss sauber sei")),
    ("Gestern erklärte die Behörde, der Fluss sei sauber.", ("die Behörde", "erklärte", "der Fluss sei sauber")),
    ("Fachleute glauben, dass sich der Fluss erholt.", ("Fachleute", "glauben", "sich der Fluss erholt")),
    (
        "Der Bürgermeister von Vell warnte, die Brücke könne brechen.",
        ("Der Bürgermeister von Vell", "warnte", "die Brücke könne brechen"),
    ),
    ("Cindra hofft, im Mai fertig zu werden.", ("Cindra", "hofft", "im Mai fertig zu werden")),
    ("Der Sprecher, ein Jurist, sagte, die Anlage laufe.", ("Der Sprecher", "sagte", "die Anlage laufe")),
    ("Die Ministerin lobte den Plan und sagte, er helfe allen.", ("Die Ministerin", "sagte", "er helfe allen")),
    ("Viele sagten, sie seien müde.", ("Viele", "sagten", "sie seien müde")),
    (
        "Das hilft, weil viele Leute, die dort wohnen, angeben, krank zu sein.",
        ("viele Leute", "angeben", "krank zu sein"),
    ),
    ("Es regnet, die Behörde hat angekündigt, dass sie prüft.", ("die Behörde", "angekündigt", "sie prüft")),
    ("Die Anlage nannte er „eine Schande“.", ("er", "nannte", "Die Anlage … eine Schande")),
    (
        "Wie der Leiter des Amtes, Smith Vell, mitteilte, steigt der Fluss.",
        ("der Leiter des Amtes", "mitteilte", "steigt der Fluss"),
    ),
    # the stop of an ordinal ends no clause
    ("Am 2. Mai sagte die Sprecherin, der Fluss sei sauber.", ("die Sprecherin", "sagte", "der Fluss sei sauber")),
    # a name in apposition speaks, and not the title
    ("Der Leiter, Joren Pask, sagte, der Fluss sei sauber.", ("Joren Pask", "sagte", "der Fluss sei sauber")),
    (
        "„Der Fluss ist sauber“, sagte der Leiter des Werks, Joren Pask.",
        ("Joren Pask", "sagte", "Der Fluss ist sauber"),
    ),
    # another predicate ends a content, and an attribution is no content of the cue before it
    ("Er habe darauf hingewiesen, sagte Borex.", ("Borex", "sagte", "Er habe darauf hingewiesen")),
    ("Das liegt, so zeigen neue Studien, am Wetter.", ("neue Studien", "zeigen", "Das liegt … am Wetter")),
    # prepositions of single verbs
    ("Borex rechnet mit hohen Kosten.", ("Borex", "rechnet", "hohen Kosten")),
    ("Es wird erwartet, dass der Fluss steigt.", (None, "erwartet", "der Fluss steigt")),
    # attributions: names end a phrase, relative clauses belong to it
    (
        "Bisher liegen laut Borex Bestellungen für zwölf Fähren vor.",
        ("Borex", "laut", "Bisher liegen … Bestellungen für zwölf Fähren vor"),
    ),
    ("Sie stammen Berichten zufolge aus Vell.", ("Berichten", "zufolge", "Sie stammen … aus Vell")),
    # a particle of distance inside its clause
    (
        "Cindra hatte sich angeblich schon im Mai geeinigt.",
        (None, "angeblich", "Cindra hatte sich … schon im Mai geeinigt"),
    ),
    (
        "Der Prüfer Joren Pask, Sprecher des Werks, soll Akten vernichtet haben.",
        (None, "soll", "Der Prüfer Joren Pask, Sprecher des Werks … Akten vernichtet haben"),
    ),
    # a quotation that ends like a sentence is not what the next sentence says
    ("Es gab Zweifel: „Hält die Brücke?“ Borex sagte, sie halte.", ("Borex", "sagte", "sie halte")),
    # predicates in two parts
    (
        "Die Polizei teilte am Montag mit, dass niemand verletzt wurde.",
        ("Die Polizei", "teilte", "niemand verletzt wurde"),
    ),
    ("Borex gab bekannt, der Bau sei fertig.", ("Borex", "gab", "der Bau sei fertig")),
    ("Borex räumte ein, das Wasser nicht geprüft zu haben.", ("Borex", "räumte", "das Wasser nicht geprüft zu haben")),
    ("Borex hat gesagt, dass der Fluss sauber ist.", ("Borex", "gesagt", "der Fluss sauber ist")),
    ("Gestern hatte Borex erklärt, der Fluss sei sauber.", ("Borex", "erklärt", "der Fluss sei sauber")),
    ("Cindra geht davon aus, dass der Damm hält.", ("Cindra", "geht", "der Damm hält")),
    (
        "Der Bürgermeister wies darauf hin, dass die Brücke alt ist.",
        ("Der Bürgermeister", "wies", "die Brücke alt ist"),
    ),
    ("Die Ministerin vertrat die Auffassung, das Geld reiche.", ("Die Ministerin", "vertrat", "das Geld reiche")),
    ("Borex kündigte den Bau einer Kläranlage an.", ("Borex", "kündigte", "den Bau einer Kläranlage")),
    ("Borex wies die Vorwürfe zurück.", ("Borex", "wies", "die Vorwürfe")),
    ("Cindra warf Borex vor, den Fluss zu vergiften.", ("Cindra", "warf", "Borex … den Fluss zu vergiften")),
    (
        "Der Minister forderte Borex auf, das Werk zu schließen.",
        ("Der Minister", "forderte", "Borex … das Werk zu schließen"),
    ),
    # quotations
    ("„Das Wasser ist sauber“, sagte Odell Marsch.", ("Odell Marsch", "sagte", "Das Wasser ist sauber")),
    ("»Das Wasser ist sauber«, sagte Odell Marsch.", ("Odell Marsch", "sagte", "Das Wasser ist sauber")),
    ("„Das Wasser“, sagte Odell Marsch, „ist sauber.“", ("Odell Marsch", "sagte", "Das Wasser … ist sauber.")),
    ("Odell Marsch sagte: „Das Wasser ist sauber.“", ("Odell Marsch", "sagte", "Das Wasser ist sauber.")),
    ("„Das Wasser ist sauber“, teilte Borex mit.", ("Borex", "teilte", "Das Wasser ist sauber")),
    ("„Das Wasser ist sauber“, so Odell Marsch.", ("Odell Marsch", "so", "Das Wasser ist sauber")),
    (
        "„Wir haben alles geprüft“, heißt es in der Mitteilung.",
        ("der Mitteilung", "heißt es", "Wir haben alles geprüft"),
    ),
    # attributions beside their content
    ("Der Fluss sei sauber, sagte Odell Marsch.", ("Odell Marsch", "sagte", "Der Fluss sei sauber")),
    ("Der Fluss, so der Bürgermeister, sei sauber.", ("der Bürgermeister", "so", "Der Fluss … sei sauber")),
    ("Der Fluss ist sauber, wie die Behörde mitteilte.", ("die Behörde", "mitteilte", "Der Fluss ist sauber")),
    ("Wie Borex am Montag mitteilte, ist der Fluss sauber.", ("Borex", "mitteilte", "ist der Fluss sauber")),
    ("Laut Borex ist der Fluss sauber.", ("Borex", "Laut", "ist der Fluss sauber")),
    ("Nach Angaben der Polizei wurde niemand verletzt.", ("der Polizei", "Nach Angaben", "wurde niemand verletzt")),
    ("Der Fluss ist nach Angaben von Borex sauber.", ("Borex", "nach Angaben", "Der Fluss ist … sauber")),
    ("Der Behörde zufolge ist der Fluss sauber.", ("Der Behörde", "zufolge", "ist der Fluss sauber")),
    ("Einem Bericht zufolge ist der Fluss sauber.", ("Einem Bericht", "zufolge", "ist der Fluss sauber")),
    ("Angeblich wurde das Wasser nachts vergiftet.", (None, "Angeblich", "wurde das Wasser nachts vergiftet")),
    ("Der Direktor soll die Akten vernichtet haben.", (None, "soll", "Der Direktor … die Akten vernichtet haben")),
    # names given, accusations, demands, promises
    ("Der Bürgermeister nannte das Werk „eine Schande“.", ("Der Bürgermeister", "nannte", "das Werk „eine Schande“")),
    ("Odell Marsch bezeichnete das Urteil als Farce.", ("Odell Marsch", "bezeichnete", "das Urteil als Farce")),
    ("Borex beschuldigte Cindra, den Fluss zu vergiften.", ("Borex", "beschuldigte", "Cindra, den Fluss zu vergiften")),
    (
        "Der Bürgermeister forderte den Rücktritt des Direktors.",
        ("Der Bürgermeister", "forderte", "den Rücktritt des Direktors"),
    ),
    ("Borex versprach, den Fluss zu reinigen.", ("Borex", "versprach", "den Fluss zu reinigen")),
    ("Die Behörde warnte vor dem Wasser.", ("Die Behörde", "warnte", "dem Wasser")),
    ("Cindra bestritt, den Fluss vergiftet zu haben.", ("Cindra", "bestritt", "den Fluss vergiftet zu haben")),
    ("Der Vorwurf, Borex habe den Fluss vergiftet, ist alt.", (None, "Vorwurf", "Borex habe den Fluss vergiftet")),
    ("Cindra erneuerte die Behauptung, dass der Fluss vergiftet sei.", (None, "Behauptung", "der Fluss vergiftet sei")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_claims_of_verb_second_constructions(text: str, expected: Row) -> None:
    assert expected in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Bericht liegt seit Mai im Rathaus.",
        "Die Meinung der Stadt ist geteilt.",
        "Der Lehrer teilte die Klasse in zwei Gruppen.",
        "Borex gab der Stadt das Geld zurück.",
        "Das Kind rief laut nach dem Hund.",
        "Nach dem Regen stieg der Fluss.",
        "Der Hund war so groß wie ein Kalb.",
        "Die Steuer soll im Mai sinken.",
        "Es sei denn, der Regen hört auf.",
        "Sie nannte ihren Namen.",
        "Der erwartete Regen blieb aus.",
        "Sein Vorwurf traf niemanden.",
    ],
)
def test_homographs_of_cues_make_no_claim_in_verb_second_order(text: str) -> None:
    assert rows(text) == []


def test_an_attribution_ends_where_another_one_speaks() -> None:
    text = "Nach Angaben der Polizei wurden drei Menschen verletzt, Borex sprach von einem Verletzten."
    assert rows(text) == [
        ("der Polizei", "Nach Angaben", "wurden drei Menschen verletzt"),
        ("Borex", "sprach", "einem Verletzten"),
    ]


def test_a_relative_clause_belongs_to_the_attribution_before_it() -> None:
    text = "Laut Anklage, die der Zeitung vorliegt, verlangt der Konzern ein Verbot."
    assert rows(text) == [
        ("Anklage", "Laut", "verlangt der Konzern ein Verbot"),
        ("der Konzern", "verlangt", "ein Verbot"),
    ]


@pytest.mark.parametrize(
    "text", ["Er verkaufte eine angeblich sichere Anlage.", "Borex baut angeblich sichere Anlagen."]
)
def test_a_particle_before_an_adjective_holds_no_clause(text: str) -> None:
    assert rows(text) == []


def test_a_sentence_in_the_reported_mood_has_the_speaker_of_the_sentence_before() -> None:
    text = "Borex sagte, der Fluss sei sauber. Man habe ihn im Mai geprüft. Der Damm steht seit 1950."
    last = read(text).claims[-1]
    assert (row(text, last), last.rule, last.is_implicit) == (
        ("Borex", None, "Man habe ihn im Mai geprüft"),
        "reported_mood",
        False,
    )


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Borex sagte, der Fluss sei sauber. Die Fische hätten sich erholt.", 2),
        ("Der Fluss ist sauber. Die Fische hätten sich erholt, wenn es geregnet hätte.", 0),
        ("Borex sagte, der Fluss sei sauber. Sei es im Mai, sei es im Juni: Der Damm hält.", 1),
    ],
)
def test_only_what_reports_goes_on_as_speech(text: str, n: int) -> None:
    assert len(rows(text)) == n


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cindra warf Borex vor, den Fluss zu vergiften.", "accusation"),
        ("Borex dementierte den Bericht.", "denial"),
        ("Die Behörde warnte vor dem Wasser.", "warning"),
        ("Der Minister forderte die Schließung des Werks.", "call_to_action"),
        ("Borex kündigte den Bau einer Kläranlage an.", "announcement"),
    ],
)
def test_cues_give_the_type_in_verb_second_order(text: str, expected: str) -> None:
    assert [c.type for c in read(text).claims] == [expected]
