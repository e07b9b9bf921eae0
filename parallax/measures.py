"""The ways of comparing, in the order in which the report explains them. A new one is a file and a row here."""

from corpus.tables import Measure
from parallax.framing.comparators import comparator_drift, comparator_split
from parallax.framing.coverage import coverage
from parallax.framing.omissions import omissions
from parallax.framing.quotes import quote_shares
from parallax.framing.replies import replies
from parallax.framing.sourcing import attribution_dropped, sourced_share
from parallax.framing.wording import loaded_adopted, loaded_words
from parallax.material import Material, MeasureOf

MEASURES: tuple[MeasureOf, ...] = (
    coverage,
    comparator_drift,
    comparator_split,
    sourced_share,
    attribution_dropped,
    replies,
    quote_shares,
    omissions,
    loaded_words,
    loaded_adopted,
)


def measure(material: Material) -> list[Measure]:
    """Every measure's rows."""
    return [row for way in MEASURES for row in way(material)]
