"""What a publisher says about reuse, as received: robots.txt and robots directives, TDM reservation, Content-Usage.

Content-Usage (AIPREF) is work in progress at the IETF: it is kept verbatim and not interpreted.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from protego import Protego

from corpus.rights import Rights
from crawl.archive import Exchange
from crawl.settings import ROBOTSTXT_USER_AGENT
from crawl.tdm import is_against_ai

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
        return usage_lines(_text(found)) if found and found.status == 200 else None


def usage_lines(robots: str) -> str | None:
    """The Content-Usage lines of a robots.txt, verbatim and joined; None if it has none."""
    lines = (line.strip() for line in robots.splitlines())
    return "; ".join(line[len(USAGE) :].strip() for line in lines if line.lower().startswith(USAGE)) or None


def rights_of(exchange: Exchange, meta: Mapping[str, str], robots: RobotsFiles) -> Rights:
    """What holds for one page. A header comes before a meta element (`meta`, by lower-case name), that before a file.

    The files are those that the crawl saw when it asked; for an archive without such a record, its robots.txt.
    """
    headers = exchange.headers
    site = exchange.note.get("policy") or {
        "robots": robots.verdict(exchange.url),
        "content_usage": robots.usage(exchange.url),
    }
    said = [headers.get("x-robots-tag"), meta.get("robots"), meta.get(ROBOTSTXT_USER_AGENT)]
    return Rights(
        robots=site["robots"],
        tdm_reservation=headers.get("tdm-reservation", meta.get("tdm-reservation", site.get("tdm_reservation"))),
        tdm_policy=headers.get("tdm-policy", meta.get("tdm-policy", site.get("tdm_policy"))),
        content_usage=headers.get("content-usage") or site["content_usage"],
        robots_directives="; ".join(filter(None, said)) or None,
    )


def against_rights(rights: Rights) -> str | None:
    """The reason not to use a page that its publisher reserves; None if it may be used."""
    if (rights.tdm_reservation or "").strip() == "1":
        return "The publisher reserves text and data mining (tdm-reservation 1)."
    if is_against_ai((rights.robots_directives or "").split(";"), ROBOTSTXT_USER_AGENT):
        return "The publisher does not want the page to be used by AI (noai among its robots directives)."
    return None


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _text(exchange: Exchange) -> str:
    return exchange.body.decode("utf-8", "replace")
