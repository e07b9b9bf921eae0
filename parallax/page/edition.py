"""Everything the report is set from, read once: the tables, the names people know outlets and actors by, the run."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from corpus.provenance import read_run
from corpus.store import Corpus
from corpus.tables import MEASURES, REJECTS, REUSE, Article, Comparator, LoadedWord, Measure, Reject, Reuse
from parallax.facts import AlignedFact, stored_facts
from parallax.framing.comparators import WITHOUT, usual_comparator
from parallax.known import outlet_names
from parallax.material import Material, material_of


@dataclass(frozen=True)
class Edition:
    """What one report is made from."""

    material: Material
    measures: tuple[Measure, ...]
    reuse: tuple[Reuse, ...]
    rejects: tuple[Reject, ...]
    run: Mapping[str, Any]
    outlet_names: Mapping[str, str]

    def outlet(self, key: str) -> str:
        """An outlet's display name."""
        return self.outlet_names.get(key, key)

    def actor(self, key: str) -> str:
        """An actor's, group's or side's display name."""
        event = self.material.event
        if event is None:
            return key
        return next((party.name for party in event.parties if party.id == key), event.name_of(key))

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """All outlets with an article that was read: primary sources first, then by first publication."""
        first: dict[str, tuple[bool, bool, float, str]] = {}
        for article in self.material.articles.values():
            if article.article_id in self.material.unread:
                continue
            rank = (article.article_id not in self.material.primary, *_time(article.published_at), article.outlet)
            first[article.outlet] = min(rank, first.get(article.outlet, rank))
        return tuple(sorted(first, key=lambda outlet: first[outlet]))

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The labels of all facts, by id."""
        return {item.fact.fact_id: item.fact.label for item in self.material.facts}

    @cached_property
    def words(self) -> Mapping[str, LoadedWord]:
        """The loaded words, by id."""
        return {word.wording_id: word for word in self.material.wording}

    @cached_property
    def usual(self) -> Mapping[str, Comparator]:
        """The comparator each fact is usually given with; some facts have no single one."""
        carried = self.material.carried
        numbers = [item.fact.fact_id for item in self.material.facts if item.fact.kind not in WITHOUT]
        found = {key: usual_comparator(carried[key], self.material) for key in numbers}
        return {key: comparator for key, comparator in found.items() if comparator is not None}

    @cached_property
    def unusual(self) -> frozenset[str]:
        """The figures whose comparator is not the usual one of a fact that several outlets give as a number."""
        return frozenset(key for row in self.rows("comparator_drift") for key in row.evidence)

    def rows(self, measure: str) -> list[Measure]:
        """The rows of one measure."""
        return self._by_measure.get(measure, [])

    @cached_property
    def _by_measure(self) -> Mapping[str, list[Measure]]:
        found: dict[str, list[Measure]] = defaultdict(list)
        for row in self.measures:
            found[row.measure].append(row)
        return found

    def is_primary(self, outlet: str) -> bool:
        """Whether all that the corpus has of this outlet is a primary source."""
        return outlet in self.columns and outlet not in self.material.outlets

    def ranked(self, facts: Sequence[AlignedFact]) -> list[AlignedFact]:
        """The facts most outlets carry first; then those told differently, the larger ones."""
        return sorted(facts, key=self._interest)

    def _interest(self, item: AlignedFact) -> tuple[Any, ...]:
        n_other = sum(relation != "same" for _, relation in item.figures)
        is_aside = item.fact.kind in ("date", "ordinal")
        return is_aside, -item.fact.n_outlets, -n_other, -(item.fact.low or 0.0), item.fact.fact_id


def edition_of(corpus: Corpus) -> Edition:
    """The edition of a corpus folder that has been compared."""
    return Edition(
        material=material_of(corpus, stored_facts(corpus)),
        measures=tuple(corpus.records(MEASURES)),
        reuse=tuple(corpus.records(REUSE)),
        rejects=tuple(corpus.records(REJECTS)) if corpus.has(REJECTS) else (),
        run=read_run(corpus.folder),
        outlet_names=outlet_names(corpus),
    )


def shown_time(article: Article) -> str:
    """When an article was published, as exactly as its page says, in UTC; a dash where it does not say."""
    if article.published_at is None:
        return "—"
    pattern = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}.get(
        article.published_precision or "", "%Y-%m-%d %H:%M UTC"
    )
    return article.published_at.strftime(pattern)


def _time(time: datetime | None) -> tuple[bool, float]:
    return (True, 0.0) if time is None else (False, time.timestamp())
