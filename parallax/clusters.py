"""Claims to clusters: statements of one source, in whatever outlet, that share a fact."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.ids import short_hash
from corpus.tables import Claim, Cluster
from parallax.facts import AlignedFact
from parallax.setting import Setting


def cluster_claims(claims: Iterable[Claim], facts: Sequence[AlignedFact], setting: Setting) -> list[Cluster]:
    """The clusters, ordered by id: claims of one known source are together where a chain of shared facts joins them.

    A fact counts for the innermost claim around its figure. Claims without a figure stand in no cluster.
    """
    told = _facts_by_claim(facts)
    labels = {item.fact.fact_id: item.fact.label for item in facts}
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.claim_id):
        if claim.source is not None and claim.claim_id in told:
            by_source[claim.source].append(claim)
    groups = [group for source in sorted(by_source) for group in _joined(by_source[source], told)]
    return sorted((_cluster(group, told, labels, setting) for group in groups), key=lambda c: c.cluster_id)


def _facts_by_claim(facts: Iterable[AlignedFact]) -> dict[str, frozenset[str]]:
    told: dict[str, set[str]] = defaultdict(set)
    for item in facts:
        for figure, _ in item.figures:
            if figure.claim_id is not None:
                told[figure.claim_id].add(item.fact.fact_id)
    return {claim: frozenset(found) for claim, found in told.items()}


def _joined(claims: Sequence[Claim], told: Mapping[str, frozenset[str]]) -> list[list[Claim]]:
    groups: list[tuple[set[str], list[Claim]]] = []
    for claim in claims:
        facts = set(told[claim.claim_id])
        touched = [group for group in groups if group[0] & facts]
        groups = [group for group in groups if not group[0] & facts]
        groups.append((facts.union(*(g[0] for g in touched)), [c for g in touched for c in g[1]] + [claim]))
    return [group for _, group in groups]


def _cluster(
    claims: Sequence[Claim], told: Mapping[str, frozenset[str]], labels: Mapping[str, str], setting: Setting
) -> Cluster:
    facts = sorted({fact for claim in claims for fact in told[claim.claim_id]})
    source = claims[0].source or ""
    types = Counter(claim.type for claim in claims)
    return Cluster(
        cluster_id=f"{source}-{short_hash(source, *facts)}",
        label=f"{setting.name(source)}: {'; '.join(labels[fact] for fact in facts)}",
        source=source,
        type=min(types, key=lambda name: (-types[name], name)),
        facts=facts,
        claims=sorted(claim.claim_id for claim in claims),
        n_outlets=len({setting.outlets[claim.article_id] for claim in claims}),
    )
