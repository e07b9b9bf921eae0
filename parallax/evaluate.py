"""`parallax evaluate`: figures, claims and mentions scored against gold, per language, with what each rule brings.

The same gold, packs and models give the same result: nothing here depends on a clock, and the draws have a fixed seed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from corpus.errors import InputError, sentence
from nlp.annotate import Annotations, annotate_text
from nlp.language import base_of
from parallax.scoring.ablation import ablate
from parallax.scoring.claims import score_claims
from parallax.scoring.figures import score_figures
from parallax.scoring.gold import Gold
from parallax.scoring.mentions import score_mentions
from parallax.scoring.tally import Key, Tally, intervals, total

ALL = "all"
"""Beside the languages: every document."""


@dataclass(frozen=True, slots=True)
class Read:
    """A gold document and what was read in it, by the blank pipeline or by a trained one."""

    gold: Gold
    found: Annotations

    @property
    def tally(self) -> Tally:
        """The scores of this document."""
        found = self.found
        figures, claims = score_figures(self.gold, found.figures), score_claims(self.gold, found.claims)
        return figures | claims | score_mentions(self.gold, found.mentions)


def evaluate(golds: Sequence[Gold], models: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The scores as plain data: `documents`, `scores`, `rules`, and `models` where a trained pipeline is named.

    Args:
        golds: annotated documents, from `load_golds`.
        models: language -> trained spaCy pipeline; its scores stand beside those of the blank one, with the difference.
    """
    read = [Read(gold, _annotate(gold)) for gold in golds]
    groups = _by_language(read)
    trained = _used(models or {}, groups)
    return {
        "documents": [gold.path.name for gold in golds],
        "scores": {name: _scored(group) for name, group in groups.items()},
        "rules": {name: _rules(group) for name, group in groups.items()},
        "models": {code: _compared(groups[code], code, name) for code, name in trained},
    }


def _annotate(gold: Gold, model: str | None = None) -> Annotations:
    return annotate_text(gold.text, gold.language, event=gold.event, model=model, reference=gold.reference)


def _by_language(read: Sequence[Read]) -> dict[str, list[Read]]:
    codes = sorted({base_of(r.gold.language) for r in read})
    groups = {code: [r for r in read if base_of(r.gold.language) == code] for code in codes}
    return groups if len(groups) == 1 else groups | {ALL: list(read)}


def _scored(group: Sequence[Read]) -> dict[str, Any]:
    tallies = [r.tally for r in group]
    spread = intervals(tallies)
    rows: dict[str, Any] = {}
    for key, ratio in total(tallies).items():
        part = rows.setdefault(key.layer, {}).setdefault(key.part, {})
        between = spread[key]
        part[key.score] = {
            "value": _rounded(ratio.value),
            "interval": between and [_rounded(side) for side in between],
            "right": ratio.right,
            "of": ratio.of,
        }
    return {"documents": len(group), **rows}


def _rules(group: Sequence[Read]) -> list[dict[str, Any]]:
    rows = ablate([(r.gold, r.found.claims) for r in group])
    return [
        {
            **asdict(row),
            "precision": _rounded(row.right / row.claims) if row.claims else None,
            "f1_without": _rounded(row.f1_without),
            "gain": _rounded(row.gain),
        }
        for row in rows
    ]


def _used(models: Mapping[str, str], groups: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    known = sorted(set(groups) - {ALL})
    for code in models:
        if code not in known:
            raise InputError(sentence("--model", found=code, expected=f"a language of the gold: {', '.join(known)}"))
    return sorted(models.items())


def _compared(blank: Sequence[Read], code: str, model: str) -> dict[str, Any]:
    """The scores with the trained pipeline, and how much each differs from the blank pipeline's."""
    trained = [Read(r.gold, _annotate(r.gold, model)) for r in blank]
    before, after = (total(r.tally for r in group) for group in (blank, trained))
    deltas: dict[str, Any] = {}
    for key in after:
        old, new = (side[key].value if key in side else None for side in (before, after))
        deltas["/".join(key)] = None if old is None or new is None else _rounded(new - old)
    return {"model": model, "scores": _scored(trained), "rules": _rules(trained), "delta": deltas}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def value_of(result: dict[str, Any], group: str, key: Key) -> float | None:
    """One score of a result; None where there was nothing to score."""
    score: dict[str, Any] = result["scores"].get(group, {}).get(key.layer, {}).get(key.part, {}).get(key.score, {})
    return score.get("value")
