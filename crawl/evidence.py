"""The evidence, written: every request, response and outcome of a crawl in a WARC file, one gzip member a record.

A record's id is made from address and payload, its date from the crawl's clock: the same pages, the same references.
What is in the archive already is not written again, but referred to by a `revisit` record.
"""

import gzip
import json
import uuid
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Headers, Request, Response
from scrapy.utils.httpobj import urlparse_cached
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawl.archive import NOTE, Exchange, identity_of
from crawl.frontiers import Store
from crawl.mending import mend
from crawl.policy import OWN

LEVEL = 5
"""How hard records are packed: level 6 takes twice the time or more, and saves two bytes in a hundred."""
UNMODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"


class Archive:
    """A WARC file in a folder, open for writing at its end."""

    def __init__(self, path: Path, *, now: Callable[[], datetime], software: str, known: frozenset[str] = frozenset()):
        path.parent.mkdir(parents=True, exist_ok=True)
        self.name = path.name
        self.now = now
        self._known = set(known)
        self._again: Counter[str] = Counter()
        self._buffer = BytesIO()
        self._writer = WARCWriter(self._buffer, gzip=False, warc_version="WARC/1.1")
        self._file = path.open("ab")
        if self._file.tell() == 0:
            self._write_info(software)

    def add(self, request: Request, response: Response, *, note: Mapping[str, Any], earlier: str | None = None) -> str:
        """Write one request and its response, the body as it came over the wire; the reference to the record.

        `earlier` refers to the same page in an earlier crawl. Where the server says that it has not changed, or sends
        the same bytes again, the reference is to the record that has them.
        """
        answer_id = _record_id(response.url, response.body)
        ref = f"warc/{self.name}#{identity_of(answer_id)}"
        if earlier is not None and (response.status == 304 or earlier.endswith(identity_of(answer_id))):
            ref = earlier
            written = self._revisit(response, note, earlier.rpartition("#")[2], is_told=response.status == 304)
        elif answer_id in self._known:
            written = self._revisit(response, note, identity_of(answer_id), is_told=False)
        else:
            self._known.add(answer_id)
            written = answer_id
            headers = self._headers(answer_id) | _about(response, note)
            self._record(response.url, "response", response.body, _status(response), headers)
        self._ask(request, written)
        self._flush()
        return ref

    def add_rendering(self, page: Exchange, html: bytes) -> None:
        """Write what a browser made of an archived page, with what is known of it; the same again is not written."""
        record_id = _record_id(page.url, html)
        if record_id in self._known:
            return
        self._known.add(record_id)
        note = {**page.note, "headers": {**page.headers, "content-type": "text/html; charset=utf-8"}}
        headers = self._headers(record_id) | {NOTE: json.dumps(note, sort_keys=True), "Content-Type": "text/html"}
        headers["WARC-Refers-To"] = f"<urn:uuid:{page.ref.rpartition('#')[2]}>"
        self._record(page.url, "conversion", html, None, headers)
        self._flush()

    def add_outcome(self, url: str, outcome: str, reason: str | None) -> None:
        """Write how a request ended that got no answer."""
        said = json.dumps({"outcome": outcome, "reason": reason}, ensure_ascii=False, sort_keys=True).encode()
        record_id = self._new_id(_record_id(url, said))
        headers = self._headers(record_id) | {"Content-Type": "application/json"}
        self._record(url, "metadata", said, None, headers)
        self._flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _revisit(self, response: Response, note: Mapping[str, Any], original: str, *, is_told: bool) -> str:
        record_id = self._new_id(_record_id(original, b"revisit"))
        headers = self._headers(record_id) | _about(response, note)
        headers["WARC-Profile"] = UNMODIFIED if is_told else IDENTICAL
        headers["WARC-Refers-To"] = f"<urn:uuid:{original}>"
        headers["WARC-Refers-To-Target-URI"] = response.url
        self._record(response.url, "revisit", b"", _status(response), headers)
        return record_id

    def _ask(self, request: Request, answer_id: str) -> None:
        headers = self._headers(_record_id(answer_id, b"request")) | {"WARC-Concurrent-To": answer_id}
        parts = urlparse_cached(request)
        line = f"{request.method} {parts.path or '/'}{'?' * bool(parts.query)}{parts.query} HTTP/1.1"
        pairs = [("Host", parts.netloc), *_pairs(request.headers)]
        self._record(request.url, "request", request.body, StatusAndHeaders(line, pairs, is_http_request=True), headers)

    def _write_info(self, software: str) -> None:
        lines = f"software: {software}\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n".encode()
        self._record("", "warcinfo", lines, None, self._headers(_record_id("warcinfo", lines)))
        self._flush()

    def _new_id(self, record_id: str) -> str:
        """The id, or another one made from it where this file has it already."""
        while record_id in self._known:
            self._again[record_id] += 1
            record_id = _record_id(record_id, str(self._again[record_id]).encode())
        self._known.add(record_id)
        return record_id

    def _headers(self, record_id: str) -> dict[str, str]:
        date = self.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return {"WARC-Record-ID": record_id, "WARC-Date": date}

    def _record(self, url: str, kind: str, body: bytes, http: StatusAndHeaders | None, headers: dict[str, str]) -> None:
        content_type = headers.pop("Content-Type", None)
        record = self._writer.create_warc_record(
            url,
            kind,
            payload=BytesIO(body),
            length=len(body),
            http_headers=http,
            warc_headers_dict=headers,
            **({"warc_content_type": content_type} if content_type else {}),
        )
        plain = BytesIO()
        self._writer.out = plain
        self._writer.write_record(record)
        self._buffer.write(gzip.compress(plain.getvalue(), LEVEL, mtime=0))

    def _flush(self) -> None:
        """Give all records of one exchange to the file in one piece: a kill tears the last one at most."""
        self._file.write(self._buffer.getvalue())
        self._file.flush()
        self._buffer = BytesIO()


def _record_id(url: str, payload: bytes) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{url} {sha256(payload).hexdigest()}')}>"


def _about(response: Response, note: Mapping[str, Any]) -> dict[str, str]:
    address = {"WARC-IP-Address": str(response.ip_address)} if response.ip_address is not None else {}
    return {NOTE: json.dumps(note, sort_keys=True), **address}


def _status(response: Response) -> StatusAndHeaders:
    return StatusAndHeaders(str(response.status), _pairs(response.headers), protocol=response.protocol or "HTTP/1.1")


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
        """The middleware with the archive of the spider's crawl, mended where an earlier run was killed in it."""
        spider: Any = crawler.spider
        frontier: Store = spider.frontier
        path = frontier.folder / frontier.archive
        known, cut_off = mend(path) if frontier.is_continued else (frozenset[str](), 0)
        if cut_off:
            frontier.note_cut_off(cut_off)
        own = cls(Archive(path, now=spider.now, software=crawler.settings["USER_AGENT"], known=known))
        spider.archive = own.archive
        crawler.signals.connect(own.closed, signal=signals.spider_closed)
        return own

    def process_response(self, request: Request, response: Response) -> Response:
        """Archive the exchange, keep the reference in the request's meta, and hand the response on."""
        meta = request.meta
        note = {**meta["note"], "policy": meta.get("policy")} if OWN not in meta else meta["note"]
        earlier = meta["earlier"][0] if "earlier" in meta else None
        meta["ref"] = self.archive.add(request, response, note=note, earlier=earlier)
        return response

    def closed(self) -> None:
        """Close the archive with the spider."""
        self.archive.close()
