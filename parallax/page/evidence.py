"""The sentences that everything in the report leads to, with the places marked in them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.tables import Article, Claim, Figure
from parallax.page.edition import Edition, shown_time

STOP = re.compile(r"[。！？]+[”’」』）\"]*|[.!?…]+[»”’\"')\]]*(?=\s|$)|\n\n")
"""Where a sentence may end; after a Western stop only if no small letter follows (abbreviations)."""

MOST_ARTICLES = 200
"""Up to so many articles the page shows every statement."""

LONGEST = 420
"""A sentence longer than this is cut around its marks, with an ellipsis."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence: plain, or marked as a figure of a fact."""

    text: str
    anchor: str | None = None
    fact_id: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim as the evidence shows it."""

    anchor: str
    source: str
    written_source: str | None
    cue: str | None
    content: str
    kind: str
    type: str


@dataclass(frozen=True, slots=True)
class Source:
    """One article with its evidence."""

    anchor: str
    outlet: str
    title: str
    lang: str
    time: str
    url: str | None
    sentences: tuple[tuple[Piece, ...], ...]
    statements: tuple[Statement, ...]


def figure_anchor(figure_id: str) -> str:
    """The anchor of a figure in the page."""
    return "f-" + figure_id.replace(":", ".")


def claim_anchor(claim_id: str) -> str:
    """The anchor of a claim in the page."""
    return "c-" + claim_id.replace(":", ".")


def evidence_of(edition: Edition, facts: Sequence[str]) -> list[Source]:
    """The evidence for these facts and all named statements, by outlet and time; articles without any are left out."""
    told: dict[str, list[tuple[Figure, str]]] = defaultdict(list)
    wanted = set(facts)
    for item in edition.material.facts:
        if item.fact.fact_id in wanted:
            for figure, _ in item.figures:
                told[figure.article_id].append((figure, item.fact.fact_id))
    order = {outlet: number for number, outlet in enumerate(edition.columns)}
    articles = sorted(
        edition.material.articles.values(), key=lambda a: (order.get(a.outlet, len(order)), shown_time(a), a.article_id)
    )
    claims = _shown_claims(edition)
    sources = (_source(edition, a, told[a.article_id], claims.get(a.article_id, ())) for a in articles)
    return [source for source in sources if source.sentences or source.statements]


def _shown_claims(edition: Edition) -> dict[str, list[Claim]]:
    """The statements to show by article: all that have a source, in a large corpus only those that are linked to."""
    linked = {row.evidence[0] for name in ("party_heard", "voice_share") for row in edition.rows(name) if row.evidence}
    is_large = len(edition.material.articles) > MOST_ARTICLES
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in edition.material.claims:
        if claim.source is not None and (not is_large or claim.claim_id in linked):
            found[claim.article_id].append(claim)
    return found


def _source(edition: Edition, article: Article, told: Sequence[tuple[Figure, str]], claims: Sequence[Claim]) -> Source:
    places = {"title": article.title or "", "text": article.text}
    sentences = [
        sentence
        for field in ("title", "text")
        for sentence in _sentences(places[field], [t for t in told if t[0].field == field], edition.labels)
    ]
    return Source(
        anchor="a-" + article.article_id,
        outlet=edition.outlet(article.outlet),
        title=article.title or "(no headline)",
        lang=article.lang,
        time=shown_time(article),
        url=web_address(article.canonical_url or article.url),
        sentences=tuple(sentences),
        statements=tuple(_statement(edition, claim) for claim in sorted(claims, key=_place_of)),
    )


def web_address(url: str | None) -> str | None:
    """The address if a reader can follow it; other schemes are not made links."""
    return url if url is not None and url.startswith(("https://", "http://")) else None


def _place_of(claim: Claim) -> tuple[str, int, str]:
    return claim.field, claim.content[0].start if claim.content else 0, claim.claim_id


def _statement(edition: Edition, claim: Claim) -> Statement:
    return Statement(
        anchor=claim_anchor(claim.claim_id),
        source=edition.actor(claim.source or ""),
        written_source=claim.source_surface,
        cue=claim.cue_surface,
        content=" … ".join(span.surface for span in claim.content),
        kind=claim.kind,
        type=claim.type.replace("_", " "),
    )


def _sentences(text: str, told: Sequence[tuple[Figure, str]], labels: Mapping[str, str]) -> Iterator[tuple[Piece, ...]]:
    """The sentences that hold figures, each once, in the order of the text."""
    by_place: dict[tuple[int, int], list[tuple[Figure, str]]] = defaultdict(list)
    bounds = [0, *_stops(text), len(text)]
    for figure, fact in sorted(told, key=lambda t: (t[0].start, t[0].end, t[1])):
        start = max(b for b in bounds if b <= figure.start)
        end = min(b for b in bounds if b >= figure.end)
        by_place[(start, end)].append((figure, fact))
    for (start, end), figures in sorted(by_place.items()):
        yield tuple(_pieces(text, start, end, figures, labels))


def _stops(text: str) -> Iterator[int]:
    for match in STOP.finditer(text):
        rest = text[match.end() :].lstrip()
        if not rest[:1].islower():
            yield match.end()


def _pieces(
    text: str, start: int, end: int, figures: Sequence[tuple[Figure, str]], labels: Mapping[str, str]
) -> Iterator[Piece]:
    start, end = _trimmed(text, start, end)
    first = max(start, figures[0][0].start - LONGEST // 2)
    last = min(end, max(f.end for f, _ in figures) + LONGEST // 2)
    yield Piece("… " if first > start else "")
    at = first
    for figure, fact in figures:
        yield Piece(text[at : max(at, figure.start)])
        yield Piece(text[max(at, figure.start) : figure.end], figure_anchor(figure.figure_id), fact, labels[fact])
        at = max(at, figure.end)
    yield Piece(text[at:last])
    yield Piece(" …" if last < end else "")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    sentence = text[start:end]
    return start + len(sentence) - len(sentence.lstrip()), end - len(sentence) + len(sentence.rstrip())
