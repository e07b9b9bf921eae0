"""Which rules carry the claims: each rule's own precision, and what is lost without its claims."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.tables import Claim
from parallax.scoring.claims import HALF, LAYER, MAIN, matched, score_claims, sides_of, strict
from parallax.scoring.gold import Gold
from parallax.scoring.tally import Key, Tally, total

F1 = Key(LAYER, "strict", f"{MAIN}.f1")


@dataclass(frozen=True, slots=True)
class RuleScore:
    """One rule: claims that count in the strict score, right ones among them, the strict F1 without them, the gain."""

    rule: str
    claims: int
    right: int
    f1_without: float | None
    gain: float | None


def ablate(read: Sequence[tuple[Gold, Sequence[Claim]]]) -> list[RuleScore]:
    """A row per rule, in order of right claims; over all rows, claims and right ones add up to the whole reading's."""
    whole = _f1([score_claims(gold, claims) for gold, claims in read])
    rules = sorted({c.rule for _, claims in read for c in claims})
    rows = [_row(rule, read, whole) for rule in rules]
    return sorted(rows, key=lambda r: (-r.right, -r.claims, r.rule))


def _f1(tallies: Sequence[Tally]) -> float | None:
    return total(tallies)[F1].value


def _row(rule: str, read: Sequence[tuple[Gold, Sequence[Claim]]], whole: float | None) -> RuleScore:
    counts = [_counts(rule, gold, claims) for gold, claims in read]
    without = _f1([score_claims(gold, [c for c in claims if c.rule != rule]) for gold, claims in read])
    gain = None if whole is None or without is None else whole - without
    return RuleScore(rule, sum(n for n, _ in counts), sum(r for _, r in counts), without, gain)


def _counts(rule: str, gold: Gold, claims: Sequence[Claim]) -> tuple[int, int]:
    """Claims of the rule in the strict score of one document, and how many of them are right."""
    wanted, given = strict(*sides_of(gold, claims))
    kept = matched(wanted, given, HALF)
    return sum(f.rule == rule for f in given), sum(f.rule == rule for _, f in kept)
