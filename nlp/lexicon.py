"""A language's figure words, compiled once: one automaton over all words that can begin a figure, and lookup tables."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from corpus.tables import Comparator
from nlp.atoms import Atom, Role, atoms_of
from nlp.digit_shapes import number_shape
from nlp.fold import folding_of
from nlp.glued import compounds_of
from nlp.language import Language
from nlp.limited_units import limited_units
from nlp.lookup import Table, Writing, flags, folded_forms, keyed
from nlp.sections.comparators import ComparatorsSection
from nlp.sections.counted import CountedSection
from nlp.sections.numbers import NumbersSection
from nlp.sections.quantities import QuantitiesSection

_GLUED: tuple[Role, ...] = ("small", "scale", "plural", "dependent", "whole", "denominator", "adjective")
"""What a number word written as one word is made of."""

STEM_REST, LONGEST_REST = 4, 40
"""Letters that a stem may take on: an ending, or a noun that is glued to it."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that reading numbers needs; places in it are looked up in folded text."""

    numbers: NumbersSection
    is_spaced: bool
    is_additive: bool
    writing: Writing
    automaton: AhoCorasick
    atoms: tuple[Atom, ...]
    attached: dict[str, Decimal]
    with_decimals: dict[str, Decimal]
    before_noun: dict[str, Decimal]
    apart: frozenset[str]
    measured: frozenset[str]
    tails: Table[Decimal]
    genitives: frozenset[str]
    genitive_behind: Table[bool]
    several: Table[bool]
    articles: Table[bool]
    negative: Table[bool]
    negative_after: Table[bool]
    not_negative: Table[bool]
    round: frozenset[str]
    unit_numbers: frozenset[str]
    of: Table[bool]
    infix: Table[Comparator]
    one_in: Table[bool]
    one_in_alone: Table[bool]
    one_in_before: Table[bool]
    whole_links: tuple[str, ...]
    attributive: frozenset[str]
    never_glued: frozenset[str]
    enclitics: Table[bool]
    over: Table[bool]
    over_at_end: Table[bool]
    definite: Table[bool]
    than: Table[bool]
    between_leads: Table[bool]
    bare_after: Table[bool]
    first_few: Table[bool]
    first_many: Table[bool]
    one_more: Table[bool]
    one_after: Table[bool]
    not_one_after: Table[bool]
    baseline_after: Table[bool]
    both: frozenset[str]
    both_articles: Table[bool]
    both_links: Table[bool]
    noun_in_ratio: Table[bool]
    rare_wholes: Table[bool]
    durations: frozenset[str]
    by_form: dict[str, Atom]
    glued: dict[str, Atom]
    glue_links: tuple[str, ...]
    fraction_links: frozenset[str]
    by_words: Table[bool]
    moved: frozenset[str]
    stop: frozenset[str]
    stem_rest: int
    compound: tuple[str, ...]
    number_shape: re.Pattern[str]


@cache
def lexicon_of(language: Language) -> Lexicon:
    """The compiled lexicon of a language; raises PackError where its files contradict each other."""
    numbers = language.section("numbers", NumbersSection)
    comparators = language.section("comparators", ComparatorsSection)
    quantities = language.section("quantities", QuantitiesSection)
    writing, own = _writing_of(numbers), numbers.endings
    forms = {**limited_units(language, writing), **atoms_of(language, numbers, writing)}
    return Lexicon(
        numbers=numbers,
        is_spaced=language.about.is_spaced,
        is_additive=numbers.composition == "additive",
        writing=writing,
        automaton=AhoCorasick(list(forms), matchkind=MatchKind.LeftmostLongest),
        atoms=tuple(forms.values()),
        by_form=forms,
        glued={**_tails(numbers, writing), **_parts(forms, tuple(numbers.glue_links))} if numbers.glued else {},
        glue_links=tuple(numbers.glue_links),
        fraction_links=_fraction_links(numbers),
        by_words=flags(comparators.trend.get("by", []), comparators.endings, writing),
        moved=frozenset(folded_forms(comparators.target, comparators.endings, writing)),
        stop=_stop_words(language, writing),
        stem_rest=LONGEST_REST if numbers.noun_goes_on else STEM_REST,
        compound=tuple(numbers.compound),
        number_shape=number_shape(numbers),
        attached={f: Decimal(v) for v, s in numbers.scale.items() for f in s.attached},
        with_decimals={f: Decimal(v) for v, s in numbers.scale.items() for f in s.with_decimals},
        before_noun={f: Decimal(v) for v, s in numbers.scale.items() for f in s.before_noun},
        apart=frozenset(f for s in numbers.scale.values() for f in s.apart),
        measured=frozenset(numbers.measured),
        tails=keyed({Decimal(v): fs for v, fs in numbers.tail.items()}, own, writing),
        genitives=frozenset(f for s in numbers.scale.values() for f in folded_forms(s.genitive, own, writing)),
        genitive_behind=flags(numbers.genitive_behind, own, writing),
        several=flags(numbers.several, own, writing),
        articles=flags(numbers.articles, own, writing),
        negative=flags(numbers.negative, own, writing),
        negative_after=flags(numbers.negative_after, own, writing),
        not_negative=_longer_than(numbers.negative, comparators.before.values(), own, writing),
        round=frozenset(folded_forms(numbers.round, own, writing)),
        unit_numbers=_unit_numbers(language, forms, writing),
        of=flags(numbers.of, own, writing),
        infix=keyed(comparators.infix, comparators.endings, writing),
        one_in=flags(numbers.one_in, own, writing),
        one_in_alone=flags(numbers.one_in_alone, own, writing),
        one_in_before=flags(numbers.one_in_before, own, writing),
        whole_links=tuple(folded_forms(numbers.whole_links, own, writing)),
        attributive=frozenset(folded_forms(numbers.attributive, own, writing)),
        never_glued=frozenset(folded_forms(numbers.never_glued, own, writing)),
        enclitics=flags(numbers.enclitics, own, writing),
        over=flags(numbers.over, own, writing),
        over_at_end=flags(numbers.over_at_end, own, writing),
        definite=flags(quantities.definite, quantities.endings, writing),
        than=flags(quantities.than, quantities.endings, writing),
        between_leads=flags(_leads(language, [*numbers.ones_links, *numbers.hundreds_links]), {}, writing),
        bare_after=flags(numbers.bare_after, own, writing),
        first_few=flags(numbers.first_few, own, writing),
        first_many=flags(numbers.first_many, own, writing),
        one_more=flags(numbers.one_more, own, writing),
        one_after=flags(numbers.one_after, own, writing),
        baseline_after=flags(numbers.baseline_after, own, writing),
        not_one_after=flags(numbers.not_one_after, own, writing),
        both=frozenset(folded_forms(numbers.both, own, writing)),
        both_links=flags(numbers.both_links, own, writing),
        both_articles=flags(numbers.both_articles, own, writing),
        noun_in_ratio=flags(numbers.noun_in_ratio, own, writing),
        rare_wholes=flags(numbers.rare_wholes, own, writing),
        durations=_durations(quantities, writing) if not language.about.is_spaced else frozenset(),
    )


