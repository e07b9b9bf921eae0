"""`data/TABLES.md`: the tables described for people, generated from their definitions."""

from pathlib import Path

import pyarrow as pa

from corpus.columns import Column, Table
from corpus.places import ROOT
from corpus.tables import TABLES

HEAD = """# The tables of a corpus

Generated from `corpus/tables.py` by `python -m corpus.describe`; do not edit.
Offsets are code points, `[start, end)`, of `articles.text` (or `title`); times are UTC; a column marked ? may be null.
"""


def describe() -> str:
    """The whole page in Markdown."""
    return "\n".join([HEAD, *(_table(table) for table in TABLES)])


def _table(table: Table) -> str:
    key = f" Key: {', '.join(f'`{k}`' for k in table.key)}." if table.key else ""
    refs = "".join(f" `{name}` refers to `{target}`." for name, target in table.refs.items())
    rows = "\n".join(_column(column) for column in table.columns)
    head = "| column | type | unit | meaning |\n|---|---|---|---|"
    return f"## {table.name}\n\n{table.doc}{key}{refs}\n\n{head}\n{rows}\n"


def _column(column: Column) -> str:
    words = f" One of: {', '.join(f'`{w}`' for w in column.allowed)}." if column.allowed else ""
    mark = "?" if column.nullable else ""
    return f"| `{column.name}` | {_type(column.arrow)}{mark} | {column.unit} | {column.doc}{words} |"


def _type(arrow: pa.DataType) -> str:
    if pa.types.is_list(arrow):
        return f"list of {_type(arrow.value_type)}"
    if pa.types.is_struct(arrow):
        return "{" + ", ".join(arrow.field(i).name for i in range(arrow.num_fields)) + "}"
    return str(arrow)


if __name__ == "__main__":
    Path(ROOT / "data" / "TABLES.md").write_text(describe(), encoding="utf-8")
