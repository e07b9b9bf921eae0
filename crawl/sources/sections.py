"""Section pages: the links that look like articles."""

from lxml import etree, html
from w3lib.encoding import html_to_unicode
from w3lib.url import canonicalize_url

from crawl.addresses import looks_like_article
from crawl.outlet import Outlet
from crawl.source import Found, Query, joined

TITLE = 20
"""Characters from which the text of a link can be a headline; shorter ones say "more" or name a section."""


def asks(outlet: Outlet, query: Query) -> list[str]:
    """The outlet's section pages."""
    return outlet.sections


def reads(body: bytes, url: str, outlet: Outlet) -> list[Found] | None:
    """The articles that a page links to, each once, with the longest text of its links; None if it is no page."""
    tree = _tree(body)
    if tree is None:
        return None
    titles: dict[str, str] = {}
    for link in tree.iter("a"):
        address = _address(url, link.get("href") or "")
        if address and outlet.owns(address) and looks_like_article(address, outlet.articles):
            text = " ".join(link.text_content().split())
            titles[address] = max(titles.get(address, ""), text, key=len)
    return [Found(url=address, title=title if len(title) >= TITLE else None) for address, title in titles.items()]


def _tree(body: bytes) -> html.HtmlElement | None:
    _, text = html_to_unicode(None, body)
    try:
        tree = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return None
    return tree if next(tree.iter("a"), None) is not None else None


def _address(base: str, href: str) -> str | None:
    """The whole address of a link, without its fragment; None for links into the page and what is no address."""
    if not href.strip() or href.lstrip().startswith(("#", "javascript:", "mailto:", "tel:")):
        return None
    try:
        whole = joined(base, href.strip())
        return whole.partition("#")[0] if canonicalize_url(whole) != canonicalize_url(base) else None
    except ValueError:
        return None
