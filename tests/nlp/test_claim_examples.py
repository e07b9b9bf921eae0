"""Every language pack that knows claims reads the claims of its own examples: all of them, and nothing else."""

import pytest

from corpus.strict import Strict
from nlp.actors import find_mentions
from nlp.claims import find_claims
from nlp.language import known_languages, load_language
from nlp.layers import Claim


class Expected(Strict):
    source: str | None = None
    cue: str
    content: str


class Example(Strict):
    text: str
    claims: list[Expected]


class Examples(Strict):
    example: list[dict[str, object]]
    claim_example: list[Example] = []


CASES = [
    (code, case)
    for code in known_languages()
    for case in load_language(code).section("examples", Examples).claim_example
]
CODES = sorted({code for code, _ in CASES})


def read(text: str, lang: str) -> list[Claim]:
    language = load_language(lang)
    return [c for c in find_claims(text, language, find_mentions(text, language)).claims if not c.is_implicit]


def surface(text: str, claim: Claim) -> Expected:
    content = " … ".join(text[p.start : p.end] for p in claim.content)
    source = text[claim.source.start : claim.source.end] if claim.source else None
    return Expected(source=source, cue=text[claim.cue.start : claim.cue.end] if claim.cue else "", content=content)


@pytest.mark.parametrize(("code", "case"), CASES, ids=[f"{code}: {case.text[:40]}" for code, case in CASES])
def test_pack_reads_the_claims_of_its_example(code: str, case: Example) -> None:
    found = [surface(case.text, claim) for claim in read(case.text, code)]
    assert sorted(found, key=repr) == sorted(case.claims, key=repr)


@pytest.mark.parametrize("code", CODES)
def test_pack_has_at_least_forty_claim_examples_some_without_claims(code: str) -> None:
    own = [case for known, case in CASES if known == code]
    assert len(own) >= 40
    assert any(not case.claims for case in own)


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("fr", "« La rivière est propre », a-t-elle dit.", "direct"),
        ("fr", "Odile Marchal a dit que la rivière était « presque propre ».", "mixed"),
        ("fr", "Odile Marchal a dit que la rivière était propre.", "indirect"),
        ("es", "«El río está limpio», dijo Clara Vidal.", "direct"),
        ("es", "Clara Vidal dijo que el río estaba «casi limpio».", "mixed"),
        ("it", "«Il fiume è pulito» ha detto Chiara Valdi.", "direct"),
        ("it", "Chiara Valdi ha detto che il fiume era «quasi pulito».", "mixed"),
        ("pt", "“O rio está limpo” disse Clara Vidal.", "direct"),
        ("pt", "Clara Vidal disse que o rio estava “quase limpo”.", "mixed"),
        ("pl", "„Rzeka jest czysta”, powiedziała Anna Zaleska.", "direct"),
        ("pl", "Anna Zaleska powiedziała, że rzeka jest „prawie czysta”.", "mixed"),
        ("cs", "„Řeka je čistá,“ řekla Jana Malá.", "direct"),
        ("cs", "Jana Malá řekla, že řeka je „skoro čistá“.", "mixed"),
    ],
)
def test_quotation_marks_with_spaces_inside_give_the_kind(lang: str, text: str, kind: str) -> None:
    assert [c.kind for c in read(text, lang)] == [kind]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Odile Marchal accuse Cindra de mensonge.", "accusation"),
        ("fr", "Odile Marchal nie avoir signé le contrat.", "denial"),
        ("fr", "Odile Marchal prévient que la digue cédera.", "warning"),
        ("fr", "Odile Marchal appelle à voter.", "call_to_action"),
        ("fr", "Odile Marchal promet de partir.", "announcement"),
        ("es", "Clara Vidal acusó a Cindra de mentir.", "accusation"),
        ("es", "Clara Vidal negó haber firmado el contrato.", "denial"),
        ("es", "Clara Vidal instó a votar.", "call_to_action"),
        ("it", "Chiara Valdi ha accusato Cindra di mentire.", "accusation"),
        ("it", "Chiara Valdi ha negato di aver firmato il contratto.", "denial"),
        ("it", "Chiara Valdi ha promesso di partire.", "announcement"),
        ("pt", "Clara Vidal acusou a Cindra de mentir.", "accusation"),
        ("pt", "Clara Vidal negou ter assinado o contrato.", "denial"),
        ("pt", "Clara Vidal alertou para uma cheia.", "warning"),
        ("pl", "Anna Zaleska oskarżyła Cindrę o kłamstwo.", "accusation"),
        ("pl", "Anna Zaleska zaprzeczyła, że podpisała umowę.", "denial"),
        ("pl", "Anna Zaleska ostrzegła przed powodzią.", "warning"),
        ("pl", "Anna Zaleska domaga się głosowania.", "call_to_action"),
        ("cs", "Jana Malá obvinila Cindru ze lži.", "accusation"),
        ("cs", "Jana Malá popřela, že smlouvu podepsala.", "denial"),
        ("cs", "Jana Malá varovala před povodní.", "warning"),
        ("cs", "Jana Malá vyzvala k volbám.", "call_to_action"),
    ],
)
def test_cue_gives_the_type(lang: str, text: str, expected: str) -> None:
    assert [c.type for c in read(text, lang)] == [expected]


