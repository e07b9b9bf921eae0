"""Whether each side of the event is heard."""

from collections.abc import Iterator

from corpus.tables import Measure
from parallax.material import Material


def replies(material: Material) -> Iterator[Measure]:
    """Party heard: 1 where an outlet reports at least one statement by a side of the event, else 0.

    The sides are the event file's parties; a statement counts whose source is an actor or group of that side. `n` is
    the number of such statements, quoted or paraphrased.
    """
    event = material.event
    if event is None:
        return
    sides = {member.id: member.party for member in event.named}
    for party in event.parties:
        for outlet in material.outlets:
            heard = [c.claim_id for c in material.claims_of(outlet) if sides.get(c.source or "") == party.id]
            yield Measure(
                measure="party_heard", unit="outlet", subject=outlet, item=party.id, value=float(bool(heard)),
                n=len(heard), evidence=heard,
            )  # fmt: skip