def _writing_of(numbers: NumbersSection) -> Writing:
    return Writing(
        folding_of(numbers.fold),
        frozenset(numbers.proclitics),
        numbers.ignored,
        numbers.starts_apart,
        tuple(numbers.respell.items()),
        frozenset(numbers.suffixes),
    )


def _longer_than(
    words: list[str], phrases: Iterable[list[str]], endings: dict[str, list[str]], writing: Writing
) -> Table[bool]:
    """The phrases that end with one of the words, as "at the minus" does where that says "at least"."""
    ends = tuple(f" {word}" for word in words)
    return flags([p for group in phrases for p in group if p.endswith(ends)], endings, writing)


def _fraction_links(numbers: NumbersSection) -> frozenset[str]:
    """What may stand between a whole number and its fraction, with the spaces around it."""
    own = numbers.fraction_links
    return frozenset((*(f" {link} " for link in (*numbers.links, *own)), *own, *(f" {link}" for link in own)))


def _stop_words(language: Language, writing: Writing) -> frozenset[str]:
    """The words that no counted noun begins with."""
    own = language.section("counted", CountedSection)
    return frozenset(folded_forms(own.stop, own.endings, writing))


def _leads(language: Language, links: list[str]) -> list[str]:
    """What opens a range whose second number follows one of the links."""
    pairs = language.section("quantities", QuantitiesSection).ranges
    return [lead for pair in pairs if not set(pair.middle).isdisjoint(links) for lead in pair.lead]


def _durations(own: QuantitiesSection, writing: Writing) -> frozenset[str]:
    """The names of all units of time."""
    return frozenset(f for forms in own.duration.values() for f in folded_forms(forms, own.endings, writing))


def _unit_numbers(language: Language, forms: Mapping[str, Atom], writing: Writing) -> frozenset[str]:
    """Number words that name a duration as well (five, year): behind a number they are that."""
    own = language.section("quantities", QuantitiesSection)
    units = (form for names in own.duration.values() for form in folded_forms(names, own.endings, writing))
    return frozenset(form for form in units if form in forms and forms[form].role == "small")


def _parts(forms: dict[str, Atom], links: tuple[str, ...]) -> dict[str, Atom]:
    """What words are glued from: no magnitude that is glued itself (a hundred-ten-thousand) or that ends in a link."""
    parts = {form: atom for form, atom in forms.items() if atom.role in _GLUED and atom.unit is None}
    words = {form for form, atom in parts.items() if atom.role in ("small", "scale")}
    whole = {form for form in compounds_of(words, links) if parts[form].role == "scale"}
    whole |= {form + link for form in words for link in links}
    return {form: atom for form, atom in parts.items() if form not in whole}


def _tails(numbers: NumbersSection, writing: Writing) -> dict[str, Atom]:
    """Words for a half behind a number, which may be glued to it and are none by themselves."""
    tails = (form for forms in numbers.tail.values() for form in forms)
    return dict.fromkeys(folded_forms(tails, numbers.endings, writing), Atom("idiom", Decimal(0)))
