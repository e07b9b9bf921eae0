"""What can stand around a number in a language, compiled once into lookup tables."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from corpus.tables import FigureKind
from nlp.language import Language
from nlp.lexicon import Lexicon, lexicon_of
from nlp.limit_words import LimitWords, limit_words_of
from nlp.lookup import Table, flags, folded_forms, keyed
from nlp.money import MoneyWords, money_words_of
from nlp.sections.quantities import Paired, QuantitiesSection
from nlp.trap_words import Traps, traps_of

Unit = tuple[Literal["duration", "measure"], str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two phrases around two numbers."""

    lead: Table[bool]
    middle: Table[bool]
    neighbours: bool
    in_time: bool
    close: Table[bool]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Words that are numbers only in some company."""

    ambiguous: frozenset[str]
    rarely_numbers: frozenset[str]
    article_ones: frozenset[str]
    limited_only: frozenset[str]
    ordinal_units: frozenset[str]
    lasting_units: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The tables of one language. `pairs` stand around two numbers; those with True tell a movement."""

    language: Language
    lexicon: Lexicon
    percent: Table[bool]
    percent_before: Table[bool]
    points: Table[bool]
    points_beside_percent: Table[bool]
    tenths: Table[bool]
    hundredths: Table[bool]
    thousandths: Table[bool]
    tenths_as_percent: bool
    discount: Table[bool]
    units: Table[Unit]
    kind_of_unit: dict[str, FigureKind]
    unit_letters: frozenset[str]
    unit_stems: tuple[tuple[str, Unit], ...]
    classifiers: Table[bool]
    decimals_behind: Table[bool]
    tenth_units: Table[bool]
    times_after: Table[bool]
    times_before: Table[bool]
    fold_times: Table[bool]
    times_more: Table[bool]
    times_lead: Table[bool]
    part_of: Table[bool]
    pairs: tuple[tuple[Pair, bool], ...]
    change_words: frozenset[str]
    part_link: Table[bool]
    part_ordinal: Table[Decimal]
    part_word: Table[bool]
    ordinal_before: Table[bool]
    superlative: Table[bool]
    doubtful: Doubtful
    money: MoneyWords
    limits: LimitWords
    traps: Traps


@cache
def phrases_of(language: Language) -> Phrases:
    """The compiled tables of a language."""
    lexicon = lexicon_of(language)
    own = language.section("quantities", QuantitiesSection)

    def flag(forms: list[str], endings: dict[str, list[str]] = own.endings) -> Table[bool]:
        return flags(forms, endings, lexicon.writing)

    def pair(words: Paired) -> Pair:
        return Pair(flag(words.lead), flag(words.middle), words.neighbours, words.in_time, flag(words.close))

    numbers = lexicon.numbers
    ordinals = {Decimal(value): forms for value, forms in numbers.part_ordinal.items()}
    units = _units_of(own)
    kinds: dict[str, FigureKind] = {unit: kind for kind, unit in units}
    return Phrases(
        language=language,
        lexicon=lexicon,
        percent=flag(own.percent),
        percent_before=flag(own.percent_before),
        points=flag(own.points),
        points_beside_percent=flag(own.points_beside_percent),
        tenths=flag(own.tenths),
        hundredths=flag(own.hundredths),
        thousandths=flag(own.thousandths),
        tenths_as_percent=own.tenths_as_percent,
        discount=flag(own.discount),
        units=keyed(units, own.endings, lexicon.writing),
        kind_of_unit={"pp": "percent", "%": "percent", **kinds},
        unit_stems=tuple((stem, unit) for unit in units for stem in own.glued.get(unit[1], ())),
        unit_letters=frozenset(form for forms in units.values() for form in forms if len(form) == 1),
        classifiers=flag(own.classifiers),
        decimals_behind=flag(own.decimals_behind),
        tenth_units=flag(own.tenth_units),
        times_after=flag(own.times_after),
        times_before=flag(own.times_before),
        fold_times=flag(own.fold_times),
        times_more=flag(own.times_more),
        times_lead=flag(own.times_lead),
        part_of=flag(numbers.part_of, numbers.endings),
        pairs=(*((pair(p), True) for p in own.change), *((pair(p), False) for p in own.ranges)),
        change_words=frozenset(folded_forms(own.change_words, own.endings, lexicon.writing)),
        part_link=flag(numbers.part_link, numbers.endings),
        part_ordinal=keyed(ordinals, numbers.endings, lexicon.writing),
        part_word=flag(numbers.part_word, numbers.endings),
        ordinal_before=flag(numbers.ordinal_before, numbers.endings),
        superlative=flag(numbers.superlative, numbers.endings),
        doubtful=_doubtful_of(lexicon),
        money=money_words_of(own, lexicon.writing, numbers.cents_links),
        limits=limit_words_of(language, lexicon),
        traps=traps_of(language, lexicon.writing),
    )


def _doubtful_of(lexicon: Lexicon) -> Doubtful:
    numbers = lexicon.numbers

    def words(forms: list[str]) -> frozenset[str]:
        return frozenset(folded_forms(forms, numbers.endings, lexicon.writing))

    return Doubtful(
        ambiguous=words(numbers.ambiguous),
        rarely_numbers=words(numbers.rarely_numbers),
        article_ones=words(numbers.article_ones),
        limited_only=words(numbers.limited_only),
        ordinal_units=words(numbers.ordinal_units),
        lasting_units=words(numbers.lasting_units),
    )


def _units_of(own: QuantitiesSection) -> dict[Unit, list[str]]:
    units: dict[Unit, list[str]] = {("duration", unit): forms for unit, forms in own.duration.items()}
    units.update({("measure", unit): forms for unit, forms in own.measure.items()})
    return units
