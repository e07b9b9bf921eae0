"""What a language knows about the nouns that it counts, compiled once."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from nlp.language import Language
from nlp.lexicon import lexicon_of
from nlp.lookup import Table, Writing, flags, folded_forms
from nlp.sections.counted import CountedSection


@dataclass(frozen=True, slots=True)
class Nouns:
    """What a language knows about the nouns it counts."""

    language: Language
    stop: frozenset[str]
    longest: int
    irregular: dict[str, str]
    plural_endings: tuple[tuple[str, str], ...]
    ends_of_plurals: tuple[str, ...]
    not_plural: tuple[str, ...]
    any_word: bool
    first_noun: bool
    capital_nouns: bool
    adjective_endings: tuple[str, ...]
    adjectives: frozenset[str]
    verb_endings: tuple[str, ...]
    adjectives_behind: bool
    concept: dict[str, str]
    known: Table[str]
    phrases: Table[str]
    through: Table[bool]
    before_verbs: Table[bool]
    writing: Writing
    tag: Callable[[str], tuple[str, str]] | None


@cache
def nouns_of(language: Language) -> Nouns:
    """The compiled nouns of a language."""
    own = language.section("counted", CountedSection)
    writing = lexicon_of(language).writing
    concept = {f: c for c, forms in own.concepts.items() for f in folded_forms(forms, own.endings, writing)}
    return Nouns(
        language=language,
        stop=frozenset(folded_forms(own.stop, own.endings, writing)),
        longest=own.longest,
        irregular={f: lemma for lemma, forms in own.irregular.items() for f in forms},
        plural_endings=tuple(own.plural_endings),
        ends_of_plurals=tuple(ending for ending, _ in own.plural_endings),
        not_plural=tuple(own.not_plural),
        any_word=own.any_word or own.capital_nouns,
        first_noun=own.first_noun,
        capital_nouns=own.capital_nouns,
        adjective_endings=tuple(own.adjective_endings),
        adjectives=frozenset(folded_forms(own.adjectives, own.endings, writing)),
        verb_endings=tuple(own.verb_endings),
        adjectives_behind=own.adjectives_behind,
        concept=concept,
        known=Table(concept, writing),
        phrases=Table({form: c for form, c in concept.items() if " " in form}, writing),
        through=flags(own.through, own.endings, writing),
        before_verbs=flags(own.before_verbs, own.endings, writing),
        writing=writing,
        tag=_tagger(language.about.morphology, language.about.spacy) if language.about.morphology else None,
    )


@cache
def _tagger(engine: str, code: str) -> Callable[[str], tuple[str, str]]:
    import pymorphy3

    analyzer: Any = pymorphy3.MorphAnalyzer(lang=code)

    @lru_cache(maxsize=50_000)
    def tag(word: str) -> tuple[str, str]:
        if not all(unicodedata.name(char, "") for char in word):  # the analyser looks names up and fails without
            return "", word
        best = analyzer.parse(word)[0]
        return str(best.tag.POS), str(best.normal_form)

    return tag


def singular_of(word: str, nouns: Nouns) -> str | None:
    """The base form of a word with a plural ending; None if it has none."""
    if word in nouns.irregular:
        return nouns.irregular[word]
    if not word.endswith(nouns.ends_of_plurals):
        return None
    for ending, replacement in nouns.plural_endings:
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith(nouns.not_plural):
            return word.removesuffix(ending) + replacement
    return None
