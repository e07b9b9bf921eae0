"""Where the crawler may go: to public addresses, in a demo to its newsroom; nowhere that gives no robots.txt."""

import ipaddress
from typing import Any, Self
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

FAILURES = {
    "CannotResolveHostError": "no public host has this name",
    "DownloadTimeoutError": "no answer in time",
    "DownloadConnectionRefusedError": "the host refused the connection",
    "DownloadCancelledError": "the answer is larger than the limit",
    "ResponseDataLossError": "the answer broke off",
}
"""What Scrapy's exceptions mean, without ports, times or anything else that changes from run to run."""
INTERNAL = "the host is internal"
"""The reason for an address that is not on the public net, written to the rejects."""


def is_public(address: str) -> bool:
    """Whether an IP address can be reached by everyone: not loopback, private, link-local, reserved or multicast."""
    ip = ipaddress.ip_address(address.strip("[]").split("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_global and not ip.is_multicast


class Guard:
    """Downloader middleware that refuses other schemes than http(s), internal addresses, and strangers in a demo.

    A robots.txt that cannot be had (no answer, or a server error) forbids everything, as RFC 9309, 2.3.1.4 says;
    `closed` holds these sites with the reason.
    """

    def __init__(self, proxy: str | None, hosts: frozenset[str], closed: dict[str, str] | None = None):
        self.proxy = proxy
        self.hosts = hosts
        self.closed = {} if closed is None else closed

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The guard for the crawler's spider, which knows whether this is a demo."""
        spider: Any = crawler.spider
        return cls(spider.proxy, spider.demo_hosts, spider.closed_sites)

    def process_request(self, request: Request) -> None:
        """Raise IgnoreRequest where the crawler must not go; send a demo's requests through its newsroom."""
        parts = urlsplit(request.url)
        host = parts.hostname or ""
        if parts.scheme not in ("http", "https"):
            raise IgnoreRequest(f'the address is "{parts.scheme}", not http or https')
        if self.proxy is not None:
            if host not in self.hosts:
                raise IgnoreRequest("the host is not one of the demo newsroom's")
            request.meta["proxy"] = self.proxy
        elif host == "localhost" or (_is_ip(host) and not is_public(host)):
            raise IgnoreRequest(INTERNAL)

    def process_response(self, request: Request, response: Response) -> Response:
        """Put a prohibition in the place of a robots.txt that the server failed to give."""
        if _is_robots(request) and response.status >= 500:
            return self._close(request, f"status {response.status}")
        return response

    def process_exception(self, request: Request, exception: Exception) -> Response | None:
        """Put a prohibition in the place of a robots.txt that could not be fetched."""
        return (
            self._close(request, FAILURES.get(type(exception).__name__, type(exception).__name__))
            if _is_robots(request)
            else None
        )

    def _close(self, request: Request, reason: str) -> Response:
        self.closed[site_of(request.url)] = reason
        return Response(request.url, body=b"User-agent: *\nDisallow: /\n")


def site_of(url: str) -> str:
    """Scheme and authority of an address: what one robots.txt is for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _is_robots(request: Request) -> bool:
    """Whether Scrapy asks for a robots.txt on its own account."""
    return bool(request.meta.get("dont_obey_robotstxt"))


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


class PublicResolver(CachingThreadedResolver):
    """A resolver for which names that lead to internal addresses do not exist; the user's own proxy is excepted."""

    def getHostByName(self, name: str, timeout: Any = ()) -> "Deferred[str]":  # noqa: N802 (Twisted's name)
        """The address of a host; fails with DNSLookupError if it is not public. An address is its own answer."""
        found: Deferred[str] = super().getHostByName(name, timeout)
        proxies = {urlsplit(url).hostname for url in getproxies().values()}
        return found if _is_ip(name) or name in proxies else found.addCallback(_public_or_fail)


def _public_or_fail(address: str) -> str:
    if not is_public(address):
        raise DNSLookupError(INTERNAL)
    return address
