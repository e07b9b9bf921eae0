"""A result of `evaluate` for people: one table per layer, languages in rows, and the rules of the claims."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from parallax.scoring.tally import Key

SCORES = {
    "figures": [
        ("found", Key("figures", "full", "found.f1")),
        ("strict", Key("figures", "strict", "found.f1")),
        ("value", Key("figures", "strict", "value")),
        ("comparator", Key("figures", "strict", "comparator")),
        ("kind", Key("figures", "strict", "kind")),
        ("unit", Key("figures", "strict", "unit")),
        ("counted", Key("figures", "strict", "counted")),
        ("span", Key("figures", "strict", "span")),
    ],
    "claims": [
        ("exact", Key("claims", "strict", "exact.f1")),
        ("ov80", Key("claims", "strict", "ov80.f1")),
        ("ov50", Key("claims", "strict", "ov50.f1")),
        ("tokens", Key("claims", "strict", "token.f1")),
        ("source", Key("claims", "strict", "source")),
        ("cue", Key("claims", "strict", "cue")),
        ("both", Key("claims", "strict", "source_and_cue")),
        ("kind", Key("claims", "strict", "kind_lenient")),
        ("type", Key("claims", "strict", "type")),
    ],
    "mentions": [
        ("exact", Key("mentions", "all", "exact.f1")),
        ("overlap", Key("mentions", "all", "overlap.f1")),
        ("actor", Key("mentions", "all", "actor")),
    ],
}
"""What is shown of each layer; the JSON holds all of it."""

NOTES = {
    "figures": "found, strict: F1 of the place (strict: no minor figures, no dates); the others: right on those found",
    "claims": "F1 of the content's place, implicit ones left out; from source on: right on those found at overlap 0.5",
    "mentions": "F1 of the place; actor: right on those found",
}

KINDS = ("figures", "claims")
"""Layers that are shown per kind as well."""


def table_lines(result: dict[str, Any]) -> Iterator[str]:
    """The result as lines of text, percentages with their 95 % intervals."""
    scores = result["scores"]
    for layer, columns in SCORES.items():
        yield f"{layer} ({NOTES[layer]})"
        head = ["", "documents", *(name for name, _ in columns)]
        yield from _aligned([head, *(_row(name, row, columns) for name, row in scores.items())])
        yield from _kind_lines(layer, scores) if layer in KINDS else ()
        yield ""
    if any(row["documents"] < 2 for row in scores.values()):
        yield "no interval: there is one document, and intervals are drawn over documents"
    yield from _rule_lines(result["rules"])
    yield from _model_lines(result["models"])


def _row(name: str, row: dict[str, Any], columns: Sequence[tuple[str, Key]]) -> list[str]:
    return [name, str(row["documents"]), *(_cell(_score(row, key)) for _, key in columns)]


def _score(row: dict[str, Any], key: Key) -> dict[str, Any] | None:
    found: dict[str, Any] | None = row.get(key.layer, {}).get(key.part, {}).get(key.score)
    return found


def _cell(score: dict[str, Any] | None) -> str:
    if score is None or score["value"] is None:
        return "-"
    between = score["interval"]
    return _percent(score["value"]) + (f" [{'-'.join(f'{100 * side:.0f}' for side in between)}]" if between else "")


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}"


def _kind_lines(layer: str, scores: dict[str, Any]) -> Iterator[str]:
    name = "found.f1" if layer == "figures" else "ov50.f1"
    for group, row in scores.items():
        parts = [(part, row[layer][part].get(name)) for part in row[layer] if part not in ("full", "strict")]
        shown = [f"{part} {_percent(s['value'])} ({s['of']:.0f})" for part, s in parts if s and s["of"]]
        yield f"  {group} by kind, F1 (of found and gold): {', '.join(shown)}"


def _rule_lines(rules: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    head = ["rule", "claims", "right", "precision", "F1 without", "gain"]
    for group, rows in rules.items():
        if rows:
            yield f"rules of the claims, {group} (strict, overlap 0.5)"
            yield from _aligned([head, *(_rule_row(row) for row in rows)])
            yield ""


def _rule_row(row: dict[str, Any]) -> list[str]:
    shares = [_percent(row[name]) for name in ("precision", "f1_without", "gain")]
    return [row["rule"], str(row["claims"]), str(row["right"]), *shares]


def _model_lines(models: dict[str, Any]) -> Iterator[str]:
    yield from _rule_lines({f"{code} with {found['model']}": found["rules"] for code, found in models.items()})
    for code, found in models.items():
        yield f"with {found['model']} for {code}: change against the blank pipeline, in points"
        for layer, columns in SCORES.items():
            changes = [(name, found["delta"].get("/".join(key))) for name, key in columns]
            yield f"  {layer}: " + ", ".join(f"{name} {_signed(value)}" for name, value in changes)


def _signed(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:+.1f}"


def _aligned(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    table = list(rows)
    widths = [max(len(row[n]) for row in table) for n in range(len(table[0]))]
    for row in table:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
