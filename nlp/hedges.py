"""Hedges: words that weaken a claim, words that hold it at a distance, and whole attributions in parentheses."""

from functools import cache

from corpus.strict import Strict
from corpus.tables import HedgeClass
from nlp.language import Language
from nlp.layers import Hedge
from nlp.spotter import Phrases, shelf_of


class Hedges(Strict):
    """`hedges.toml`: surface forms, by class."""

    modal: list[str] = []
    evidential: list[str] = []


@cache
def _phrases(language: Language) -> Phrases[HedgeClass]:
    section = language.section("hedges", Hedges)
    table: dict[str, HedgeClass] = dict.fromkeys(section.modal, "modal")
    table.update(dict.fromkeys(section.evidential, "evidential"))
    return Phrases(table, shelf_of(language))


def find_hedges(text: str, language: Language) -> list[Hedge]:
    """The modal and evidential words of a text, in order."""
    return [Hedge(h.start, h.end, h.value) for h in _phrases(language).find(text)]
