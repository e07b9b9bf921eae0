"""WARC files that others made (CC-NEWS, a colleague's crawl), read like a site: the event's pages go into the archive.

A file is read record by record, from a path or from any address that fsspec knows; it is never held as a whole. What is
kept are answers of the event's outlets that name the event. They become records of a file of their own in `warc/`, with
their date and headers as they were, so that extraction reads them as it reads every other page.
"""

import filecmp
import gzip
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.warcwriter import WARCWriter

from corpus.errors import InputError, sentence
from corpus.tables import Reject
from crawl.archive import MAX_BODY, NOTE, Exchange, archive_files, exchange_of, next_name
from crawl.dates import Moment
from crawl.evidence import LEVEL
from crawl.outlet import Outlet
from crawl.relevance import Relevance, plain_page
from crawl.source import Found

STAGE = "collect"
POLICY = {"robots": "not asked: from an archive", "content_usage": None, "tdm_reservation": None, "tdm_policy": None}
"""Nobody was asked for these pages; what their headers and meta elements say is obeyed by extraction."""
MAX_TOLD = 80
"""Characters of the reader's own words in a reason."""
BREAKS_OFF = "The record breaks off."
PAGES = ("text/html", "application/xhtml+xml")

FORMER = frozenset(
    {"content-length", "warc-block-digest", "warc-payload-digest", "warc-target-uri", "warc-type", "warc-warcinfo-id"}
    | {NOTE.lower()}
)
"""Headers that are written anew: ours are of the block as it is parsed and written here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of one WARC file: its name, the file in `warc/` that has what was kept, and counts of its answers.

    `n_own` stand on hosts of the event's outlets. Those that are not kept are `rejects`; others' answers are counted.
    """

    name: str
    file: str | None
    n_answers: int
    n_own: int
    n_kept: int
    rejects: tuple[Reject, ...]

    def record(self) -> dict[str, Any]:
        """What `run.json` keeps."""
        return {
            "name": self.name,
            "file": self.file,
            "n_answers": self.n_answers,
            "n_own": self.n_own,
            "n_kept": self.n_kept,
        }

    def line(self) -> str:
        """A line for people."""
        return f"{self.name}: {self.n_answers} answers, {self.n_own} of the event's outlets, {self.n_kept} kept"


def take_in(place: str, folder: Path, *, outlets: Mapping[str, Outlet], relevance: Relevance) -> Taken:
    """Copy the event's pages out of a WARC file into an archive folder; the same file again changes nothing.

    Raises:
        InputError: the file cannot be opened, or holds no record (`check_places` says so beforehand).
    """
    name = _name_of(place)
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / "taken.part"
    counts = {"n_answers": 0, "n_own": 0, "n_kept": 0}
    rejects: list[Reject] = []
    with open_place(place) as stream, aside.open("wb") as out:
        for record in _records(stream, name, rejects):
            counts["n_answers"] += 1
            outlet = _owner(record.rec_headers.get_header("WARC-Target-URI") or "", outlets)
            if outlet is None:
                continue
            counts["n_own"] += 1
            told = _copy(record, name, outlet, relevance, out)
            counts["n_kept"] += told is None
            rejects += [told] if told else []
    file = _place_of(aside, folder, name) if counts["n_kept"] else None
    aside.unlink(missing_ok=True)
    return Taken(name=name, file=file, rejects=tuple(rejects), **counts)


def _name_of(place: str) -> str:
    return place.rstrip("/").rpartition("/")[2]


@contextmanager
def open_place(place: str) -> Iterator[IO[bytes]]:
    """A file's bytes as a stream: a path, or with "://" an address for fsspec; raises InputError."""
    open_it = _fsspec(place) if "://" in place else Path(place).open
    try:
        stream: IO[bytes] = open_it("rb")
    except (OSError, ValueError, ImportError) as why:
        told = getattr(why, "strerror", None) or str(why) or type(why).__name__
        raise InputError(sentence(place, found=told, expected="a WARC file that can be read")) from None
    with stream:
        yield stream


def _fsspec(place: str) -> Callable[[str], IO[bytes]]:
    try:
        import fsspec
    except ImportError:
        todo = 'install it (pip install "parallax-news[archives]"), or name a file on this machine'
        raise InputError(sentence(place, found="no fsspec", expected="it for such addresses", todo=todo)) from None
    return lambda mode: fsspec.open(place, mode).open()


def _told(why: Exception) -> str:
    """What went wrong as a few readable words: the reader quotes whole lines of what is no WARC."""
    told = "".join(c if c.isprintable() else "?" for c in str(why).partition(":")[0])
    return told[:MAX_TOLD]


