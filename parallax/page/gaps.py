"""What each outlet leaves out, and what it states as its own; who took text from whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.tables import Article, Reuse
from parallax.page.edition import Edition, shown_time


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that an outlet leaves out or states in its own voice, with how many others do otherwise."""

    fact_id: str
    label: str
    n: int


@dataclass(frozen=True, slots=True)
class Gap:
    """One outlet's silences and its own voice."""

    outlet: str
    facts: tuple[Missing, ...]
    parties: tuple[str, ...]
    own: tuple[Missing, ...]
    sourced: str
    n_figures: int


@dataclass(frozen=True, slots=True)
class Taken:
    """One pair of articles that share text; `back` is the share of the original's text, where it is another one."""

    taker: str
    taker_time: str
    original: str
    original_time: str
    share: str
    back: str
    is_credited: bool
    told_from: str
    lang: str
    passages: tuple[str, ...]
    n_hidden: int


TOLD_FROM = {"time": "publication time", "credit": "the credit", "unknown": "not known"}
MOST_PAIRS, MOST_PASSAGES = 60, 3
"""Pairs and passages that are shown; all are in the table."""


def gaps_of(edition: Edition) -> list[Gap]:
    """Each compared outlet's gaps, in the order of the matrix."""
    return [_gap(edition, outlet) for outlet in edition.columns if outlet in edition.material.outlets]


def _gap(edition: Edition, outlet: str) -> Gap:
    unheard = [r.item for r in edition.rows("party_heard") if r.subject == outlet and r.value == 0]
    sourced = next((r for r in edition.rows("sourced_share") if r.subject == outlet), None)
    return Gap(
        outlet=edition.outlet(outlet),
        facts=_missing(edition, "omission", outlet),
        parties=tuple(edition.actor(party) for party in unheard if party is not None),
        own=_missing(edition, "attribution_dropped", outlet),
        sourced="—" if sourced is None or sourced.value is None else f"{sourced.value:.0%}",
        n_figures=0 if sourced is None else sourced.n,
    )


def _missing(edition: Edition, measure: str, outlet: str) -> tuple[Missing, ...]:
    rows = [r for r in edition.rows(measure) if r.subject == outlet and r.value == 1 and r.item is not None]
    found = [Missing(r.item or "", edition.labels[r.item or ""], r.n) for r in rows]
    return tuple(sorted(found, key=lambda m: (-m.n, m.label, m.fact_id)))


def by_share(rows: Iterable[Reuse]) -> list[Reuse]:
    """Pairs of articles, those first of which one has most of the other."""
    return sorted(rows, key=lambda r: (-max(r.containment, r.original_containment), r.article_id, r.original_id))


def taken_of(edition: Edition) -> list[Taken]:
    """The pairs of articles that share text, most of it first."""
    rows = by_share(edition.reuse)[:MOST_PAIRS]
    out = []
    for row in rows:
        taker, original = (edition.material.articles[key] for key in (row.article_id, row.original_id))
        longest = sorted(row.passages, key=lambda span: (span.start - span.end, span.start))
        out.append(
            Taken(
                taker=edition.outlet(taker.outlet),
                taker_time=_time(taker),
                original=edition.outlet(original.outlet),
                original_time=_time(original),
                share="all" if row.kind == "identical" else f"{row.containment:.0%}",
                back="" if row.kind == "identical" else f"{row.original_containment:.0%}",
                is_credited=row.is_credited,
                told_from=TOLD_FROM[row.direction],
                lang=taker.lang,
                passages=tuple(_short(span.surface) for span in longest[:MOST_PASSAGES]),
                n_hidden=max(0, len(longest) - MOST_PASSAGES),
            )
        )
    return out


def _time(article: Article) -> str:
    return shown_time(article)


def _short(text: str, n: int = 260) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= n else plain[:n].rstrip() + "…"
