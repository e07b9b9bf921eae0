"""The matrix of facts by outlets, as the page sets it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.tables import Figure, Relation
from parallax.facts import AlignedFact
from parallax.labels import SIGNS, WORDS
from parallax.page.edition import Edition
from parallax.page.evidence import figure_anchor

PER_BLOCK = 6
"""Outlets that stand side by side; more are set as further blocks, so that the whole prints on A4."""

RELATION_WORDS: dict[Relation, str] = {
    "same": "",
    "rounded": "rounded",
    "sharper": "more exact",
    "vaguer": "vague",
    "shifted": "another value",
    "conflicting": "vague, does not fit",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One way in which an outlet gives a fact, with all the places where it does."""

    sign: str
    word: str
    surface: str
    lang: str
    source: str | None
    flags: tuple[str, ...]
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One fact: its label, what it is held against, and the entries of each outlet of the block."""

    fact_id: str
    label: str
    usual: str
    n_outlets: int
    is_primary: bool
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Some outlets side by side, with all facts."""

    outlets: tuple[str, ...]
    names: tuple[str, ...]
    lines: tuple[Line, ...]


def blocks_of(edition: Edition, facts: Sequence[AlignedFact]) -> list[Block]:
    """The matrix in blocks of outlets."""
    columns = edition.columns
    parts = [columns[i : i + PER_BLOCK] for i in range(0, len(columns), PER_BLOCK)]
    return [_block(edition, part, facts) for part in parts]


def _block(edition: Edition, outlets: tuple[str, ...], facts: Sequence[AlignedFact]) -> Block:
    names = tuple(edition.outlet(outlet) for outlet in outlets)
    return Block(outlets, names, tuple(line_of(edition, item, outlets) for item in facts))


def line_of(edition: Edition, item: AlignedFact, outlets: Iterable[str]) -> Line:
    """A fact's line with a cell for each of the outlets."""
    carried = edition.material.carried[item.fact.fact_id]
    usual = edition.usual.get(item.fact.fact_id)
    return Line(
        fact_id=item.fact.fact_id,
        label=item.fact.label,
        usual="" if usual is None or len(carried) < 2 else f"{SIGNS[usual]} {WORDS[usual]}",
        n_outlets=item.fact.n_outlets,
        is_primary=item.fact.reference == "primary",
        cells=tuple(_entries(edition, carried.get(outlet, ())) for outlet in outlets),
    )


def _entries(edition: Edition, told: Iterable[tuple[Figure, Relation]]) -> tuple[Entry, ...]:
    entries: dict[tuple[object, ...], Entry] = {}
    for figure, relation in told:
        entry = _entry(edition, figure, relation)
        key = (entry.sign, entry.surface.casefold(), entry.source, entry.flags)
        old = entries.get(key)
        anchors = (*old.anchors, *entry.anchors) if old else entry.anchors
        entries[key] = Entry(entry.sign, entry.word, entry.surface, entry.lang, entry.source, entry.flags, anchors)
    return tuple(entries.values())


def _entry(edition: Edition, figure: Figure, relation: Relation) -> Entry:
    is_point = not figure.is_vague and figure.kind not in ("date", "ordinal")
    return Entry(
        sign=SIGNS[figure.comparator] if is_point else "",
        word="" if not is_point or figure.comparator == "exact" else WORDS[figure.comparator],
        surface=figure.surface,
        lang=edition.material.articles[figure.article_id].lang,
        source=None if figure.source is None else edition.actor(figure.source),
        flags=tuple(_flags(edition, figure, relation)),
        anchors=(figure_anchor(figure.figure_id),),
    )


def _flags(edition: Edition, figure: Figure, relation: Relation) -> Iterable[str]:
    if figure.is_vague:
        yield RELATION_WORDS[relation] or "vague"
        return
    if figure.figure_id in edition.unusual:
        yield "comparator differs"
    if relation != "same":
        yield RELATION_WORDS[relation]
