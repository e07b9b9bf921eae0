"""What can stand around a number in a language, compiled once into lookup tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from corpus.errors import PackError
from corpus.strict import Strict, load_toml
from corpus.tables import Comparator, FigureKind
from nlp.cased import Meaning, cased_table
from nlp.language import Language
from nlp.lexicon import Lexicon, lexicon_of
from nlp.lookup import Table, flags, folded_forms, keyed
from nlp.sections.comparators import ComparatorsSection
from nlp.sections.counted import CountedSection
from nlp.sections.quantities import QuantitiesSection
from nlp.sections.traps import TrapsSection

NOT_MONEY = "-"
_MONEY = Path(__file__).parent / "currencies.toml"
_CONCEPTS = Path(__file__).parent / "concepts.toml"

Trend = Literal["up", "down", "to", "by"]
Unit = tuple[Literal["duration", "measure"], str]


class Money(Strict):
    """`currencies.toml`: codes and signs of money that no language owns."""

    codes: list[str]
    before: dict[str, list[str]]
    after: dict[str, list[str]]
    minor: dict[str, list[str]]
    attached: dict[str, int]


class Concept(Strict):
    """One entry of `concepts.toml`."""

    label: str
    broader: str | None = None


class Concepts(Strict):
    """`concepts.toml`: what is counted, across languages."""

    concept: dict[str, Concept]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two phrases around two numbers."""

    lead: Table[bool]
    middle: Table[bool]
    is_close: bool
    close: Table[bool]


@dataclass(frozen=True, slots=True)
class Traps:
    """What beside a number tells that it counts nothing."""

    before: Table[bool]
    not_before: Table[bool]
    after: Table[bool]
    clock_before: Table[bool]
    clock_after: Table[bool]
    clock_before_hours: Table[bool]
    clock_before_bare: Table[bool]
    share_before: Table[bool]
    ordinals: Table[bool]
    clock_point_before: Table[bool]
    ordinal_stop: bool
    score_links: Table[bool]
    ordinal_stop_anywhere: bool
    named_endings: tuple[str, ...]
    street: frozenset[str]
    after_money: Table[bool]
    after_counter: Table[bool]
    ordinal_lead: Table[bool]
    joints: tuple[str, ...]
    hyphen_names: bool
    capital_nouns: bool


@dataclass(frozen=True, slots=True)
class Phrases:
    """The tables of one language."""

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
    money_before: Table[str]
    money_after: Table[str]
    capital_codes: frozenset[str]
    money_attached: dict[str, int]
    money_scaled: Table[tuple[str, Decimal]]
    minor: Table[str]
    units: Table[Unit]
    kind_of_unit: dict[str, FigureKind]
    unit_letters: frozenset[str]
    unit_stems: tuple[tuple[str, Unit], ...]
    classifiers: Table[bool]
    decimals_behind: Table[bool]
    tenth_units: Table[bool]
    times_after: Table[bool]
    times_before: Table[bool]
    times_more: Table[bool]
    times_lead: Table[bool]
    ratio_links: Table[bool]
    part_of: Table[bool]
    ranges: tuple[Pair, ...]
    change: tuple[Pair, ...]
    change_words: frozenset[str]
    before: Table[Comparator]
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
    bare_only: frozenset[str]
    ambiguous: frozenset[str]
    rarely_numbers: frozenset[str]
    article_ones: frozenset[str]
    part_link: Table[bool]
    part_ordinal: Table[Decimal]
    part_word: Table[bool]
    limited_only: frozenset[str]
    not_with_duration: frozenset[str]
    only_with_unit: frozenset[str]
    generic_money: frozenset[str]
    ordinal_before: Table[bool]
    superlative: Table[bool]
    traps: Traps


@cache
def money() -> Money:
    """The signs and codes of money."""
    return load_toml(_MONEY, Money, PackError)


@cache
def concepts() -> dict[str, Concept]:
    """The concepts of counted nouns, by id."""
    return load_toml(_CONCEPTS, Concepts, PackError).concept


def is_kind_of(concept: str | None, wanted: str) -> bool:
    """Whether a concept is another one or narrower than it."""
    while concept is not None and concept != wanted:
        found = concepts().get(concept)
        concept = found.broader if found else None
    return concept is not None


