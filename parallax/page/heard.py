"""Who is quoted, and how much: sides and sources by outlet."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.tables import Measure
from parallax.page.edition import Edition
from parallax.page.evidence import claim_anchor
from parallax.page.grid import PER_BLOCK

MOST_SOURCES = 15
"""Sources that the table shows, those with the most statements first."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How an outlet lets one side or source speak: statements, share of its attributed text, where they stand."""

    n: int
    share: str
    width: int
    anchor: str | None


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """One side or source, with a voice per outlet; null where it does not speak."""

    name: str
    note: str
    voices: tuple[Voice | None, ...]


@dataclass(frozen=True, slots=True)
class VoiceBlock:
    """Some outlets side by side, with the lines of all sides and sources."""

    outlets: tuple[str, ...]
    parties: tuple[VoiceLine, ...]
    sources: tuple[VoiceLine, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """The tables of who is heard, and how many sources they leave out."""

    blocks: tuple[VoiceBlock, ...]
    n_hidden: int


def heard_of(edition: Edition) -> Heard:
    """Sides and sources by outlet, outlets in the order of the matrix."""
    by_source: dict[str, dict[str, Measure]] = defaultdict(dict)
    for row in edition.rows("voice_share"):
        by_source[row.item or ""][row.subject] = row
    ranked = sorted(by_source, key=lambda source: (-sum(r.n for r in by_source[source].values()), source))
    shown = {source: by_source[source] for source in ranked[:MOST_SOURCES]}
    outlets = [outlet for outlet in edition.columns if outlet in edition.material.outlets]
    parts = [tuple(outlets[i : i + PER_BLOCK]) for i in range(0, len(outlets), PER_BLOCK)]
    return Heard(tuple(_block(edition, part, shown) for part in parts), max(0, len(ranked) - MOST_SOURCES))


def _block(edition: Edition, outlets: tuple[str, ...], by_source: Mapping[str, Mapping[str, Measure]]) -> VoiceBlock:
    return VoiceBlock(
        tuple(edition.outlet(outlet) for outlet in outlets),
        tuple(_parties(edition, outlets)),
        tuple(_line(edition, outlets, source, rows) for source, rows in by_source.items()),
    )


def _parties(edition: Edition, outlets: tuple[str, ...]) -> list[VoiceLine]:
    event = edition.material.event
    rows = {(row.item, row.subject): row for row in edition.rows("party_heard")}
    return [
        VoiceLine(
            party.name, party.role, tuple(_voice(rows.get((party.id, outlet)), is_share=False) for outlet in outlets)
        )
        for party in (event.parties if event else ())
    ]


def _line(edition: Edition, outlets: tuple[str, ...], source: str, rows: Mapping[str, Measure]) -> VoiceLine:
    event = edition.material.event
    party = event.party_of(source) if event else None
    voices = tuple(_voice(rows.get(outlet), is_share=True) for outlet in outlets)
    return VoiceLine(edition.actor(source), edition.actor(party) if party else "", voices)


def _voice(row: Measure | None, *, is_share: bool) -> Voice | None:
    if row is None or row.n == 0:
        return None
    share = round(100 * row.value) if is_share and row.value is not None else 0
    return Voice(
        row.n,
        f"{share}%" if share else "<1%" if is_share else "",
        share,
        claim_anchor(row.evidence[0]) if row.evidence else None,
    )
