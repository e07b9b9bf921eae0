"""What an address says of itself: whether it looks like an article's, and the days that are written in it."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from urllib.parse import unquote, urlsplit

YEAR = r"(?P<year>(?:19|20)\d{2})"
FOLDERS = (
    re.compile(rf"/{YEAR}[/-](?P<month>\d{{1,2}})[/-](?P<day>\d{{1,2}})/"),
    re.compile(rf"/{YEAR}/?(?P<month>\d{{2}})(?P<day>\d{{2}})/"),
    re.compile(rf"/{YEAR}/(?P<month>\d{{2}})/(?!\d{{1,2}}/)"),
)
"""Dates that are folders of a path: /2031/03/11/, /2031-03-11/, /2031/0311/, /20310311/, /2031/03/.

In a slug a date may be that of what it tells.
"""
LISTED = re.compile(rf"(?<!\d){YEAR}[-_/](?P<month>\d{{2}})(?:[-_/](?P<day>\d{{2}}))?(?!\d)")
"""A date anywhere in the address of a sitemap: the month or day of the pages in it."""
NUMBER = re.compile(r"(?<!\d)\d{5,}(?!\d)")
"""An article's number; a page of a list has fewer digits."""
WORDS = re.compile(r"[^\W\d_]+")
N_WORDS = 4
"""Words of a slug from which it says more than the name of a section does."""
ASSETS = re.compile(
    r"\.(?:jpe?g|png|gif|svg|webp|avif|ico|css|js|json|xml|rss|pdf|mp[34]|m4a|webm|zip|gz|woff2?)$", re.I
)
LISTS = frozenset(
    {"tag", "tags", "topic", "topics", "category", "categories", "author", "authors", "section", "sections"}
    | {"search", "archive", "archives", "page", "feed", "rss", "login", "register", "subscribe", "account", "about"}
    | {"contact", "privacy", "terms", "video", "videos", "gallery"}
)
"""First parts of paths that lists, accounts and galleries have all over the web."""


def looks_like_article(url: str, patterns: Sequence[str] = ()) -> bool:
    """Whether an address is an article's: by the outlet's own patterns, else by a date, a number or a slug in it."""
    parts = urlsplit(url)
    place = parts.path + (f"?{parts.query}" if parts.query else "")
    if patterns:
        return any(re.search(pattern, place) for pattern in patterns)
    steps = [step for step in parts.path.split("/") if step]
    if not steps or ASSETS.search(parts.path) or steps[0].lower() in LISTS:
        return False
    slug = unquote(steps[-1])
    return days_in(url) is not None or bool(NUMBER.search(place)) or len(WORDS.findall(slug)) >= N_WORDS


def days_in(url: str, *, is_list: bool = False) -> tuple[date, date] | None:
    """The first and last day that the date in an address allows, one day or a whole month; None without one.

    `is_list`: the address is a sitemap's.
    """
    parts = urlsplit(url)
    place = f"{parts.path}?{parts.query}" if is_list else parts.path
    patterns = (LISTED,) if is_list else FOLDERS
    return next(filter(None, (_days(pattern.search(place)) for pattern in patterns)), None)


def _days(found: re.Match[str] | None) -> tuple[date, date] | None:
    if found is None:
        return None
    said = found.groupdict()
    year, month, day = int(said["year"]), int(said["month"]), said.get("day")
    try:
        if day:
            return date(year, month, int(day)), date(year, month, int(day))
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError:
        return None
