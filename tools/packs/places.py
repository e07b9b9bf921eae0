"""Countries and cities as CLDR names them, by the key that their English names get."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from babel import Locale

from tools.packs.cldr import Forms, unique

_AREAS = ("Africa", "America", "Asia", "Australia", "Europe", "Pacific")
"""The parts of the world of the time zones whose cities are taken; the islands of the others are rarely news."""
_QUALIFIER = re.compile(r"\s*[(,].*$| SAR .*$")


def places(locale: Locale) -> dict[str, Forms]:
    """The names of the countries and of the cities that time zones are called after, by English key.

    A country and its capital of the same name are the country.
    """
    english = Locale.parse("en")
    countries = list(_territories(english, locale))
    taken = {own for _, own in countries}
    cities = [(name, own) for name, own in _cities(english, locale) if own not in taken]
    found: dict[str, Forms] = {}
    for name, own in (*countries, *cities):
        found.setdefault(_key(name), []).append(own)
    return {key: unique(forms) for key, forms in sorted(found.items())}


def _territories(english: Locale, locale: Locale) -> Iterator[tuple[str, str]]:
    for code, name in english.territories.items():
        if len(code) == 2 and code in locale.territories:
            yield _QUALIFIER.sub("", name), _QUALIFIER.sub("", locale.territories[code])


def _cities(english: Locale, locale: Locale) -> Iterator[tuple[str, str]]:
    for zone, names in locale.time_zones.items():
        area, _, last = zone.partition("/")
        own = _QUALIFIER.sub("", _city(names))
        if own and area in _AREAS and own[0].isupper() and "/" not in last:
            yield _QUALIFIER.sub("", _city(english.time_zones.get(zone, {})) or last.replace("_", " ")), own


def _city(names: Mapping[str, object]) -> str:
    return str(names.get("city") or "")


def _key(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return "-".join(re.findall(r"[^\W_]+", plain))
