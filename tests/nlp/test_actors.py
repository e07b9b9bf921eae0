from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from corpus.event import load_event
from nlp.actors import Roster, find_mentions
from nlp.language import load_language

EVENT = """
id = "river"
title = "Who poisoned the Sorga"
[window]
start = 2031-05-01
end = 2031-05-20
[terms]
"*" = ["Sorga"]
[[actors]]
id = "aquila"
name = "Aquila Chem"
kind = "organisation"
[actors.aliases]
"*" = ["Aquila Chem", "AquilaChem"]
pl = ["Urząd Rzeczny"]
cs = ["Říční svaz mlynářů"]
ru = ["Аквилон"]
uk = ["Аквілон"]
zh = ["天鹰化工"]
[[actors]]
id = "borex"
name = "Borex"
kind = "organisation"
[actors.aliases]
"*" = ["Borex"]
zh = ["博雷"]
[[actors]]
id = "cindra"
name = "Cindra"
kind = "organisation"
[actors.aliases]
"*" = ["Cindra"]
[[actors]]
id = "stolz"
name = "Ingrid Stolz"
kind = "person"
[actors.aliases]
"*" = ["Ingrid Stolz", "Stolz"]
ru = ["Ингрид Штольц", "Рыба"]
uk = ["Інгрід Штольц", "Риба"]
zh = ["英格丽·施托尔茨"]
[[groups]]
id = "plants"
name = "The plants"
members = ["borex", "cindra"]
[groups.aliases]
en = ["the two plants"]
"""


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("event") / "event.toml"
    path.write_text(EVENT, encoding="utf-8")
    return path


def mentions(text: str, lang: str, event: Path | None = None) -> list[tuple[str, str | None, str, str]]:
    language = load_language(lang)
    roster = Roster(load_event(event), language) if event else None
    found = find_mentions(text, language, roster)
    return [(text[m.start : m.end], m.actor, m.kind, m.resolved_by) for m in found]


@pytest.mark.parametrize(
    ("lang", "text", "surface", "actor"),
    [
        ("ru", "Суд выписал штраф Аквилону.", "Аквилону", "aquila"),
        ("ru", "АКВИЛОН ПРОТИВ ВСЕХ", "АКВИЛОН", "aquila"),
        ("ru", "Иск к Aquila Chem отклонён.", "Aquila Chem", "aquila"),
        ("ru", "Слова Ингрид Штольц услышали.", "Ингрид Штольц", "stolz"),
        ("uk", "Суд виписав штраф Аквілону.", "Аквілону", "aquila"),
        ("uk", "Позов до Aquila Chem відхилено.", "Aquila Chem", "aquila"),
        ("en", "A fine for aquilachem and others.", "aquilachem", "aquila"),
        ("en", "Stolz left.", "Stolz", "stolz"),
        ("zh", "法院对天鹰化工罚款。", "天鹰化工", "aquila"),
        ("zh", "英格丽·施托尔茨离开了。", "英格丽·施托尔茨", "stolz"),
    ],
)
def test_aliases_are_found_in_every_script_case_and_form(
    lang: str, text: str, surface: str, actor: str, event: Path
) -> None:
    assert (surface, actor) in [m[:2] for m in mentions(text, lang, event)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "На обед была рыба."),
        ("ru", "Купили рыбу."),
        ("uk", "На обід була риба."),
        ("uk", "Купили рибу."),
        ("en", "The stolz of the house."),
        ("en", "Borexite is a mineral."),
    ],
)
def test_common_words_and_parts_of_words_are_no_aliases(lang: str, text: str, event: Path) -> None:
    assert not {"stolz", "borex"} & {m[1] for m in mentions(text, lang, event)}


@pytest.mark.parametrize(
    ("lang", "text", "surface"),
    [
        ("ru", "Заводы Borex и Cindra закрыли.", "Borex и Cindra"),
        ("uk", "Заводи Borex та Cindra закрили.", "Borex та Cindra"),
        ("en", "Borex and Cindra were shut.", "Borex and Cindra"),
        ("zh", "博雷、Cindra被关停。", "博雷、Cindra"),
        ("en", "Nobody saw the two plants.", "the two plants"),
    ],
)
def test_a_list_of_just_the_members_is_the_group(lang: str, text: str, surface: str, event: Path) -> None:
    assert (surface, "plants", "group", "name") in mentions(text, lang, event)