@cache
def phrases_of(language: Language) -> Phrases:
    """The compiled tables of a language."""
    lexicon = lexicon_of(language)
    own = language.section("quantities", QuantitiesSection)
    limits = language.section("comparators", ComparatorsSection)

    def flag(forms: list[str], endings: dict[str, list[str]] = own.endings) -> Table[bool]:
        return flags(forms, endings, lexicon.writing)

    def key(values: Mapping[str, list[str]]) -> Table[str]:
        return keyed(values, own.endings, lexicon.writing)

    numbers = lexicon.numbers
    units = _units_of(own)
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
        money_before=key(_joined(own.currency_before, money().before, _codes())),
        money_after=key(_joined({NOT_MONEY: own.not_money}, own.currency, money().after, _codes())),
        capital_codes=_capital_codes(own),
        money_attached=money().attached,
        money_scaled=keyed(_scaled(own), own.endings, lexicon.writing),
        minor=key(_joined(own.minor, money().minor)),
        units=keyed(units, own.endings, lexicon.writing),
        kind_of_unit={"pp": "percent", "%": "percent", **{unit: kind for kind, unit in units}},
        unit_stems=tuple((stem, ("duration", unit)) for unit, stems in own.glued.items() for stem in stems),
        unit_letters=frozenset(form for forms in units.values() for form in forms if len(form) == 1),
        classifiers=flag(own.classifiers),
        decimals_behind=flag(own.decimals_behind),
        tenth_units=flag(own.tenth_units),
        times_after=flag(own.times_after),
        times_before=flag(own.times_before),
        times_more=flag(own.times_more),
        times_lead=flag(own.times_lead),
        ratio_links=flag(numbers.one_noun_in, numbers.endings),
        part_of=flag(numbers.part_of, numbers.endings),
        ranges=tuple(Pair(flag(p.lead), flag(p.middle), p.is_close, flag(p.close)) for p in own.ranges),
        change=tuple(Pair(flag(p.lead), flag(p.middle), p.is_close, flag(p.close)) for p in own.change),
        change_words=frozenset(folded_forms(own.change_words, own.endings, lexicon.writing)),
        before=keyed(limits.before, limits.endings, lexicon.writing),
        after=keyed(limits.after, limits.endings, lexicon.writing),
        after_sign=keyed(limits.after_sign, limits.endings, lexicon.writing),
        emphasis_before=flag(limits.emphasis_before, limits.endings),
        emphasis_after=flag(limits.emphasis_after, limits.endings),
        transparent=flag(limits.transparent, limits.endings),
        cased=cased_table(limits.cased, limits.endings, lexicon.writing),
        governing=keyed(limits.governing, limits.endings, lexicon.writing),
        reach=limits.reach,
        trend=keyed({t: fs for t, fs in limits.trend.items() if t != "by"}, limits.endings, lexicon.writing),
        trend_after=keyed(limits.trend_after, limits.endings, lexicon.writing),
        by_words=flag(limits.trend.get("by", []), limits.endings),
        target=frozenset(folded_forms(limits.target, limits.endings, lexicon.writing)),
        target_behind=limits.target_behind,
        target_words=flag(limits.target_words, limits.endings),
        bare_only=frozenset(numbers.reach),
        ambiguous=frozenset(folded_forms(numbers.ambiguous, numbers.endings, lexicon.writing)),
        rarely_numbers=frozenset(folded_forms(numbers.rarely_numbers, numbers.endings, lexicon.writing)),
        article_ones=frozenset(folded_forms(numbers.article_ones, numbers.endings, lexicon.writing)),
        part_link=flag(numbers.part_link, numbers.endings),
        part_ordinal=keyed(
            {Decimal(v): fs for v, fs in numbers.part_ordinal.items()}, numbers.endings, lexicon.writing
        ),
        part_word=flag(numbers.part_word, numbers.endings),
        limited_only=frozenset(folded_forms(numbers.limited_only, numbers.endings, lexicon.writing)),
        not_with_duration=frozenset(limits.not_with_duration),
        only_with_unit=frozenset(limits.only_with_unit),
        generic_money=frozenset(folded_forms(own.generic_money, own.endings, lexicon.writing)),
        ordinal_before=flag(numbers.ordinal_before, numbers.endings),
        superlative=flag(numbers.superlative, numbers.endings),
        traps=_traps_of(language, lexicon),
    )


def _scaled(own: QuantitiesSection) -> dict[tuple[str, Decimal], list[str]]:
    return {(c, Decimal(v)): forms for c, scales in own.scaled_currency.items() for v, forms in scales.items()}


def _codes() -> dict[str, list[str]]:
    return {code: [code, code + "$"] for code in money().codes}


def _capital_codes(own: QuantitiesSection) -> frozenset[str]:
    """The codes, in small letters, that are words in small letters: no list of signs has them."""
    tables = (own.currency, own.currency_before, money().before, money().after)
    listed = {form for table in tables for forms in table.values() for form in forms}
    return frozenset(code.lower() for code in money().codes) - listed


def _units_of(own: QuantitiesSection) -> dict[Unit, list[str]]:
    units: dict[Unit, list[str]] = {("duration", unit): forms for unit, forms in own.duration.items()}
    units.update({("measure", unit): forms for unit, forms in own.measure.items()})
    return units


def _traps_of(language: Language, lexicon: Lexicon) -> Traps:
    own = language.section("traps", TrapsSection)

    def flag(forms: list[str]) -> Table[bool]:
        return flags(forms, own.endings, lexicon.writing)

    return Traps(
        before=flag(own.before),
        not_before=flag(own.not_before),
        after=flag(own.after),
        clock_before=flag(own.clock_before),
        clock_after=flag(own.clock_after),
        clock_before_hours=flag(own.clock_before_hours),
        clock_before_bare=flag(own.clock_before_bare),
        share_before=flag(own.share_before),
        ordinals=flag(own.ordinals),
        clock_point_before=flag(own.clock_point_before),
        ordinal_stop=own.ordinal_stop,
        score_links=flag(own.score_links),
        ordinal_stop_anywhere=own.ordinal_stop_anywhere,
        named_endings=tuple(own.named_endings),
        street=frozenset(folded_forms(own.street, own.endings, lexicon.writing)),
        after_money=flag(own.after_money),
        after_counter=flag(own.after_counter),
        ordinal_lead=flag(own.ordinal_lead),
        joints=tuple(own.joints),
        hyphen_names=own.hyphen_names,
        capital_nouns=language.section("counted", CountedSection).capital_nouns,
    )


def _joined(*tables: Mapping[str, list[str]]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for table in tables:
        for key, forms in table.items():
            out.setdefault(key, []).extend(forms)
    return out
