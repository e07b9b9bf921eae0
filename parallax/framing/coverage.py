"""Who carries which fact."""

from collections.abc import Iterator

from corpus.tables import Measure
from parallax.material import Material


def coverage(material: Material) -> Iterator[Measure]:
    """Coverage: 1 for every fact that an outlet carries, 0 for every shared one that it does not carry.

    Shared are the facts that at least two outlets carry. The row without a fact gives the share of
    them that the outlet carries.
    """
    shared = {item.fact.fact_id for item in material.shared}
    for outlet in material.outlets:
        n_carried = 0
        for item in material.facts:
            key = item.fact.fact_id
            entries = material.carried[key].get(outlet, ())
            n_carried += bool(entries) and key in shared
            if entries or key in shared:
                evidence = [figure.figure_id for figure, _ in entries]
                yield Measure(
                    measure="coverage", unit="outlet", subject=outlet, item=key, value=float(bool(entries)),
                    n=len(entries), evidence=evidence,
                )  # fmt: skip
        share = n_carried / len(shared) if shared else None
        yield Measure(measure="coverage", unit="outlet", subject=outlet, item=None, value=share, n=len(shared))
