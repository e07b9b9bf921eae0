"""What CLDR knows, by way of Babel: separators, magnitudes, names of money and units, months."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

from tools.packs.forms import lowered

Forms = list[str]

COUNTS = (0, 1, 2, 3, 5, 11, 21, 100, Decimal("1.5"))
"""Numbers that between them call for every plural form of a language."""
_INVISIBLE = re.compile("[\u200e\u200f\u061c\u202a-\u202e]")
_DURATIONS = ("year", "quarter", "month", "week", "day", "hour", "minute", "second", "millisecond", "decade", "century")
_MEASURES = {
    "length": (
        "kilometer",
        "meter",
        "centimeter",
        "millimeter",
        "nanometer",
        "mile",
        "nautical-mile",
        "yard",
        "foot",
        "inch",
    ),
    "area": ("square-kilometer", "square-meter", "square-centimeter", "square-mile", "square-foot", "hectare", "acre"),
    "mass": ("kilogram", "gram", "milligram", "tonne", "ton", "pound", "ounce"),
    "volume": (
        "liter",
        "milliliter",
        "cubic-meter",
        "cubic-kilometer",
        "cubic-centimeter",
        "gallon",
        "barrel",
        "cup",
        "tablespoon",
        "teaspoon",
    ),
    "temperature": ("celsius", "fahrenheit"),
    "angle": ("degree",),
    "power": ("watt", "kilowatt", "megawatt", "gigawatt", "horsepower"),
    "energy": ("kilowatt-hour", "calorie", "kilocalorie", "joule", "kilojoule"),
    "digital": ("bit", "byte", "kilobyte", "megabyte", "gigabyte", "terabyte"),
    "speed": ("kilometer-per-hour", "mile-per-hour", "meter-per-second", "knot"),
    "frequency": ("hertz", "kilohertz", "megahertz", "gigahertz"),
    "pressure": ("hectopascal", "pascal"),
    "electric": ("volt", "ampere", "ohm"),
}


def clean(form: str) -> str:
    """A form without marks of direction and the spaces around it."""
    return _INVISIBLE.sub("", form).replace("\u00a0", " ").replace("\u202f", " ").strip()


def unique(forms: Iterable[str]) -> Forms:
    """The forms in order, each once, no empty ones."""
    return [form for form in dict.fromkeys(clean(form) for form in forms) if form]


def separators(locale: Locale) -> dict[str, object]:
    """The decimal sign and the signs that group digits, as they stand in folded text."""
    symbols = locale.number_symbols["latn"]
    group = str(symbols["group"])
    spaces = [" ", "\u00a0"] if group.isspace() else [group, "\u00a0"]
    return {"decimal": str(symbols["decimal"]), "group": [*spaces, "'"]}


def magnitudes(locale: Locale) -> dict[int, dict[str, Forms]]:
    """Words and abbreviations of the powers of ten; abbreviations of one letter mean too many things to be given."""
    out: dict[int, dict[str, Forms]] = {}
    for width, key in (("long", "singular"), ("short", "abbreviation")):
        for value, form in _compact(locale, width):
            if key == "singular" or len(form.rstrip(".")) > 1:
                out.setdefault(value, {}).setdefault(key, []).append(form.rstrip("."))
    return {v: {k: unique(forms) for k, forms in kinds.items()} for v, kinds in sorted(out.items())}


def _compact(locale: Locale, width: str) -> Iterator[tuple[int, str]]:
    """The form beside the zeros of each pattern, and how much one of it is."""
    for patterns in dict(locale.compact_decimal_formats.get(width, {})).values():
        for magnitude, pattern in dict(patterns).items():
            written = clean(str(pattern.pattern).replace("'", "")).split(";")[0]
            form = written.replace("0", "").strip()
            if "0" in written and form and not form.isspace():
                yield int(magnitude) // 10 ** (written.count("0") - 1), form


@cache
def _current_codes() -> tuple[str, ...]:
    territories = get_global("territory_currencies")
    return tuple(sorted({code for t in territories for code in get_territory_currencies(t, tender=True)}))


def currencies(locale: Locale) -> dict[str, Forms]:
    """The names of the money that is legal tender somewhere, in all plural forms, by ISO code."""
    out = {}
    for code in _current_codes():
        names = unique(get_currency_name(code, count, locale) for count in (None, *COUNTS))
        names = [name for name in names if name.upper() != code and not any(c in "()" for c in name)]
        if names:
            out[code] = [lowered(name) for name in names]
    return {code: unique(forms) for code, forms in out.items()}


def durations(locale: Locale, width: str) -> dict[str, Forms]:
    """The names ("long") or signs ("short") of spans of time, by unit."""
    return {unit: forms for unit in _DURATIONS if (forms := _unit(locale, f"duration-{unit}", width))}


def measures(locale: Locale, width: str) -> dict[str, Forms]:
    """The names or signs of measures, by unit."""
    found = {unit: _unit(locale, f"{kind}-{unit}", width) for kind, units in _MEASURES.items() for unit in units}
    return {unit: forms for unit, forms in found.items() if forms}


def percents(locale: Locale) -> Forms:
    """The signs and names of percent."""
    return unique(["%", *_unit(locale, "concentr-percent", "long"), *_unit(locale, "concentr-percent", "short")])


def _unit(locale: Locale, key: str, width: str) -> Forms:
    """The forms of a unit; a single letter means too many things to be given."""
    patterns = dict(locale._data["unit_patterns"]).get(key, {})
    found = dict(patterns.get(width, {})).items()
    forms = (clean(str(pattern).replace("{0}", "")) for plural, pattern in found if plural != "per")
    whole = [form for form in forms if "{" not in form and not (len(form) == 1 and form.isalpha())]
    return unique(whole if width == "short" else (lowered(form) for form in whole))


def months(locale: Locale) -> dict[str, Forms]:
    """The names and abbreviations of the months, by number."""
    out: dict[str, Forms] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in dict(locale.months[context][width]).items():
                if not any(c.isdigit() for c in name):
                    out.setdefault(str(number), []).append(lowered(name))
    return {number: unique(names) for number, names in sorted(out.items(), key=lambda pair: int(pair[0]))}