def test_a_verb_without_a_subject_goes_on_with_the_last_speaker() -> None:
    text = "El río baja. La alcaldesa Clara Vidal dijo que el dique aguanta. Añadió que la pesca volverá."
    first, second = read(text, "es")
    assert first.source is not None
    assert second.source is not None
    assert (second.source.start, second.source.actor) == (first.source.start, first.source.actor)
    assert (first.source.resolved_by, second.source.resolved_by) == ("name", "ellipsis")


@pytest.mark.parametrize(
    "text",
    [
        "La alcaldesa Clara Vidal dijo que el dique aguanta. Añadieron que la pesca volverá.",
        "Clara Vidal llegó. Se añadió que la pesca volverá.",
    ],
)
def test_a_plural_or_passive_verb_does_not_go_on_with_one_speaker(text: str) -> None:
    assert read(text, "es")[-1].source is None


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Clara Vidal queixou-se de que a água cheirava mal.", "queixou"),
        ("Clara Vidal tinha-lhes dito que o dique aguentava.", "tinha-lhes dito"),
    ],
)
def test_a_pronoun_tied_behind_a_verb_is_no_part_of_what_it_governs(text: str, cue: str) -> None:
    (claim,) = read(text, "pt")
    assert claim.cue is not None
    assert text[claim.cue.start : claim.cue.end] == cue


def test_a_verb_made_passive_by_a_pronoun_behind_it_names_nobody() -> None:
    assert read("A ministra Clara Vidal disse que o dique aguenta. Acrescentou-se que chove.", "pt")[-1].source is None


def test_a_circumstance_without_a_comma_is_no_part_of_the_subject_behind_it() -> None:
    text = "Po naradzie w Zalewsku burmistrz Anna Zaleska powiedziała, że wał wytrzyma."
    (claim,) = read(text, "pl")
    assert claim.source is not None
    assert text[claim.source.start : claim.source.end] == "Anna Zaleska"


@pytest.mark.parametrize("text", ["Rzeka jest według ekspertów czysta.", "Według ekspertów rzeka jest czysta."])
def test_an_attribution_without_commas_ends_with_its_source(text: str) -> None:
    (claim,) = read(text, "pl")
    assert claim.source is not None
    assert text[claim.source.start : claim.source.end] == "ekspertów"


@pytest.mark.parametrize("text", ["Řekl jsem, že hráz vydrží.", "Jana Malá přišla. To jsme řekli, že hráz vydrží."])
def test_the_first_person_of_an_auxiliary_makes_a_verb_the_writers(text: str) -> None:
    assert read(text, "cs") == []


def test_whom_a_verb_tells_without_a_preposition_is_not_who_speaks() -> None:
    text = "„Řeka je čistá,“ řekla deníku Pobřeží starostka Jana Malá."
    (claim,) = read(text, "cs")
    assert claim.source is not None
    assert text[claim.source.start : claim.source.end] == "Jana Malá"


def test_a_thought_without_anybody_who_thinks_is_no_claim() -> None:
    assert read("Creía que el dique aguantaría.", "es") == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le directeur aurait détourné les fonds."),
        ("es", "El director habría desviado los fondos."),
        ("it", "Il direttore avrebbe sottratto i fondi."),
        ("pt", "O diretor teria desviado os fundos."),
        ("cs", "Ředitel prý ukradl peníze."),
    ],
)
def test_a_reporting_mood_is_a_hedged_claim_of_nobody(lang: str, text: str) -> None:
    (claim,) = read(text, lang)
    assert claim.source is None
    assert [h.hedge_class for h in claim.hedges] == ["evidential"]


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("it", "Ada Vell esclude che il molo chiuda.", "denial"),
        ("it", "Ada Vell non esclude che il molo chiuda.", "assessment"),
        ("it", "Il molo non tiene, ma Ada Vell nega che sia vecchio.", "denial"),
        ("es", "Ada Vell no niega que el muelle cierre.", "report"),
        ("pl", "Ada Vell nie wyklucza, że tama pęknie.", "assessment"),
        ("cs", "Ada Vellová nevyloučila, že hráz povolí.", "assessment"),
        ("de", "Ada Vell schließt nicht aus, dass der Kai schließt.", "assessment"),
        ("en", "Ada Vell denied that nobody had known.", "denial"),
    ],
)
def test_a_denial_with_a_negation_denies_nothing(lang: str, text: str, kind: str) -> None:
    assert [claim.type for claim in read(text, lang)] == [kind]


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize(
    "text", ["", "« ", "a-t-il", "«" * 200, "dit-il, " * 200, "a déclaré : « " * 50, "dijo, —" * 100]
)
def test_odd_texts_are_read_to_their_end(lang: str, text: str) -> None:
    assert len(read(text, lang)) <= len(text)
