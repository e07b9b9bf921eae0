"""Files that hold texts, read into records one by one; what cannot be read says why and lets the rest go on."""

import codecs
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field, ValidationError, field_validator

from corpus.errors import sentence
from corpus.strict import Strict, explain
from corpus.words import OutletId, Tag
from crawl.dates import parse_moment

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Fields(Strict):
    """One line of a `.jsonl` file."""

    text: str = Field(min_length=1)
    title: str | None = None
    url: str | None = None
    outlet: OutletId | None = None
    lang: Tag | None = None
    published_at: str | None = None
    authors: list[str] = []
    id: str | int | None = Field(default=None, description="Kept in the raw file only; articles have ids of their own.")

    @field_validator("published_at")
    @classmethod
    def _is_a_date(cls, value: str | None) -> str | None:
        if value and parse_moment(value) is None:
            raise ValueError("a date such as 2031-05-06 or 2031-05-06T07:08:09Z")
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One text as its file gives it; `where` is the file's name, with the line where it holds several."""

    where: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    lang: str | None = None
    published_at: str | None = None
    authors: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Unusable:
    """One text that cannot be read, and why."""

    where: str
    reason: str


def read_text(name: str, data: bytes) -> Iterator[Record | Unusable]:
    """The one text of a plain text file."""
    try:
        text = decode(data)
    except UnicodeDecodeError as why:
        yield Unusable(name, _encoding_problem(name, why))
        return
    if text.strip():
        yield Record(where=name, text=text)
    else:
        yield Unusable(name, sentence(name, found="an empty file", expected="a text"))


def read_lines(name: str, data: bytes) -> Iterator[Record | Unusable]:
    """The texts of a file with one JSON object a line."""
    if not data.strip():
        yield Unusable(name, sentence(name, found="an empty file", expected="one JSON object a line"))
    for number, line in enumerate(_byte_lines(data), start=1):
        if line.strip():
            yield _record(f"{name}:{number}", line)


def _byte_lines(data: bytes) -> list[bytes]:
    """The lines in UTF-8; a file with another declared encoding is converted first. A bad byte spoils one line only."""
    if any(data.startswith(bom) for bom, _ in BOMS):
        data = decode(data, errors="replace").encode("utf-8", "surrogatepass")
    return data.split(b"\n")


def _record(where: str, line: bytes) -> Record | Unusable:
    try:
        fields = Fields.model_validate(json.loads(line.decode("utf-8")))
    except UnicodeDecodeError as why:
        return Unusable(where, _encoding_problem(where, why))
    except (json.JSONDecodeError, RecursionError) as why:
        return Unusable(where, sentence(where, found=f"broken JSON ({why})", expected="one JSON object a line"))
    except ValidationError as why:
        return Unusable(where, explain(Path(where), Fields, why))
    return Record(where=where, **fields.model_dump(exclude={"id"}))


def decode(data: bytes, *, errors: str = "strict") -> str:
    """The text of bytes in the encoding that their byte order mark declares, else in UTF-8."""
    encoding = next((name for bom, name in BOMS if data.startswith(bom)), "utf-8")
    return data.decode(encoding, errors)


def _encoding_problem(where: str, why: UnicodeDecodeError) -> str:
    found = f"the byte 0x{why.object[why.start]:02x} at {why.start}, which is not {why.encoding}"
    return sentence(where, found=found, expected="UTF-8", todo="convert the file to UTF-8")


READERS: Mapping[str, Callable[[str, bytes], Iterator[Record | Unusable]]] = {".txt": read_text, ".jsonl": read_lines}
"""How a file is read, by its ending."""
