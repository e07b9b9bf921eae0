"""Pages that show their text only with JavaScript, shown by Chromium; what it shows goes into the archive as evidence.

Needs the extra `render` (Playwright) and a Chromium of the machine's own, which is never downloaded. A rendering is a
`conversion` record of its own WARC file (`<crawl>.render.warc.gz`) that refers to the page as it came over the wire.
"""

import os
import shutil
import socket
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPException
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from corpus.errors import InputError, sentence
from corpus.tables import Reject
from crawl.archive import MAX_BODY, Exchange
from crawl.evidence import Archive
from crawl.guard import is_public
from crawl.mending import mend
from crawl.outlet import Outlet
from crawl.rights import RobotsFiles
from crawl.settings import DOWNLOAD_TIMEOUT, USER_AGENT
from crawl.walls import SCRIPT_ONLY

STAGE = "render"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"),
)
"""A browser that reaches no host by itself: what a page asks for is asked for here, checked, and handed to it."""
LOAD_MS, QUIET_MS = 30_000, 5_000
"""How long a page may take to load, and then its scripts to come to rest."""
ASKED = frozenset({"document", "script", "xhr", "fetch"})
"""What a text needs; pictures, fonts, styles and films are not asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Where a browser may go: by way of `proxy` to a demo's `hosts`, else to public hosts; `robots` is obeyed."""

    outlets: Mapping[str, Outlet]
    robots: RobotsFiles
    proxy: str | None = None
    hosts: Collection[str] = ()


def browser_path() -> str:
    """Where the machine's Chromium is (PARALLAX_CHROMIUM names another one); raises InputError without one."""
    found = os.environ.get("PARALLAX_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if find_spec("playwright") is None:
        todo = 'install the extra: pip install "parallax-news[render]"'
        raise InputError(sentence("--render", found="no Playwright", expected="one to show pages with", todo=todo))
    if found is None:
        todo = "install it (Debian: apt install chromium), or name one in PARALLAX_CHROMIUM"
        raise InputError(sentence("--render", found="no Chromium", expected="one to show pages with", todo=todo))
    return found


def is_wanted(reject: Reject) -> bool:
    """Whether a page was set aside only because its text needs JavaScript."""
    return reject.reason == SCRIPT_ONLY


def render(pages: Iterable[Exchange], path: Path, visit: Visit, *, now: Callable[[], datetime] | None) -> list[Reject]:
    """Show these pages and add what they show to the WARC file at the path; the pages that could not be shown.

    One page at a time, each in a browser window that knows nothing of the others.
    """
    known, _ = mend(path)
    archive = Archive(path, now=now or _clock, software=USER_AGENT, known=known)
    try:
        with _browser() as browser:
            return [reject for page in pages if (reject := _render(browser, page, archive, visit))]
    finally:
        archive.close()


def _clock() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        sandbox = os.geteuid() != 0  # Chromium has none for root
        browser = playwright.chromium.launch(executable_path=browser_path(), args=[*FLAGS], chromium_sandbox=sandbox)
        yield browser
        browser.close()


def _render(browser: Any, page: Exchange, archive: Archive, visit: Visit) -> Reject | None:
    from playwright.sync_api import Error

    try:
        html = _shown(browser, page, visit).encode("utf-8")
    except Error as why:
        reason = f"It could not be shown: {str(why).splitlines()[0]}"
        return Reject(stage=STAGE, where=page.url, reason=reason)
    if len(html) > MAX_BODY:
        return Reject(stage=STAGE, where=page.url, reason="What it shows is larger than the limit.")
    archive.add_rendering(page, html)
    return None


def _shown(browser: Any, page: Exchange, visit: Visit) -> str:
    """The page's document as its scripts have made it."""
    from playwright.sync_api import TimeoutError as StillBusy

    context = browser.new_context(user_agent=USER_AGENT, service_workers="block", accept_downloads=False)
    try:
        context.route("**/*", lambda route: _answer(route, page, visit))
        context.route_web_socket("**/*", lambda socket: socket.close())
        window = context.new_page()
        window.goto(page.url, wait_until="load", timeout=LOAD_MS)
        with suppress(StillBusy):
            window.wait_for_load_state("networkidle", timeout=QUIET_MS)
        html: str = window.content()
        return html
    finally:
        context.close()


def _answer(route: Any, page: Exchange, visit: Visit) -> None:
    """Give the browser the page from the archive, and what the page asks for besides, if it may be had."""
    request = route.request
    if request.url == page.url:
        route.fulfill(status=200, body=page.body, content_type=page.headers.get("content-type", "text/html"))
        return
    outlet = visit.outlets.get(page.note.get("outlet", ""))
    is_wanted_here = request.method == "GET" and request.resource_type in ASKED
    found = _get(request.url, visit.proxy) if outlet and is_wanted_here and _may(request.url, visit, outlet) else None
    if found is None:
        route.abort()
    else:
        route.fulfill(status=200, body=found[0], content_type=found[1])


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **more: Any) -> None:
        """None: nobody has checked where it leads."""


def _get(url: str, proxy: str | None) -> tuple[bytes, str] | None:
    """The body at an address and its type; None where it cannot be had as it stands there."""
    opener = build_opener(_NoRedirect(), *([ProxyHandler({"http": proxy, "https": proxy})] if proxy else []))
    try:
        with opener.open(Request(url, headers={"User-Agent": USER_AGENT}), timeout=DOWNLOAD_TIMEOUT) as answer:
            body = answer.read(MAX_BODY + 1)
            return (body, answer.headers.get("Content-Type", "")) if len(body) <= MAX_BODY else None
    except (OSError, HTTPException, ValueError):
        return None


def _may(url: str, visit: Visit, outlet: Outlet) -> bool:
    """Whether an address is on a host of the outlet's own, open to us by robots.txt, and not an internal one."""
    host = urlsplit(url).hostname or ""
    if (
        urlsplit(url).scheme not in ("http", "https")
        or not outlet.owns(url)
        or visit.robots.verdict(url) == "forbidden"
    ):
        return False
    return host in visit.hosts if visit.proxy else _all_public(host)


def _all_public(host: str) -> bool:
    try:
        found: Sequence[Any] = socket.getaddrinfo(host, None)
    except OSError:
        return False
    return all(is_public(str(entry[4][0])) for entry in found)
