"""What is found out about a whole text once, though several components ask for it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

R = TypeVar("R")


def of_last_text(function: Callable[[str], R]) -> Callable[[str], R]:
    """The function with its last answer kept, which holds for the very same string, not for one that reads the same."""
    kept: tuple[str, R] | None = None

    @wraps(function)
    def answer(text: str) -> R:
        nonlocal kept
        last = kept
        if last is None or last[0] is not text:
            kept = last = text, function(text)
        return last[1]

    return answer
