"""Scores of the mentions: names and demonyms by place, and whether the actor is the right one."""

from collections.abc import Sequence

from corpus.tables import Mention
from parallax.scoring.gold import Gold
from parallax.scoring.gold_file import GoldMention
from parallax.scoring.matching import pairs, shared_characters
from parallax.scoring.tally import Key, Ratio, Tally, accuracy, precision_recall

LAYER = "mentions"


def score_mentions(gold: Gold, found: Sequence[Mention]) -> Tally:
    """The tally of one document; gold holds names only, so nouns and pronouns that were resolved are left out."""
    named = [m for m in found if m.resolved_by == "name" and gold.holds(m.start, m.end)]
    inside = [m for m in named if not any(_holds_strictly(m, other) for other in named)]
    wanted = gold.file.entities
    kept = [(wanted[i], inside[j]) for i, j in pairs(wanted, inside, shared_characters, 0.0)]
    exact = sum((g.start, g.end) == (m.start, m.end) for g, m in kept)
    return {
        **precision_recall(LAYER, "all", "exact", (exact, len(inside), exact, len(wanted))),
        **precision_recall(LAYER, "all", "overlap", (len(kept), len(inside), len(kept), len(wanted))),
        **accuracy(LAYER, "all", actor=[m.actor == gold.key(g.canonical) for g, m in kept]),
        **_by_type(wanted, [g for g, _ in kept]),
    }


def _holds_strictly(outer: Mention, inner: Mention) -> bool:
    """Whether the outer one is a list of names that the event knows as a group, or else holds another name."""
    is_within = outer.start <= inner.start and inner.end <= outer.end
    return is_within and (outer.start, outer.end) != (inner.start, inner.end)


def _by_type(wanted: Sequence[GoldMention], kept: Sequence[GoldMention]) -> Tally:
    types = sorted({g.type for g in wanted})
    return {
        Key(LAYER, name, "overlap.recall"): Ratio(
            sum(g.type == name for g in kept), sum(g.type == name for g in wanted)
        )
        for name in types
    }
