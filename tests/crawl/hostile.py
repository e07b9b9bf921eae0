"""A server that misbehaves in every way a site can, each on a host of its own, as a demo newsroom's proxy."""

import gzip
import socket
import time
import zlib
from collections import Counter
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import brotli
from backports import zstd

MEGABYTE = 1024 * 1024
HOSTS = "slow endless huge bombs loops fickle storm later never locked feeds letters traps cut"
BILLION_LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
CHARSETS = {
    "header-lies": ("text/html; charset=utf-8", "windows-1251", "koi8-r"),
    "meta-lies": ("text/html", "koi8-r", "windows-1251"),
    "nobody-says": ("text/html", None, "windows-1251"),
    "no-charset-at-all": ("text/html; charset=no-such-thing", "x-none", "utf-8"),
    "bad-bytes": ("text/html; charset=utf-8", "utf-8", None),
}
"""What the header says, what the meta element says, what the bytes are (None: UTF-8 with broken bytes in it)."""


def feed(host, *paths, head=""):
    items = "".join(
        f"<item><title>Brindlemoor sells a bridge</title><link>{path if '://' in path else f'http://{host}.example{path}'}"
        "</link><pubDate>Tue, 06 May 2031 09:30:00 +0200</pubDate></item>"
        for path in paths
    )
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>x</title>{items}</channel></rss>'.encode()


class Site:
    """What the hosts answer; `asked` counts how often each address was asked for."""

    def __init__(self, tiny):
        self.article = tiny.article
        self.bombs = _bombs()
        self.asked = Counter()

    def answer(self, host, path):
        """Status, headers and body (bytes, or an iterator of pieces that never ends in good time)."""
        self.asked[host, path] += 1
        if path == "/robots.txt" and host != "fickle":
            return 200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /private/\n"
        if path == "/.well-known/tdmrep.json":
            return 404, {}, b""
        status, headers, body = getattr(self, f"_{host}")(path)
        return status, {"Content-Type": "text/html; charset=utf-8", **headers}, body

    def page(self, title="Brindlemoor sells its oldest bridge"):
        return self.article(title=title).encode()

    def _slow(self, path):
        pieces = iter(lambda: time.sleep(0.2) or b"<p>", None)
        return (200, {}, feed("slow", "/a", "/b")) if path == "/feed.xml" else (200, {}, pieces)

    def _endless(self, path):
        """Sitemaps that name ever new sitemaps and pages, and a page that never ends."""
        if path == "/stream":
            return 200, {}, iter(lambda: b"x" * 65536, None)
        deeper = "".join(f"<sitemap><loc>http://endless.example{path}{n}.xml</loc></sitemap>" for n in range(2))
        pages = "".join(f"<url><loc>http://endless.example/stream?{path}{n}</loc></url>" for n in range(40))
        return 200, {}, f"<urlset>{deeper}{pages}</urlset>".encode()

    def _huge(self, path):
        if path == "/feed.xml":
            return 200, {}, feed("huge", "/declared", "/sent")
        return 200, {"Content-Length": str(10 * 1024**3)} if path == "/declared" else {}, b"x" * 12 * MEGABYTE

    def _bombs(self, path):
        if path == "/feed.xml":
            return 200, {}, feed("bombs", *(name for name in self.bombs if name != "/map.xml.gz"))
        encoding = {"/map.xml.gz": {}, "/twice": {"Content-Encoding": "gzip, gzip"}}
        return 200, encoding.get(path, {"Content-Encoding": path[1:]}), self.bombs[path]

    def _loops(self, path):
        targets = {
            "/self": "/self",
            "/ping": "/pong",
            "/pong": "/ping",
            "/inside": "http://127.0.0.1:22/",
            "/metadata": "http://169.254.169.254/latest/",
            "/file": "file:///etc/passwd",
            "/nowhere": "http://[broken/",
        }
        if path == "/feed.xml":
            return 200, {}, feed("loops", *targets, "/ever?1")
        if path.startswith("/ever"):
            return 302, {"Location": f"/ever?{int(path.partition('?')[2]) + 1}"}, b""
        return 302, {"Location": targets[path]}, b""

    def _fickle(self, path):
        """A robots.txt that allows at first and forbids ever after."""
        if path == "/robots.txt":
            rule = "Disallow:" if self.asked["fickle", path] == 1 else "Disallow: /"
            return 200, {"Content-Type": "text/plain"}, f"User-agent: *\n{rule}\n".encode()
        return 200, {}, feed("fickle", "/a", "/b") if path == "/feed.xml" else self.page()

    def _storm(self, path):
        return (200, {}, feed("storm", *(f"/{n}" for n in range(30)))) if path == "/feed.xml" else (429, {}, b"")

    def _later(self, path):
        """503 once for each page, with Retry-After in both its forms."""
        if path == "/feed.xml":
            return 200, {}, feed("later", "/soon", "/past")
        waits = {"/soon": "0", "/past": "Tue, 06 May 2025 09:30:00 GMT"}
        first = self.asked["later", path] == 1
        return (503, {"Retry-After": waits[path]}, b"") if first else (200, {}, self.page(f"Brindlemoor, {path}"))

    def _never(self, path):
        """503, to be asked again in a week."""
        return (200, {}, feed("never", "/a", "/b")) if path == "/feed.xml" else (503, {"Retry-After": "604800"}, b"")

    def _locked(self, path):
        return 200, {}, feed("locked", "https://locked.example/a")

    def _feeds(self, path):
        if path == "/laughs.xml":
            doctype = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{BILLION_LAUGHS}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
            return 200, {}, feed("feeds", "/one", head=doctype).replace(b">x<", b">&l11;&f;<")
        if path == "/large.xml":
            return 200, {}, feed("feeds", *(f"/{n}" for n in range(8000)))
        if path == "/larger.xml":
            return 200, {}, b"<rss><channel>" + b"<item><link>http://feeds.example/</link></item>" * 1_100_000
        return 200, {}, b"<p>no feed</p>" if path == "/broken.xml" else self.page()

    def _letters(self, path):
        if path == "/feed.xml":
            return 200, {}, feed("letters", *(f"/{name}" for name in CHARSETS))
        kind, meta, charset = CHARSETS[path[1:]]
        said = f'<meta charset="{meta}">' if meta else ""
        body = "".join(
            f"<p>Совет города Brindlemoor в среду продал мост номер {n} строителю Lorvek, сообщила местная газета; за "
            f"него заплатили {n} миллионов крон, и никто из перевозчиков не знает, что будет с рекой зимой.</p>"
            for n in range(1, 5)
        )
        text = f"<html><head>{said}<title>Brindlemoor</title></head><body><article>{body}</article></body></html>"
        data = text.encode(charset) if charset else text.encode() + b"\xff\xfe\xc3\x28" * 20
        return 200, {"Content-Type": kind}, data

    def _traps(self, path):
        """Addresses that are none, or that are too long, and markup that goes ever deeper."""
        bad = ("http://", "http://[::1", "javascript:alert(1)", "http://traps.example:99999999/", "http://:80/")
        long = "/" + "a" * 5000
        if path == "/feed.xml":
            return 200, {}, feed("traps", "/deep", long, *bad)
        return 200, {}, b"<div>" * 200_000

    def _cut(self, path):
        """Answers that break off: fewer bytes than announced, a compressed body without its end."""
        if path == "/feed.xml":
            return 200, {}, feed("cut", "/short", "/half")
        if path == "/half":
            return 200, {"Content-Encoding": "gzip"}, gzip.compress(self.page())[:-40]
        return 200, {"Content-Length": "100000"}, b"<p>too little"


