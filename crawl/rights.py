"""What a publisher says about reuse: robots.txt, TDM reservation (TDMRep) and Content-Usage (AIPREF), as received."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from protego import Protego

from corpus.tables import Rights
from crawl.archive import Exchange
from crawl.settings import ROBOTSTXT_USER_AGENT

USAGE = "content-usage:"


class RobotsFiles:
    """The robots.txt of each site in an archive; the last one that was fetched counts."""

    def __init__(self) -> None:
        self._files: dict[str, Exchange] = {}

    def add(self, exchange: Exchange) -> None:
        """Keep a site's robots.txt."""
        self._files[_site(exchange.url)] = exchange

    def verdict(self, url: str) -> str | None:
        """What the site's robots.txt says of an address to us; None where none was asked for."""
        found = self._files.get(_site(url))
        if found is None:
            return None
        if found.status != 200:
            return f"no robots.txt (status {found.status})"
        return "allowed" if Protego.parse(_text(found)).can_fetch(url, ROBOTSTXT_USER_AGENT) else "forbidden"

    def usage(self, url: str) -> str | None:
        """The Content-Usage lines of the site's robots.txt, verbatim."""
        found = self._files.get(_site(url))
        lines = _text(found).splitlines() if found and found.status == 200 else []
        said = [line.strip()[len(USAGE) :].strip() for line in lines if line.strip().lower().startswith(USAGE)]
        return "; ".join(said) or None


def rights_of(exchange: Exchange, meta: Mapping[str, str], robots: RobotsFiles) -> Rights:
    """What holds for one page; `meta` are its meta elements by lower-case name, which give way to the headers."""
    headers = exchange.headers
    return Rights(
        robots=robots.verdict(exchange.url),
        tdm_reservation=headers.get("tdm-reservation", meta.get("tdm-reservation")),
        tdm_policy=headers.get("tdm-policy", meta.get("tdm-policy")),
        content_usage=headers.get("content-usage") or robots.usage(exchange.url),
    )


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _text(exchange: Exchange) -> str:
    return exchange.body.decode("utf-8", "replace")
