"""Stage 3, compare: articles, figures, claims and loaded words in; facts, matrix, clusters, measures and reuse out.

A pure function of the tables, the event file and the outlet packs' names; the order of rows does not matter.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tqdm import tqdm

from corpus.provenance import record_stage
from corpus.store import Corpus
from corpus.tables import (
    ARTICLES,
    CLAIMS,
    CLUSTERS,
    FACTS,
    FIGURES,
    MATRIX,
    MEASURES,
    REJECTS,
    REUSE,
    WORDING,
    Article,
    Cell,
    Claim,
    Cluster,
    Figure,
    Measure,
    Reuse,
)
from parallax.align import align
from parallax.clusters import cluster_claims
from parallax.facts import AlignedFact
from parallax.known import broader_concepts, outlet_names
from parallax.loose import SHIFT_LIMIT, VAGUE_LIMIT
from parallax.material import Material, event_of, unread_of
from parallax.measures import MEASURES as WAYS
from parallax.reuse import CONTAINMENT, find_reuse
from parallax.setting import Setting, setting_of
from parallax.sharing import EXACT

STAGE = "compare"
PACKAGES = ("numpy", "pyarrow")
READS = (ARTICLES, FIGURES, CLAIMS, WORDING, REJECTS)


@dataclass(frozen=True, slots=True)
class CompareReport:
    """What comparing made."""

    facts: tuple[AlignedFact, ...]
    matrix: tuple[Cell, ...]
    clusters: tuple[Cluster, ...]
    measures: tuple[Measure, ...]
    reuse: tuple[Reuse, ...]
    is_sketched: bool
    """Whether the corpus is so large that sketches looked for reuse, which may miss a pair."""


def compare(corpus: Corpus, *, progress: bool = True) -> CompareReport:
    """Run the stage on a corpus folder: read, align, measure, write its tables, record the run."""
    articles: list[Article] = corpus.records(ARTICLES)
    figures: list[Figure] = corpus.records(FIGURES)
    claims: list[Claim] = corpus.records(CLAIMS)
    event = event_of(corpus)
    setting = setting_of(articles, event, broader=broader_concepts())
    with tqdm(total=len(WAYS) + 3, desc=STAGE, unit="step", disable=None if progress else True) as bar:
        facts = tuple(align(figures, setting))
        bar.update()
        clusters = tuple(cluster_claims(claims, facts, setting))
        bar.update()
        material = Material(
            event=event,
            articles={a.article_id: a for a in articles},
            figures=tuple(figures),
            claims=tuple(claims),
            facts=facts,
            primary=setting.primary,
            unread=unread_of(corpus),
            wording=tuple(corpus.records(WORDING)),
        )
        measures: list[Measure] = []
        for way in WAYS:
            measures.extend(way(material))
            bar.update()
        reuse = tuple(find_reuse(articles, outlet_names(corpus)))
        bar.update()
    cells = tuple(_cells(facts, setting))
    report = CompareReport(facts, cells, clusters, tuple(measures), reuse, is_sketched=len(articles) > EXACT)
    _write(corpus, report)
    return report


def _cells(facts: Iterable[AlignedFact], setting: Setting) -> Iterator[Cell]:
    for item in facts:
        for figure, relation in item.figures:
            yield Cell(
                fact_id=item.fact.fact_id,
                outlet=setting.outlets[figure.article_id],
                article_id=figure.article_id,
                figure_id=figure.figure_id,
                low=figure.low,
                high=figure.high,
                comparator=figure.comparator,
                is_vague=figure.is_vague,
                source=figure.source,
                relation=relation,
            )


def _write(corpus: Corpus, report: CompareReport) -> None:
    corpus.write(FACTS, (item.fact for item in report.facts))
    corpus.write(CLUSTERS, report.clusters)
    corpus.write(MATRIX, report.matrix)
    corpus.write(MEASURES, report.measures)
    corpus.write(REUSE, report.reuse)
    event = corpus.folder / "event.toml"
    inputs = [path for table in READS if corpus.has(table) for path in corpus.files(table)]
    record_stage(
        corpus,
        STAGE,
        inputs=[*inputs, event] if event.exists() else inputs,
        config={
            "names": outlet_names(corpus),
            "shift_limit": SHIFT_LIMIT,
            "vague_limit": VAGUE_LIMIT,
            "containment": CONTAINMENT,
            "exact_up_to": EXACT,
        },
        packages=(*PACKAGES, "rensa") if report.is_sketched else PACKAGES,
        outputs=(FACTS, CLUSTERS, MATRIX, MEASURES, REUSE),
    )
