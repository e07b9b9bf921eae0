"""The words of a language that limit, stress or move a quantity, compiled once."""

from dataclasses import dataclass
from typing import Literal

from corpus.tables import Comparator
from nlp.cased import Meaning, cased_table
from nlp.language import Language
from nlp.lexicon import Lexicon
from nlp.lookup import Table, flags, folded_forms, keyed
from nlp.sections.comparators import ComparatorsSection

Trend = Literal["up", "down", "to", "by"]


@dataclass(frozen=True, slots=True)
class LimitWords:
    """What stands before and behind quantities and says how far they are exact, or where they went."""

    before: Table[Comparator]
    across: frozenset[str]
    prepositions: Table[bool]
    after: Table[Comparator]
    after_sign: Table[Comparator]
    emphasis_before: Table[bool]
    emphasis_after: Table[bool]
    transparent: Table[bool]
    cased: Table[tuple[Meaning, ...]]
    governing: Table[Comparator]
    reach: int
    trend: Table[Trend]
    trend_after: Table[Trend]
    by_words: Table[bool]
    target: frozenset[str]
    target_behind: bool
    target_words: Table[bool]
    only_with_magnitude: frozenset[str]
    only_with_unit: frozenset[str]
    not_with_duration: frozenset[str]
    rather_prepositions: frozenset[str]
    rather_numbers: frozenset[str]


def limit_words_of(language: Language, lexicon: Lexicon) -> LimitWords:
    """The compiled tables of `comparators.toml`."""
    own, writing = language.section("comparators", ComparatorsSection), lexicon.writing

    def flag(forms: list[str]) -> Table[bool]:
        return flags(forms, own.endings, writing)

    return LimitWords(
        before=keyed(own.before, own.endings, writing),
        across=frozenset(folded_forms(own.across, own.endings, writing)),
        prepositions=flag(own.prepositions),
        after=keyed(own.after, own.endings, writing),
        after_sign=keyed(own.after_sign, own.endings, writing),
        emphasis_before=flag(own.emphasis_before),
        emphasis_after=flag(own.emphasis_after),
        transparent=flag(own.transparent),
        cased=cased_table(own.cased, own.endings, writing),
        governing=keyed(own.governing, own.endings, writing),
        reach=own.reach,
        trend=keyed({t: fs for t, fs in own.trend.items() if t != "by"}, own.endings, writing),
        trend_after=keyed(own.trend_after, own.endings, writing),
        by_words=flag(own.trend.get("by", [])),
        target=frozenset(folded_forms(own.target, own.endings, writing)),
        target_behind=own.target_behind,
        target_words=flag(own.target_words),
        only_with_magnitude=frozenset(own.only_with_magnitude),
        only_with_unit=frozenset(own.only_with_unit),
        not_with_duration=frozenset(own.not_with_duration),
        rather_prepositions=frozenset(folded_forms(own.rather_prepositions, own.endings, writing)),
        rather_numbers=frozenset(folded_forms(own.rather_numbers, own.endings, writing)),
    )
