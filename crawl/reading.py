"""One archived page as a draft of an article, or the reason why it has none."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit

import trafilatura
from trafilatura.settings import Document

from corpus.tables import Reject, Rights
from crawl.archive import Exchange
from crawl.articles import Draft, language_of
from crawl.furniture import clean
from crawl.furniture_pack import Rules, rules_for
from crawl.lines import weight
from crawl.metadata import Hints, metadata_of
from crawl.outlet import Outlet
from crawl.page import Page, read_page
from crawl.relevance import Relevance
from crawl.rights import RobotsFiles, against_rights, rights_of
from crawl.spaces import tie_spaces, untie_spaces

STAGE = "extract"
ENOUGH = 80
"""Letters below which a page has no article: an agency's flash of one sentence has more, an error message less."""


@dataclass(frozen=True, slots=True)
class PageReader:
    """Reads single pages, given what is known of outlets, event and robots files."""

    outlets: Mapping[str, Outlet]
    relevance: Relevance
    robots: RobotsFiles

    def read(self, exchange: Exchange) -> Draft | Reject | None:
        """The page's article, or why it has none; None for a redirect, whose target stands in the archive itself."""
        try:
            return self._read(exchange)
        except Exception as why:  # noqa: BLE001 (one malformed page must not cost the others; its reason is kept)
            return _reject(exchange, f"The page could not be read ({type(why).__name__}: {why}).")

    def _read(self, exchange: Exchange) -> Draft | Reject | None:
        if 300 <= exchange.status < 400:
            return None
        reason = _against_answer(exchange)
        if reason:
            return _reject(exchange, reason)
        page = read_page(exchange)
        rights = rights_of(exchange, page.meta, self.robots)
        reason = against_rights(rights)
        if reason:
            return _reject(exchange, reason)
        outlet = self.outlets.get(exchange.note.get("outlet", ""))
        if outlet is None:
            return _reject(exchange, f'The outlet "{exchange.note.get("outlet")}" has no pack any more.')
        draft = _draft(exchange, page, outlet, rights)
        if isinstance(draft, Reject):
            return draft
        text = (draft.cleaned.title, draft.cleaned.text)
        reason = self.relevance.against_day(draft.published) or self.relevance.against_text(*text)
        return _reject(exchange, reason) if reason else draft


def _against_answer(exchange: Exchange) -> str | None:
    if exchange.status != 200:
        return f"The server answered with status {exchange.status}."
    content_type = exchange.headers.get("content-type", "text/html").split(";")[0].strip().lower()
    if content_type not in ("text/html", "application/xhtml+xml"):
        return f'The server sent "{content_type}", not a page.'
    return None if exchange.body.strip() else "The server sent an empty page."


def _reject(exchange: Exchange, reason: str) -> Reject:
    return Reject(stage=STAGE, where=exchange.url, reason=reason)


def _draft(exchange: Exchange, page: Page, outlet: Outlet, rights: Rights) -> Draft | Reject:
    document = _extracted(page, exchange)
    text = untie_spaces(document.text) if document and document.text else ""
    lang = language_of(text, page.lang, among=outlet.languages)
    if document is None or lang is None:
        return _reject(exchange, "No article was found on the page.")
    announced = exchange.note.get("found", {}).get("published")
    title = untie_spaces(document.title) if document.title else None
    hints = Hints(title=title, day=document.date, author=document.author, announced=announced)
    said = metadata_of(page, hints, fetched_at=exchange.fetched_at, outlet=outlet.name)
    cleaned = clean(text, lang=lang, title=said.title, rules=_rules(outlet, lang))
    if weight(cleaned.text) < ENOUGH:
        return _reject(exchange, "No article was found on the page beyond its furniture.")
    return Draft(
        outlet=outlet.id,
        url=exchange.url,
        canonical_url=_own_address(page, outlet),
        lang=lang,
        cleaned=cleaned,
        extractor=f"trafilatura {version('trafilatura')}",
        raw_ref=exchange.ref,
        published=said.published,
        modified=said.modified,
        authors=said.authors,
        section=said.section,
        tags=said.tags,
        fetched_at=exchange.fetched_at,
        rights=rights,
    )


def _extracted(page: Page, exchange: Exchange) -> Document | None:
    """Trafilatura's view of the page. Dates are bounded by the fetch, because its own bound is today's clock."""
    if page.tree is None:
        return None
    bound = (exchange.fetched_at + timedelta(days=1)).strftime("%Y-%m-%d")
    document = trafilatura.bare_extraction(
        tie_spaces(page.html),
        url=page.url,
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": True, "max_date": bound},
    )
    return document if isinstance(document, Document) else None


def _rules(outlet: Outlet, lang: str) -> Rules:
    return rules_for(lang, credits=outlet.credit_phrases, cuts=outlet.cut_phrases, skip=outlet.furniture_phrases)


def _own_address(page: Page, outlet: Outlet) -> str | None:
    """The canonical address, if it is a page of this outlet: some point at their home page or at another site."""
    named = urljoin(page.url, page.canonical) if page.canonical else None
    if named and outlet.owns(named) and urlsplit(named).path.strip("/"):
        return named
    return None
