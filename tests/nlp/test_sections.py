"""The schema of packs says what each field means, and holds none that no pack uses."""

import inspect
import tomllib
from typing import get_args

import pytest

from corpus.strict import Strict
from nlp.language import PACKS
from nlp.sections.comparators import Cased, ComparatorsSection
from nlp.sections.counted import CountedSection
from nlp.sections.dates import DatesSection
from nlp.sections.numbers import NumbersSection, Scale
from nlp.sections.quantities import Paired, QuantitiesSection
from nlp.sections.traps import TrapsSection

FILES: dict[str, type[Strict]] = {
    "numbers": NumbersSection,
    "quantities": QuantitiesSection,
    "comparators": ComparatorsSection,
    "counted": CountedSection,
    "dates": DatesSection,
    "traps": TrapsSection,
}
INNER: tuple[type[Strict], ...] = (Scale, Paired, Cased)


@pytest.mark.parametrize("model", [*FILES.values(), *INNER], ids=lambda model: model.__name__)
def test_every_field_says_what_it_means(model: type[Strict]) -> None:
    told = [line.partition(": ")[0] for line in inspect.getdoc(model).splitlines()[2:] if not line.startswith(" ")]
    assert told == list(model.model_fields)


@pytest.mark.parametrize("name", FILES)
def test_every_field_has_a_pack_that_uses_it(name: str) -> None:
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in PACKS.glob(f"*/**/{name}.toml")]
    unused = _unused(FILES[name], tables)
    for inner in INNER:
        fields = [f for f, info in FILES[name].model_fields.items() if inner in get_args(info.annotation)]
        if fields:
            unused |= _unused(inner, [one for table in tables for f in fields for one in _records(table.get(f))])
    assert not unused


def _unused(model: type[Strict], tables: list[dict[str, object]]) -> set[str]:
    return {field for field in model.model_fields if not any(table.get(field) for table in tables)}


def _records(value: object) -> list[dict[str, object]]:
    """The tables inside a table or a list."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
