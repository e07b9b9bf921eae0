"""What the measures work on: the corpus's rows and its facts, read once, with the look-ups that all of them need."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus.event import Event
from corpus.store import Corpus
from corpus.tables import (
    ARTICLES,
    CLAIMS,
    FIGURES,
    REJECTS,
    WORDING,
    Article,
    Claim,
    Figure,
    LoadedWord,
    Measure,
    Relation,
)
from parallax.facts import AlignedFact
from parallax.setting import setting_of

Entry = tuple[Figure, Relation]


@dataclass(frozen=True)
class Material:
    """Rows of a corpus. `unread` are the articles that no language pack could read: their silence says nothing."""

    event: Event | None
    articles: Mapping[str, Article]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    facts: tuple[AlignedFact, ...]
    primary: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    wording: tuple[LoadedWord, ...] = ()

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that are compared: those with an article that was read and is no primary source, sorted."""
        silent = self.unread | self.primary
        return tuple(sorted({a.outlet for key, a in self.articles.items() if key not in silent}))

    @cached_property
    def carried(self) -> Mapping[str, Mapping[str, tuple[Entry, ...]]]:
        """The figures of each fact, by fact id and outlet; outlets in order."""
        return {item.fact.fact_id: self._by_outlet(item) for item in self.facts}

    @cached_property
    def shared(self) -> tuple[AlignedFact, ...]:
        """The facts that at least two of the compared outlets carry."""
        return tuple(f for f in self.facts if len(set(self.carried[f.fact.fact_id]) & set(self.outlets)) > 1)

    def outlet_of(self, article_id: str) -> str:
        """Who published the article."""
        return self.articles[article_id].outlet

    def claims_of(self, outlet: str) -> list[Claim]:
        """The outlet's claims, in the order of the table."""
        return self._claims.get(outlet, [])

    def figures_of(self, outlet: str) -> list[Figure]:
        """The outlet's figures, in the order of the table."""
        return self._figures.get(outlet, [])

    def wording_of(self, outlet: str) -> list[LoadedWord]:
        """The outlet's loaded words, in the order of the table."""
        return self._wording.get(outlet, [])

    def read_of(self, outlet: str) -> list[Article]:
        """The outlet's articles that were read and are no primary source."""
        return self._articles.get(outlet, [])

    def claims_in(self, article_id: str) -> list[Claim]:
        """The article's claims, in the order of the table."""
        return self._claims_in.get(article_id, [])

    @cached_property
    def by_id(self) -> Mapping[str, Figure]:
        """The figures by id."""
        return {figure.figure_id: figure for figure in self.figures}

    @cached_property
    def _claims(self) -> Mapping[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[self.outlet_of(claim.article_id)].append(claim)
        return found

    @cached_property
    def _wording(self) -> Mapping[str, list[LoadedWord]]:
        found: dict[str, list[LoadedWord]] = defaultdict(list)
        for word in self.wording:
            found[self.outlet_of(word.article_id)].append(word)
        return found

    @cached_property
    def _articles(self) -> Mapping[str, list[Article]]:
        found: dict[str, list[Article]] = defaultdict(list)
        for key, article in sorted(self.articles.items()):
            if key not in self.unread and key not in self.primary:
                found[article.outlet].append(article)
        return found

    @cached_property
    def _claims_in(self) -> Mapping[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[claim.article_id].append(claim)
        return found

    @cached_property
    def _figures(self) -> Mapping[str, list[Figure]]:
        found: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            found[self.outlet_of(figure.article_id)].append(figure)
        return found

    def _by_outlet(self, item: AlignedFact) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in item.figures:
            found[self.outlet_of(entry[0].article_id)].append(entry)
        return {outlet: tuple(found[outlet]) for outlet in sorted(found)}


MeasureOf = Callable[[Material], Iterator[Measure]]
"""One way of comparing: from the material to its rows. The docstring is what the report says about it."""


def material_of(corpus: Corpus, facts: Iterable[AlignedFact]) -> Material:
    """The material of a corpus folder with these facts."""
    articles: list[Article] = corpus.records(ARTICLES)
    event = event_of(corpus)
    return Material(
        event=event,
        articles={a.article_id: a for a in articles},
        figures=tuple(corpus.records(FIGURES)),
        claims=tuple(corpus.records(CLAIMS)),
        facts=tuple(facts),
        primary=setting_of(articles, event).primary,
        unread=unread_of(corpus),
        wording=tuple(corpus.records(WORDING)),
    )


def event_of(corpus: Corpus) -> Event | None:
    """The corpus's event; None where it was imported without one."""
    return corpus.event if (corpus.folder / "event.toml").exists() else None


def unread_of(corpus: Corpus) -> frozenset[str]:
    """The articles that annotating set aside."""
    rejects = corpus.records(REJECTS) if corpus.has(REJECTS) else []
    return frozenset(r.where for r in rejects if r.stage == "annotate")
