"""The head of the report and its last page: what the corpus holds, what was set aside, how the run was made."""

import inspect
from collections import Counter
from dataclasses import dataclass
from typing import Any

from parallax.measures import MEASURES
from parallax.page.edition import Edition

MOST_REJECTS = 40


@dataclass(frozen=True, slots=True)
class Overview:
    """What the corpus holds."""

    title: str
    summary: str
    window: str
    n_articles: int
    n_outlets: int
    n_figures: int
    n_claims: int
    n_facts: int
    n_shared: int
    languages: tuple[tuple[str, int], ...]
    unread: tuple[tuple[str, str, str], ...]
    n_rejects: int
    rejects: tuple[tuple[str, str, str], ...]
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class StageRecord:
    """One stage of the run: versions, settings, and its tables with rows and hash."""

    stage: str
    versions: str
    config: str
    tables: tuple[tuple[str, int, str], ...]


def overview_of(edition: Edition) -> Overview:
    """The head of the report."""
    material, event = edition.material, edition.material.event
    articles = list(material.articles.values())
    languages = Counter(a.lang for a in articles)
    unread = sorted((a.lang, edition.outlet(a.outlet), a.title or a.article_id) for a in articles
                    if a.article_id in material.unread)  # fmt: skip
    reasons = Counter(r.stage for r in edition.rejects)
    return Overview(
        title=event.title if event else "Coverage compared",
        summary=event.summary if event else "",
        window=f"{event.window.start} to {event.window.end}" if event else "",
        n_articles=len(articles),
        n_outlets=len({a.outlet for a in articles}),
        n_figures=len(material.figures),
        n_claims=len(material.claims),
        n_facts=len(material.facts),
        n_shared=len(material.shared),
        languages=tuple(sorted(languages.items(), key=lambda pair: (-pair[1], pair[0]))),
        unread=tuple(unread),
        n_rejects=len(edition.rejects),
        rejects=tuple((r.stage, r.where, r.reason) for r in edition.rejects[:MOST_REJECTS]),
        reasons=tuple(sorted(reasons.items())),
    )


def run_of(edition: Edition, *, without: str) -> list[StageRecord]:
    """The stages that ran, except the one that is writing this page."""
    stages = edition.run.get("stages", {})
    return [_stage(name, stages[name]) for name in sorted(stages, key=_stage_order) if name != without]


ORDER = ("fetch", "collect", "extract", "import", "annotate", "compare")


def _stage_order(name: str) -> tuple[int, str]:
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)


def _stage(name: str, record: dict[str, Any]) -> StageRecord:
    tables = [
        (table, made["rows"], ", ".join(sha[:16] for sha in made["sha256"].values()))
        for table, made in sorted(record.get("outputs", {}).items())
    ]
    versions = ", ".join(f"{package} {version}" for package, version in sorted(record.get("versions", {}).items()))
    config = ", ".join(f"{key} = {_plain(value)}" for key, value in sorted(record.get("config", {}).items()))
    return StageRecord(name, versions, config, tuple(tables))


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_plain(inner)}" for key, inner in sorted(value.items())) or "none"
    return ", ".join(map(_plain, value)) if isinstance(value, list) else str(value)


def methods() -> list[tuple[str, str]]:
    """The definition of each measure: its name and what its function says of itself."""
    texts = [" ".join((inspect.getdoc(way) or "").replace("`", "").split()) for way in MEASURES]
    split = [text.replace("'", "’").partition(": ") for text in texts]
    return [(name, text[:1].upper() + text[1:]) for name, _, text in split]