@pytest.mark.parametrize(
    ("lang", "text", "surface", "actor", "by"),
    [
        ("ru", "Borex закрыла цех. Компания молчит.", "Компания", "borex", "nominal"),
        ("ru", "Borex и Cindra закрыты. Эти компании молчат.", "компании", "plants", "nominal"),
        ("ru", "Borex закрыта. В компании молчат.", "компании", "borex", "nominal"),
        ("ru", "Штраф для Borex. Ингрид Штольц пришла в суд. Она молчит.", "Она", "stolz", "pronoun"),
        ("uk", "Borex закрила цех. Компанія мовчить.", "Компанія", "borex", "nominal"),
        ("uk", "Borex і Cindra закриті. Ці компанії мовчать.", "компанії", "plants", "nominal"),
        ("uk", "Borex закрита. У компанії мовчать.", "компанії", "borex", "nominal"),
        ("uk", "Штраф для Borex. Інгрід Штольц прийшла до суду. Вона мовчить.", "Вона", "stolz", "pronoun"),
        ("en", "Borex shut its shop. The company is silent.", "The company", "borex", "nominal"),
        ("en", "Ingrid Stolz sued Borex. She won.", "She", "stolz", "pronoun"),
        ("en", "Borex and Cindra were fined. The companies appealed.", "The companies", "plants", "nominal"),
        ("fr", "L’usine Borex a fermé. L’entreprise se tait.", "L’entreprise", "borex", "nominal"),
        ("fr", "Ingrid Stolz accuse Borex. Elle a gagné.", "Elle", "stolz", "pronoun"),
        ("es", "Borex cerró su planta. La empresa calla.", "La empresa", "borex", "nominal"),
        ("es", "Ingrid Stolz demandó a Borex. Ella ganó.", "Ella", "stolz", "pronoun"),
        ("zh", "Borex停产。该公司未回应。", "该公司", "borex", "nominal"),
        ("zh", "Borex和Cindra停产。上述企业未回应。", "上述企业", "plants", "nominal"),
    ],
)
def test_nouns_and_pronouns_mean_the_last_actor_that_fits(
    lang: str, text: str, surface: str, actor: str, by: str, event: Path
) -> None:
    assert (surface, actor, by) in [(s, a, r) for s, a, _, r in mentions(text, lang, event)]


@pytest.mark.parametrize(
    ("lang", "text", "surface"),
    [
        ("ru", "Компания молчит.", "Компания"),
        ("ru", "Ингрид Штольц пришла. Компания молчит.", "Компания"),
        ("en", "The company is silent.", "The company"),
        ("zh", "该公司未回应。", "该公司"),
    ],
)
def test_a_noun_without_a_fitting_actor_stays_unresolved(lang: str, text: str, surface: str, event: Path) -> None:
    assert (surface, None) in [m[:2] for m in mentions(text, lang, event)]


