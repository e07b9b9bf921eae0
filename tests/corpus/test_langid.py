import pytest

from corpus.langid import identify

TEXTS = [
    ("Мельница в Орвеле сгорела ночью, владелец обвинил соседей в поджоге и потребовал компенсации.", "ru"),
    ("Млин у місті згорів уночі, власник звинуватив сусідів і вимагає відшкодування збитків.", "uk"),
    ("磨坊昨夜失火,业主指控邻居纵火并要求赔偿。", "zh"),
    ("昨夜、工場で火災がありました。所有者は隣人を非難しています。", "ja"),
    ("The mill burned down last night and its owner accused the neighbours of arson in a statement.", "en"),
    ("Die Mühle brannte in der Nacht ab, und der Besitzer beschuldigte seine Nachbarn der Brandstiftung.", "de"),
]


@pytest.mark.parametrize(("text", "lang"), TEXTS)
def test_identify_names_the_language(text, lang):
    assert identify(text) == lang


def test_latin_names_do_not_turn_a_chinese_text_into_english():
    assert identify("Orvel指控Tamm Mills和Ravenna Grain三家企业抄袭其产品") == "zh"


def test_a_short_text_prefers_the_languages_asked_for():
    assert identify("Три мельницы", among=["ru", "en", "zh"]) == "ru"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Только заголовок", "ru"),
        ("Млин згорів уночі", "uk"),
        ("Мелницата изгоря, собственикът обвини съседите", "bg"),
    ],
)
def test_the_alphabet_tells_short_cyrillic_texts_apart(text, lang):
    assert identify(text) == lang


def test_a_sentence_is_long_enough_not_to_be_taken_for_another_language():
    assert identify("Der Vorstand sagte, mehr als 16 Millionen Euro seien weg.", among=["en", "ru", "zh"]) == "de"


@pytest.mark.parametrize("text", ["", "123 456", "…"])
def test_identify_gives_none_without_letters(text):
    assert identify(text) is None


@pytest.mark.parametrize("text", ["Hi", "OK", "Ja"])
def test_letters_that_tell_nothing_are_no_language(text):
    assert identify(text, among=["ar", "en", "ru", "zh"]) is None


def test_a_language_is_written_in_letters_of_its_script():
    assert identify("Yes of course", among=["ar", "en", "ru", "zh"]) == "en"


def test_a_few_chinese_characters_between_latin_names_are_chinese():
    assert identify("OpenAI、Anthropic、DeepSeek、Moonshot AI表示") == "zh"
