"""What belongs to a fact without agreeing with its value: vague amounts, and other values told of the same thing."""

from collections.abc import Iterable, Sequence

from parallax.agreement import log_distance
from parallax.atoms import Atom
from parallax.drafts import Draft
from parallax.setting import Setting

SHIFT_LIMIT = 0.2
"""Two values of one actor, concept and source in different outlets are one shifted fact up to this distance."""

VAGUE_LIMIT = 1.0
"""Orders of magnitude beyond which a vague amount is not about the same quantity."""


def join_shifted(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, those that tell another value of the same thing joined to the one that more outlets carry.

    The same thing: one actor, one concept and one source, all known, in outlets of which none gives both values.
    """
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_weight):
        home = next((old for old in kept if _is_shift(old, draft)), None)
        if home is None:
            kept.append(draft)
        else:
            home.shifted.extend(draft.atoms)
    return kept


def _weight(draft: Draft) -> tuple[int, float, str]:
    return -len(draft.traits.outlets), draft.centre.amount.low, draft.centre.figures[0].figure_id


def _is_shift(home: Draft, draft: Draft) -> bool:
    left, right = home.centre, draft.centre
    if left.scale != right.scale or left.kind in ("date", "ordinal"):
        return False
    if left.amount.is_range or right.amount.is_range or sum(len(a.figures) for a in draft.atoms) > 1:
        return False
    largest = max(abs(left.amount.low), abs(right.amount.low))
    return abs(left.amount.low - right.amount.low) <= SHIFT_LIMIT * largest and _is_same_thing(home, draft)


def _is_same_thing(home: Draft, draft: Draft) -> bool:
    left, right = home.traits, draft.traits
    outlets = left.outlets.union(*(a.outlets for a in home.shifted))
    if outlets & right.outlets:
        return False
    is_one = all(len(known) == 1 for known in (right.actors, right.roots, right.sources))
    return is_one and (left.actors, left.roots) == (right.actors, right.roots) and right.sources <= left.sources


def attach_vague(atoms: Iterable[Atom], drafts: Sequence[Draft], setting: Setting) -> list[Atom]:
    """Put each vague amount to the nearest fact it is told of; return those that have none."""
    left = []
    for atom in atoms:
        fits = [(_distance(atom, draft, setting), n) for n, draft in enumerate(drafts) if _is_told_of(atom, draft)]
        near = [fit for fit in fits if fit[0][0] <= VAGUE_LIMIT]
        if near:
            drafts[min(near)[1]].vague.append(atom)
        else:
            left.append(atom)
    return left


def _distance(atom: Atom, draft: Draft, setting: Setting) -> tuple[float, int]:
    return log_distance(atom.figures[0], draft.reference(setting)), -len(draft.traits.outlets)


def _is_told_of(atom: Atom, draft: Draft) -> bool:
    """Whether two of actor, concept and source are the same, and neither actor nor concept is known to be another."""
    centre, known = draft.centre, draft.traits
    is_of_kind = atom.scale == centre.scale or (atom.kind == centre.kind and atom.unit is None)
    if not is_of_kind or centre.amount.key is not None:
        return False
    if atom.actor is not None and known.actors and atom.actor not in known.actors:
        return False
    if atom.root is not None and known.roots and atom.root not in known.roots:
        return False
    return (atom.actor in known.actors) + (atom.root in known.roots) + bool(atom.sources & known.sources) >= 2
