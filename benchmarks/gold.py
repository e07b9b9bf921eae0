"""Accuracy on the development half of our own gold, which is part of the project; the test half is never read here."""

from pathlib import Path
from typing import Any

from corpus.places import data_folder
from parallax.evaluate import evaluate, value_of
from parallax.scoring.gold import load_golds
from parallax.scoring.tally import Key

DEV = data_folder() / "gold" / "dev"

COLUMNS = {
    "figures found": Key("figures", "strict", "found.f1"),
    "figures with value": Key("figures", "strict", "with_value.f1"),
    "figures with value and comparator": Key("figures", "strict", "with_value+comparator.f1"),
    "claims overlap 0.5": Key("claims", "strict", "ov50.f1"),
    "claims overlap 0.8": Key("claims", "strict", "ov80.f1"),
    "claims with source and cue": Key("claims", "strict", "ov50.source+cue.f1"),
    "of them source and cue": Key("claims", "strict", "source_and_cue"),
    "of them type": Key("claims", "strict", "type"),
    "mentions found": Key("mentions", "all", "overlap.f1"),
}
"""F1 where a floor holds: a share of what was found ("of them", at overlap 0.5) can fall when a reader finds more."""


def rows(folder: Path = DEV) -> dict[str, dict[str, float]]:
    """Scores in % per language and for all; a score without anything to score is left out."""
    result: dict[str, Any] = evaluate(load_golds([folder]))
    found = {code: {name: value_of(result, code, key) for name, key in COLUMNS.items()} for code in result["scores"]}
    return {code: {name: 100 * v for name, v in row.items() if v is not None} for code, row in found.items()}
