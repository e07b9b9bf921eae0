"""What a corpus holds, in a few lines for the terminal."""

from collections import Counter

from corpus.store import Corpus
from corpus.tables import ARTICLES, CLAIMS, FACTS, FIGURES, MEASURES, REJECTS, REUSE, Article, Measure


def summary_lines(corpus: Corpus) -> list[str]:
    """The lines: articles, outlets and languages; figures, claims and facts; drift; replies; reuse; rejects."""
    articles: list[Article] = corpus.records(ARTICLES)
    measures: list[Measure] = corpus.records(MEASURES)
    facts = corpus.records(FACTS)
    languages = Counter(a.lang for a in articles)
    by_language = ", ".join(f"{lang} {n}" for lang, n in sorted(languages.items(), key=lambda p: (-p[1], p[0])))
    n_shared = sum(fact.n_outlets > 1 for fact in facts)
    lines = [
        f"{len(articles)} articles of {len({a.outlet for a in articles})} outlets ({by_language})",
        f"{len(corpus.rows(FIGURES))} figures and {len(corpus.rows(CLAIMS))} claims; "
        f"{len(facts)} facts, {n_shared} of them in several outlets",
        _drift(measures),
        *_replies(measures),
    ]
    reuse = corpus.records(REUSE)
    if reuse:
        lines.append(f"{len(reuse)} pairs of articles share text, {sum(r.is_credited for r in reuse)} with credit")
    return [*lines, _rejects(corpus)]


def _drift(measures: list[Measure]) -> str:
    rows = [m for m in measures if m.measure == "comparator_drift"]
    drifting = {m.item for m in rows if m.value}
    return f"comparators drift in {len(drifting)} of {len({m.item for m in rows})} that several outlets give as numbers"


def _replies(measures: list[Measure]) -> list[str]:
    heard: dict[str, list[bool]] = {}
    for row in measures:
        if row.measure == "party_heard" and row.item is not None:
            heard.setdefault(row.item, []).append(row.value == 1)
    return [f"{party}: heard by {sum(found)} of {len(found)} outlets" for party, found in sorted(heard.items())]


def _rejects(corpus: Corpus) -> str:
    rejects = corpus.records(REJECTS) if corpus.has(REJECTS) else []
    by_stage = Counter(r.stage for r in rejects)
    ways = ", ".join(f"{stage} {n}" for stage, n in sorted(by_stage.items()))
    return f"{len(rejects)} set aside{f' ({ways})' if ways else ''}"
