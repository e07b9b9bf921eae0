"""A language's figure words, compiled once: one automaton over all words that can begin a figure, and lookup tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from corpus.errors import PackError, sentence
from corpus.tables import Comparator
from nlp.fold import fold_table
from nlp.glued import compounds_of
from nlp.language import Language
from nlp.lookup import Table, Writing, folded_forms
from nlp.sections import ComparatorsSection, DatesSection, NumbersSection, QuantitiesSection

K = TypeVar("K")

Role = Literal[
    "small",
    "pair",
    "scale",
    "plural",
    "dual",
    "abbreviation",
    "dependent",
    "ahead",
    "whole",
    "half",
    "fraction",
    "denominator",
    "denominator_before",
    "every_nth",
    "adjective",
    "many",
    "between",
    "indefinite",
    "point",
    "multiple",
    "multiple_noun",
    "unit",
    "relative_year",
    "relative_month",
    "idiom",
]


_GLUED: tuple[Role, ...] = ("small", "scale", "plural", "dependent", "whole", "denominator", "adjective")
"""What a number word written as one word is made of."""


@dataclass(frozen=True, slots=True)
class Atom:
    """What a word means in a number. `is_stem`: up to four more letters may follow. `unit`: of the duration it is.

    `high`: where the interval ends that the word names; it begins at `value`.
    `lead` and `trail` count the characters before and behind the word that only tell that it is meant.
    """

    role: Role
    value: Decimal
    is_stem: bool = False
    unit: str | None = None
    high: Decimal | None = None
    lead: int = 0
    trail: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that reading numbers needs; places in it are looked up in folded text."""

    numbers: NumbersSection
    is_spaced: bool
    writing: Writing
    automaton: AhoCorasick
    atoms: tuple[Atom, ...]
    attached: dict[str, Decimal]
    before_noun: dict[str, Decimal]
    apart: frozenset[str]
    measured: frozenset[str]
    tails: Table[Decimal]
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
    one_in_before: Table[bool]
    whole_first: Table[bool]
    attributive: frozenset[str]
    never_glued: frozenset[str]
    enclitics: Table[bool]
    over: Table[bool]
    over_at_end: Table[bool]
    definite: Table[bool]
    than: Table[bool]
    between_leads: Table[bool]
    bare_after: Table[bool]
    one_after: Table[bool]
    durations: frozenset[str]
    by_form: dict[str, Atom]
    glued: dict[str, Atom]
    glue_links: tuple[str, ...]


@cache
def lexicon_of(language: Language) -> Lexicon:
    """The compiled lexicon of a language; raises PackError where its files contradict each other."""
    numbers = language.section("numbers", NumbersSection)
    comparators = language.section("comparators", ComparatorsSection)
    quantities = language.section("quantities", QuantitiesSection)
    respell = tuple(numbers.respell.items())
    writing = Writing(
        fold_table(numbers.fold),
        frozenset(numbers.proclitics),
        numbers.ignored,
        numbers.starts_apart,
        respell,
        frozenset(numbers.suffixes),
    )
    forms = _atoms(language, numbers, writing)
    own = numbers.endings
    return Lexicon(
        numbers=numbers,
        is_spaced=language.about.is_spaced,
        writing=writing,
        automaton=AhoCorasick(list(forms), matchkind=MatchKind.LeftmostLongest),
        atoms=tuple(forms.values()),
        by_form=forms,
        glued={**_tails(numbers, writing), **_parts(forms, tuple(numbers.glue_links))} if numbers.glued else {},
        glue_links=tuple(numbers.glue_links),
        attached={f: Decimal(v) for v, s in numbers.scale.items() for f in s.attached},
        before_noun={f: Decimal(v) for v, s in numbers.scale.items() for f in s.before_noun},
        apart=frozenset(f for s in numbers.scale.values() for f in s.apart),
        measured=frozenset(numbers.measured),
        tails=keyed({Decimal(v): fs for v, fs in numbers.tail.items()}, own, writing),
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
        one_in_before=flags(numbers.one_in_before, own, writing),
        whole_first=flags(numbers.whole_first, own, writing),
        attributive=frozenset(folded_forms(numbers.attributive, own, writing)),
        never_glued=frozenset(folded_forms(numbers.never_glued, own, writing)),
        enclitics=flags(numbers.enclitics, own, writing),
        over=flags(numbers.over, own, writing),
        over_at_end=flags(numbers.over_at_end, own, writing),
        definite=flags(quantities.definite, quantities.endings, writing),
        than=flags(quantities.than, quantities.endings, writing),
        between_leads=flags(_leads(language, numbers.ones_links), {}, writing),
        bare_after=flags(numbers.bare_after, own, writing),
        one_after=flags(numbers.one_after, own, writing),
        durations=_durations(quantities, writing) if not language.about.is_spaced else frozenset(),
    )


