"""Reading takes time in proportion to the text, whatever the text is made of."""

import pytest

from nlp.actors import find_mentions
from nlp.claims import find_claims
from nlp.language import load_language
from nlp.sentences import split_sentences

PIECES = [
    ("ru", "Компания Acme сообщила, что Beta потратила 5 млн. «Это так», — сказал Иван Петров. "),
    ("ru", "Компания Acme сообщила, что Beta потратила 5 млн, и заявила, "),
    ("ru", '«сказал "он, '),
    ("ru", "Acme Beta Иван Петров "),
    ("ru", "приводит слова "),
    ("zh", "他打了：“水”"),
    ("en", '"a b c d," said '),
    ("de", "Der Chef von Acme sagte, Beta habe 5 Mio. ausgegeben. Es sei teuer gewesen, teilte er mit. "),
    ("de", "er teilte , nach Angaben der , die hat so "),
    ("de", "sagte, der , dass soll der haben nach Meinung "),
    ("de", "Acme-Werk Odell Marschs Trumps "),
    ("en", "he said that she claims the "),
    ("fr", "« La digue, a-t-il dit, tient », affirme Odile Marchal. Elle aurait cédé. "),
    ("fr", "selon lui a-t-il dit qu'il aurait été dit, affirmant que « l’eau, "),
    ("es", "«El río —dijo Ada Vell— baja», añadió, y dijo que habría crecido. "),
    ("es", "dijo que habría dicho, añadió, asegurando que según él "),
    ("it", "«Il fiume - ha detto Ada Vell - sale», ha aggiunto, e avrebbe detto al consiglio di dire che "),
    ("pt", "“O rio” disse Ada Vell, disse-se que teria dito-lhe, afirmando que segundo ele "),
    ("pl", "– Rzeka – powiedziała. – Woda w mieście (A) w mieście Anna Wał w środę dodała, że według niej "),
    ("pl", "według (A) w B według rzecznika powiedział się, jak podał w środę "),
    ("cs", "Řeka (A) ve městě podle (B) ve městě řekl ČTK mluvčí Petr Dub, že prý se domnívá se "),
    ("cs", "Petr Dub Petra Duba Petrem Dubem Dubovi "),
    ("zh", 'Acme公司表示，Beta花了5亿元。"很好，我们知道"，张三说。'),
    ("zh", "据他说表示称，"),
    ("zh", "称"),
    ("zh", "（他）说"),
    ("zh", "表示“好”"),
    ("zh", "张·"),
]


@pytest.mark.parametrize(("lang", "piece"), PIECES)
def test_eight_times_the_text_takes_about_eight_times_as_long(lang: str, piece: str, grows_linearly) -> None:
    language = load_language(lang)

    def read(times: int) -> None:
        text = piece * times
        sentences = split_sentences(text, language)
        find_claims(text, language, find_mentions(text, language, None, sentences), sentences)

    assert grows_linearly(read, 100)
