"""Who wrote an article: names of persons out of what a page says, one by one, without the words around them."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from crawl.furniture_pack import byline_words
from crawl.page import Page, text_of
from crawl.titles import folded

NAME = re.compile(r"(?!www\.)[^@/\d]*[^\W\d_][^@/\d]*")
"""A byline has letters, and neither digits nor the signs of addresses."""
CODE = re.compile(r"\s*[(（\[][^)）\]]{1,8}[)）\]]\s*$")
"""An editor's short sign behind a name: "Ada Quill (aq)"."""
ORGANISATIONS = ("Organization", "Corporation", "WebSite")
LONGEST = 80
"""Characters of the longest name; a byline that goes on is a sentence about the author."""


def authors_of(page: Page, extracted: str | None, site_names: Sequence[str]) -> tuple[str, ...]:
    """The names in the first place that names a person: JSON-LD, meta elements, the extractor; then an organisation.

    The site itself is the author only where nobody else is named.
    """
    linked = list(_linked(page.linked_data.get("author"), page.things))
    persons = [name for name, is_organisation in linked if not is_organisation]
    organisations = [name for name, is_organisation in linked if is_organisation]
    meta = [page.meta.get("author"), *page.metas("article:author")]
    sites = _sites(page, site_names)
    places = [
        [name for written in place if written for name in split_names(written)]
        for place in (persons, meta, (extracted or "").split(";"), organisations)
    ]
    others = [[name for name in place if not _is_site(name, sites)] for place in places]
    own = [name for place in places for name in place][:1]
    return tuple(dict.fromkeys(next((place for place in (*others, own) if place), [])))


def is_site(name: str, page: Page, site_names: Sequence[str]) -> bool:
    """Whether a name is the site's own, or its publisher's."""
    return _is_site(name, _sites(page, site_names))


def _sites(page: Page, site_names: Sequence[str]) -> set[str]:
    publisher = text_of(page.linked_data.get("publisher"))
    return {folded(name) for name in (*site_names, publisher) if name} - {""}


def _is_site(name: str, sites: Collection[str]) -> bool:
    plain = folded(name)
    return any(plain == site or (len(site) > 3 and plain.startswith(site)) for site in sites)


def _linked(value: Any, things: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, bool]]:
    """The names in a JSON-LD author value, each with whether it is an organisation's."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            known = things.get(str(item.get("@id")), {}) if not item.get("name") else item
            types = str(known.get("@type", ""))
            names = known.get("name")
            for name in names if isinstance(names, list) else [names]:
                if text := text_of(name):
                    yield text, any(kind in types for kind in ORGANISATIONS)
        elif text := text_of(item):
            yield text, False


def split_names(written: str) -> Iterator[str]:
    """The names in a byline: "By Ada Quill (aq) and Tom Reed" names two."""
    leads, splits = _patterns()
    for part in splits.split(" ".join(leads.sub("", written).split())):
        name = CODE.sub("", leads.sub("", part)).strip(" .,;:|·-–—•")
        if name and len(name) <= LONGEST and NAME.fullmatch(name):
            yield name


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    by, conjunctions = byline_words()
    leads = "|".join(map(re.escape, sorted(by, key=lambda word: (-len(word), word))))
    ands = "|".join(map(re.escape, sorted(conjunctions)))
    return (
        re.compile(rf"^\s*(?:{leads})(?:\s*[:：]\s*|\s+)", re.IGNORECASE),
        re.compile(rf"\s*[,，、;；|·&•]\s*|\s+(?:{ands})\s+"),
    )
