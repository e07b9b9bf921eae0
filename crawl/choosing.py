"""Of several readings of one page, the one that becomes the article's text, and why."""

from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.metadata import version

import lxml.html
import trafilatura
from lxml.etree import ParserError

from crawl.blocks import blocks_of, fold
from crawl.body import Structure
from crawl.lines import weight
from crawl.outlet import Selectors
from crawl.page import Page
from crawl.spaces import tie_spaces, untie_spaces
from crawl.state import state_text

ENOUGH = 80
"""Letters below which a page has no article: an agency's flash of one sentence has more, an error message less."""
GRAM = 12
"""Letters of one shingle: long enough to be no common word, in every script."""
AGREES = 0.8
"""Share of a reading's shingles that another one must hold to agree with it: one paragraph in five may be furniture."""
LONGER = 1.25
"""How much longer an agreeing structured text must be, to say that the page shows only a part."""
DOUBT = 0.5
"""Share of the page's running text below which a reading is not taken without a second one."""
LOST = 1 / 3
"""A reading that keeps less than this share of another one has lost the article; else it left out other stories."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A page's article as one of the readers sees it; `reason` says why this one was taken."""

    text: str
    reader: str
    reason: str = ""

    @property
    def extractor(self) -> str:
        """The reader and the reason, as the articles table keeps them."""
        return f"{self.reader}: {self.reason}" if self.reason else self.reader


def choose_reading(page: Page, selectors: Selectors | None = None) -> Reading | None:
    """The page's article text, paragraphs separated by a blank line; None if no reader finds any.

    What the outlet's pack names as no article is taken out of the page itself.
    """
    if page.tree is None:
        return None
    for element in [e for selector in (selectors.drop if selectors else ()) for e in page.tree.cssselect(selector)]:
        if element.getparent() is not None:
            element.drop_tree()
    picked = _selected(page, selectors)
    if picked:
        return picked
    shown = _shown(page, Structure(page))
    said = _said(page)
    if said and shown and (reason := _why_said(shown.text, said.text)):
        return Reading(said.text, said.reader, reason)
    if shown and weight(shown.text) >= ENOUGH:
        return shown
    stored = state_text(page)
    if stored and weight(stored) >= ENOUGH:
        return Reading(stored, "page state", "the text stands only in the page's scripts")
    if said and weight(said.text) >= ENOUGH:
        return Reading(said.text, said.reader, "the page shows no article")
    return shown


def _selected(page: Page, selectors: Selectors | None) -> Reading | None:
    """What stands at the places that the outlet's pack names."""
    if selectors is None or page.tree is None or not selectors.body:
        return None
    blocks = [block for place in page.tree.cssselect(selectors.body) for block in blocks_of(place)]
    text = "\n".join(block.text for block in blocks)
    return Reading(text, "outlet pack", "its selector finds the text") if weight(text) >= ENOUGH else None


def _shown(page: Page, structure: Structure) -> Reading | None:
    """What the page shows: trafilatura's fast reading put right by the page's structure, the thorough one in doubt."""
    fast = structure.article(_trafilatura(page, fast=True), lambda: _trafilatura(page, favor_precision=True))
    if fast and len(fast) >= DOUBT * structure.n_prose:
        return Reading(fast, _name("fast"), "it holds most of the page's running text")
    whole = _trafilatura(page)
    thorough = structure.article(whole)
    if thorough and len(fast) < LOST * len(thorough):
        return Reading(thorough, _name("default"), "the fast reading lost most of it")
    if fast:
        return Reading(fast, _name("fast"), "the default reading adds nothing or other stories")
    plain = _plain(page)
    return (
        Reading(plain, f"trafilatura {version('trafilatura')}", "there is no running text to go by") if plain else None
    )


def _name(mode: str) -> str:
    return f"{_trafilatura_name()} {mode} in its place"


@cache
def _trafilatura_name() -> str:
    return f"trafilatura {version('trafilatura')}"


def _trafilatura(page: Page, *, fast: bool = False, favor_precision: bool = False) -> str:
    found = trafilatura.extract(
        deepcopy(page.tree), url=page.url, include_comments=False, fast=fast, favor_precision=favor_precision
    )
    return found or ""


def _plain(page: Page) -> str:
    """Trafilatura's own text, in its precise mode, with the page's unbreakable spaces."""
    found = trafilatura.extract(tie_spaces(page.html), url=page.url, include_comments=False, favor_precision=True)
    return untie_spaces(found or "")


def _said(page: Page) -> Reading | None:
    """The text in the page's own JSON-LD; it may be markup."""
    body = page.linked_data.get("articleBody")
    if not isinstance(body, str):
        return None
    body = unescape(body)
    if "</" in body or "<br" in body:
        body = _without_markup(body)
    lines = (" ".join(line.split(" ")).strip() for line in body.splitlines())
    text = "\n\n".join(line for line in lines if line)
    return Reading(text, "JSON-LD") if text else None


def _without_markup(body: str) -> str:
    try:
        blocks = blocks_of(lxml.html.document_fromstring(body))
    except (ParserError, ValueError):
        return ""
    return "\n".join(block.text for block in blocks)


def _why_said(shown: str, said: str) -> str | None:
    """Why the structured text goes before the shown one; None if it does not."""
    if weight(said) < LONGER * weight(shown) or held(shown, said) < AGREES:
        return None
    return "it holds what the page shows, and goes on"


def held(one: str, other: str) -> float:
    """The share of a text's shingles that another text holds."""
    grams = _grams(one)
    return len(grams & _grams(other)) / len(grams) if grams else 0.0


def _grams(text: str) -> set[str]:
    letters = fold(text)
    return {letters[i : i + GRAM] for i in range(max(1, len(letters) - GRAM + 1))} - {""}