@pytest.mark.parametrize(
    ("lang", "text", "surface", "key", "kind"),
    [
        ("ru", "Сервис Trellwave отключён.", "Trellwave", "trellwave", "organisation"),
        ("ru", "Это подтвердил профессор Клим Вяткин.", "Клим Вяткин", "klim-vyatkin", "person"),
        ("ru", "Об этом пишет газета «Берег».", "Берег", "bereg", "work"),
        ("ru", "Считает так Ли.", "Ли", "li", "other"),
        ("uk", "Сервіс Trellwave вимкнено.", "Trellwave", "trellwave", "organisation"),
        ("uk", "Це підтвердила професорка Ада Ланська.", "Ада Ланська", "ada-lanska", "person"),
        ("uk", "Про це пише газета «Берег».", "Берег", "bereh", "work"),
        ("uk", "Суд чекав на директора Віктора Бондаря.", "Віктора Бондаря", "viktor-bondar", "person"),
        ("uk", "Лист надіслали з В'єтнаму.", "В'єтнаму", "vietnam", "place"),
        ("uk", "Лист надіслали з В’єтнаму.", "В’єтнаму", "vietnam", "place"),
        ("uk", "Лист надіслали до Північної Кореї.", "Північної Кореї", "north-korea", "place"),
        ("ru", "Письмо отправили в Северную Корею.", "Северную Корею", "north-korea", "place"),
        ("ru", "В Соединённых Штатах прошёл дождь.", "Соединённых Штатах", "united-states", "place"),
        ("ru", "Это решил Совет Безопасности.", "Совет Безопасности", "security-council", "organisation"),
        ("ru", "Суд ждал директора Виктора Дуайера.", "Виктора Дуайера", "viktor-duayer", "person"),
        ("ru", "Там был генерал США Клим Вяткин.", "Клим Вяткин", "klim-vyatkin", "person"),
        ("en", "It was Odell Marsh who came.", "Odell Marsh", "odell-marsh", "other"),
        ("en", "The fine for Trellwave Inc. stands.", "Trellwave Inc", "trellwave-inc", "organisation"),
        ("fr", "C'est l’avocat Odell Marsh qui vient.", "Odell Marsh", "odell-marsh", "person"),
        ("fr", "L'Allemagne attend.", "Allemagne", "germany", "place"),
        ("fr", "On parle de la Corée du Nord.", "Corée du Nord", "north-korea", "place"),
        ("de", "Wir reden über Deutschland.", "Deutschland", "germany", "place"),
        ("es", "Habló la jueza Clara Vidal ayer.", "Clara Vidal", "clara-vidal", "person"),
        ("es", "Se habla de la OTAN en Vell.", "OTAN", "nato", "other"),
        ("es", "Afirmó Clara Vidal que llueve.", "Clara Vidal", "clara-vidal", "other"),
        ("it", "Parla la giudice Chiara Valdi.", "Chiara Valdi", "chiara-valdi", "person"),
        ("it", "Si discute della Corea del Nord.", "Corea del Nord", "north-korea", "place"),
        ("it", "L'Ungheria aspetta.", "Ungheria", "hungary", "place"),
        ("it", "Ha accusato Borex il ministro.", "Borex", "borex", "other"),
        ("pt", "Falou a juíza Clara Vidal.", "Clara Vidal", "clara-vidal", "person"),
        ("pt", "O navio vai para Moscovo.", "Moscovo", "moscow", "place"),
        ("pt", "O navio vai para Moscou.", "Moscou", "moscow", "place"),
        ("pl", "Mówił o tym burmistrz Michał Łuk.", "Michał Łuk", "michal-luk", "person"),
        ("pl", "List dotarł do Korei Północnej.", "Korei Północnej", "north-korea", "place"),
        ("pl", "Wezwał Stany Zjednoczone do rozmów.", "Stany Zjednoczone", "united-states", "place"),
        ("pl", "Przyjechał prezydent Rosji Adam Wrona.", "Adam Wrona", "adam-wrona", "other"),
        ("pl", "Przyjechał prezydent Rosji Adam Wrona.", "Rosji", "russia", "place"),
        ("cs", "Starostka Jana Malá mluvila.", "Jana Malá", "jana-mala", "person"),
        ("cs", "Dopis došel do Severní Koreje.", "Severní Koreje", "north-korea", "place"),
        ("cs", "Mluvil o tom deník Pobřeží.", "Pobřeží", "pobrezi", "work"),
        ("zh", "平台Trellwave关闭。", "Trellwave", "trellwave", "product"),
        ("zh", "总裁欧德尔・马什来了。", "欧德尔・马什", "欧德尔-马什", "person"),
    ],
)
def test_names_that_the_event_does_not_list_get_a_latin_key(
    lang: str, text: str, surface: str, key: str, kind: str
) -> None:
    assert (surface, key, kind, "name") in mentions(text, lang)


