"""Atoms of alignment: figures that are told with the same value, unit, actor and broadest concept."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.tables import Figure, FigureKind
from parallax.agreement import SMALL_COUNT, Amount, amount_of, is_telling
from parallax.scales import Scale, scale_of
from parallax.setting import Setting

Value = tuple[float, float, str]
"""What two atoms must share to be equal: lower bound, upper bound, key."""


@dataclass(frozen=True, slots=True)
class Atom:
    """Figures that nothing tells apart. `sides` are those of their sources; `nouns` are base forms with languages."""

    kind: FigureKind
    unit: str | None
    actor: str | None
    root: str | None
    amount: Amount
    figures: tuple[Figure, ...]
    outlets: frozenset[str]
    sources: frozenset[str]
    sides: frozenset[str]
    nouns: frozenset[tuple[str, str]]

    @property
    def value(self) -> Value:
        """The amount without its precision."""
        return (_canonical(self.amount.low), _canonical(self.amount.high), self.amount.key or "")

    @property
    def scale(self) -> Scale:
        """The kind and unit that the amount is compared in."""
        return scale_of(self.kind, self.unit)

    @property
    def shelf(self) -> int:
        """The power of two below the value; amounts that agree lie on the same shelf or on neighbours."""
        low = abs(self.amount.low)
        return math.frexp(low)[1] if low else 0

    def is_size_of_group(self, setting: Setting) -> bool:
        """Whether a group is said to have as many members as it has: the count then only names the group."""
        members = setting.groups.get(self.actor or "", frozenset())
        return self.kind == "count" and bool(members) and self.amount.low == self.amount.high == len(members)

    def is_primary(self, setting: Setting) -> bool:
        """Whether one of the figures stands in a primary source."""
        return any(f.article_id in setting.primary for f in self.figures)

    def shares_context(self, other: "Atom") -> bool:
        """Whether something besides the value says that both are one quantity.

        The same concept or noun does; the same actor does, unless the nouns differ within one language; the same source
        or side does for kinds that are rarely determiners. A noun that ends in the other one is the same noun.
        """
        if self.root is not None and self.root == other.root:
            return True
        if self.nouns & other.nouns:
            return True
        if self.actor is not None and self.actor == other.actor:
            return not self._names_otherwise(other)
        is_small = self.kind == "count" and abs(self.amount.low) < SMALL_COUNT
        is_same_voice = bool(self.sources & other.sources or self.sides & other.sides)
        return not is_small and is_same_voice and not self._names_otherwise(other)

    def _names_otherwise(self, other: "Atom") -> bool:
        pairs = [
            (mine, theirs) for lang, mine in self.nouns for other_lang, theirs in other.nouns if lang == other_lang
        ]
        return bool(pairs) and not any(mine.endswith(theirs) or theirs.endswith(mine) for mine, theirs in pairs)


def atoms_of(figures: Iterable[Figure], setting: Setting) -> list[Atom]:
    """The atoms of the figures, each figure in one; `reach` is the coarsest precision of the value."""
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    reach: dict[tuple[object, ...], float] = defaultdict(float)
    for figure in sorted(figures, key=lambda f: f.figure_id):
        amount = amount_of(figure)
        place = (figure.kind, figure.unit, _canonical(amount.low), _canonical(amount.high), amount.key)
        reach[place] = max(reach[place], amount.reach)
        groups[(*place, figure.actor, setting.root(figure.concept), _apart(figure, amount, setting))].append(figure)
    return [_atom(group, reach[key[:5]], setting) for key, group in groups.items()]


def _apart(figure: Figure, amount: Amount, setting: Setting) -> tuple[str, ...]:
    """What keeps equal values apart that prove little: their noun ("three firms", "three days"), else their place."""
    if is_telling(figure.kind, amount) or figure.concept is not None:
        return ()
    if figure.counted_lemma is not None:
        return (setting.langs[figure.article_id], figure.counted_lemma)
    return () if figure.actor is not None else (figure.figure_id,)


def _atom(figures: list[Figure], reach: float, setting: Setting) -> Atom:
    first = figures[0]
    amount = amount_of(first)
    sources = frozenset(f.source for f in figures if f.source is not None)
    return Atom(
        kind=first.kind,
        unit=first.unit,
        actor=first.actor,
        root=setting.root(first.concept),
        amount=Amount(amount.low, amount.high, min(amount_of(f).fine for f in figures), reach, amount.key),
        figures=tuple(figures),
        outlets=frozenset(setting.outlets[f.article_id] for f in figures),
        sources=sources,
        sides=frozenset(setting.sides[source] for source in sources if source in setting.sides),
        nouns=frozenset((setting.langs[f.article_id], f.counted_lemma) for f in figures if f.counted_lemma is not None),
    )


def _canonical(value: float) -> float:
    """The value without the noise of its last bits, so that it can be a key."""
    return float(f"{value:.12g}")
