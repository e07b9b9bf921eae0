"""Words for one that are the article too, and articles that are no number word."""

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


@pytest.mark.parametrize(
    ("code", "text", "n"),
    [
        ("en", "about a mile away, more than a year on", 2),
        ("en", "a mile away, a year on", 0),
        ("en", "talks about a second round and about a settlement", 0),
        ("en", "they took over a company and put it under a state fund", 0),
        ("en", "more than a hundred boats", 1),
        ("en", "dues were 5 percent more than a year ago and higher than a month earlier", 1),
        ("en", "it began more than a year ago", 1),
        ("de", "fast ein Jahrzehnt, über eine Woche", 2),
        ("de", "sie verhandeln über eine Entschädigung", 0),
        ("de", "mindestens eine Person", 1),
        ("de", "mindestens eine weitere Klägerin, mindestens eine der Parteien", 1),
        ("de", "es wird mehr als eine und weniger als 48 sein", 2),
        ("en", "at least one accuser, at least one of them, one accuser", 1),
        ("en", "more than one and less than 48, more than one of about 20", 3),
        ("fa", "حدود یک ساعت، یک ساعت، حدود یک کشور", 1),
        ("fr", "une grève d'une semaine", 1),
        ("fr", "à la fin d'une semaine, au bout d'un an", 0),
        ("fr", "au terme d'une journée difficile", 0),
        ("fr", "presque une seconde fois", 0),
        ("es", "cerca de una década, una huelga de una semana", 2),
        ("es", "después de una semana, casi un segundo gol", 0),
        ("pt", "quase uma década, uma greve de uma semana", 2),
        ("it", "quasi un decennio, uno sciopero di una settimana", 2),
        ("it", "rispetto a quello di un anno fa", 0),
        ("nl", "bijna een decennium", 1),
        ("sv", "nästan ett decennium, en veckas strejk", 2),
        ("sv", "en vecka senare", 0),
    ],
)
def test_bare_one_counts_behind_limits_and_as_what_lasts(code: str, text: str, n: int) -> None:
    assert len(read_figures(text, load_language(code))) == n
