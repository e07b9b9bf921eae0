"""Who gets how much room: attributed text per source."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from corpus.tables import Claim, Measure
from parallax.material import Material


def quote_shares(material: Material) -> Iterator[Measure]:
    """Voice share and quote share: the part of an outlet's attributed characters that each named source gets.

    Voice share counts everything attributed, quote share only statements that are at least partly quoted. A statement
    inside another one counts for its own source too; characters are counted once per source.
    """
    for outlet in material.outlets:
        claims = material.claims_of(outlet)
        yield from _shares("voice_share", outlet, claims)
        yield from _shares("quote_share", outlet, [c for c in claims if c.kind in ("direct", "mixed")])


def _shares(name: str, outlet: str, claims: Iterable[Claim]) -> Iterator[Measure]:
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.source is not None:
            by_source[claim.source].append(claim)
    room = {source: n_characters(found) for source, found in by_source.items()}
    total = sum(room.values())
    for source in sorted(room):
        yield Measure(
            measure=name, unit="outlet", subject=outlet, item=source, value=room[source] / total if total else None,
            n=len(by_source[source]), evidence=[c.claim_id for c in by_source[source]],
        )  # fmt: skip


def n_characters(claims: Iterable[Claim]) -> int:
    """How many characters the claims' contents cover, each counted once."""
    spans = sorted((c.article_id, c.field, span.start, span.end) for c in claims for span in c.content)
    n, last = 0, ("", "", 0)
    for article, field, start, end in spans:
        begin = max(start, last[2]) if last[:2] == (article, field) else start
        n += max(0, end - begin)
        last = (article, field, max(begin, end))
    return n
