"""A text whose ideographs are set apart by spaces, read as if the spaces were not there."""

import re
from collections.abc import Sequence
from itertools import compress

_IDEOGRAPH = "[\u3007\u3400-\u9fff]"
_APART = re.compile(rf"{_IDEOGRAPH} +(?={_IDEOGRAPH})")
_TOGETHER = re.compile(rf"{_IDEOGRAPH}(?={_IDEOGRAPH})")
_SPACES = re.compile(rf"(?<={_IDEOGRAPH}) +(?=[\d\u3007\u3400-\u9fff])|(?<=\d) +(?={_IDEOGRAPH})")
"""Between two ideographs, or an ideograph and a digit; spaces between digits group them."""
_MOST = 4
"""Spaces at one in so many ideographs or more are no mere headlines and lists."""


def respaced(text: str) -> tuple[str, Sequence[int] | None]:
    """The text without the spaces inside it and, for every character kept, its place; None where nothing went."""
    if _APART.search(text) is None:
        return text, None
    apart, together = len(_APART.findall(text)), len(_TOGETHER.findall(text))
    if _MOST * apart < together + apart:
        return text, None
    kept = bytearray(b"\1") * len(text)
    for match in _SPACES.finditer(text):
        kept[match.start() : match.end()] = bytes(match.end() - match.start())
    return "".join(compress(text, kept)), list(compress(range(len(text)), kept))
