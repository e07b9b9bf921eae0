"""Tallies: numerator and denominator per score, so that documents add up; and bootstrap intervals over documents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

ROUNDS = 1000
SEED = 20260224
"""Of the bootstrap: fixed, so that the same gold and reading give the same bytes."""


class Key(NamedTuple):
    """Which score: `figures`, `strict` (or a kind), `value`."""

    layer: str
    part: str
    score: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """Right ones over all; both are counts, or twice counts for an F1."""

    right: float
    of: float

    @property
    def value(self) -> float | None:
        """0 to 1; None where there was nothing to score."""
        return self.right / self.of if self.of else None


Tally = dict[Key, Ratio]


def precision_recall(layer: str, part: str, name: str, counts: tuple[int, int, int, int]) -> Tally:
    """Three scores under `<name>.precision`, `.recall` and `.f1`.

    Args:
        layer: of the key.
        part: of the key.
        name: of the way of comparing (`exact`).
        counts: found ones that are right, found ones, gold ones that were found, gold ones. F1 is twice the right ones
            over all of both sides, which is the harmonic mean where both counts of right ones are the same.
    """
    right_found, found, right_gold, gold = counts
    ratios = {
        "precision": Ratio(right_found, found),
        "recall": Ratio(right_gold, gold),
        "f1": Ratio(right_found + right_gold, found + gold),
    }
    return {Key(layer, part, f"{name}.{score}"): ratio for score, ratio in ratios.items()}


def accuracy(layer: str, part: str, **answers: Sequence[bool]) -> Tally:
    """One score per name: how many of its answers are right."""
    return {Key(layer, part, name): Ratio(sum(given), len(given)) for name, given in answers.items()}


def total(tallies: Iterable[Tally]) -> Tally:
    """The tallies added up, keys in order."""
    sums: dict[Key, tuple[float, float]] = {}
    for tally in tallies:
        for key, ratio in tally.items():
            right, of = sums.get(key, (0.0, 0.0))
            sums[key] = (right + ratio.right, of + ratio.of)
    return {key: Ratio(*sums[key]) for key in sorted(sums)}


def intervals(tallies: Sequence[Tally]) -> dict[Key, tuple[float, float] | None]:
    """The 95 % interval of each score: percentiles over documents drawn with replacement.

    None with fewer than two documents, and for a score that had nothing to score: there is nothing to draw from.
    """
    keys = [key for key, ratio in total(tallies).items() if ratio.of]
    none: dict[Key, tuple[float, float] | None] = dict.fromkeys(total(tallies))
    if len(tallies) < 2 or not keys:
        return none
    right, of = (
        np.array([[getattr(t.get(key, Ratio(0, 0)), name) for key in keys] for t in tallies]) for name in SIDES
    )
    n = len(tallies)
    drawn = np.random.default_rng(SEED).multinomial(n, np.full(n, 1 / n), size=ROUNDS).astype(float)
    sums = drawn @ of
    values = np.divide(drawn @ right, sums, out=np.full_like(sums, np.nan), where=sums > 0)
    low, high = np.nanpercentile(values, [2.5, 97.5], axis=0)
    return none | {key: (float(low[n]), float(high[n])) for n, key in enumerate(keys)}


SIDES = ("right", "of")
