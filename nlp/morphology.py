"""Word forms: the readings of a word and the forms of a base form, from the engine that the language pack names."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

import pymorphy3

from nlp.language import Language


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word, in the grammemes of OpenCorpora (VERB, nomn, plur ...); null where it has none."""

    word: str
    lemma: str
    pos: str | None
    case: str | None = None
    number: str | None = None
    gender: str | None = None
    tense: str | None = None
    person: str | None = None
    is_animate: bool = False
    is_name: bool = False
    is_imperative: bool = False


class Morphology:
    """Readings and forms of words, each computed once."""

    def __init__(self, analyse: Callable[[str], list[Any]], fold: Mapping[int, str]) -> None:
        self._engine = analyse
        self._fold = fold
        self.readings = lru_cache(maxsize=65536)(self._readings)

    def _analyse(self, word: str) -> list[Any]:
        """The engine's parses; none where it would fail, because a character has no Unicode name."""
        return self._engine(word) if all(unicodedata.name(c, "") for c in word) else []

    def _readings(self, word: str) -> tuple[Form, ...]:
        return tuple(_form(parse) for parse in self._analyse(word)) or (Form(word, word.lower(), None),)

    def forms(self, lemma: str) -> tuple[Form, ...]:
        """All forms of a base form, also as spelled without optional marks; the word alone where it is no base form."""
        wanted = lemma.lower().translate(self._fold)
        parses = [p for p in self._analyse(lemma) if p.normal_form.translate(self._fold) == wanted]
        best = min(parses, key=_preference, default=None)
        if best is None:
            return (Form(lemma, lemma, None),)
        forms = [_form(p) for p in best.lexeme]
        plain = [replace(f, word=word) for f in forms if (word := f.word.translate(self._fold)) != f.word]
        return (*forms, *plain)

    def declensions(self, word: str) -> list[dict[str, str]]:
        """The word's forms by case for each way in which it can be a nominative, names and singulars first."""
        nominatives = [p for p in self._analyse(word) if "nomn" in p.tag and p.tag.POS in ("NOUN", "ADJF")]
        ranked = sorted(nominatives, key=lambda p: (not _form(p).is_name, p.tag.number == "plur"))
        return [_declension(p) for p in ranked]


def _declension(parse: Any) -> dict[str, str]:
    """The forms by case that share number and gender with a nominative."""
    alike = [f for f in parse.lexeme if f.tag.number == parse.tag.number and f.tag.gender == parse.tag.gender]
    return {str(f.tag.case): f.word for f in reversed(alike) if f.tag.case is not None}


def _preference(parse: Any) -> tuple[bool, bool]:
    return parse.tag.POS != "INFN", "nomn" not in parse.tag


_NAMES = frozenset(("Name", "Surn", "Patr", "Orgn", "Geox"))
"""Grammemes of proper names; no dictionary has to know them all."""


def _form(parse: Any) -> Form:
    tag = parse.tag
    return Form(
        word=parse.word,
        lemma=parse.normal_form,
        pos=_text(tag.POS),
        case=_text(tag.case),
        number=_text(tag.number),
        gender=_text(tag.gender),
        tense=_text(tag.tense),
        person=_text(tag.person),
        is_animate="anim" in tag.grammemes,
        is_name=not _NAMES.isdisjoint(tag.grammemes),
        is_imperative=tag.mood == "impr",
    )


def _text(grammeme: Any) -> str | None:
    return None if grammeme is None else str(grammeme)


def _pymorphy(language: Language) -> Morphology:
    analyser = pymorphy3.MorphAnalyzer(lang=language.code)
    fold = {ord(full): plain.decode() for plain, fulls in analyser.char_substitutes.items() for _, full in fulls}
    return Morphology(analyser.parse, fold)


ENGINES: dict[str, Callable[[Language], Morphology]] = {"pymorphy3": _pymorphy}


@cache
def morphology_of(language: Language) -> Morphology | None:
    """The engine that the pack names, loaded once per process; null for a pack that names none."""
    name = language.about.morphology
    return None if name is None else ENGINES[name](language)


CASES = ("gent", "datv", "accs", "ablt", "loct")
"""The oblique cases, in which a name looks different."""


def inflected(phrase: str, morphology: Morphology | None) -> Iterator[str]:
    """A name in all its cases, word by word, in up to two declensions; words without one stay as they are."""
    yield phrase
    if morphology is None:
        return
    words = phrase.split()
    tables = [morphology.declensions(word) for word in words]
    for variant in range(2):
        chosen = [table[min(variant, len(table) - 1)] if table else {} for table in tables]
        for case in CASES if any(chosen) else ():
            yield " ".join(table.get(case, word) for table, word in zip(chosen, words, strict=True))