def _longer_than(
    words: list[str], phrases: Iterable[list[str]], endings: dict[str, list[str]], writing: Writing
) -> Table[bool]:
    """The phrases that end with one of the words, as "at the minus" does where that says "at least"."""
    ends = tuple(f" {word}" for word in words)
    return flags([p for group in phrases for p in group if p.endswith(ends)], endings, writing)


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


def flags(forms: list[str], endings: dict[str, list[str]], writing: Writing) -> Table[bool]:
    """A table that only tells whether a phrase is there."""
    return Table(dict.fromkeys(folded_forms(forms, endings, writing), True), writing)


def keyed(values: Mapping[K, list[str]], endings: dict[str, list[str]], writing: Writing) -> Table[K]:
    """A table from every form to the key it stands under; the first key wins."""
    out: dict[str, K] = {}
    for key, forms in values.items():
        for form in folded_forms(forms, endings, writing):
            out.setdefault(form, key)
    return Table(out, writing)


def _atoms(language: Language, numbers: NumbersSection, writing: Writing) -> dict[str, Atom]:
    out: dict[str, Atom] = {}
    quantities = language.section("quantities", QuantitiesSection)
    dates = language.section("dates", DatesSection)
    groups: list[tuple[Role, dict[str, list[str]], dict[str, list[str]]]] = [
        *((role, values, numbers.endings) for role, values in _valued(numbers)),
        ("multiple", quantities.multiple, quantities.endings),
        ("multiple_noun", quantities.multiple_nouns, quantities.endings),
        ("relative_year", dates.relative_year, dates.endings),
        ("relative_month", dates.relative_month, dates.endings),
        ("idiom", {"0": numbers.idioms}, numbers.endings),
    ]
    for role, values, endings in groups:
        for value, forms in values.items():
            atom = Atom(role, _decimal(language, value))
            for form in folded_forms(forms, endings, writing):
                lead, word, trail = _in_context(form)
                own = replace(atom, lead=len(lead), trail=len(trail)) if lead or trail else atom
                out.setdefault(lead + word + trail, own)
    _add_with_number(out, quantities, writing)
    _add_between(out, language, numbers, quantities, writing)
    _add_adjectives(out, numbers)
    _add_glued(out, numbers, quantities)
    if not language.about.is_spaced:
        _add_units(out, quantities, writing)
    return out


def _add_between(
    out: dict[str, Atom], language: Language, numbers: NumbersSection, quantities: QuantitiesSection, writing: Writing
) -> None:
    """Words for intervals, alone and glued to adjectives of a magnitude or a duration."""
    for bounds, forms in numbers.between.items():
        low, high = (_decimal(language, bound) for bound in bounds.split("-"))
        for form in folded_forms(forms, numbers.endings, writing):
            out.setdefault(form, Atom("between", low, high=high))
    for bounds, prefixes in numbers.between_prefix.items():
        low, high = (_decimal(language, bound) for bound in bounds.split("-"))
        for prefix in prefixes:
            for value, scale in numbers.scale.items():
                atom = Atom("between", low * Decimal(value), is_stem=True, high=high * Decimal(value))
                out.update({prefix + stem: atom for stem in scale.adjective})
            for unit, stems in [*quantities.glued.items(), (None, numbers.compound)]:
                out.update({prefix + s: Atom("between", low, is_stem=True, unit=unit, high=high) for s in stems})


