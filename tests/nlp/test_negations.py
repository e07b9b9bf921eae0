"""Negations and scare quotes: what negates, what only looks so, and to which claim it belongs."""

from dataclasses import replace

import pytest

from nlp.actors import find_mentions
from nlp.claims import find_claims
from nlp.language import known_languages, load_language
from nlp.layers import Claim
from nlp.negations import find_negations
from nlp.pack_actors import actors_pack
from nlp.quotes import pair_quotes
from nlp.scare_quotes import scare_quotes

NEGATIVE = [
    ("en", "The harbour did not close and nobody was hurt.", ["not", "nobody"]),
    ("en", "The pumps haven't failed.", ["haven't"]),
    ("de", "Der Hafen wurde nicht geschlossen, verletzt wurde niemand.", ["nicht", "niemand"]),
    ("de", "Es gab keinerlei Warnung.", ["keinerlei"]),
    ("fr", "Le port n'a pas fermé et aucun marin n’est blessé.", ["n'", "aucun", "n’"]),
    ("es", "El puerto no cerró y nadie resultó herido.", ["no", "nadie"]),
    ("ru", "Порт не закрывали, никто не пострадал.", ["не", "никто", "не"]),
    ("uk", "Порт не закривали, жодного попередження не було.", ["не", "жодного", "не"]),
    ("zh", "港口并未关闭，没有人受伤。", ["并未", "没有"]),
    ("zh", "港口從未關閉。", ["從未"]),
]
NOT_NEGATIVE = [
    ("en", "Not only the harbour but no fewer than nine ferries closed; no doubt a record."),
    ("en", "The notary noted a knot."),
    ("de", "Nicht nur der Hafen, nicht weniger als neun Fähren standen still."),
    ("fr", "Non seulement le port, mais pas moins de neuf bacs ont fermé."),
    ("es", "No solo el puerto: no menos de nueve transbordadores cerraron. No obstante, volvieron."),
    ("ru", "Не только порт, но и не менее девяти паромов встали; тем не менее вернулись все."),
    ("uk", "Не лише порт, а й не менше дев'яти поромів стали."),
    ("zh", "不仅港口，不少渡轮也停航了，不过未来会恢复，无人机拍下了画面，船长不断被问起。"),
]


@pytest.mark.parametrize(("lang", "text", "words"), NEGATIVE)
def test_negating_words_are_found(lang: str, text: str, words: list[str]) -> None:
    assert [text[p.start : p.end] for p in find_negations(text, load_language(lang))] == words


@pytest.mark.parametrize(("lang", "text"), NOT_NEGATIVE)
def test_what_only_looks_negative_is_none(lang: str, text: str) -> None:
    assert find_negations(text, load_language(lang)) == []


def test_every_language_with_cues_has_negations() -> None:
    codes = [c for c in known_languages() if load_language(c).has("attribution")]
    assert [c for c in codes if not load_language(c).has("negations")] == []


def claims_of(text: str, lang: str) -> list[Claim]:
    language = load_language(lang)
    return list(find_claims(text, language, find_mentions(text, language)).claims)


def test_a_negation_belongs_to_the_innermost_claim() -> None:
    text = "Brunholt said that Kestrel Line claimed that no battery had burned."
    outer, inner = claims_of(text, "en")
    assert inner.parent == 0
    assert [text[p.start : p.end] for p in inner.negations] == ["no"]
    assert outer.negations == ()


QUOTED = [
    ("en", "The group called its “clean” ferries a gift.", ["“clean”"]),
    ("de", "Die Reederei lobt ihre „sauberen“ Fähren.", ["„sauberen“"]),
    ("ru", "Компания хвалит свои «чистые» паромы.", ["«чистые»"]),
    ("zh", "公司称赞自己的“清洁”渡轮。", ["“清洁”"]),
    ("fr", "L’armateur vante ses bacs « propres ».", ["« propres »"]),
]
NO_TERM = [
    ("en", "“We closed the harbour,” Kestrel Line said."),
    ("en", "The ferry “Grey Kestrel” stopped."),
    ("ru", "Паром «Северный Чиж» встал."),
    ("en", "The captain said the harbour “was shut before anyone came to look”."),
    ("en", "“clean”\n\nThe harbour stayed shut."),
]


def terms_of(text: str, lang: str) -> list[str]:
    language = load_language(lang)
    mentions = find_mentions(text, language)
    is_capital_a_name = actors_pack(language).nouns is None
    found = scare_quotes(text, pair_quotes(text), mentions, is_capital_a_name=is_capital_a_name)
    return [text[p.start : p.end] for p in found]


@pytest.mark.parametrize(("lang", "text", "terms"), QUOTED)
def test_a_quoted_term_is_a_scare_quote(lang: str, text: str, terms: list[str]) -> None:
    assert terms_of(text, lang) == terms


@pytest.mark.parametrize(("lang", "text"), NO_TERM)
def test_names_and_quotations_are_no_scare_quotes(lang: str, text: str) -> None:
    assert terms_of(text, lang) == []


def test_a_claim_holds_its_scare_quotes() -> None:
    text = "Kestrel Line said that its “clean” ferries would stay in port."
    (claim,) = claims_of(text, "en")
    assert [text[p.start : p.end] for p in claim.scare_quotes] == ["“clean”"]
    assert replace(claim, scare_quotes=()).kind == "mixed"


NEGATED_CUES = [
    ("en", "Borex did not confirm that Cindra lied.", "not", "report"),
    ("en", "Borex did not accuse Cindra of theft.", "not", "report"),
    ("en", "Borex did not admit that it lied.", "not", "denial"),
    ("en", "Borex did not deny that it lied.", "not", "report"),
    ("ru", "Borex не признала, что украла карту.", "не", "denial"),
    ("uk", "Borex не визнала, що вкрала мапу.", "не", "denial"),
    ("de", "Borex bestätigte nicht, dass Cindra log.", "nicht", "report"),
    ("es", "Borex no confirmó que Cindra mintiera.", "no", "report"),
    ("it", "Borex non ha ammesso di aver mentito.", "non", "denial"),
    ("pl", "Borex nie przyznał, że skłamał.", "nie", "denial"),
    ("cs", "Borex nepotvrdil, že Cindra lže.", "nepotvrdil", "report"),
]


@pytest.mark.parametrize(("lang", "text", "word", "kind"), NEGATED_CUES)
def test_a_negated_cue_is_told_and_neither_accuses_nor_admits(lang: str, text: str, word: str, kind: str) -> None:
    language = load_language(lang)
    (claim,) = find_claims(text, language, find_mentions(text, language)).claims
    assert ([text[p.start : p.end] for p in claim.negations], claim.type) == ([word], kind)


def test_a_negation_behind_a_mark_does_not_negate_the_cue() -> None:
    text = "Dana Kell, not amused, said that Cindra lied."
    language = load_language("en")
    (claim,) = find_claims(text, language, find_mentions(text, language)).claims
    assert claim.negations == ()
