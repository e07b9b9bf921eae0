"""The checks of a table: types, enumerations, keys, references and spans; errors name file, column and row."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import pyarrow as pa

from corpus.columns import Table
from corpus.errors import CorpusError, sentence
from corpus.ids import sha256_text

Texts = Mapping[tuple[str, str], str]


def check_schema(table: Table, found: pa.Schema, where: str) -> None:
    """Raise CorpusError unless the columns are those of the definition, in type and name."""
    for column in table.columns:
        index = found.get_field_index(column.name)
        if index < 0:
            raise CorpusError(
                sentence(f"{where}, column {column.name}", found="no such column", expected=str(column.arrow))
            )
        if found.field(index).type != column.arrow:
            raise CorpusError(
                sentence(
                    f"{where}, column {column.name}",
                    found=str(found.field(index).type),
                    expected=str(column.arrow),
                )
            )


def check_rows(table: Table, rows: list[dict[str, Any]], where: str) -> None:
    """Raise CorpusError at the first null, unknown word or doubled key."""
    for column in table.columns:
        for number, row in enumerate(rows):
            _check_value(column.name, row[column.name], column.nullable, column.allowed, f"{where}, row {number}")
    seen: dict[tuple[Any, ...], int] = {}
    for number, row in enumerate(rows if table.key else []):
        key = tuple(row[name] for name in table.key)
        if key in seen:
            raise CorpusError(
                sentence(
                    f"{where}, row {number}, column {', '.join(table.key)}",
                    found=f"{key!r}, which row {seen[key]} has too",
                    expected="a key that stands once",
                )
            )
        seen[key] = number


def _check_value(name: str, value: Any, nullable: bool, allowed: tuple[str, ...], where: str) -> None:
    if value is None:
        if not nullable:
            raise CorpusError(sentence(f"{where}, column {name}", found="null", expected="a value"))
    elif allowed and value not in allowed:
        raise CorpusError(
            sentence(f"{where}, column {name}", found=repr(value), expected=f"one of {', '.join(allowed)}")
        )


def check_refs(table: Table, rows: list[dict[str, Any]], where: str, ids: Callable[[str], set[Any] | None]) -> None:
    """Raise CorpusError where a reference points at no row; `ids` gives a column's values or None."""
    for name, target in table.refs.items():
        known = {row[target.split(".")[1]] for row in rows} if target.startswith(table.name + ".") else ids(target)
        if known is None:
            continue
        for number, row in enumerate(rows):
            if row[name] is not None and row[name] not in known:
                raise CorpusError(
                    sentence(
                        f"{where}, row {number}, column {name}",
                        found=repr(row[name]),
                        expected=f"a value of {target}",
                    )
                )


def check_spans(table: Table, rows: list[dict[str, Any]], where: str, texts: Texts) -> None:
    """Raise CorpusError where `text[start:end]` is not the stored surface."""
    for number, row in enumerate(rows):
        text = texts.get((row["article_id"], row.get("field", "text"))) if "article_id" in row else None
        if text is None:
            continue
        for prefix in table.spans:
            span = {part: row[prefix + part] for part in ("start", "end", "surface")}
            _check_span(span, text, f"{where}, row {number}, column {prefix}start")
        for name in table.span_lists:
            # `original_passages` are places in the text of `original_id`.
            other = row.get(f"{name.rpartition('_')[0]}_id")
            held = text if other is None else texts.get((other, "text"))
            for span in row[name]:
                _check_span(span, held or "", f"{where}, row {number}, column {name}")


def _check_span(span: Mapping[str, Any], text: str, where: str) -> None:
    start, end, surface = span["start"], span["end"], span["surface"]
    if start is None and end is None and surface is None:
        return
    if start is None or end is None or not 0 <= start <= end <= len(text) or text[start:end] != surface:
        cut = None if start is None or end is None else text[start:end]
        raise CorpusError(
            sentence(where, found=f"[{start}, {end}) = {cut!r}", expected=f"the stored surface {surface!r}")
        )


def check_articles(rows: list[dict[str, Any]], where: str) -> None:
    """Raise CorpusError where a stored text is no longer the text that was hashed."""
    for number, row in enumerate(rows):
        if sha256_text(row["text"]) != row["text_sha256"]:
            raise CorpusError(
                sentence(
                    f"{where}, row {number}, column text",
                    found="a text with another hash than text_sha256",
                    expected="the text as it was stored",
                    todo="restore the file or run the stage again",
                )
            )


def texts_of(articles: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """The texts that spans point into, by article and field."""
    out: dict[tuple[str, str], str] = {}
    for row in articles:
        out[(row["article_id"], "text")] = row["text"]
        out[(row["article_id"], "title")] = row["title"] or ""
    return out


def frame_of(table: Table, arrow: pa.Table) -> pd.DataFrame:
    """The table as a typed pandas frame: strings as `str`, whole numbers nullable, times in UTC."""
    nullable_ints = {c.name for c in table.columns if c.nullable and pa.types.is_integer(c.arrow)}
    frame: pd.DataFrame = arrow.to_pandas()
    return frame.astype(dict.fromkeys(nullable_ints, "Int64"))
