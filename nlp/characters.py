"""Variants of characters made one, character for character, so that offsets stay the same."""

import re
from collections.abc import Callable
from functools import cache

from corpus.strict import Strict
from nlp.language import Language
from nlp.last_text import of_last_text


class Characters(Strict):
    """`characters.toml`: each character of `variants` is a way to write the one that stands at its place in `plain`."""

    variants: str = ""
    plain: str = ""


@cache
def plain_characters(language: Language) -> dict[int, str]:
    """A table for `str.translate`; empty for a language that writes every character in one way."""
    section = language.section("characters", Characters)
    return {ord(variant): plain for variant, plain in zip(section.variants, section.plain, strict=True)}


def plain_text(text: str, language: Language) -> str:
    """The text in plain characters; the last one is kept, since several components ask for the same."""
    return _plain(language)(text)


@cache
def _plain(language: Language) -> Callable[[str], str]:
    table = plain_characters(language)
    if not table:
        return str
    variants = re.compile(f"[{re.escape(''.join(map(chr, table)))}]")
    return of_last_text(lambda text: text.translate(table) if variants.search(text) is not None else text)
