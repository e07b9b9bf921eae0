"""Pages that answer like articles and are none: behind a payment, a consent, a script, or not there any more."""

from collections.abc import Callable, Mapping
from typing import Any

from crawl.blocks import fold
from crawl.furniture_pack import Walls, walls_for
from crawl.lines import END, weight
from crawl.page import Page

TEASER = 900
"""Letters up to which the text of a paid page is its free beginning; a whole report has more."""
SHORT = 300
"""Letters up to which a text can be a notice rather than an article."""

SCRIPT_ONLY = "The page shows its text only with JavaScript."
"""The reason that a browser can do something about."""
WHOLE = 0.8
"""Share of the words which the page counts in its article that a text must have to be the whole of it."""
COUNTED = 30
"""Words from which such a count is taken seriously; some pages count lines, or nothing."""
BEHIND = 5
"""Blocks behind a free beginning among which the invitation to pay stands: a fading line, a headline, its words."""


def wall_of(page: Page, text: str, *, title: str | None, lang: str | None) -> str | None:
    """Why the page is no article, in one sentence; None if nothing speaks against it."""
    walls = walls_for(lang or page.lang)
    n_letters = weight(text)
    if n_letters >= TEASER:
        return None
    checks: tuple[tuple[str, Callable[[], bool]], ...] = (
        (
            "The page only says that there is nothing at this address.",
            lambda: n_letters < SHORT and _is_missing(title, walls),
        ),
        ("The page asks for consent and shows no article.", lambda: n_letters < SHORT and _asks(page, text, walls)),
        ("The article is behind a payment; the page shows only its beginning.", lambda: _is_paid(page, text, walls)),
        (SCRIPT_ONLY, lambda: n_letters < SHORT and _needs_script(page, walls)),
    )
    return next((reason for reason, holds in checks if holds()), None)


def _is_missing(title: str | None, walls: Walls) -> bool:
    """A headline that says so: "Page not found", "404"."""
    return bool(title and walls.missing.search(title))


def _asks(page: Page, text: str, walls: Walls) -> bool:
    """Whether text or headlines ask for consent."""
    return bool(walls.consent.search(text) or walls.consent.search(" ".join(page.texts("//title | //h1 | //h2"))))


def _is_paid(page: Page, text: str, walls: Walls) -> bool:
    """Whether two signs say so: the page's data or a phrase that asks for payment, and a text that breaks off.

    A phrase right behind the text is sign enough; elsewhere on a page it may stand on every page of the site. A text
    that has all the words the page counts is no beginning, nor is a whole one that the page calls free.
    """
    if _has_all_words(page.linked_data, text):
        return False
    is_free = _is_free(page.linked_data)
    is_said = is_free is False or page.meta.get("article:content_tier", "") in ("locked", "metered")
    if weight(text) < SHORT or not END.search(text.rstrip()) or text.rstrip().endswith(("…", "...")):
        return is_said or bool(walls.paid.search(_visible(page)))
    return not is_free and any(walls.paid.search(block) for block in _behind(page, text))


def _has_all_words(thing: Mapping[str, Any], text: str) -> bool:
    """Whether a text has about as many words as the page's data count in its article."""
    told = str(thing.get("wordCount", "")).strip()
    return told.isdecimal() and int(told) >= COUNTED and len(text.split()) >= WHOLE * int(told)


def _behind(page: Page, text: str) -> list[str]:
    """The blocks of the page right behind the text's last line."""
    last = fold(text.rstrip().rpartition("\n")[2])
    at = max((i for i, block in enumerate(page.blocks) if block.folded == last), default=len(page.blocks))
    return [block.text for block in page.blocks[at + 1 : at + 1 + BEHIND]]


def _is_free(thing: Mapping[str, Any]) -> bool | None:
    """Whether the page's data say that the article is free; None if they do not say."""
    told = str(thing.get("isAccessibleForFree", "")).strip().lower().removeprefix("http://schema.org/")
    return {"true": True, "false": False}.get(told)


def _needs_script(page: Page, walls: Walls) -> bool:
    """A page without text whose scripts would write it: an empty root, or a notice for readers without scripts."""
    roots = page.elements('//div[@id="root" or @id="app" or @id="__next" or @id="__nuxt"]')
    is_empty = any(not " ".join(root.text_content().split()) for root in roots)
    notices = " ".join(page.texts("//noscript"))
    return is_empty or bool(walls.script.search(notices) or walls.script.search(_visible(page)))


def _visible(page: Page) -> str:
    return " ".join(
        page.texts("//body//*[self::p or self::h1 or self::h2 or self::h3 or self::a or self::div[not(*)]]")
    )