def _bombs():
    data = b"<p>" + b"\0" * 60 * MEGABYTE
    once = gzip.compress(data, mtime=0)
    return {
        "/gzip": once,
        "/br": brotli.compress(data, quality=1),
        "/zstd": zstd.compress(data),
        "/deflate": zlib.compress(data),
        "/twice": gzip.compress(once, mtime=0),
        "/map.xml.gz": gzip.compress(b" " * 60 * MEGABYTE, mtime=0),
    }


class Handler(BaseHTTPRequestHandler):
    """Answers absolute request lines; for https it opens the tunnel and then speaks no TLS."""

    protocol_version = "HTTP/1.1"
    timeout = 5

    def __init__(self, site, *args):
        self.site = site
        super().__init__(*args)

    def do_GET(self):
        parts = urlsplit(self.path)
        path = parts.path + ("?" * bool(parts.query)) + parts.query
        status, headers, body = self.site.answer(parts.hostname.partition(".")[0], path)
        whole = isinstance(body, bytes)
        self.send_response_only(status)
        for name, value in ({"Content-Length": str(len(body))} if whole else {"Connection": "close"} | {}).items():
            if name not in headers:
                self.send_header(name, value)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for piece in [body] if whole else body:
                self.wfile.write(piece)
        except OSError:
            pass
        if not whole or headers.get("Content-Length", str(len(body))) != str(len(body)):
            self.close_connection = True

    def do_CONNECT(self):
        self.send_response_only(200)
        self.end_headers()
        self.wfile.write(b"this is no TLS at all\r\n" * 10)
        self.close_connection = True

    def log_message(self, format, *args):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    address_family = socket.AF_INET

    def handle_error(self, request, client_address):
        pass


def serve(site):
    """The open server and its address; the caller shuts it down."""
    server = Server(("127.0.0.1", 0), partial(Handler, site))
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}"
