"""A text without the characters that change no word: vowel signs, lengthening, marks of direction; and the way back."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from nlp.layers import Counted, Figure
from nlp.lookup import MARKS

_MARKS = frozenset(MARKS)


@cache
def _pattern(ignored: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(ignored)}]+")


def thinned(text: str, ignored: str) -> tuple[str, Sequence[int] | None]:
    """The text without the ignored characters and, for every character kept, its place; None where nothing went."""
    pattern = _pattern(ignored) if ignored else None
    if pattern is None or pattern.search(text) is None:
        return text, None
    drops = frozenset(ignored)
    places = [i for i, char in enumerate(text) if char not in drops]
    return pattern.sub("", text), places


def placed(figures: Iterable[Figure], text: str, places: Sequence[int]) -> list[Figure]:
    """The figures with their places in the text as given; marks over the last letter belong to them."""
    return [
        replace(
            figure,
            start=places[figure.start],
            end=_end(figure.end, text, places),
            counted=_counted(figure.counted, text, places),
        )
        for figure in figures
    ]


def _counted(counted: Counted | None, text: str, places: Sequence[int]) -> Counted | None:
    if counted is None:
        return None
    return replace(counted, start=places[counted.start], end=_end(counted.end, text, places))


def _end(end: int, text: str, places: Sequence[int]) -> int:
    at = places[end - 1] + 1
    while at < len(text) and text[at] in _MARKS:
        at += 1
    return at
