import re
from datetime import date
from decimal import Decimal

import pytest
import spacy

from corpus.event import Event
from nlp.actors import Roster, find_mentions
from nlp.claims import find_claims
from nlp.language import load_language
from nlp.layers import Counted, Figure
from nlp.links import link_figures
from nlp.sentences import split_sentences

EVENT = Event.model_validate(
    {
        "id": "river",
        "title": "Who poisoned the Sorga",
        "window": {"start": date(2031, 5, 1), "end": date(2031, 5, 20)},
        "terms": {"*": ["Sorga"]},
        "actors": [
            {"id": i, "name": i.title(), "kind": kind, "aliases": {"*": [i.title()]}}
            for i, kind in (
                ("aquila", "organisation"),
                ("borex", "organisation"),
                ("cindra", "organisation"),
                ("delphi", "organisation"),
                ("stolz", "person"),
                ("purol", "product"),
            )
        ],
        "groups": [{"id": "plants", "name": "The plants", "members": ["borex", "cindra", "delphi"]}],
    }
)


def links(text: str, lang: str) -> list[tuple[str | None, str | None]]:
    """(actor, source) of each run of digits in the text, in order."""
    language = load_language(lang)
    sentences = split_sentences(text, language)
    mentions = find_mentions(text, language, Roster(EVENT, language), sentences)
    reading = find_claims(text, language, mentions, sentences)
    figures = [Figure(m.start(), m.end(), Decimal(1), Decimal(1), "count") for m in re.finditer(r"\d+", text)]
    found = link_figures(text, language, figures, reading.mentions, reading.claims, sentences)
    return [(f.actor, f.source) for f in found]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ru", "Borex слила 13 тонн кислоты.", "borex"),
        ("ru", "В Borex слили почти 40 тонн.", "borex"),
        ("ru", "Borex стала рекордсменом — 13 тонн за день.", "borex"),
        ("ru", "Borex, Cindra и Delphi отравили реку, слив 16 тонн кислоты через 24 трубы.", "plants"),
        ("ru", "Три завода — Borex, Cindra и Delphi — слили 16 тонн.", "plants"),
        ("ru", "Borex закрыла цех. Компания выплатила 15 тысяч.", "borex"),
        ("ru", "Единственная труба у Borex сломалась; неизвестная баржа слила 20 тонн.", None),
        ("ru", "Borex молчит, единственная баржа слила 20 тонн.", None),
        ("ru", "Purol стоит 20 рублей.", None),
        ("ru", "Borex и Cindra слили 20 тонн.", None),
        ("ru", "За день слито 20 тонн.", None),
        ("ru", "Aquila заявила, что слила 20 тонн.", "aquila"),
        ("ru", "В Aquila сообщают, что потоки шли из 20 труб.", None),
        ("ru", "Aquila заявила, что слито 20 тонн.", None),
        ("ru", "Aquila заявила, что закрыла цех, а баржа слила 20 тонн.", None),
        ("ru", "Trellwave слила 20 тонн.", "trellwave"),
        ("ru", "У пристани Trellwave слито 20 тонн.", None),
        ("en", "Borex spilled 13 tons.", "borex"),
        ("en", "Borex, Cindra and Delphi ruined the river, spilling 16 tons.", "plants"),
        ("en", "Borex shut its shop. The company paid 15 million.", "borex"),
        ("en", "Borex is silent, and a single barge spilled 20 tons.", None),
        ("zh", "Borex排放了13吨废水。", "borex"),
        ("zh", "Borex、Cindra和Delphi污染河流,通过管道排放16吨废水。", "plants"),
        ("zh", "Borex停产。该公司赔偿了15万元。", "borex"),
    ],
)
def test_a_figure_belongs_to_the_actor_of_its_clause_or_to_nobody(lang: str, text: str, expected: str | None) -> None:
    assert {actor for actor, _ in links(text, lang)} == {expected}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ru", "Aquila заявила, что Borex слила 13 тонн.", ("borex", "aquila")),
        ("ru", "Borex слила 13 тонн. Об этом сообщила Aquila.", ("borex", "aquila")),
        ("ru", "По данным Aquila, слито 13 тонн.", (None, "aquila")),
        ("ru", "Aquila обвинила Borex во лжи. Borex слила 13 тонн.", ("borex", "aquila")),
        ("ru", "Borex слила 13 тонн.", ("borex", None)),
        ("ru", "Критики говорят, что Borex слила 13 тонн.", ("borex", None)),
        ("en", "Aquila said Borex spilled 13 tons.", ("borex", "aquila")),
        ("en", "Stolz says that Aquila claims Borex spilled 13 tons.", ("borex", "aquila")),
        ("en", "Borex reportedly spilled 13 tons.", ("borex", None)),
        ("zh", "Aquila指控Borex排放13吨废水。", ("borex", "aquila")),
        ("zh", "据悉,Borex排放13吨废水。", ("borex", None)),
    ],
)
def test_a_figure_stands_on_the_authority_of_the_innermost_speaker(
    lang: str, text: str, expected: tuple[str | None, str | None]
) -> None:
    assert links(text, lang) == [expected]


def test_a_counted_group_is_whose_count_it_is() -> None:
    language = load_language("ru")
    text = "Borex, Cindra и Delphi закрыты. Суд ждал 3 компании."
    mentions = find_mentions(text, language, Roster(EVENT, language))
    at = text.index("3")
    counted = Counted(at + 2, at + 10, "компания")
    figure = Figure(at, at + 1, Decimal(3), Decimal(3), "count", counted=counted)
    (linked,) = link_figures(text, language, [figure], mentions, (), split_sentences(text, language))
    assert linked.actor == "plants"


def test_the_component_fills_the_figures_of_the_document() -> None:
    nlp = spacy.blank("en")
    for name in ("parallax_sentences", "parallax_actors", "parallax_claims"):
        nlp.add_pipe(name)
    doc = nlp("The firm Aquila Group said it paid 13 dollars.")
    at = doc.text.index("13")
    doc._.figures = (Figure(at, at + 2, Decimal(13), Decimal(13), "money"),)
    nlp_links = nlp.create_pipe("parallax_links")
    (figure,) = nlp_links(doc)._.figures
    assert (figure.source, figure.claim) == ("aquila-group", 0)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Borex spilled 13 tons and Cindra 20.", ["borex", "cindra"]),
        ("en", "Borex spilled 13 tons, Cindra about 20 and Delphi nearly 7.", ["borex", "cindra", "delphi"]),
        ("ru", "Borex слила 13 тонн, а Cindra 20.", ["borex", "cindra"]),
        ("en", "Borex sold 13 tons to Cindra at 20 dollars.", ["borex", "borex"]),
    ],
)
def test_actors_joined_on_own_their_own_figures(lang: str, text: str, expected: list[str | None]) -> None:
    assert [actor for actor, _ in links(text, lang)] == expected


def test_links_leave_what_was_read_of_a_figure() -> None:
    figure = Figure(12, 14, Decimal(30), Decimal(31), "money", "EUR", "over", True, "a", "up", Decimal(1), iso="x")
    figure.counted = Counted(15, 20, "ferry", "vessel")
    (linked,) = link_figures("Aquila sold 30 boats.", load_language("en"), [figure], [], [], [])
    assert linked == figure
