"""A site of invented articles on loopback: as many pages as are asked for, a sitemap, a robots.txt; always the same.

    python -m benchmarks.loopback PAGES KILOBYTES

It answers to any host name, as a proxy does, and prints its port. `newsroom` makes the folder that lets the crawler in.
"""

import asyncio
import contextlib
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HOST = "benchmark.example"
HOSTS = tuple(f"benchmark-{number}.example" for number in range(6))
"""The hosts among which the pages are divided where there are to be several."""
TEXT = (
    "the council of the town said on Tuesday that a bridge over the river will be sold to its builder for a sum that "
    "nobody has named while ferrymen ask who pays for the repair of the second arch before winter and the harbour "
    "office answers with a letter about timber ropes lamps and the price of bread in the old market near the station"
)
EVENT = """id = "benchmark"
title = "A bridge is sold"
outlets = ["benchmark"]
[window]
start = 2031-05-06
end = 2031-05-08
[terms]
"*" = ["Brindlemoor"]
[[actors]]
id = "lorvek"
name = "Lorvek"
kind = "organisation"
[actors.aliases]
"*" = ["Lorvek"]
"""
OUTLET = f"""id = "benchmark"
name = "The Benchmark"
home = "http://{HOST}/"
languages = ["en"]
sitemaps = ["http://{HOST}/sitemap.xml"]
"""


def page(number: int, kilobytes: float) -> bytes:
    """One article, never the same as another one."""
    chance, words = random.Random(number), TEXT.split()
    body: list[str] = [f"<p>Brindlemoor, report {number}: the sale of bridge number {number} was announced.</p>"]
    while sum(map(len, body)) < kilobytes * 1000:
        line = " ".join(chance.choices(words, k=60))
        body.append(f"<p>{line.capitalize()}, for {chance.randrange(10_000)} crowns.</p>")
    head = f"<title>Bridge {number} of Brindlemoor is sold</title>"
    head += '<meta property="article:published_time" content="2031-05-06T09:30:00+02:00">'
    links = "".join(f'<a href="/page/{(number + step) % 1000}">next</a>' for step in range(20))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body><nav>{links}</nav><article>'
        f"<h1>Bridge {number} of Brindlemoor is sold</h1>{''.join(body)}</article></body></html>"
    ).encode()


def site(n_pages: int, kilobytes: float) -> dict[str, tuple[str, bytes]]:
    """Content type and body by path."""
    urls = "".join(f"<url><loc>http://{HOST}/page/{n}</loc></url>" for n in range(n_pages))
    files = {f"/page/{n}": ("text/html; charset=utf-8", page(n, kilobytes)) for n in range(n_pages)}
    files["/sitemap.xml"] = ("application/xml", f"<urlset>{urls}</urlset>".encode())
    for number, host in enumerate(HOSTS):
        urls = "".join(f"<url><loc>http://{host}/page/{n}</loc></url>" for n in range(number, n_pages, len(HOSTS)))
        files[f"/sitemap-{number}.xml"] = ("application/xml", f"<urlset>{urls}</urlset>".encode())
    files["/robots.txt"] = ("text/plain", b"User-agent: *\nDisallow: /private/\n")
    return files


def newsroom(folder: Path) -> Path:
    """A newsroom folder without pages of its own, for `collect`."""
    (folder / "outlets").mkdir(parents=True)
    (folder / "site" / "site").mkdir(parents=True)
    (folder / "newsroom.toml").write_text(f'now = 2031-05-08T12:00:00Z\n[hosts]\n"{HOST}" = "site"\n')
    (folder / "event.toml").write_text(EVENT)
    (folder / "outlets" / "benchmark.toml").write_text(OUTLET)
    return folder


def newsrooms(folder: Path) -> Path:
    """The same with its pages on six hosts, an outlet each."""
    newsroom(folder)
    hosts = "".join(f'"{host}" = "site"\n' for host in HOSTS)
    (folder / "newsroom.toml").write_text(f"now = 2031-05-08T12:00:00Z\n[hosts]\n{hosts}")
    (folder / "outlets" / "benchmark.toml").unlink()
    names = [host.partition(".")[0] for host in HOSTS]
    (folder / "event.toml").write_text(EVENT.replace('["benchmark"]', str(names).replace("'", '"')))
    for number, name in enumerate(names):
        pack = OUTLET.replace(HOST, HOSTS[number]).replace("sitemap.xml", f"sitemap-{number}.xml")
        (folder / "outlets" / f"{name}.toml").write_text(pack.replace('id = "benchmark"', f'id = "{name}"'))
    return folder


@contextlib.contextmanager
def served(n_pages: int, kilobytes: float) -> Iterator[str]:
    """The address of the site, served by a process of its own."""
    command = [sys.executable, "-m", "benchmarks.loopback", str(n_pages), str(kilobytes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        finally:
            server.terminate()


async def _answer(
    files: dict[str, tuple[str, bytes]], reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
        while True:
            request = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            path = "/" + request.split(" ")[1].split("://")[-1].partition("/")[2].split("?")[0]
            kind, body = files.get(path, ("text/plain", b"no such page\n"))
            status = "200 OK" if path in files else "404 Not Found"
            head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
            writer.write(head.encode() + body)
            await writer.drain()
    writer.close()


async def _serve(files: dict[str, tuple[str, bytes]]) -> None:
    server = await asyncio.start_server(lambda r, w: _answer(files, r, w), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(site(int(sys.argv[1]), float(sys.argv[2]))))
