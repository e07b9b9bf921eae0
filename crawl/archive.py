"""The evidence: every request and response of a crawl in WARC files, one gzip member a record, and the way back.

A record's id is made from address and payload, its date from the crawl's clock: the same pages, the same references.
"""

import json
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Headers, Request, Response
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corpus.errors import CorpusError, sentence
from crawl.dates import parse_moment

MAX_BODY = 20 * 1024 * 1024
"""An article is never larger, unpacked; what is larger is a mistake or an attack."""
NOTE = "WARC-JSON-Metadata"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One answer from the archive. `note` is what the crawl knew of it: outlet, kind, where it was announced."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime
    ref: str
    note: Mapping[str, Any]


class Archive:
    """A new WARC file in a folder, open for writing."""

    def __init__(self, folder: Path, *, now: Callable[[], datetime], software: str):
        folder.mkdir(parents=True, exist_ok=True)
        number = 1 + max((int(p.name.split(".")[0]) for p in archive_files(folder)), default=0)
        self.now = now
        self._file = (folder / f"{number:05d}.warc.gz").open("xb")
        self._writer = WARCWriter(self._file, gzip=True, warc_version="WARC/1.1")
        self._write_info(software)

    def _write_info(self, software: str) -> None:
        lines = f"software: {software}\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n".encode()
        headers = {"WARC-Record-ID": _record_id("warcinfo", lines), "WARC-Date": self._date()}
        record = self._writer.create_warc_record(
            "", "warcinfo", payload=BytesIO(lines), length=len(lines), warc_headers_dict=headers
        )
        self._writer.write_record(record)

    def _date(self) -> str:
        return self.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def add(self, request: Request, response: Response, *, note: Mapping[str, Any]) -> None:
        """Write one request and its response, the body as it came over the wire."""
        answer_id = _record_id(response.url, response.body)
        date = self._date()
        answer = {"WARC-Record-ID": answer_id, "WARC-Date": date, NOTE: json.dumps(note, sort_keys=True)}
        if response.ip_address is not None:
            answer["WARC-IP-Address"] = str(response.ip_address)
        status = StatusAndHeaders(
            str(response.status), _pairs(response.headers), protocol=response.protocol or "HTTP/1.1"
        )
        self._write(response.url, "response", response.body, status, answer)
        asked = {
            "WARC-Record-ID": _record_id(answer_id, b"request"),
            "WARC-Date": date,
            "WARC-Concurrent-To": answer_id,
        }
        parts = urlsplit(request.url)
        line = f"{request.method} {parts.path or '/'}{'?' * bool(parts.query)}{parts.query} HTTP/1.1"
        pairs = [("Host", parts.netloc), *_pairs(request.headers)]
        self._write(request.url, "request", request.body, StatusAndHeaders(line, pairs, is_http_request=True), asked)
        self._file.flush()

    def _write(self, url: str, kind: str, body: bytes, http: StatusAndHeaders, headers: dict[str, str]) -> None:
        record = self._writer.create_warc_record(
            url, kind, payload=BytesIO(body), length=len(body), http_headers=http, warc_headers_dict=headers
        )
        self._writer.write_record(record)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _record_id(url: str, payload: bytes) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{url} {sha256(payload).hexdigest()}')}>"


def _pairs(headers: Headers) -> list[tuple[str, str]]:
    """The headers as text; a transfer encoding is already undone, so its header is kept under another name."""
    pairs = [(k.decode("latin-1"), v.decode("latin-1")) for k, values in headers.items() for v in values]
    return [(f"X-Archived-{k}" if k.lower() == "transfer-encoding" else k, v) for k, v in pairs]


class ArchiveMiddleware:
    """Downloader middleware that archives whatever comes over the wire, robots.txt and error pages included."""

    def __init__(self, archive: Archive):
        self.archive = archive

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The middleware with a new archive in the folder of the crawler's spider."""
        spider: Any = crawler.spider
        own = cls(Archive(spider.into / "warc", now=spider.now, software=crawler.settings["USER_AGENT"]))
        crawler.signals.connect(own.closed, signal=signals.spider_closed)
        return own

    def process_response(self, request: Request, response: Response) -> Response:
        """Archive the exchange and hand the response on."""
        note = {"kind": "robots"} if request.meta.get("dont_obey_robotstxt") else request.meta.get("note", {})
        self.archive.add(request, response, note=note)
        return response

    def closed(self) -> None:
        """Close the archive with the spider."""
        self.archive.close()


def archive_files(folder: Path) -> list[Path]:
    """The WARC files of an archive folder, in the order of the crawls."""
    return sorted(p for p in folder.glob("*.warc.gz") if p.name.split(".")[0].isdigit())


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
    if record.rec_type != "response":
        return None
    header = record.rec_headers.get_header
    moment = parse_moment(header("WARC-Date"))
    if moment is None:
        raise ValueError("a record without a date")
    identity = header("WARC-Record-ID").removeprefix("<urn:uuid:").removesuffix(">")
    return Exchange(
        url=header("WARC-Target-URI"),
        status=int(record.http_headers.get_statuscode()),
        headers={k.lower(): v for k, v in record.http_headers.headers},
        body=record.content_stream().read(MAX_BODY),
        fetched_at=moment.at,
        ref=f"warc/{name}#{identity}",
        note=json.loads(header(NOTE) or "{}"),
    )
