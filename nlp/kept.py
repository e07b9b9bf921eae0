"""Answers that are worked out once and kept while there are not too many of them."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

_MOST = 4096
"""Answers that are kept; then all are forgotten, so that memory stays small whatever the text."""


class Kept(dict[K, V]):
    """The answers by question: `kept[question]` asks `answer` the first time."""

    __slots__ = ("answer",)

    answer: Callable[[K], V]

    def __missing__(self, question: K) -> V:
        if len(self) == _MOST:
            self.clear()
        found = self[question] = self.answer(question)
        return found


def kept(answer: Callable[[K], V]) -> Kept[K, V]:
    """The answers of a function, each worked out once. Made for every text, so without a constructor."""
    found: Kept[K, V] = Kept()
    found.answer = answer
    return found
