"""Typed Parquet <-> records and pandas, checked on write and on read; the same rows give the same bytes."""

import dataclasses
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from corpus import checks
from corpus.columns import Table, build, with_later_columns
from corpus.errors import CorpusError, nearest, sentence
from corpus.event import Event, load_event
from corpus.tables import ARTICLES, BY_NAME, REJECTS, TABLES, Reject

ROWS_PER_PART = 250_000
"""A table with more rows is stored in parts, so that one part fits comfortably in a laptop's memory."""


class Corpus:
    """A corpus folder. Tables are attributes (`corpus.figures` is a pandas frame), read when asked for."""

    def __init__(self, folder: str | Path):
        self.folder = Path(folder)

    def __getattr__(self, name: str) -> pd.DataFrame:
        """The table of that name as a typed pandas frame."""
        if name not in BY_NAME:
            raise AttributeError(f"a corpus has no table {name!r}; {nearest(name, BY_NAME)}")
        return self.frame(BY_NAME[name])

    @cached_property
    def event(self) -> Event:
        """The event this corpus is about."""
        return load_event(self.folder / "event.toml")

    def files(self, table: Table) -> list[Path]:
        """The Parquet files that hold the table, in order; empty if it has not been made yet."""
        one = self.folder / f"{table.name}.parquet"
        return [one] if one.exists() else sorted((self.folder / table.name).glob("part-*.parquet"))

    def has(self, table: Table) -> bool:
        """Whether the table has been made."""
        return bool(self.files(table))

    def frame(self, table: Table) -> pd.DataFrame:
        """The whole table as a typed pandas frame, checked."""
        return checks.frame_of(table, self._arrow(table))

    def rows(self, table: Table) -> list[dict[str, Any]]:
        """The whole table as plain dictionaries, checked."""
        rows: list[dict[str, Any]] = self._arrow(table).to_pylist()
        return rows

    def records(self, table: Table) -> list[Any]:
        """The whole table as records of its class, checked."""
        return [build(table.record, row) for row in self.rows(table)]

    def write(self, table: Table, records: Iterable[Any]) -> int:
        """Check the records, store them in the table's order, and return how many there are.

        The old table is replaced only when the new one is whole (written aside, then renamed).
        """
        rows = sorted((dataclasses.asdict(r) for r in records), key=lambda row: _sort_key(table, row))
        where = str(self.folder / f"{table.name}.parquet")
        arrow = _to_arrow(table, rows, where)
        self._check(table, rows, where)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._replace(table, arrow)
        return len(rows)

    def set_aside(self, stage: str, rejects: Iterable[Reject]) -> int:
        """Store what a stage could not use in place of what it set aside last time; return how many that is."""
        mine = [*dict.fromkeys(rejects)]
        others = [r for r in self.records(REJECTS) if r.stage != stage] if self.has(REJECTS) else []
        self.write(REJECTS, [*others, *mine])
        return len(mine)

    def _arrow(self, table: Table) -> pa.Table:
        paths = self.files(table)
        if not paths:
            raise CorpusError(
                sentence(
                    str(self.folder / f"{table.name}.parquet"),
                    found="no such table",
                    expected="one",
                    todo=NEEDED[table.name],
                )
            )
        parts = [_read_part(table, path) for path in paths]
        for path, part in zip(paths, parts, strict=True):
            self._check(table, part.to_pylist(), str(path))
        whole = pa.concat_tables(parts)
        if len(parts) > 1:
            checks.check_rows(table, whole.to_pylist(), str(self.folder / table.name))
        return whole

    def _check(self, table: Table, rows: list[dict[str, Any]], where: str) -> None:
        checks.check_rows(table, rows, where)
        checks.check_refs(table, rows, where, self._ids)
        if table is ARTICLES:
            checks.check_articles(rows, where)
        elif table.spans or table.span_lists:
            checks.check_spans(table, rows, where, self._texts())

    def _ids(self, target: str) -> set[Any] | None:
        name, column = target.split(".")
        paths = self.files(BY_NAME[name])
        if not paths:
            return None
        return {v for path in paths for v in _read_part(BY_NAME[name], path).column(column).to_pylist()}

    def _texts(self) -> dict[tuple[str, str], str]:
        columns = [_read_part(ARTICLES, p).select(["article_id", "title", "text"]) for p in self.files(ARTICLES)]
        return checks.texts_of([row for part in columns for row in part.to_pylist()])

    def _replace(self, table: Table, arrow: pa.Table) -> None:
        old = self.files(table)
        if arrow.num_rows <= ROWS_PER_PART:
            new = [self.folder / f"{table.name}.parquet"]
        else:
            (self.folder / table.name).mkdir(exist_ok=True)
            n_parts = -(-arrow.num_rows // ROWS_PER_PART)
            new = [self.folder / table.name / f"part-{i:05d}.parquet" for i in range(n_parts)]
        for i, path in enumerate(new):
            _write_part(arrow.slice(i * ROWS_PER_PART, ROWS_PER_PART), path)
        for path in set(old) - set(new):
            path.unlink()


NEEDED: dict[str, str] = {
    "articles": "run parallax collect or parallax import first",
    "mentions": "run parallax annotate first",
    "figures": "run parallax annotate first",
    "claims": "run parallax annotate first",
    "wording": "run parallax annotate first",
    "facts": "run parallax compare first",
    "clusters": "run parallax compare first",
    "matrix": "run parallax compare first",
    "measures": "run parallax compare first",
    "reuse": "run parallax compare first",
    "rejects": "run parallax collect or parallax import first",
}
"""Which stage makes a table, for the error that misses it."""


def open_corpus(folder: str | Path) -> Corpus:
    """The corpus in that folder.

    Raises:
        CorpusError: there is no such folder, or no table in it.
    """
    corpus = Corpus(folder)
    if not any(corpus.has(table) for table in TABLES):
        raise CorpusError(
            sentence(
                str(folder),
                found="no table of a corpus",
                expected="a corpus folder",
                todo="run parallax import or collect",
            )
        )
    return corpus


def _sort_key(table: Table, row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple((row[name] is not None, row[name] if row[name] is not None else 0) for name in table.order)


def _to_arrow(table: Table, rows: Sequence[dict[str, Any]], where: str) -> pa.Table:
    arrays = []
    for column in table.columns:
        try:
            arrays.append(pa.array([row[column.name] for row in rows], type=column.arrow))
        except (pa.ArrowInvalid, pa.ArrowTypeError, UnicodeEncodeError, OverflowError) as why:
            bad = _first_bad(column.arrow, [row[column.name] for row in rows])
            raise CorpusError(
                sentence(
                    f"{where}, row {bad}, column {column.name}",
                    found=f"a value that does not fit ({why})",
                    expected=str(column.arrow),
                )
            ) from None
    return pa.Table.from_arrays(arrays, schema=table.schema)


def _first_bad(arrow: pa.DataType, values: list[Any]) -> int:
    for number, value in enumerate(values):
        try:
            pa.array([value], type=arrow)
        except (pa.ArrowInvalid, pa.ArrowTypeError, UnicodeEncodeError, OverflowError):
            return number
    return -1


def _write_part(arrow: pa.Table, path: Path) -> None:
    aside = path.with_suffix(".tmp")
    pq.write_table(arrow, aside, compression="zstd", version="2.6")
    aside.replace(path)


def _read_part(table: Table, path: Path) -> pa.Table:
    try:
        found = pq.read_table(path, partitioning=None)
    except (pa.ArrowInvalid, OSError) as why:
        raise CorpusError(
            sentence(
                str(path),
                found=f"an unreadable Parquet file ({str(why).splitlines()[0].rstrip('.')})",
                expected=f"the table {table.name}",
                todo="restore this file or run its stage again; the other files are untouched",
            )
        ) from None
    found = with_later_columns(table, found)
    checks.check_schema(table, found.schema, str(path))
    return found.select([c.name for c in table.columns])
