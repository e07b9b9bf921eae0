"""One archived page as a draft of an article, or the reason why it has none."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from corpus.rights import Rights
from corpus.tables import Reject
from crawl.archive import Exchange
from crawl.articles import Draft, language_of
from crawl.choosing import ENOUGH, choose_reading
from crawl.furniture import clean, notes_of
from crawl.furniture_pack import Rules, rules_for
from crawl.guesses import guess_author, guess_day
from crawl.lines import weight
from crawl.metadata import Hints, Metadata, metadata_of
from crawl.outlet import Outlet
from crawl.page import Page, read_page
from crawl.relevance import Relevance
from crawl.rights import RobotsFiles, against_rights, rights_of
from crawl.titles import selected_title
from crawl.walls import wall_of

STAGE = "extract"
LINKED = 0.5
"""Share of link text from which a line that reads like a note is the teaser of one."""
TELLING = 6_000
"""Characters that tell a text's language as surely as all of it."""


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
        draft = draft_of(exchange, page, outlet, rights)
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


def draft_of(exchange: Exchange, page: Page, outlet: Outlet, rights: Rights) -> Draft | Reject:
    """The page as a draft, whatever its day and subject, or why it is no article."""
    found = choose_reading(page, outlet.selectors)
    lang = language_of(found.text[:TELLING], page.lang, among=outlet.languages) if found else None
    said = _said(page, exchange, outlet)
    wall = wall_of(page, found.text if found else "", title=said.title, lang=lang)
    if wall:
        return _reject(exchange, wall)
    if found is None or lang is None:
        return _reject(exchange, "No article was found on the page.")
    rules = _rules(outlet, lang)
    persons = () if said.is_site_author else said.authors
    cleaned = clean(found.text, lang=lang, title=said.title, rules=rules, authors=persons)
    if weight(cleaned.text) < ENOUGH:
        return _reject(exchange, "No article was found on the page beyond its furniture.")
    return Draft(
        outlet=outlet.id,
        url=exchange.url,
        canonical_url=_own_address(page, outlet),
        lang=lang,
        cleaned=cleaned,
        extractor=found.extractor,
        raw_ref=exchange.ref,
        published=said.published,
        modified=said.modified,
        authors=said.authors,
        section=said.section,
        tags=said.tags,
        noted=_noted(page, rules),
        fetched_at=exchange.fetched_at,
        rights=rights,
    )


def _said(page: Page, exchange: Exchange, outlet: Outlet) -> Metadata:
    """What the page says of itself; where it does not name a day or a person, what its text shows."""
    announced = exchange.note.get("found", {}).get("published")
    said = metadata_of(page, Hints(announced=announced), fetched_at=exchange.fetched_at, outlet=outlet.name)
    day = guess_day(page, exchange.fetched_at) if said.published is None else None
    author = None if said.authors and not said.is_site_author else guess_author(page)
    if day or author:
        hints = Hints(announced=announced, day=day, author=author)
        said = metadata_of(page, hints, fetched_at=exchange.fetched_at, outlet=outlet.name)
    return replace(said, title=selected_title(page, outlet.selectors.title) or said.title)


def _rules(outlet: Outlet, lang: str) -> Rules:
    return rules_for(lang, credits=outlet.credit_phrases, cuts=outlet.cut_phrases, skip=outlet.furniture_phrases)


def _noted(page: Page, rules: Rules) -> tuple[str, ...]:
    """The outlet's notes that stand apart from the page's article, but lead to no other one."""
    return tuple(notes_of([block.text for block in page.blocks if block.link_share < LINKED], rules))


def _own_address(page: Page, outlet: Outlet) -> str | None:
    """The canonical address, if it is a page of this outlet: some point at their home page or at another site."""
    named = urljoin(page.url, page.canonical) if page.canonical else None
    if named and outlet.owns(named) and urlsplit(named).path.strip("/"):
        return named
    return None
