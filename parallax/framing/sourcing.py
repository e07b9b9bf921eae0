"""On whose authority figures stand, and where an outlet states as its own what others attribute."""

from collections.abc import Iterator

from corpus.tables import Measure
from parallax.material import Material

UNSOURCED_KINDS = ("date", "ordinal")
"""Kinds that are commonly stated without a source; they do not count against an outlet."""


def sourced_share(material: Material) -> Iterator[Measure]:
    """Sourced share: the share of an outlet's figures that stand on somebody's authority; the rest is its own voice.

    Dates and ordinals are left out.
    """
    for outlet in material.outlets:
        figures = [f for f in material.figures_of(outlet) if f.kind not in UNSOURCED_KINDS]
        sourced = [f.figure_id for f in figures if f.source is not None]
        share = len(sourced) / len(figures) if figures else None
        yield Measure(
            measure="sourced_share", unit="outlet", subject=outlet, item=None, value=share, n=len(figures),
            evidence=sourced,
        )  # fmt: skip


def attribution_dropped(material: Material) -> Iterator[Measure]:
    """Attribution dropped: 1 where an outlet gives a fact only in its own voice that another one attributes.

    0 where it attributes the fact too; `n` counts the other outlets that attribute it.
    """
    for item in material.shared:
        if item.fact.kind in UNSOURCED_KINDS:
            continue
        carried = material.carried[item.fact.fact_id]
        sourced = {o for o, entries in carried.items() if any(figure.source is not None for figure, _ in entries)}
        for outlet in (o for o in material.outlets if o in carried and sourced - {o}):
            yield Measure(
                measure="attribution_dropped", unit="outlet", subject=outlet, item=item.fact.fact_id,
                value=float(outlet not in sourced), n=len(sourced - {outlet}),
                evidence=[figure.figure_id for figure, _ in carried[outlet]],
            )  # fmt: skip
