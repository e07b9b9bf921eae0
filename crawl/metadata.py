"""An article's dates, bylines, rubric and tags: of what a page says several times, what the others agree with."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from crawl.bylines import authors_of, is_site
from crawl.dates import Moment, parse_moment
from crawl.page import Page, text_of
from crawl.titles import choose_title, shared_title, title_candidates

DAY = timedelta(days=1)
FIRST_TIME = (
    "(//time[@datetime][not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li)]/@datetime)[1]"
)
"""The article's own time; those in lists and at the edges of the page belong to other articles."""
PRECISIONS = ("second", "minute", "day", "month", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of an article beside its text."""

    title: str | None
    published: Moment | None
    modified: Moment | None
    authors: tuple[str, ...]
    is_site_author: bool
    section: str | None
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What others say of the page: the extractor's title, day and author, and the day that the feed announced."""

    title: str | None = None
    day: str | None = None
    author: str | None = None
    announced: str | None = None


def metadata_of(page: Page, hints: Hints, *, fetched_at: datetime, outlet: str = "") -> Metadata:
    """The page's metadata; the hints are voices among the page's own. `outlet` is a name that is no headline."""
    names = site_names(page, outlet)
    modified = _modified(page)
    authors = authors_of(page, hints.author, names)
    return Metadata(
        title=choose_title(title_candidates(page, hints.title), names=names, shared=shared_title(page)),
        published=choose_moment(_first_told(_published(page, hints), modified), fetched_at),
        modified=choose_moment(modified, fetched_at),
        authors=authors,
        is_site_author=all(is_site(name, page, names) for name in authors),
        section=text_of(page.linked_data.get("articleSection")) or page.meta.get("article:section") or None,
        tags=_tags(page),
    )


def site_names(page: Page, outlet: str) -> tuple[str, ...]:
    """What the site is called: by its pack, by itself, by its publisher, and its host with and without the ending."""
    host = (urlsplit(page.url).hostname or "").removeprefix("www.")
    said = [page.meta.get(name) for name in ("og:site_name", "application-name", "apple-mobile-web-app-title")]
    publisher = text_of(page.linked_data.get("publisher"))
    return tuple(dict.fromkeys(n for n in (outlet, *said, publisher, host, host.rpartition(".")[0]) if n))


def _published(page: Page, hints: Hints) -> list[Moment]:
    written = [
        text_of(page.linked_data.get("datePublished")),
        page.meta.get("article:published_time"),
        page.meta.get("datepublished"),
        *page.attributes(FIRST_TIME),
        hints.announced,
        hints.day,
    ]
    return _moments(written)


def _modified(page: Page) -> list[Moment]:
    written = [
        text_of(page.linked_data.get("dateModified")),
        page.meta.get("article:modified_time"),
        page.meta.get("datemodified"),
    ]
    return _moments(written)


def _first_told(published: Sequence[Moment], modified: Sequence[Moment]) -> Sequence[Moment]:
    """The moments without those that only repeat when the page was changed, if an earlier day is told as well."""
    changed = {moment.at for moment in modified}
    earlier = [m for m in published if m.at not in changed and any(m.at + DAY <= later for later in changed)]
    return [m for m in published if m.at not in changed] if earlier else published


def _moments(written: Iterable[str | None]) -> list[Moment]:
    return [moment for moment in map(parse_moment, written) if moment]


def choose_moment(candidates: Sequence[Moment], fetched_at: datetime) -> Moment | None:
    """The most exact of the candidates that most others agree with to a day; nothing later than the fetch counts."""
    possible = [m for m in candidates if m.at < fetched_at + DAY]
    if not possible:
        return None
    votes = [sum(abs(one.at - other.at) < DAY for other in possible) for one in possible]
    agreed = [m for m, n in zip(possible, votes, strict=True) if n == max(votes)]
    return min(agreed, key=lambda m: PRECISIONS.index(m.precision))


def _tags(page: Page) -> tuple[str, ...]:
    said = [text_of(k) for k in _as_list(page.linked_data.get("keywords"))] or page.metas("article:tag")
    said = said or [page.meta.get("news_keywords") or page.meta.get("keywords")]
    split = (tag.strip() for one in said if one for tag in re.split(r"[,，、;；]", one))
    return tuple(dict.fromkeys(tag for tag in split if tag))


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
