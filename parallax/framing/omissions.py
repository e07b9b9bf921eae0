"""What an outlet leaves out that others have."""

from collections.abc import Iterator

from corpus.tables import Measure
from parallax.material import Material


def omissions(material: Material) -> Iterator[Measure]:
    """Omission: one row with 1 for every fact that at least two other outlets carry and this one does not.

    `n` counts the outlets that carry it; the evidence is their figures. Silence is no judgement: an outlet may have
    left a fact out, or written before it was known.
    """
    for outlet in material.outlets:
        for item in material.shared:
            carried = material.carried[item.fact.fact_id]
            if outlet not in carried:
                yield Measure(
                    measure="omission", unit="outlet", subject=outlet, item=item.fact.fact_id, value=1.0,
                    n=len(carried), evidence=[f.figure_id for entries in carried.values() for f, _ in entries],
                )  # fmt: skip
