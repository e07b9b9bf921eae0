"""Who wrote an article: names of persons out of what a page says, one by one, without the words around them."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from crawl.blocks import fold
from crawl.furniture_pack import author_metas, byline_words
from crawl.page import Page, text_of

NAME = re.compile(r"(?!www\.)[^@/\d:©]*[^\W\d_][^@/\d:©]*")
"""A byline has letters, and neither digits nor the signs of addresses, labels and rights."""
CODE = re.compile(r"\s*[(（\[][^)）\]]{1,8}[)）\]]\s*$")
"""An editor's short sign behind a name: "Ada Quill (aq)"."""
ORGANISATIONS = ("Organization", "Corporation", "WebSite")
HOST = re.compile(r"(?:[\w-]+\.)+\w{2,}")
BYLINE = 120
"""Characters of the longest line that is a byline."""
LONGEST = 80
"""Characters of the longest name; a byline that goes on is a sentence about the author."""


def authors_of(page: Page, extracted: str | None, site_names: Sequence[str]) -> tuple[str, ...]:
    """The names in the first place that names any: JSON-LD (persons), meta elements, organisations, the extractor.

    The site itself is the author only where nobody else is named.
    """
    linked = list(_linked(page.linked_data.get("author"), page.things))
    persons = [name for name, is_organisation in linked if not is_organisation]
    organisations = [name for name, is_organisation in linked if is_organisation]
    sites = _sites(page, site_names)
    guessed = [name for name in (extracted or "").split(";") if is_person(name)]
    places = [
        [name for written in place if written for name in split_names(written)]
        for place in (persons, *map(page.metas, author_metas()), organisations, guessed)
    ]
    others = [_others(place, sites) for place in places]
    own = [name for place in places for name in place][:1]
    return tuple(dict.fromkeys(next((place for place in (*others, own) if place), [])))


def _others(place: Sequence[str], sites: Collection[str]) -> list[str]:
    """The names that are not the site's; none where the place begins with the site's host: an address follows."""
    if place and _is_site(place[0], sites) and HOST.fullmatch(place[0]):
        return []
    return [name for name in place if not _is_site(name, sites)]


def byline_of(page: Page) -> list[str]:
    """The names in the first line that is a byline and nothing else: "By Ada Quill and Tom Reed"."""
    leads, _ = _patterns()
    for block in page.blocks:
        if len(block.text) <= BYLINE and leads.match(block.text):
            names = list(split_names(block.text))
            if names and all(map(is_person, names)):
                return names
    return []


def is_person(name: str) -> bool:
    """Whether a name could be a person's: two to five words that begin with capitals but for particles.

    In a script without capitals one word is enough.
    """
    words = name.split()
    if not NAME.fullmatch(name.strip()) or not 0 < len(words) <= 5 or len(name) > LONGEST:
        return False
    if name.upper() == name.lower():
        return True
    n_small = sum(word[0].islower() for word in words)
    return len(words) >= 2 and n_small <= len(words) - 2 and not words[0][0].islower()


def is_site(name: str, page: Page, site_names: Sequence[str]) -> bool:
    """Whether a name is the site's own, or its publisher's."""
    return _is_site(name, _sites(page, site_names))


def _sites(page: Page, site_names: Sequence[str]) -> set[str]:
    publisher = text_of(page.linked_data.get("publisher"))
    return {fold(name) for name in (*site_names, publisher) if name} - {""}


def _is_site(name: str, sites: Collection[str]) -> bool:
    plain = fold(name)
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
