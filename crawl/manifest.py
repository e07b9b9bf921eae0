"""The manifest of an import: a CSV that says of each file whose text it is, from where, of which language and day."""

import csv
import io
from pathlib import Path

from pydantic import ValidationError, field_validator

from corpus.errors import InputError, sentence
from corpus.strict import Strict, explain
from corpus.words import OutletId, Tag
from crawl.dates import parse_moment

HEADER = ("file", "outlet", "url", "lang", "published_at")


class Entry(Strict):
    """One file's row; an empty cell means that the manifest does not say."""

    outlet: OutletId = ""
    url: str = ""
    lang: Tag = ""
    published_at: str = ""

    @field_validator("published_at")
    @classmethod
    def _is_a_date(cls, value: str) -> str:
        if value and parse_moment(value) is None:
            raise ValueError("a date such as 2031-05-06 or 2031-05-06T07:08:09Z")
        return value


def read_manifest(path: Path) -> dict[str, Entry]:
    """The rows by file name; raises InputError with line and column where the manifest cannot be used."""
    rows = _rows(path)
    if not rows or tuple(rows[0]) != HEADER:
        found = f'the header "{",".join(rows[0])}"' if rows else "an empty file"
        raise InputError(sentence(f"{path}, line 1", found=found, expected=f'"{",".join(HEADER)}"'))
    entries: dict[str, Entry] = {}
    for number, row in enumerate(rows[1:], start=2):
        if not row:
            continue
        where = f"{path}, line {number}"
        if len(row) != len(HEADER):
            raise InputError(sentence(where, found=f"{len(row)} cells", expected=f"{len(HEADER)}"))
        if row[0] in entries:
            raise InputError(sentence(where, found=f'"{row[0]}" again', expected="each file once"))
        entries[row[0]] = _entry(where, dict(zip(HEADER[1:], row[1:], strict=True)))
    return entries


def _rows(path: Path) -> list[list[str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), strict=True)]
    except FileNotFoundError:
        raise InputError(sentence(str(path), found="no such file", expected="a manifest")) from None
    except (OSError, UnicodeDecodeError, csv.Error) as why:
        raise InputError(sentence(str(path), found=f"unreadable CSV ({why})", expected="a UTF-8 CSV file")) from None


def _entry(where: str, cells: dict[str, str]) -> Entry:
    try:
        return Entry(**cells)
    except ValidationError as why:
        raise InputError(explain(Path(where), Entry, why)) from None
