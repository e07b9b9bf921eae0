"""Word forms: the readings of a word and the forms of a base form, from the engine that the language pack names."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

import pymorphy3

from nlp.language import Language
from nlp.scripts import APOSTROPHES


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
    is_known: bool = True


class Morphology:
    """Readings and forms of words, each computed once."""

    def __init__(self, analyse: Callable[[str], list[Any]], fold: Mapping[int, str]) -> None:
        self._engine = analyse
        self._fold = fold
        self.readings = lru_cache(maxsize=65536)(self._readings)
        self.nominative = lru_cache(maxsize=65536)(self._nominative)

    def _analyse(self, word: str) -> list[Any]:
        """The engine's parses; none where it would fail, because a character has no Unicode name."""
        plain = word.translate(APOSTROPHES)
        parses = self._engine(plain) if all(unicodedata.name(c, "") for c in plain) else []
        parses = [p for p in parses if not (word[:1].isupper() and _is_guessed_genitive(p))]
        return sorted(parses, key=lambda p: (-p.score, _RANKS.get(str(p.tag.POS), len(_RANKS))))

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
        """The word's forms by case for each way in which it can be a nominative, names and singulars first.

        Where a case has two forms (директорові, директору), the second ones follow behind all first ones.
        """
        nominatives = [p for p in self._analyse(word) if "nomn" in p.tag and p.tag.POS in ("NOUN", "ADJF", "PRTF")]
        ranked = sorted(nominatives, key=lambda p: (not _form(p).is_name, p.tag.number == "plur"))
        first = [_declension(p, reversed) for p in ranked]
        return [*first, *(d for p in ranked if (d := _declension(p, list)) not in first)]

    def _nominative(self, word: str, case: str) -> str:
        """The nominative, in the same number and gender, of a word that stands in a case; names first."""
        parses = [p for p in self._analyse(word) if p.tag.case == case]
        best = min(parses, key=lambda p: not _form(p).is_name, default=None)
        found = best.inflect({"nomn"}) if best is not None else None
        return found.word if found is not None else word


def _declension(parse: Any, order: Callable[[list[Any]], Iterable[Any]]) -> dict[str, str]:
    """The forms by case that share number and gender with a nominative."""
    alike = [f for f in parse.lexeme if f.tag.number == parse.tag.number and f.tag.gender == parse.tag.gender]
    return {str(f.tag.case): f.word for f in order(alike) if f.tag.case is not None}


def _is_guessed_genitive(parse: Any) -> bool:
    """Whether an unknown word is taken for a plural without an ending, as names that end in a consonant are."""
    return not parse.is_known and parse.tag.number == "plur" and parse.tag.case in ("gent", "accs")


def _preference(parse: Any) -> tuple[bool, bool]:
    return _pos(parse.tag) != "INFN", "nomn" not in parse.tag


_RANKS = {pos: rank for rank, pos in enumerate(("PREP", "CONJ", "NPRO", "PRCL", "ADVB"))}
"""The order of readings that a dictionary without frequencies holds to be as likely: those of common words first."""


_NAMES = frozenset(("Name", "Surn", "Patr", "Orgn", "Geox"))
"""Grammemes of proper names; no dictionary has to know them all."""


def _form(parse: Any) -> Form:
    tag = parse.tag
    return Form(
        word=parse.word,
        lemma=parse.normal_form,
        pos=_pos(tag),
        case=_text(tag.case),
        number=_text(tag.number) or ("sing" if tag.gender is not None else None),
        gender=_text(tag.gender),
        tense=_text(tag.tense),
        person=_text(tag.person),
        is_animate="anim" in tag.grammemes,
        is_name=not _NAMES.isdisjoint(tag.grammemes),
        is_imperative=tag.mood == "impr",
        is_known=bool(getattr(parse, "is_known", True)),
    )


_REFINED = {("VERB", "infn"): "INFN", ("VERB", "Impe"): "PRTS", ("NPRO", "Fixd"): "ADJF"}
"""Classes that one dictionary tells from a wider one by the class itself, another by a grammeme beside it."""


def _pos(tag: Any) -> str | None:
    """The word class, the same in every dictionary: infinitives, impersonal participles and possessives are told."""
    pos = _text(tag.POS)
    refined = (name for (wide, mark), name in _REFINED.items() if wide == pos and mark in tag.grammemes)
    return next(refined, pos)


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
    """A name in all its cases, word by word, in up to four declensions; words without one stay as they are."""
    yield phrase
    if morphology is None:
        return
    words = phrase.split()
    tables = [morphology.declensions(word) for word in words]
    for variant in range(min(4, max(map(len, tables), default=0))):
        chosen = [table[min(variant, len(table) - 1)] if table else {} for table in tables]
        for case in CASES if any(chosen) else ():
            yield " ".join(table.get(case, word) for table, word in zip(chosen, words, strict=True))
