"""Rates of rare things, with what chance alone would let them be."""

from collections.abc import Iterable
from math import sqrt

PER = 1000
"""Words that a rate is given for."""

_Z = 1.959964
"""Of the normal distribution, for 95 %."""


def rate(n: int, n_words: int) -> float | None:
    """How often per 1,000 words; None where there are none."""
    return PER * n / n_words if n_words else None


def rate_interval(n: int, n_words: int) -> tuple[float | None, float | None]:
    """The 95 % interval of a rate if the count is Poisson (Byar's approximation; Breslow & Day 1987, 2.3)."""
    if not n_words:
        return None, None
    low = n * (1 - 1 / (9 * n) - _Z / (3 * sqrt(n))) ** 3 if n else 0.0
    high = (n + 1) * (1 - 1 / (9 * (n + 1)) + _Z / (3 * sqrt(n + 1))) ** 3
    return PER * low / n_words, PER * high / n_words


def summed(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """The sums of the first and of the second numbers."""
    first = second = 0
    for one, other in pairs:
        first, second = first + one, second + other
    return first, second
