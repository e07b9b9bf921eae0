"""The demo newsroom: a folder of pages, served on loopback under the host names of outlets that do not exist.

It answers as a proxy does (`GET http://host.example/path`), so that only a crawler it is handed to reaches its hosts,
and no port ever stands in an address. `python -m crawl.newsroom [FOLDER]` serves it to look at.
"""

import sys
import threading
from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import unquote, urlsplit

from pydantic import AfterValidator, AwareDatetime, Field, RootModel

from corpus.errors import InputError, sentence
from corpus.places import data_folder
from corpus.strict import Strict, load_toml

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".htm": "text/html; charset=utf-8",
    ".shtml": "text/html; charset=utf-8",
    ".xml": "application/xml",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".gz": "application/gzip",
}


def _invented(hosts: dict[str, str]) -> dict[str, str]:
    for host in hosts:
        if not host.endswith(".example") or host != host.lower():
            raise ValueError("lower-case host names that end in .example, which nobody can own")
    return hosts


class NewsroomFile(Strict):
    """`newsroom.toml`: the moment at which the demo takes place, and the folder of each host."""

    now: AwareDatetime
    hosts: Annotated[dict[str, str], Field(min_length=1), AfterValidator(_invented)]


class Answer(Strict):
    """How one path is answered other than by default; `headers` replace or add to the usual ones."""

    status: Annotated[int, Field(ge=100, le=599)] = 200
    headers: dict[str, str] = {}


class Answers(RootModel[dict[str, Answer]]):
    """`headers.toml` of one host's folder: answers by path."""


class Newsroom:
    """A context manager that serves the newsroom while it is open; `proxy` is its address for a crawler."""

    def __init__(self, folder: Path | None = None):
        self.folder = folder or data_folder() / "newsroom"
        about = load_toml(self.folder / "newsroom.toml", NewsroomFile, InputError)
        self.now: datetime = about.now.astimezone(UTC)
        self.hosts = {host: self.folder / name for host, name in about.hosts.items()}
        for host, path in self.hosts.items():
            if not (path / "site").is_dir():
                where = f'{self.folder / "newsroom.toml"}, hosts."{host}"'
                raise InputError(sentence(where, found=f"no folder {path / 'site'}", expected="a folder of pages"))
        self._answers = {host: _answers(path / "headers.toml") for host, path in self.hosts.items()}
        self._server: ThreadingHTTPServer | None = None

    @property
    def outlets(self) -> Path:
        """The folder of the newsroom's outlet packs."""
        return self.folder / "outlets"

    @property
    def event(self) -> Path:
        """The newsroom's event file."""
        return self.folder / "event.toml"

    @property
    def archives(self) -> list[str]:
        """The WARC files that the newsroom holds beside its sites, for a crawl to read."""
        return [str(path) for path in sorted((self.folder / "archive").glob("*.warc*"))]

    @property
    def proxy(self) -> str:
        """The address to send requests for the newsroom's hosts to; only while it is open."""
        assert self._server is not None, "the newsroom is closed"
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, self))
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()
        self._server = None

    def answer(self, host: str, path: str) -> tuple[Answer, dict[str, str], bytes]:
        """What a host answers to a path: status and own headers, default headers, body."""
        if host not in self.hosts:
            return Answer(status=421), {"Content-Type": TYPES[".txt"]}, b"No such host in this newsroom.\n"
        told = self._answers[host].get(path)
        page = _page(self.hosts[host] / "site", path)
        if page is None:
            own = told or Answer(status=404)
            return own, {"Content-Type": TYPES[".html"]}, b"<!doctype html><title>404</title><h1>Not found</h1>\n"
        content_type = TYPES.get(page.suffix.lower(), "application/octet-stream")
        return told or Answer(), {"Content-Type": content_type}, page.read_bytes()


def _answers(path: Path) -> dict[str, Answer]:
    return load_toml(path, Answers, InputError).root if path.exists() else {}


def _page(site: Path, path: str) -> Path | None:
    """The file for a path, inside the site's folder and nowhere else."""
    place = (site / unquote(path).lstrip("/")).resolve()
    if not place.is_relative_to(site.resolve()):
        return None
    place = place / "index.html" if place.is_dir() else place
    return place if place.is_file() else None


class _Handler(BaseHTTPRequestHandler):
    """Answers absolute request lines and, for people with a browser, the Host header."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # headers and body are two small pieces, and a page is not to wait for them

    def __init__(self, newsroom: Newsroom, *args: object):
        self.newsroom = newsroom
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """The page at the address."""
        parts = urlsplit(self.path)
        host = parts.hostname or self.headers.get("Host", "").split(":")[0].lower()
        own, headers, body = self.newsroom.answer(host, parts.path or "/")
        if self._has_it(own):
            own, headers, body = Answer(status=304, headers=own.headers), {}, b""
        self.send_response_only(own.status, _phrase(own.status))
        for name, value in ({**headers, "Content-Length": str(len(body))} | own.headers).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def _has_it(self, answer: Answer) -> bool:
        """Whether whoever asks has the page as it is: by the ETag or Last-Modified that `headers.toml` gives it."""
        pairs = (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since"))
        return any(name in answer.headers and answer.headers[name] == self.headers.get(asked) for name, asked in pairs)

    def do_HEAD(self) -> None:
        """The headers of the page at the address."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal quiet."""


def _phrase(status: int) -> str:
    known = {item.value: item.phrase for item in HTTPStatus}
    return known.get(status, "Unknown")


def main() -> None:
    """Serve a newsroom until interrupted."""
    with Newsroom(Path(sys.argv[1]) if len(sys.argv) > 1 else None) as newsroom:
        hosts = "\n".join(f"  curl --proxy {newsroom.proxy} http://{host}/" for host in newsroom.hosts)
        sys.stdout.write(f"The newsroom is open on loopback; ctrl-C closes it.\n{hosts}\n")
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            sys.stdout.write("\n")


if __name__ == "__main__":
    main()
