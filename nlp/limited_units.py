"""Units that count one by themselves beside a comparator, where the language has no article: about [an] hour."""

from collections.abc import Iterator
from decimal import Decimal

from nlp.atoms import Atom
from nlp.language import Language
from nlp.lookup import Writing, folded_forms
from nlp.sections.comparators import ComparatorsSection
from nlp.sections.numbers import NumbersSection
from nlp.sections.quantities import QuantitiesSection


def limited_units(language: Language, writing: Writing) -> dict[str, Atom]:
    """Each comparator with each such unit behind or before it; only the unit, perhaps with its half, is the number."""
    own = language.section("quantities", QuantitiesSection)
    if not own.limited_units:
        return {}
    words = _words(own, writing)
    out: dict[str, Atom] = {}
    for lead in _leads(language, own, writing):
        for form, (unit, value) in words.items():
            out.setdefault(lead + form, Atom("whole", value, unit=unit, lead=len(lead)))
    limits = language.section("comparators", ComparatorsSection)
    for behind in folded_forms([f for forms in limits.after.values() for f in forms], limits.endings, writing):
        for form, (unit, value) in words.items() if behind[0].isalpha() else ():
            out.setdefault(f"{form} {behind}", Atom("whole", value, unit=unit, trail=len(behind) + 1))
    return out


def _words(own: QuantitiesSection, writing: Writing) -> dict[str, tuple[str, Decimal]]:
    """The units with what they count: one, or what a longer word that begins with one says (an hour and a half)."""
    bare = {f: unit for unit, forms in own.limited_units.items() for f in folded_forms(forms, own.endings, writing)}
    out = {form: (unit, Decimal(1)) for form, unit in bare.items()}
    for number, units in own.with_number.items():
        for unit, forms in units.items():
            for form in folded_forms(forms, own.endings, writing):
                if form.split(" ", 1)[0] in bare:
                    out[form] = (unit, Decimal(number))
    return out


def _leads(language: Language, own: QuantitiesSection, writing: Writing) -> Iterator[str]:
    """What may stand right before such a unit: a comparator, perhaps with a preposition, or a word for lasting."""
    limits, numbers = language.section("comparators", ComparatorsSection), language.section("numbers", NumbersSection)
    before = folded_forms([f for forms in limits.before.values() for f in forms], limits.endings, writing)
    never = set(folded_forms(own.never_limits_units, own.endings, writing))
    across = set(folded_forms(limits.across, limits.endings, writing))
    links = folded_forms(limits.prepositions, limits.endings, writing)
    for form in [*(f for f in before if f not in never), *folded_forms(numbers.one_after, numbers.endings, writing)]:
        is_glued = form.endswith("-") or form.rpartition(" ")[2] in writing.proclitics
        yield form if is_glued else f"{form} "
        if form in across:
            yield from (f"{form} {link} " for link in links)
