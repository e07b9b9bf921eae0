"""An article's title: of the candidates on a page, the one that most others repeat."""

import re
from collections.abc import Sequence, Set

from crawl.blocks import fold
from crawl.page import Page, text_of, text_within

SITE = re.compile(r"\s*[|\-–—·•:：/_<>«»]+\s*\S.*")
"""What follows a headline in a browser's title bar: a separator and the site's name or rubric."""
KICKER = re.compile(r"\S.{0,60}?(?:\s*[:：/]\s*|\s+[-–—]\s+)")
"""What stands before a headline: a rubric, a name or a place, set apart."""
SEPARATOR = re.compile(r"\s*[|｜–—·•]\s*|\s+-\s+|：")


def title_candidates(page: Page, extracted: str | None) -> list[str]:
    """What could be the title: of the page's JSON-LD, its og:title, its headings, the extractor, its title element."""
    candidates = [
        text_of(page.linked_data.get("headline")),
        shared_title(page),
        *map(text_within, page.elements("//h1")),
        extracted,
        *page.texts("//head/title")[:1],
    ]
    return [_plain(c) for c in candidates if c and c.strip()]


def shared_title(page: Page) -> str | None:
    """The title under which the page wants to be shared; what it tells Twitter mostly repeats it and is no voice."""
    said = page.meta.get("og:title") or page.meta.get("twitter:title")
    return _plain(said) if said else None


def selected_title(page: Page, selector: str | None) -> str | None:
    """The title at the place that an outlet's pack names, a meta element or one that is shown; None if it is empty."""
    found = page.tree.cssselect(selector) if selector and page.tree is not None else []
    return _plain(found[0].get("content") or text_within(found[0])) or None if found else None


def _plain(title: str) -> str:
    return " ".join(title.replace("\u00ad", "").split())


def choose_title(candidates: Sequence[str], *, names: Sequence[str] = (), shared: str | None = None) -> str | None:
    """The candidate that most others repeat, with or without the site's name behind; the earlier one in a tie.

    Candidates that are one of the site's `names`, or were cut short where another one goes on, do not stand. Where two
    forms differ by a kicker in front ("River: Bridge sold"), the form under which the page is `shared` is taken.
    """
    not_titles = {"", *map(fold, names)}
    candidates = [_without_site(c, not_titles) for c in candidates]
    standing = [c for c in candidates if fold(c) not in not_titles and not _is_cut(c, candidates)]
    votes = [(sum(_repeats(other, one) for other in candidates), candidates.count(one)) for one in standing]
    if not standing:
        return None
    chosen = standing[votes.index(max(votes))]
    other = _without_site(shared, not_titles) if shared else ""
    return other if other in standing and (_has_kicker(chosen, other) or _has_kicker(other, chosen)) else chosen


def _has_kicker(long: str, short: str) -> bool:
    """Whether a title is another one with a word or some in front, and a colon or dash between."""
    front = long.removesuffix(short)
    return front != long and bool(KICKER.fullmatch(front))


def _without_site(title: str, sites: Set[str]) -> str:
    """The title without the site's own name behind a separator."""
    for found in reversed(list(SEPARATOR.finditer(title))):
        if found.start() and fold(title[found.end() :]) in sites - {""}:
            return title[: found.start()]
    return title


def _repeats(other: str, one: str) -> bool:
    if fold(other) == fold(one):
        return True
    one, other = one.casefold(), other.casefold()
    return other.startswith(one) and bool(SITE.fullmatch(other[len(one) :]))


def _is_cut(title: str, others: Sequence[str]) -> bool:
    start = fold(title)
    return title.endswith(("…", "...")) and any(fold(o).startswith(start) and fold(o) != start for o in others)
