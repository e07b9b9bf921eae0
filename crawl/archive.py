"""The evidence, read back: every answer of a crawl from its WARC files, one gzip member a record.

`crawl.evidence` writes it. A reference (`raw_ref`) is `warc/<file>#<record id>`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from corpus.errors import CorpusError, sentence
from crawl.dates import parse_moment
from crawl.unpacking import unpack_body

MAX_BODY = 10 * 1024 * 1024
"""An article is never larger, unpacked; what is larger is a mistake or an attack."""
NOTE = "WARC-JSON-Metadata"
NAME = re.compile(r"\d+(-\d+)?(\..+)?\.warc\.gz")
LISTS = frozenset({"x-robots-tag", "content-usage", "link"})
"""Headers that may come several times and mean all of it; of others, the last counts."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One answer from the archive. `note` is what the crawl knew of it: outlet, kind, where it was announced, policy.

    `is_cut` is true where the body, unpacked, is larger than MAX_BODY; `body` is its beginning then. `is_rendering` is
    true where the body is what a browser made of the page.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime
    ref: str
    note: Mapping[str, Any]
    is_cut: bool = False
    is_rendering: bool = False


def archive_files(folder: Path) -> list[Path]:
    """The WARC files of an archive folder, in the order of the crawls."""
    return sorted(p for p in folder.glob("*.warc.gz") if NAME.fullmatch(p.name))


def number_of(path: Path) -> int:
    """The number of the crawl that wrote a WARC file, alone (00001.warc.gz) or with others (00001-2.warc.gz)."""
    return int(path.name.split(".")[0].partition("-")[0])


def crawl_of(ref: str) -> str:
    """The crawl that a reference leads to: the same for all files that its workers wrote."""
    return ref.partition("#")[0].partition(".")[0].partition("-")[0]


def next_name(folder: Path) -> str:
    """The name of the next crawl's file in an archive folder."""
    return f"{1 + max(map(number_of, archive_files(folder)), default=0):05d}.warc.gz"


def read_archive(path: Path) -> Iterator[Exchange]:
    """The answers in a WARC file, in the order they were written; raises CorpusError where the file is broken."""
    with path.open("rb") as file:
        try:
            yield from filter(None, map(partial(_exchange, path.name), ArchiveIterator(file)))
        except (ArchiveLoadFailed, EOFError, ValueError) as why:
            expected = "whole records"
            todo = "what stands before the break is used; collect again for the rest"
            raise CorpusError(
                sentence(str(path), found=f"a broken record ({why})", expected=expected, todo=todo)
            ) from None


def _exchange(name: str, record: Any) -> Exchange | None:
    note = json.loads(record.rec_headers.get_header(NOTE) or "{}")
    if record.rec_type == "conversion" and "headers" in note:
        return _rendering(name, record, note)
    return exchange_of(name, record, record.raw_stream, note) if record.rec_type == "response" else None


def _rendering(name: str, record: Any, note: dict[str, Any]) -> Exchange:
    """The page that a browser made, with the headers of the answer that it was made of; its body has no encodings."""
    header = record.rec_headers.get_header
    moment, record_id = parse_moment(header("WARC-Date")), header("WARC-Record-ID")
    if moment is None or record_id is None:
        raise ValueError(f"a record without {'a date' if moment is None else 'an id'}")
    return Exchange(
        url=header("WARC-Target-URI"),
        status=200,
        headers=note.pop("headers"),
        body=record.raw_stream.read(MAX_BODY),
        fetched_at=moment.at,
        ref=f"warc/{name}#{identity_of(record_id)}",
        note=note,
        is_rendering=True,
    )


def exchange_of(name: str, record: Any, payload: Any, note: Mapping[str, Any]) -> Exchange:
    """The answer in a response record of a file; `payload` is its body as a stream, as it came over the wire.

    Raises:
        ValueError: the record has no date, no id or no status.
    """
    header = record.rec_headers.get_header
    moment, record_id = parse_moment(header("WARC-Date")), header("WARC-Record-ID")
    if moment is None or record_id is None:
        raise ValueError(f"a record without {'a date' if moment is None else 'an id'}")
    headers = _headers(record.http_headers.headers)
    body = _unpacked(payload, headers)
    return Exchange(
        url=header("WARC-Target-URI"),
        status=int(record.http_headers.get_statuscode()),
        headers=headers,
        body=body[:MAX_BODY],
        fetched_at=moment.at,
        ref=f"warc/{name}#{identity_of(record_id)}",
        note=note,
        is_cut=len(body) > MAX_BODY,
    )


def identity_of(record_id: str) -> str:
    """The UUID in a record's id, as references have it."""
    return record_id.removeprefix("<urn:uuid:").removesuffix(">")


def _headers(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in pairs:
        key = name.lower()
        found[key] = f"{found[key]}, {value}" if key in LISTS and key in found else value
    return found


def _unpacked(payload: Any, headers: Mapping[str, str]) -> bytes:
    """The body without its encodings, and one byte more than MAX_BODY at most."""
    is_chunked = headers.get("transfer-encoding", "").strip().lower() == "chunked"
    stream = ChunkedDataReader(payload) if is_chunked else payload
    return unpack_body(stream.read(MAX_BODY + 1), headers.get("content-encoding", ""), MAX_BODY + 1)
