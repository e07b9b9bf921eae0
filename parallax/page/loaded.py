"""Loaded words in the report: how many in whose voice, by class and outlet."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.tables import Measure
from parallax.framing.wording import OTHERS, OWN
from parallax.known import loaded_classes
from parallax.page.edition import Edition
from parallax.page.grid import PER_BLOCK
from parallax.page.loaded_places import Adopted, OutletPlaces, Rows, adopted_of, anchor_of, places_of, shown

MOST_ADOPTED = 40
"""Adopted words that the page shows, those with the most places first."""


@dataclass(frozen=True, slots=True)
class Count:
    """How often, per 1,000 words, and where the places are shown."""

    n: int
    rate: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class ClassLine:
    """One class, with the counts of the own voice and of others' for each outlet."""

    name: str
    note: str
    cells: tuple[tuple[Count, Count], ...]


@dataclass(frozen=True, slots=True)
class LoadedBlock:
    """Some outlets side by side: the size of their voices, then the classes."""

    outlets: tuple[str, ...]
    sizes: tuple[tuple[str, str], ...]
    lines: tuple[ClassLine, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The whole section."""

    blocks: tuple[LoadedBlock, ...]
    adopted: tuple[Adopted, ...]
    n_hidden: int
    places: tuple[OutletPlaces, ...]


def loaded_of(edition: Edition) -> Loaded:
    """Loaded words by class and outlet, outlets in the order of the matrix."""
    rows = {(row.measure, row.subject, row.item): row for name in (OWN, OTHERS) for row in edition.rows(name)}
    subjects = {subject for _, subject, _ in rows}
    outlets = [outlet for outlet in edition.columns if outlet in subjects]
    parts = [outlets[i : i + PER_BLOCK] for i in range(0, len(outlets), PER_BLOCK)]
    adopted = adopted_of(edition)
    return Loaded(
        blocks=tuple(_block(edition, part, rows) for part in parts),
        adopted=tuple(adopted[:MOST_ADOPTED]),
        n_hidden=max(0, len(adopted) - MOST_ADOPTED),
        places=tuple(places_of(edition, outlet, _classes(rows), rows) for outlet in outlets),
    )


def _classes(rows: Rows) -> list[str]:
    """The classes that occur, most places first."""
    counts: dict[str, int] = defaultdict(int)
    for (_, _, item), row in rows.items():
        if item is not None:
            counts[item] += row.n
    return sorted((name for name, n in counts.items() if n), key=lambda name: (-counts[name], name))


def _block(edition: Edition, outlets: Sequence[str], rows: Rows) -> LoadedBlock:
    notes = loaded_classes()
    sizes = {(row.subject, row.item): f"{int(row.value or 0):,}" for row in edition.rows("voice_words")}
    lines = [ClassLine("all classes", "", tuple(_cell(rows, outlet, None) for outlet in outlets))]
    lines += [
        ClassLine(shown(name), _note(notes, name), tuple(_cell(rows, outlet, name) for outlet in outlets))
        for name in _classes(rows)
    ]
    return LoadedBlock(
        tuple(edition.outlet(outlet) for outlet in outlets),
        tuple((sizes[outlet, "own"], sizes[outlet, "others"]) for outlet in outlets),
        tuple(lines),
    )


def _note(notes: Mapping[str, str], name: str) -> str:
    """What a class does; its literature stands in the lexicons' documentation."""
    return notes.get(name, "").partition(":")[0].partition(" (")[0]


def _cell(rows: Rows, outlet: str, item: str | None) -> tuple[Count, Count]:
    own, others = (_count(rows[name, outlet, item], name) for name in (OWN, OTHERS))
    return own, others


def _count(row: Measure, name: str) -> Count:
    anchor = anchor_of(row.subject, row.item, name) if row.n else None
    return Count(row.n, "" if row.value is None else f"{row.value:.1f}", anchor)
