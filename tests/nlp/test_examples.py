"""Every language pack reads its own examples: all figures that stand in them, and nothing else."""

from decimal import Decimal
from typing import Literal

import pytest

from corpus.strict import Strict
from nlp.figures import read_figures
from nlp.language import known_languages, load_language
from nlp.layers import Figure


class Expected(Strict):
    span: str
    value: float | None = None
    low: float | None = None
    high: float | Literal["none"] | None = None
    comparator: str = "exact"
    kind: str = "count"
    unit: str | None = None
    is_vague: bool = False
    counted: str | None = None
    iso: str | None = None
    trend: str | None = None


class Example(Strict):
    text: str
    figures: list[Expected]


class Examples(Strict):
    example: list[Example]
    claim_example: list[dict[str, object]] = []


PACKS = [code for code in known_languages() if load_language(code).has("examples")]
CASES = [(code, case) for code in PACKS for case in load_language(code).section("examples", Examples).example]


def seen(text: str, figure: Figure, expected: Expected | None) -> dict[str, object]:
    """The fields of a figure that the example speaks about."""
    out: dict[str, object] = {
        "span": text[figure.start : figure.end],
        "kind": figure.kind,
        "unit": figure.unit,
        "comparator": figure.comparator,
        "is_vague": figure.is_vague,
    }
    if figure.kind != "date" or (expected and expected.value is not None):
        out["low"], out["high"] = rounded(figure.low), rounded(figure.high)
    if expected and expected.counted is not None:
        out["counted"] = text[figure.counted.start : figure.counted.end] if figure.counted else None
    if expected and expected.iso is not None:
        out["iso"] = figure.iso
    if expected and expected.trend is not None:
        out["trend"] = figure.trend
    return out


def wanted(expected: Expected) -> dict[str, object]:
    out: dict[str, object] = expected.model_dump(include={"span", "kind", "unit", "comparator", "is_vague"})
    if expected.kind != "date" or expected.value is not None:
        low = expected.value if expected.low is None else expected.low
        high = expected.value if expected.high is None else expected.high
        out["low"] = rounded(low)
        out["high"] = None if high == "none" else rounded(high)
    for name in ("counted", "iso", "trend"):
        if getattr(expected, name) is not None:
            out[name] = getattr(expected, name)
    return out


def rounded(value: Decimal | float | str | None) -> float | None:
    return None if value is None else round(float(value), 8)


@pytest.mark.parametrize(("code", "case"), CASES, ids=[f"{code}: {case.text[:40]}" for code, case in CASES])
def test_pack_reads_its_example(code: str, case: Example) -> None:
    figures = read_figures(case.text, load_language(code))
    expected = [*case.figures, *[None] * len(figures)]
    assert [seen(case.text, f, e) for f, e in zip(figures, expected, strict=False)] == [wanted(e) for e in case.figures]


@pytest.mark.parametrize("code", PACKS)
def test_pack_has_at_least_forty_examples_some_without_figures(code: str) -> None:
    examples = load_language(code).section("examples", Examples).example
    assert len(examples) >= 40
    assert any(not case.figures for case in examples)