def _in_context(form: str) -> tuple[str, str, str]:
    """What stands before, inside and behind the brackets of `should [double]`; without brackets all is the word."""
    lead, bracket, rest = form.partition("[")
    word, closing, trail = rest.partition("]")
    return (lead, word, trail) if bracket and closing else ("", form, "")


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


def _add_glued(out: dict[str, Atom], numbers: NumbersSection, quantities: QuantitiesSection) -> None:
    """Adjectives that a number's combining form is glued to: of durations and, without a unit, others."""
    for unit, stems in [*quantities.glued.items(), (None, numbers.compound)]:
        for factor, prefixes in numbers.prefix.items():
            for prefix in prefixes:
                out.update({prefix + s: Atom("whole", Decimal(factor), is_stem=True, unit=unit) for s in stems})


def _add_with_number(out: dict[str, Atom], quantities: QuantitiesSection, writing: Writing) -> None:
    """Words that hold the number of their unit: two years, an hour and a half."""
    for number, units in quantities.with_number.items():
        for unit, forms in units.items():
            for form in folded_forms(forms, quantities.endings, writing):
                out[form] = Atom("whole", Decimal(number), unit=unit)


def _add_units(out: dict[str, Atom], quantities: QuantitiesSection, writing: Writing) -> None:
    """Where words are not set apart, a unit that begins with a numeral must not be read as one."""
    own = [*quantities.duration.values(), *quantities.measure.values(), quantities.points]
    for forms in own:
        for form in folded_forms(forms, quantities.endings, writing):
            if len(form) > 1 and form[0] in out:
                out.setdefault(form, Atom("unit", Decimal(0)))


def _valued(numbers: NumbersSection) -> list[tuple[Role, dict[str, list[str]]]]:
    return [
        ("small", numbers.small),
        ("pair", numbers.pair),
        ("scale", {v: s.singular for v, s in numbers.scale.items()}),
        ("plural", {v: s.plural for v, s in numbers.scale.items()}),
        ("dual", {v: s.dual for v, s in numbers.scale.items()}),
        ("abbreviation", {v: [f for f in s.abbreviation if len(f) > 1] for v, s in numbers.scale.items()}),
        ("dependent", {v: s.dependent for v, s in numbers.scale.items()}),
        ("ahead", numbers.ahead),
        ("whole", numbers.whole),
        ("half", {"0.5": numbers.half}),
        ("fraction", numbers.fraction),
        ("every_nth", numbers.every_nth),
        ("many", numbers.many_of),
        ("denominator", numbers.denominator),
        ("denominator_before", numbers.denominator_before),
        ("indefinite", {"1": numbers.indefinite}),
        ("point", {"0": numbers.point}),
    ]


def _add_adjectives(out: dict[str, Atom], numbers: NumbersSection) -> None:
    """`millionth`-like adjectives: alone after digits, glued to a number's combining form, or glued to `many`."""
    for value, scale in numbers.scale.items():
        for stem in scale.adjective:
            out[stem] = Atom("adjective", Decimal(value), is_stem=True)
            for many in numbers.many:
                out[many + stem] = Atom("many", Decimal(value), is_stem=True)
            for factor, prefixes in numbers.prefix.items():
                for prefix in prefixes:
                    out[prefix + stem] = Atom("whole", Decimal(factor) * Decimal(value), is_stem=True)


def _decimal(language: Language, value: str) -> Decimal:
    try:
        return Decimal(value)
    except ArithmeticError:
        raise PackError(
            sentence(f"{language.folder}", found=f'the key "{value}"', expected="a number such as 1000 or 0.5")
        ) from None
