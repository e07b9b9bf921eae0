"""Where the crawler may go: to public addresses, in a demo to its newsroom."""

import ipaddress
from typing import Any, Self
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request
from scrapy.resolver import CachingThreadedResolver
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

INTERNAL = "the host is internal"
"""The reason for an address that is not on the public net, written to the rejects."""


def is_public(address: str) -> bool:
    """Whether an IP address can be reached by everyone: not loopback, private, link-local, reserved or multicast."""
    ip = ipaddress.ip_address(address.strip("[]").split("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_global and not ip.is_multicast


class Guard:
    """Downloader middleware that refuses other schemes than http(s), internal addresses, and strangers in a demo."""

    def __init__(self, proxy: str | None, hosts: frozenset[str]):
        self.proxy = proxy
        self.hosts = hosts

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The guard for the crawler's spider, which knows whether this is a demo."""
        spider: Any = crawler.spider
        return cls(spider.proxy, spider.demo_hosts)

    def process_request(self, request: Request) -> None:
        """Raise IgnoreRequest where the crawler must not go; send a demo's requests through its newsroom."""
        parts = urlparse_cached(request)
        host = parts.hostname or ""
        if parts.scheme not in ("http", "https"):
            raise IgnoreRequest(f'the address is "{parts.scheme}", not http or https')
        if self.proxy is not None:
            if host not in self.hosts:
                raise IgnoreRequest("the host is not one of the demo newsroom's")
            request.meta["proxy"] = self.proxy
        elif host == "localhost" or (_is_ip(host) and not is_public(host)):
            raise IgnoreRequest(INTERNAL)


def site_of(url: str) -> str:
    """Scheme and authority of an address: what one robots.txt is for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


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
