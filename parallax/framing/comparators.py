"""How outlets limit the same number: "more than 24,000", "about 24,000", "24,000"."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from corpus.tables import Comparator, Measure
from parallax.material import Entry, Material

WITHOUT = ("date", "ordinal")
"""Kinds that are not limited by comparators."""


def comparator_drift(material: Material) -> Iterator[Measure]:
    """Comparator drift: the share of an outlet's figures of a fact whose comparator is not the fact's usual one.

    The usual comparator is the primary source's where the corpus holds it, else the one that most outlets use. Where
    two are used by equally many there is no usual one, and every figure counts as different. Vague amounts are left
    out, and so are dates and ordinals; only facts that at least two outlets give as numbers have rows.
    """
    for item in material.shared:
        key = item.fact.fact_id
        points = {outlet: _points(entries) for outlet, entries in material.carried[key].items()}
        points = {outlet: entries for outlet, entries in points.items() if entries}
        if len(points) < 2 or item.fact.kind in WITHOUT:
            continue
        usual = usual_comparator(points, material)
        for outlet in (o for o in material.outlets if o in points):
            other = [figure.figure_id for figure, _ in points[outlet] if figure.comparator != usual]
            yield Measure(
                measure="comparator_drift", unit="outlet", subject=outlet, item=key,
                value=len(other) / len(points[outlet]), n=len(points[outlet]), evidence=other,
            )  # fmt: skip


def comparator_split(material: Material) -> Iterator[Measure]:
    """Comparator split: 1 where one article gives the same fact with different comparators, 0 where it repeats one.

    Only facts that the article states at least twice as numbers have rows.
    """
    for item in material.facts:
        by_article: dict[str, list[Entry]] = defaultdict(list)
        for entry in _points(item.figures):
            by_article[entry[0].article_id].append(entry)
        for article, entries in sorted(by_article.items()):
            if len(entries) > 1:
                found = {figure.comparator for figure, _ in entries}
                yield Measure(
                    measure="comparator_split", unit="article", subject=article, item=item.fact.fact_id,
                    value=float(len(found) > 1), n=len(entries), evidence=[figure.figure_id for figure, _ in entries],
                )  # fmt: skip


def usual_comparator(carried: Mapping[str, Sequence[Entry]], material: Material) -> Comparator | None:
    """The comparator that the outlets' figures of a fact are held against; None where there is no single one."""
    used = {(outlet, figure.comparator) for outlet, entries in carried.items() for figure, _ in _points(entries)}
    official = {
        figure.comparator
        for entries in carried.values()
        for figure, _ in _points(entries)
        if figure.article_id in material.primary
    }
    counts = Counter(comparator for _, comparator in used if not official or comparator in official)
    best = max(counts.values(), default=0)
    leaders = [comparator for comparator, n in counts.items() if n == best]
    return leaders[0] if len(leaders) == 1 else None


def _points(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if not entry[0].is_vague)
