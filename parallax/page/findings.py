"""What stands out, as sentences: each one counted from the measures, none weighed or guessed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.tables import Comparator, Figure, Relation
from parallax.framing.wording import OWN
from parallax.labels import WORDS
from parallax.page.edition import Edition
from parallax.page.gaps import by_share
from parallax.page.loaded_places import adopted_of

MOST = 4
"""Sentences of one sort; what exceeds it is in the tables."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence, with the anchor of the table or row that it was counted from."""

    topic: str
    text: str
    anchor: str


def findings_of(edition: Edition, shown: Collection[str]) -> list[Finding]:
    """The findings in the order of the page; `shown` are the facts that have a row on it."""
    places = {f"#fact-{key}" for key in shown} | {"#heard", "#left-out", "#own", "#loaded", "#reuse"}
    return [f if f.anchor in places else replace(f, anchor="#matrix") for f in _found(edition)]


def _found(edition: Edition) -> list[Finding]:
    return [
        *list(_drift(edition))[:MOST],
        *list(_splits(edition))[:MOST],
        *list(_vague(edition))[:MOST],
        *list(_unheard(edition))[:MOST],
        *list(_dropped(edition))[:1],
        *list(_left_out(edition))[:1],
        *list(_loaded(edition))[:1],
        *list(_adopted(edition))[:1],
        *list(_taken(edition))[:MOST],
    ]


def listed(names: Iterable[str]) -> str:
    """Names as an English list: a; a and b; a, b and c."""
    *rest, last = names
    return f"{', '.join(rest)} and {last}" if rest else last


def _drift(edition: Edition) -> Iterator[Finding]:
    other: dict[str, dict[Comparator, list[str]]] = defaultdict(lambda: defaultdict(list))
    order = {outlet: number for number, outlet in enumerate(edition.columns)}
    for row in sorted(edition.rows("comparator_drift"), key=lambda r: order[r.subject]):
        if row.value and row.item is not None:
            for comparator in sorted({f.comparator for f in _figures(edition, row.evidence)}):
                other[row.item][comparator].append(edition.outlet(row.subject))
    for item in edition.ranked(edition.material.shared):
        key = item.fact.fact_id
        if key in other:
            ways = "; ".join(f"{_said(comparator)} in {listed(o)}" for comparator, o in sorted(other[key].items()))
            held = "in the primary source" if item.fact.reference == "primary" else "in most outlets"
            usual = f"; {_said(edition.usual[key])} {held}" if key in edition.usual else ""
            text = f"{item.fact.label}: {ways}{usual}."
            yield Finding("Comparator drift", text, f"#fact-{key}")


def _said(comparator: Comparator) -> str:
    return "the bare number" if comparator == "exact" else f"“{WORDS[comparator]}”"


def _splits(edition: Edition) -> Iterator[Finding]:
    for row in edition.rows("comparator_split"):
        if row.value and row.item is not None:
            words = [_said(c) for c in sorted({f.comparator for f in _figures(edition, row.evidence)})]
            outlet = edition.outlet(edition.material.outlet_of(row.subject))
            text = f"{edition.labels[row.item]}: one article by {outlet} has {listed(words)}."
            yield Finding("One article, two versions", text, f"#fact-{row.item}")


def _vague(edition: Edition) -> Iterator[Finding]:
    for item in edition.ranked(edition.material.facts):
        vague = [(figure, relation) for figure, relation in item.figures if figure.is_vague]
        if not vague or len(vague) == len(item.figures):
            continue
        exact = {edition.material.outlet_of(f.article_id) for f, _ in item.figures if not f.is_vague}
        ways = listed(dict.fromkeys(_told_vaguely(edition, f, relation, exact) for f, relation in vague))
        yield Finding("Vague for precise", f"{item.fact.label}: vaguely in {ways}.", f"#fact-{item.fact.fact_id}")


def _told_vaguely(edition: Edition, figure: Figure, relation: Relation, exact: Collection[str]) -> str:
    outlet = edition.material.outlet_of(figure.article_id)
    misfit = ", which does not fit" if relation == "conflicting" else ""
    beside = ", beside the number" if outlet in exact else ""
    return f"{edition.outlet(outlet)} (“{figure.surface}”{misfit}{beside})"


def _unheard(edition: Edition) -> Iterator[Finding]:
    missing: dict[str, list[str]] = defaultdict(list)
    for row in edition.rows("party_heard"):
        if row.value == 0 and row.item is not None:
            missing[row.item].append(edition.outlet(row.subject))
    n_outlets = len(edition.material.outlets)
    for party, outlets in missing.items():
        who = edition.actor(party)
        if len(outlets) == n_outlets:
            yield Finding("Not heard", f"{who}: no outlet reports a statement.", "#heard")
        else:
            verb = "reports" if len(outlets) == 1 else "report"
            text = f"{who}: {len(outlets)} of {n_outlets} outlets {verb} no statement ({listed(outlets)})."
            yield Finding("Not heard", text, "#heard")


def _dropped(edition: Edition) -> Iterator[Finding]:
    counts: dict[str, int] = defaultdict(int)
    for row in edition.rows("attribution_dropped"):
        counts[row.subject] += row.value == 1
    most = sorted((-n, outlet) for outlet, n in counts.items() if n)
    if most:
        ways = listed(f"{edition.outlet(outlet)} {-n}" for n, outlet in most)
        yield Finding(
            "Attribution dropped", f"Facts in the outlet's own voice that another attributes: {ways}.", "#own"
        )


def _left_out(edition: Edition) -> Iterator[Finding]:
    shares = [(r.value, r.subject, r.n) for r in edition.rows("coverage") if r.item is None and r.value is not None]
    if shares:
        ways = listed(f"{edition.outlet(o)} {round(v * n)}" for v, o, n in sorted(shares, key=lambda s: (-s[0], s[1])))
        yield Finding("Coverage", f"Of {shares[0][2]} facts that at least two outlets share: {ways}.", "#left-out")


def _loaded(edition: Edition) -> Iterator[Finding]:
    rates = [(r.value, edition.outlet(r.subject), r.n) for r in edition.rows(OWN) if r.item is None and r.n]
    ways = [f"{outlet} {value:.1f} ({n})" for value, outlet, n in sorted(rates, key=lambda r: (-(r[0] or 0), r[1]))]
    if ways:
        text = f"In the outlet’s own voice, per 1,000 words (places): {listed(ways)}."
        yield Finding("Loaded words", text, "#loaded")


def _adopted(edition: Edition) -> Iterator[Finding]:
    words: dict[str, list[str]] = defaultdict(list)
    for word in adopted_of(edition):
        words[word.outlet].append(f"“{word.word}”")
    if words:
        ways = "; ".join(f"{outlet} {listed(found[:MOST])}" for outlet, found in words.items())
        yield Finding("Words adopted", f"A source’s words that are the outlet’s own as well: {ways}.", "#loaded")


def _taken(edition: Edition) -> Iterator[Finding]:
    for row in by_share(edition.reuse):
        taker, original = (edition.outlet(edition.material.outlet_of(k)) for k in (row.article_id, row.original_id))
        credit = "with credit" if row.is_credited else "without naming it"
        text = f"{taker} shares {row.containment:.0%} of its text with {original}, {credit}."
        if row.original_containment > row.containment:
            text = f"{taker} holds {row.original_containment:.0%} of the text of {original}, {credit}."
        yield Finding("Text reused", text, "#reuse")


def _figures(edition: Edition, ids: Sequence[str]) -> list[Figure]:
    return [edition.material.by_id[key] for key in ids]
