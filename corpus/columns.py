"""From a record class to its table: documented columns, Arrow schema, keys, references and spans.

A table is defined once, as a frozen dataclass whose fields are made by `column`. Everything else
(records, schema, checks, `data/TABLES.md`) is derived here.
"""

import dataclasses
import types
from datetime import datetime
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa


def column(doc: str, *, unit: str = "", **default: Any) -> Any:
    """A documented column; `unit` says what its values count (currency, seconds, code points), if anything."""
    return dataclasses.field(metadata={"doc": doc, "unit": unit}, **default)


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its type in Arrow, whether null is allowed, the allowed words if it is an enumeration."""

    name: str
    arrow: pa.DataType
    nullable: bool
    allowed: tuple[str, ...]
    doc: str
    unit: str


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """A table's definition. `refs` maps a column to `table.column`; `order` is the order rows are stored in."""

    name: str
    record: type
    doc: str
    key: tuple[str, ...]
    order: tuple[str, ...]
    refs: dict[str, str]
    columns: tuple[Column, ...]

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema, with documentation and unit written into each field."""
        fields = [
            pa.field(c.name, c.arrow, nullable=c.nullable, metadata={"doc": c.doc, "unit": c.unit})
            for c in self.columns
        ]
        return pa.schema(fields, metadata={"table": self.name, "doc": self.doc})

    @property
    def spans(self) -> tuple[str, ...]:
        """The prefixes of the flat spans: `p` stands for the columns `p + start`, `p + end`, `p + surface`."""
        names = {c.name for c in self.columns}
        prefixes = [n.removesuffix("start") for n in names if n.endswith("start")]
        return tuple(sorted(p for p in prefixes if {p + "end", p + "surface"} <= names))

    @property
    def span_lists(self) -> tuple[str, ...]:
        """The columns that hold lists of spans (structs with start, end and surface)."""
        return tuple(c.name for c in self.columns if _is_span_list(c.arrow))


def define(
    record: type,
    name: str,
    *,
    key: tuple[str, ...] = (),
    order: tuple[str, ...] = (),
    refs: dict[str, str] | None = None,
) -> Table:
    """The table that a record class describes."""
    hints = get_type_hints(record)
    columns = tuple(_column(f.name, hints[f.name], f.metadata) for f in dataclasses.fields(record))
    doc = " ".join((record.__doc__ or "").split())
    return Table(name, record, doc, key, order or key, refs or {}, columns)


def _column(name: str, hint: Any, meta: Any) -> Column:
    inner, nullable = _optional(hint)
    allowed = tuple(get_args(inner)) if get_origin(inner) is Literal else ()
    return Column(name, arrow_type(inner), nullable, allowed, meta["doc"], meta["unit"])


def _optional(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, types.UnionType):
        inner = [a for a in get_args(hint) if a is not type(None)]
        return inner[0], True
    return hint, False


SIMPLE: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    datetime: pa.timestamp("us", tz="UTC"),
}


def arrow_type(hint: Any) -> pa.DataType:
    """The Arrow type of a column's annotation (plain types, enumerations, lists, nested records)."""
    hint, _ = _optional(hint)
    if get_origin(hint) is Literal:
        return pa.string()
    if get_origin(hint) in (list, tuple):
        return pa.list_(arrow_type(get_args(hint)[0]))
    if dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        return pa.struct([pa.field(f.name, arrow_type(hints[f.name])) for f in dataclasses.fields(hint)])
    return SIMPLE[hint]


def with_later_columns(table: Table, found: pa.Table) -> pa.Table:
    """The rows with the columns that the table has got since they were stored, as far as those have a default."""
    missing = [c for c in table.columns if found.schema.get_field_index(c.name) < 0]
    defaults = {f.name: f for f in dataclasses.fields(table.record)}
    for column in missing:
        field = defaults[column.name]
        if field.default_factory is not dataclasses.MISSING:
            value = _plain(field.default_factory())
        elif field.default is not dataclasses.MISSING:
            value = field.default
        else:
            continue
        found = found.append_column(column.name, pa.array([value] * found.num_rows, type=column.arrow))
    return found


def _plain(value: Any) -> Any:
    return dataclasses.asdict(value) if dataclasses.is_dataclass(value) and not isinstance(value, type) else value


def build(record: Any, row: dict[str, Any]) -> Any:
    """The record of a class from a plain dictionary, with its nested records built too."""
    hints = _hints(record)
    return record(**{name: _build_value(hints[name], value) for name, value in row.items()})


@cache
def _hints(record: Any) -> dict[str, Any]:
    return get_type_hints(record)


def _build_value(hint: Any, value: Any) -> Any:
    hint, _ = _optional(hint)
    if isinstance(value, list):
        return [_build_value(get_args(hint)[0], item) for item in value]
    return build(hint, value) if isinstance(value, dict) else value


def _is_span_list(arrow: pa.DataType) -> bool:
    if not pa.types.is_list(arrow) or not pa.types.is_struct(arrow.value_type):
        return False
    return {"start", "end", "surface"} <= {arrow.value_type.field(i).name for i in range(arrow.value_type.num_fields)}
