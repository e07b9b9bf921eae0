"""An article that stands only in a page's scripts: the longest list of paragraphs in the JSON of its state."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from crawl.lines import is_prose
from crawl.page import Page

TAGS = re.compile(r"<[^<>]{0,2000}>")
BREAKS = re.compile(r"</p>|</h\d>|</li>|<br\s*/?>|\n", re.IGNORECASE)
LONGEST = 4_000_000
"""Characters beyond which a script is not looked into."""
DEEPEST = 40


def state_text(page: Page) -> str | None:
    """The paragraphs of the longest text in the page's script data; None if they hold no running text."""
    texts = [text for script in page.elements("//script") for text in _texts(script.text or "")]
    return max(texts, key=len, default=None)


def _texts(script: str) -> Iterator[str]:
    for data in _data(script):
        for paragraphs in _lists(data, 0):
            told = [p for p in paragraphs if not _is_code(p)]
            if any(map(is_prose, told)):
                yield "\n\n".join(told)


def _is_code(paragraph: str) -> bool:
    """Whether a string is made for programs: addresses, keys, markup; one sign of them in fifty letters is much."""
    n_signs = sum(paragraph.count(sign) for sign in "{}[]\\=<>_$#;/")
    return n_signs * 50 > len(paragraph)


def _data(script: str) -> Iterator[Any]:
    """The JSON values in a script: the whole of it, or what is assigned to variables."""
    if len(script) > LONGEST:
        return
    decoder = json.JSONDecoder(strict=False)
    at = 0
    while (start := min((i for i in (script.find("{", at), script.find("[", at)) if i >= 0), default=-1)) >= 0:
        line_is_code = bool(re.search(r"[\w)\]]\s*$", script[max(0, start - 20) : start]))
        if line_is_code:  # a function's body or an index
            at = start + 1
            continue
        try:
            data, at = decoder.raw_decode(script, start)
        except (json.JSONDecodeError, RecursionError):
            at = max(start + 1, script.find("=", start) if script.find("=", start) >= 0 else len(script))
            continue
        if isinstance(data, dict | list) and data:
            yield data


def _lists(data: Any, depth: int) -> Iterator[list[str]]:
    """The texts of each list, and each long text by itself."""
    if depth > DEEPEST:
        return
    if isinstance(data, dict):
        for value in data.values():
            if isinstance(value, str) and len(value) > 200:
                yield _paragraphs(value)
            else:
                yield from _lists(value, depth + 1)
    elif isinstance(data, list):
        own = [text for item in data if (text := _text(item))]
        if own:
            yield [p for text in own for p in _paragraphs(text)]
        for item in data:
            yield from _lists(item, depth + 1)


def _text(item: Any) -> str | None:
    """A list entry's text: itself, or the longest of its own values."""
    if isinstance(item, str):
        return item
    if isinstance(item, dict):
        own = [value for value in item.values() if isinstance(value, str) and is_prose(TAGS.sub("", value))]
        return max(own, key=len, default=None)
    return None


def _paragraphs(text: str) -> list[str]:
    lines = (" ".join(unescape(TAGS.sub("", line)).split()) for line in BREAKS.split(text))
    return [line for line in lines if line]
