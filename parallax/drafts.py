"""Facts in the making: what may join them, what is known of them, and the value they are measured by."""

from collections.abc import Callable
from dataclasses import dataclass

from parallax.agreement import Amount, agree, is_telling
from parallax.atoms import Atom
from parallax.setting import Setting

Rivals = Callable[[Atom], frozenset[str]]
"""The actors that are given a value which agrees with an atom's."""


@dataclass(frozen=True, slots=True)
class Traits:
    """Everything that is known of a draft's figures; what a figure does not say is left out."""

    actors: frozenset[str]
    roots: frozenset[str]
    sources: frozenset[str]
    outlets: frozenset[str]


class Draft:
    """A fact in the making. The first atom is its centre: every later one agreed with it."""

    def __init__(self, centre: Atom):
        self.centre = centre
        self.atoms = [centre]
        self.shifted: list[Atom] = []
        self.vague: list[Atom] = []

    @property
    def everything(self) -> list[Atom]:
        """All atoms, those that agree with the centre first."""
        return [*self.atoms, *self.shifted, *self.vague]

    @property
    def traits(self) -> Traits:
        """What is known of the atoms that agree."""
        return Traits(
            frozenset(a.actor for a in self.atoms if a.actor is not None),
            frozenset(a.root for a in self.atoms if a.root is not None),
            frozenset(source for a in self.atoms for source in a.sources),
            frozenset(outlet for a in self.atoms for outlet in a.outlets),
        )

    def fits(self, atom: Atom, rivals: Rivals, setting: Setting) -> bool:
        """Whether the atom can be the same quantity as all that is here."""
        if not agree(self.centre.amount, atom.amount):
            return False
        if atom.actor is not None and atom.actor == self.centre.actor and atom.is_size_of_group(setting):
            return True
        if not all(_same_actor(old, atom, rivals, setting) for old in self.atoms) or not self._may_name(atom, setting):
            return False
        return is_telling(atom.kind, atom.amount) or self.knows(atom)

    def _may_name(self, atom: Atom, setting: Setting) -> bool:
        """Whether the atom's concept is no other one; a group's size is told with several, of which one must match."""
        if self.centre.is_size_of_group(setting):
            return atom.root is None or any(_same_root(old, atom) for old in self.atoms)
        return all(_same_root(old, atom) for old in self.atoms)

    def knows(self, atom: Atom) -> bool:
        """Whether some context of the atom is shared."""
        return any(old.shares_context(atom) for old in self.atoms)

    def leader(self, setting: Setting) -> Atom:
        """A primary source's value, else the one most outlets carry; among equals the most precise, then the lowest."""
        return min(self.atoms, key=lambda atom: self._standing(atom, setting))

    def reference(self, setting: Setting) -> Amount:
        """The leader's value at all the precisions that it is written with."""
        best = self.leader(setting)
        same = [a.amount for a in self.atoms if a.value == best.value]
        found = best.amount
        return Amount(found.low, found.high, min(a.fine for a in same), max(a.reach for a in same), found.key)

    def _standing(self, atom: Atom, setting: Setting) -> tuple[object, ...]:
        same = [a for a in self.atoms if a.value == atom.value]
        outlets = {outlet for a in same for outlet in a.outlets}
        is_outlier = not all(agree(atom.amount, a.amount) for a in self.atoms)
        is_primary = any(a.is_primary(setting) for a in same)
        return is_outlier, not is_primary, -len(outlets), min(a.amount.fine for a in same), *atom.value


def _same_actor(left: Atom, right: Atom, rivals: Rivals, setting: Setting) -> bool:
    """Equal, or one unknown, or a group and the only one of its members that is given this value."""
    if left.actor is None or right.actor is None or left.actor == right.actor:
        return True
    for group, member in ((left.actor, right.actor), (right.actor, left.actor)):
        members = setting.groups.get(group, frozenset())
        if member in members:
            return is_telling(right.kind, right.amount) and rivals(right) & members == {member}
    return False


def _same_root(left: Atom, right: Atom) -> bool:
    return left.root is None or right.root is None or left.root == right.root
