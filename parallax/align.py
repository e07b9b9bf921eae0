"""Figures to facts: which figures, in whatever language and with whatever noun, tell one quantity of the event.

Figures agree by value at their precision, scale and actor, never by the counted noun alone; two nouns keep them
apart only where both are known to mean different things. Every figure of a fact agrees with the fact's reference
value itself, so that 16 and 16.9 million are not chained through 16.45.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from corpus.tables import Figure
from parallax.agreement import agree
from parallax.atoms import Atom, Value, atoms_of
from parallax.drafts import Draft, Rivals
from parallax.facts import AlignedFact, finish
from parallax.loose import attach_vague, join_shifted
from parallax.scales import Scale
from parallax.setting import Setting

T = TypeVar("T")


def align(figures: Iterable[Figure], setting: Setting) -> list[AlignedFact]:
    """The facts that the figures tell, ordered by id; every figure stands in exactly one.

    The order of the figures does not matter.
    """
    figures = sorted(figures, key=lambda f: f.figure_id)
    points = _cluster(atoms_of((f for f in figures if not f.is_vague), setting), setting)
    drafts = join_shifted(points)
    left = attach_vague(atoms_of((f for f in figures if f.is_vague), setting), drafts, setting)
    return finish([*drafts, *_cluster(left, setting)], setting)


def _cluster(atoms: Sequence[Atom], setting: Setting) -> list[Draft]:
    buckets: dict[Scale, list[Atom]] = defaultdict(list)
    for atom in atoms:
        buckets[atom.scale].append(atom)
    return [draft for key in sorted(buckets) for draft in _cluster_bucket(buckets[key], setting)]


def _cluster_bucket(atoms: Sequence[Atom], setting: Setting) -> list[Draft]:
    """Complete linkage to centres: the best supported value first, the best described figures of a value first."""
    shelves: dict[int, list[Draft]] = defaultdict(list)
    made: list[Draft] = []
    rivals = _rivals(atoms)
    for atom in sorted(atoms, key=_rank(atoms, setting)):
        fits = [draft for draft in _around(shelves, atom.shelf) if draft.fits(atom, rivals, setting)]
        if fits:
            min(fits, key=lambda draft: _preference(draft, atom)).atoms.append(atom)
        else:
            made.append(Draft(atom))
            shelves[atom.shelf].append(made[-1])
    return made


def _rivals(atoms: Sequence[Atom]) -> Rivals:
    shelves: dict[int, list[Atom]] = defaultdict(list)
    for atom in atoms:
        shelves[atom.shelf].append(atom)

    def rivals(atom: Atom) -> frozenset[str]:
        near = (other for other in _around(shelves, atom.shelf) if agree(atom.amount, other.amount))
        return frozenset(other.actor for other in near if other.actor is not None)

    return rivals


def _around(shelves: Mapping[int, list[T]], shelf: int) -> list[T]:
    return [item for near in (shelf - 1, shelf, shelf + 1) for item in shelves.get(near, ())]


def _preference(draft: Draft, atom: Atom) -> tuple[float, bool, int]:
    """The nearest value, then shared context, then the most outlets; the older draft on a tie."""
    return abs(draft.centre.amount.low - atom.amount.low), not draft.knows(atom), -len(draft.traits.outlets)


def _rank(atoms: Sequence[Atom], setting: Setting) -> Callable[[Atom], tuple[Any, ...]]:
    """Primary sources first, then values by outlets, by precision, the lowest; within a value the best described."""
    support: dict[Value, set[str]] = defaultdict(set)
    finest: dict[Value, float] = {}
    primary: set[Value] = set()
    for atom in atoms:
        support[atom.value] |= atom.outlets
        finest[atom.value] = min(atom.amount.fine, finest.get(atom.value, atom.amount.fine))
        if atom.is_primary(setting):
            primary.add(atom.value)

    def rank(atom: Atom) -> tuple[Any, ...]:
        value = atom.value
        n_known = (atom.actor is not None) + (atom.root is not None)
        by_value = (value not in primary, -len(support[value]), finest[value], value)
        return (*by_value, -n_known, -len(atom.outlets), atom.actor or "", atom.root or "", atom.figures[0].figure_id)

    return rank