@pytest.mark.parametrize(("lang", "text"), [("ru", "Того не знали."), ("uk", "Мали час.")])
def test_a_common_word_that_opens_a_sentence_is_no_place(lang: str, text: str) -> None:
    assert mentions(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"), [("ru", "Приехал Оделл Марш (Odell Marsh)."), ("uk", "Приїхав Оделл Марш (Odell Marsh).")]
)
def test_a_bracketed_original_gives_both_writings_one_key(lang: str, text: str) -> None:
    found = mentions(text, lang)
    assert [m[1] for m in found] == ["odell-marsh", "odell-marsh"]


def test_a_last_name_alone_takes_the_key_of_the_full_name() -> None:
    found = mentions("Приехал профессор Клим Вяткин. Суд ждал Вяткина.", "ru")
    assert {a for s, a, k, _ in found if k == "person" and "Вяткин" in s} == {"klim-vyatkin"}


@pytest.mark.parametrize(
    ("lang", "text", "key"),
    [
        ("pl", "Mówiła burmistrz Anna Zaleska. Sąd wezwał Annę Zaleską.", "anna-zaleska"),
        ("pl", "Mówiła burmistrz Anna Zaleska. Znamy list od Zaleskiej.", "anna-zaleska"),
        ("pl", "Mówił o tym Adam Wronek. Spotkano się z Adamem Wronkiem.", "adam-wronek"),
        ("cs", "Mluvila starostka Jana Malá. Soud znal Janu Malou.", "jana-mala"),
        ("cs", "Mluvil o tom Karel Havel. Soud znal Karla Havla.", "karel-havel"),
    ],
)
def test_another_case_of_a_name_has_the_key_of_its_nominative(lang: str, text: str, key: str) -> None:
    found = [a for _, a, _, by in mentions(text, lang) if by == "name"]
    assert found == [key, key]


@pytest.mark.parametrize(
    ("lang", "text", "surface"),
    [
        ("pl", "Według Urzędu Rzecznego woda opada.", "Urzędu Rzecznego"),
        ("pl", "Rozmawiano z Ingrid Stolz i z Urzędem Rzecznym.", "Urzędem Rzecznym"),
        ("cs", "Podle Říčního svazu mlynářů voda klesá.", "Říčního svazu mlynářů"),
    ],
)
def test_another_case_of_an_alias_names_the_actor(lang: str, text: str, surface: str, event: Path) -> None:
    assert (surface, "aquila") in [m[:2] for m in mentions(text, lang, event)]


def test_a_name_whose_nominative_is_not_in_the_text_keeps_its_own_key() -> None:
    assert [m[1] for m in mentions("Sąd znał list Adama Wronka.", "pl")] == ["adama-wronka"]


def test_entities_of_a_trained_pipeline_are_used() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "the harbour board"}])  # type: ignore[attr-defined]
    nlp.add_pipe("parallax_sentences")
    nlp.add_pipe("parallax_actors")
    doc = nlp("They met the harbour board on the quay.")
    assert [(m.actor, m.kind) for m in doc._.mentions if m.resolved_by == "name"] == [
        ("the-harbour-board", "organisation")
    ]


@given(st.text(max_size=150), st.sampled_from(("cs", "de", "en", "es", "fr", "it", "pl", "pt", "ru", "uk", "zh")))
def test_mentions_cut_out_what_they_name(text: str, lang: str) -> None:
    for mention in find_mentions(text, load_language(lang)):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]


@pytest.mark.parametrize("text", ["天鹰化工停产。", "天鷹化工停產。"])
def test_an_alias_stands_for_its_simplified_and_its_traditional_spelling(text: str, event: Path) -> None:
    assert mentions(text, "zh", event)[0][:2] == (text[:4], "aquila")


def test_an_alias_in_traditional_characters_is_found_in_simplified_ones(tmp_path: Path) -> None:
    path = tmp_path / "event.toml"
    path.write_text(EVENT.replace("天鹰化工", "天鷹化工"), encoding="utf-8")
    assert mentions("天鹰化工停产。", "zh", path)[0][:2] == ("天鹰化工", "aquila")
