"""From drafts to records: a fact's value, label and id, and its figures with their relation to the value."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from corpus.ids import short_hash
from corpus.store import Corpus
from corpus.tables import FACTS, FIGURES, MATRIX, Fact, Figure, Relation
from parallax.agreement import relation_of
from parallax.atoms import Atom
from parallax.drafts import Draft
from parallax.labels import amount_text, with_unit
from parallax.setting import Setting

LARGEST_DENOMINATOR = 12
"""Shares such as a third are set as fractions up to this denominator, others as decimals."""

KIND_WORDS: dict[str, str] = {"share": "share of {}", "multiple": "{} times", "ordinal": "no. {}"}
"""How the label of a fact says what its bare number means."""


@dataclass(frozen=True, slots=True)
class AlignedFact:
    """A fact with its figures, each with its relation to the reference value; figures are ordered by id."""

    fact: Fact
    figures: tuple[tuple[Figure, Relation], ...]


def finish(drafts: Iterable[Draft], setting: Setting) -> list[AlignedFact]:
    """The drafts as facts, ordered by id. The id stands for kind, unit, actor and reference value.

    Where that is not enough to tell two facts apart, the noun and then the place of the first figure are added.
    """
    made = [_fact(draft, setting) for draft in drafts]
    for extra in (_nothing, _noun, _place):
        doubled = _doubled(made)
        made = [_with_id(item, extra(item)) if item.fact.fact_id in doubled else item for item in made]
    return sorted(made, key=lambda item: item.fact.fact_id)


def stored_facts(corpus: Corpus) -> list[AlignedFact]:
    """The facts of a corpus folder as comparing left them: the tables facts, matrix and figures put together again."""
    figures: dict[str, Figure] = {f.figure_id: f for f in corpus.records(FIGURES)}
    entries: dict[str, list[tuple[Figure, Relation]]] = defaultdict(list)
    for cell in sorted(corpus.records(MATRIX), key=lambda c: (c.fact_id, c.figure_id)):
        entries[cell.fact_id].append((figures[cell.figure_id], cell.relation))
    return [AlignedFact(fact, tuple(entries[fact.fact_id])) for fact in corpus.records(FACTS)]


def _doubled(made: Sequence[AlignedFact]) -> set[str]:
    counts = Counter(item.fact.fact_id for item in made)
    return {fact_id for fact_id, n in counts.items() if n > 1 or not fact_id}


def _nothing(item: AlignedFact) -> tuple[str, ...]:
    return ()


def _noun(item: AlignedFact) -> tuple[str, ...]:
    nouns = sorted({f.counted_lemma for f, _ in item.figures if f.counted_lemma})
    return (item.fact.concept or "", *nouns[:1])


def _place(item: AlignedFact) -> tuple[str, ...]:
    return (item.figures[0][0].figure_id,)


def _with_id(item: AlignedFact, extra: tuple[str, ...]) -> AlignedFact:
    fact = item.fact
    value = item.figures[0][0].iso or "" if fact.kind == "date" else f"{fact.low!r}..{fact.high!r}"
    name = short_hash(fact.kind, fact.unit or "", fact.actor or "", value, *extra)
    return AlignedFact(replace(fact, fact_id=f"{fact.kind}-{name}"), item.figures)


def _fact(draft: Draft, setting: Setting) -> AlignedFact:
    reference, leader = draft.reference(setting), draft.leader(setting)
    atoms = draft.everything
    figures = sorted((f for atom in atoms for f in atom.figures), key=lambda f: f.figure_id)
    low, high = _bounds(leader)
    is_primary = any(a.is_primary(setting) for a in draft.atoms if a.amount.low == reference.low)
    fact = Fact(
        fact_id="",
        label="",
        kind=leader.kind,
        unit=leader.unit,
        concept=_concept(atoms),
        actor=_most_carried([(a.actor, a) for a in atoms]),
        low=low,
        high=high,
        n_outlets=len({outlet for a in atoms for outlet in a.outlets}),
        n_figures=len(figures),
        reference="primary" if is_primary else "consensus",
    )
    related = tuple((f, relation_of(f, reference)) for f in figures)
    return AlignedFact(replace(fact, label=_label(fact, related, setting)), related)


def _concept(atoms: Sequence[Atom]) -> str | None:
    """The concept that all figures name which name one; where they name several, the broadest of most outlets."""
    named = {f.concept for atom in atoms for f in atom.figures if f.concept is not None}
    return named.pop() if len(named) == 1 else _most_carried([(atom.root, atom) for atom in atoms])


def _bounds(atom: Atom) -> tuple[float | None, float | None]:
    """The bounds in the atom's own unit; a point has both."""
    low, high = atom.figures[0].low, atom.figures[0].high
    return low, low if high is None and atom.amount.key is None else high


def _most_carried(values: Sequence[tuple[str | None, Atom]]) -> str | None:
    outlets: dict[str, set[str]] = defaultdict(set)
    for value, atom in values:
        if value is not None:
            outlets[value] |= atom.outlets
    return min(outlets, key=lambda value: (-len(outlets[value]), value), default=None)


def _label(fact: Fact, figures: Sequence[tuple[Figure, Relation]], setting: Setting) -> str:
    first = figures[0][0]
    if fact.kind == "date":
        value = first.iso or first.surface
    elif fact.low is None:
        value = first.surface
    else:
        is_vague = all(f.is_vague for f, _ in figures)
        value = _fraction(fact) or with_unit(amount_text(fact.low, fact.high, is_vague=is_vague), fact.unit)
        value = KIND_WORDS.get(fact.kind, "{}").format(value)
    parts = (value, _noun_of(fact, figures), setting.name(fact.actor) if fact.actor else None)
    return " · ".join(part for part in parts if part)


def _fraction(fact: Fact) -> str | None:
    if fact.kind != "share" or fact.low is None or fact.low != fact.high:
        return None
    near = Fraction(fact.low).limit_denominator(LARGEST_DENOMINATOR)
    return str(near) if abs(float(near) - fact.low) < 1e-4 and near.denominator != 1 else None


def _noun_of(fact: Fact, figures: Sequence[tuple[Figure, Relation]]) -> str | None:
    """The concept, else the most frequent noun; one in plain Latin letters first, as the page's own words are."""
    if fact.concept is not None:
        return fact.concept.replace("-", " ").replace("_", " ")
    nouns = Counter(f.counted_lemma for f, _ in figures if f.counted_lemma)
    return min(nouns, key=lambda noun: (not noun.isascii(), -nouns[noun], noun), default=None)
