"""What the words of a language mean in a number: one entry for each form that can begin or continue a figure."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from corpus.errors import PackError, sentence
from nlp.language import Language
from nlp.lookup import Writing, folded_forms
from nlp.sections.comparators import ComparatorsSection
from nlp.sections.dates import DatesSection
from nlp.sections.numbers import NumbersSection
from nlp.sections.quantities import QuantitiesSection

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


def atoms_of(language: Language, numbers: NumbersSection, writing: Writing) -> dict[str, Atom]:
    """Every form with what it means; the first meaning wins."""
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
    _add_limited_articles(out, language, numbers, writing)
    _add_between(out, language, numbers, quantities, writing)
    _add_adjectives(out, numbers)
    _add_glued(out, numbers, quantities)
    if not language.about.is_spaced:
        _add_units(out, quantities, writing)
    return out


def _valued(numbers: NumbersSection) -> list[tuple[Role, dict[str, list[str]]]]:
    return [
        ("small", numbers.small),
        ("small", {"2": numbers.both}),
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


def _add_limited_articles(out: dict[str, Atom], language: Language, numbers: NumbersSection, writing: Writing) -> None:
    """Articles behind comparators, where the article is no word for one: more than [a] week."""
    if not numbers.articles_are_limited:
        return
    own = language.section("comparators", ComparatorsSection)
    before = [f for forms in own.before.values() for f in forms if f not in numbers.never_with_articles]
    limits = folded_forms(before, own.endings, writing)
    limits += folded_forms(numbers.one_after, numbers.endings, writing)
    for article in folded_forms(numbers.articles, numbers.endings, writing):
        for limit in limits:
            out.setdefault(f"{limit} {article}", Atom("small", Decimal(1), lead=len(limit) + 1))


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
