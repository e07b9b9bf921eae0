"""Stage 4, report: the tables in, one self-contained page out. It loads nothing from anywhere and needs no script."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from tqdm import tqdm

from corpus.provenance import record_stage
from corpus.store import Corpus
from corpus.tables import ARTICLES, CLAIMS, FACTS, FIGURES, MATRIX, MEASURES, REJECTS, REUSE, WORDING
from parallax.agreement import SMALL_COUNT
from parallax.charts import facts_chart
from parallax.faces import web_face
from parallax.facts import AlignedFact
from parallax.labels import SIGNS, WORDS
from parallax.loose import SHIFT_LIMIT, VAGUE_LIMIT
from parallax.page.edition import Edition, edition_of
from parallax.page.evidence import evidence_of
from parallax.page.findings import findings_of
from parallax.page.gaps import gaps_of, taken_of
from parallax.page.grid import PER_BLOCK, blocks_of, line_of
from parallax.page.heard import heard_of
from parallax.page.loaded import loaded_of
from parallax.page.overview import methods, overview_of, run_of
from parallax.reuse import CONTAINMENT
from parallax.shingles import PASSAGE

STAGE = "report"
PACKAGES = ("fonttools", "jinja2", "matplotlib")
READS = (ARTICLES, FIGURES, CLAIMS, WORDING, FACTS, MATRIX, MEASURES, REUSE, REJECTS)

MOST_SHARED = 150
"""Facts of several outlets that the page shows; more would not be read, and are in the table facts."""

MOST_SINGLE = 200
"""The same for facts of one outlet."""


def write_report(corpus: Corpus, *, progress: bool = True) -> Path:
    """Write `report/index.html` into the corpus folder and return its path; the same corpus gives the same bytes."""
    with tqdm(total=3, desc=STAGE, unit="step", disable=None if progress else True) as bar:
        edition = edition_of(corpus)
        bar.update()
        page = page_of(edition)
        bar.update()
        path = corpus.folder / "report" / "index.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")
        inputs = [file for table in READS for file in corpus.files(table)]
        record_stage(corpus, STAGE, inputs=inputs, packages=PACKAGES)
        bar.update()
    return path


def page_of(edition: Edition) -> str:
    """The whole page as text."""
    parts = _parts(edition)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("report.html")
    body: str = template.render(**parts, face=None)
    return template.render(**parts, face=web_face([body]))


def _parts(edition: Edition) -> dict[str, Any]:
    shared = edition.ranked([f for f in edition.material.facts if f.fact.n_outlets > 1])
    single = edition.ranked([f for f in edition.material.facts if f.fact.n_outlets == 1])
    shown = [*shared[:MOST_SHARED], *single[:MOST_SINGLE]]
    chart = facts_chart(
        edition.material, edition.unusual, outlets={key: edition.outlet(key) for key in edition.columns}
    )
    return {
        "overview": overview_of(edition),
        "findings": findings_of(edition, [item.fact.fact_id for item in shown]),
        "chart": None if chart is None else Markup(chart),
        "blocks": blocks_of(edition, shared[:MOST_SHARED]),
        "single": [_single(edition, item) for item in single[:MOST_SINGLE]],
        "n_hidden": len(shared) + len(single) - len(shown),
        "heard": heard_of(edition),
        "gaps": gaps_of(edition),
        "loaded": loaded_of(edition),
        "taken": taken_of(edition),
        "n_taken": len(edition.reuse),
        "evidence": evidence_of(edition, [item.fact.fact_id for item in shown]),
        "methods": methods(),
        "shown": {item.fact.fact_id for item in shown},
        "run": run_of(edition, without=STAGE),
        "signs": [(SIGNS[c], WORDS[c]) for c in SIGNS],
        "limits": {
            "shift": f"{SHIFT_LIMIT:.0%}", "vague": f"{10**VAGUE_LIMIT:.0f}", "small": f"{SMALL_COUNT:.0f}",
            "containment": f"{CONTAINMENT:.0%}", "passage": PASSAGE, "per_block": PER_BLOCK,
        },
        "primary": [edition.outlet(outlet) for outlet in edition.columns if edition.is_primary(outlet)],
    }  # fmt: skip


def _single(edition: Edition, item: AlignedFact) -> dict[str, Any]:
    (outlet,) = edition.material.carried[item.fact.fact_id]
    return {"outlet": edition.outlet(outlet), "line": line_of(edition, item, [outlet])}
