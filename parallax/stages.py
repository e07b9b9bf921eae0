"""The stages after collecting: what each one reads and makes, and the function that runs it on a corpus folder.

Each is a pure function of its input tables, its configuration and its version; it never calls the next one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.columns import Table
from corpus.store import Corpus
from corpus.tables import ARTICLES, CLAIMS, CLUSTERS, FACTS, FIGURES, MATRIX, MEASURES, MENTIONS, REUSE, WORDING


@dataclass(frozen=True, slots=True)
class Stage:
    """One arrow of the flow. `run` takes the corpus and whether to show progress; tables stand in the order made."""

    command: str
    run: Callable[[Corpus, bool], object]
    reads: tuple[Table, ...]
    makes: tuple[Table, ...]


def _annotate(corpus: Corpus, progress: bool) -> object:
    from nlp.annotate import annotate_corpus

    return annotate_corpus(corpus, progress=progress)


def _compare(corpus: Corpus, progress: bool) -> object:
    from parallax.compare import compare

    return compare(corpus, progress=progress)


def _report(corpus: Corpus, progress: bool) -> object:
    from parallax.report import write_report

    return write_report(corpus, progress=progress)


STAGES: tuple[Stage, ...] = (
    Stage("annotate", _annotate, (ARTICLES,), (MENTIONS, FIGURES, CLAIMS, WORDING)),
    Stage("compare", _compare, (ARTICLES, FIGURES, CLAIMS, WORDING), (FACTS, CLUSTERS, MATRIX, MEASURES, REUSE)),
    Stage("report", _report, (ARTICLES, FIGURES, CLAIMS, WORDING, FACTS, MATRIX, MEASURES, REUSE), ()),
)


def run_stages(corpus: Corpus, *, progress: bool = True) -> None:
    """Run every stage after collecting, in order."""
    for stage in STAGES:
        stage.run(corpus, progress)
