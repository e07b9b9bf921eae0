"""What ICU knows: numbers spelled out by all rule sets of a language, names of the years and months around now."""

from collections.abc import Iterator
from functools import cache

import icu

from tools.packs.forms import lowered

SOFT_HYPHEN = "\u00ad"
SCALES = (1000, 10**5, 10**6, 10**7, 10**9, 10**12, 10**15)
_COEFFICIENTS = (1, 2, 3, 5, 11, 21, 100)
_SIDES = {-1: icu.UDateDirection.LAST, 0: icu.UDateDirection.THIS, 1: icu.UDateDirection.NEXT}


@cache
def _formatter(code: str) -> icu.RuleBasedNumberFormat:
    return icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(code))


def _rule_sets(code: str) -> list[str]:
    formatter = _formatter(code)
    names = (formatter.getRuleSetName(i) for i in range(formatter.getNumberOfRuleSetNames()))
    return [name for name in names if "cardinal" in name and "financial" not in name]


def spelled(code: str, value: int) -> list[str]:
    """The number in all its forms, soft hyphens kept where the language writes words together."""
    found = (_formatter(code).format(value, name) for name in _rule_sets(code))
    return list(dict.fromkeys(form.replace("\u00a0", " ") for form in found if not any(c.isdigit() for c in form)))


def plain(form: str) -> str:
    """The form as it is written in a text."""
    return lowered(form.replace(SOFT_HYPHEN, ""))


def small_numbers(code: str) -> dict[str, list[str]]:
    """The numbers below a thousand that cannot be added up from smaller ones as they are written."""
    out: dict[str, list[str]] = {}
    for value in [*range(100), *range(200, 1000, 100)]:
        forms = [
            plain(f) for f in spelled(code, value) if not _adds_up(code, value, f) and not _multiplies(code, value, f)
        ]
        if forms:
            out[str(value)] = list(dict.fromkeys(forms))
    return out


def _adds_up(code: str, value: int, form: str) -> bool:
    """Whether the form is that of the ten, something short, and that of the ones."""
    tens, ones = value - value % 10, value % 10
    if value < 21 or value >= 100 or not ones:
        return False
    words = plain(form)
    return any(
        words.startswith(ten) and words.endswith(one) and len(words) - len(ten) - len(one) <= 3 and " " in words
        for ten in map(plain, spelled(code, tens))
        for one in map(plain, spelled(code, ones))
    )


def _multiplies(code: str, value: int, form: str) -> bool:
    """Whether a hundred is written as its count and the word for a hundred."""
    if value < 100:
        return False
    return any(_rest(form, count) in hundred_forms(code) for count in spelled(code, value // 100))


def _rest(form: str, count: str) -> str:
    begins = form.startswith(count) and form[len(count) : len(count) + 1] in (" ", SOFT_HYPHEN)
    return plain(form[len(count) :]).strip() if begins else ""


@cache
def hundred_forms(code: str) -> tuple[str, ...]:
    """The words for a hundred behind a count; empty where every hundred has a word of its own."""
    rests = (_rest(form, count) for n in (2, 3, 5) for form in spelled(code, 100 * n) for count in spelled(code, n))
    return tuple(dict.fromkeys(rest for rest in rests if rest))


def scales(code: str) -> dict[int, list[str]]:
    """The words of the magnitudes in all forms."""
    out: dict[int, list[str]] = {100: [*hundred_forms(code), *(plain(f) for f in spelled(code, 100) if " " not in f)]}
    for scale in SCALES:
        out[scale] = [form for n in _COEFFICIENTS for form in _magnitude(code, n, scale)]
    return {scale: list(dict.fromkeys(forms)) for scale, forms in out.items() if forms}


def _magnitude(code: str, n: int, scale: int) -> Iterator[str]:
    for form in spelled(code, n * scale):
        for count in spelled(code, n):
            rest = _rest(form, count)
            if rest and " " not in rest:
                yield rest
        if n == 1 and " " not in form:
            yield plain(form)


def variants(transform: str) -> dict[str, str]:
    """The characters that an ICU transform changes, each with the one that it makes of it."""
    change = icu.Transliterator.createInstance(transform).transliterate
    made = {char: change(char) for char in map(chr, range(0x3400, 0xA000))}
    return {char: into for char, into in made.items() if into != char and len(into) == 1}


def relative_names(code: str) -> dict[str, dict[str, list[str]]]:
    """The names of the last, this and the next year and month."""
    formatter = icu.RelativeDateTimeFormatter(icu.Locale(code))
    units = {"relative_year": icu.UDateAbsoluteUnit.YEAR, "relative_month": icu.UDateAbsoluteUnit.MONTH}
    return {
        name: {str(step): [lowered(formatter.format(side, unit))] for step, side in _SIDES.items()}
        for name, unit in units.items()
    }