def _records(stream: IO[bytes], name: str, rejects: list[Reject]) -> Iterator[Any]:
    """The answers; where the file breaks off, what stood before is used, and a reject tells it."""
    n = 0
    try:
        for record in ArchiveIterator(stream):
            n += 1
            if record.rec_type == "response" and record.http_headers is not None:
                yield record
    except (ArchiveLoadFailed, EOFError, ValueError, OSError) as why:
        if n == 0:
            raise InputError(sentence(name, found=f"no record ({_told(why)})", expected="a WARC file")) from None
        rejects.append(Reject(stage=STAGE, where=name, reason=f"It breaks off after {n} records ({_told(why)})."))
    if n == 0:
        raise InputError(sentence(name, found="no record", expected="a WARC file"))


def _owner(url: str, outlets: Mapping[str, Outlet]) -> Outlet | None:
    return next((outlet for outlet in outlets.values() if outlet.owns(url)), None)


def _copy(record: Any, name: str, outlet: Outlet, relevance: Relevance, out: IO[bytes]) -> Reject | None:
    """Write one answer into the archive, or say why not."""
    url = record.rec_headers.get_header("WARC-Target-URI")
    raw = record.raw_stream.read(MAX_BODY + 1)
    try:
        exchange = exchange_of(name, record, BytesIO(raw), {})
        is_torn = len(raw) <= MAX_BODY and getattr(record.raw_stream, "limit", 0) > 0
        reason = BREAKS_OFF if is_torn else _against(exchange, len(raw), outlet, relevance)
    except ValueError as why:
        reason = f"The record could not be read ({why})."
    if reason:
        return Reject(stage=STAGE, where=url, reason=reason)
    origin = {"file": name, "record": record.rec_headers.get_header("WARC-Record-ID")}
    note = {"kind": "page", "outlet": outlet.id, "found": {}, "policy": POLICY, "taken_from": origin}
    _write(record, raw, note, out)
    return None


def _against(exchange: Exchange, size: int, outlet: Outlet, relevance: Relevance) -> str | None:
    content_type = exchange.headers.get("content-type", "text/html").split(";")[0].strip().lower()
    if exchange.status != 200 or content_type not in PAGES:
        return f'In the archive it is "{content_type}" with status {exchange.status}, not a page.'
    if size > MAX_BODY or exchange.is_cut:
        return "The page is larger than the limit."
    if exchange.url in outlet.sections or not urlsplit(exchange.url).path.strip("/"):
        return "It is one of the outlet's pages with links."
    seen = Found(url=exchange.url, changed=Moment(exchange.fetched_at, "second"))
    return relevance.against(seen) or relevance.against_text(
        plain_page(exchange.body, exchange.headers.get("content-type"))
    )


def _write(record: Any, raw: bytes, note: Mapping[str, Any], out: IO[bytes]) -> None:
    """One gzip member with the answer as it was, and our note beside it."""
    plain = BytesIO()
    writer = WARCWriter(plain, gzip=False, warc_version="WARC/1.1")
    headers = {name: value for name, value in record.rec_headers.headers if name.lower() not in FORMER}
    headers[NOTE] = json.dumps(note, sort_keys=True)
    url = record.rec_headers.get_header("WARC-Target-URI")
    copied = writer.create_warc_record(
        url, "response", payload=BytesIO(raw), length=len(raw), http_headers=record.http_headers,
        warc_headers_dict=headers,
    )  # fmt: skip
    writer.write_record(copied)
    out.write(gzip.compress(plain.getvalue(), LEVEL, mtime=0))


def _place_of(aside: Path, folder: Path, name: str) -> str:
    """Give the finished file its place: that of the same pages from before, else a new number."""
    stem = re.sub(r"[^\w-]+", "-", re.sub(r"\.warc(\.gz)?$", "", name)).strip("-") or "taken"
    for path in archive_files(folder):
        if path.name.endswith(f".{stem}.warc.gz") and filecmp.cmp(path, aside, shallow=False):
            return path.name
    target = folder / f"{next_name(folder).split('.')[0]}.{stem}.warc.gz"
    aside.replace(target)
    return target.name


def check_places(places: Sequence[str]) -> None:
    """Raise InputError where one of the files cannot be opened, or holds no record; nothing is written yet.

    Two files of one name are refused as well, because their pages would be told apart by nothing.
    """
    names = [_name_of(place) for place in places]
    for place, name in zip(places, names, strict=True):
        if names.count(name) > 1:
            raise InputError(sentence(place, found="two archives of this name", expected="one", todo="rename one"))
        with open_place(place) as stream:
            next(_records(stream, place, []), None)
