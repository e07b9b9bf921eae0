"""The command line: arguments in, sentences out. No logic lives here.

Exit codes: 0 done; 2 arguments, event, pack or corpus cannot be used; 3 import or read finished, with rejects named.
"""

import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from corpus.store import Corpus, open_corpus
from corpus.tables import REJECTS
from parallax import commands_on_texts
from parallax.commands import FILE, FOLDER, example, main, say, trained, write_json

__all__ = ["commands_on_texts", "main"]


@example("parallax demo --out out/demo")
@click.option("--out", type=FOLDER, default=Path("out/demo"), show_default=True, help="Folder for the demo's corpus.")
def demo(out: Path) -> None:
    """Collect the demo newsroom for real, annotate, compare, and write the report."""
    from parallax.demo import run_demo
    from parallax.summary import summary_lines

    report_path = run_demo(out)
    say([*summary_lines(open_corpus(out)), f"report: {report_path}"])


@example("parallax collect data/events/anthropic-distillation.toml --into out/distillation")
@click.argument("event", type=FILE)
@click.option("--into", type=FOLDER, required=True, help="Corpus folder to make or add to.")
@click.option("--outlets", type=FOLDER, help="A folder of your own outlet packs, beside ours.")
@click.option("--urls", type=FILE, help="A list of addresses to fetch as well, one a line.")
@click.option(
    "--discover", multiple=True, type=click.Choice(["wayback", "gdelt"]), help="A service to ask for addresses as well."
)
@click.option(
    "--warc", "warcs", multiple=True, metavar="PATH", help="A WARC file to read like a site; fsspec URLs too."
)
@click.option("--offline", is_flag=True, help="Ask no site: read only what --warc names.")
@click.option("--render", is_flag=True, help="Show pages that need JavaScript in Chromium (extra: render).")
def collect(
    event: Path,
    into: Path,
    outlets: Path | None,
    urls: Path | None,
    discover: tuple[str, ...],
    warcs: tuple[str, ...],
    offline: bool,
    render: bool,
) -> None:
    """Fetch an event's coverage from its outlets and extract the articles."""
    from crawl.collect import Beside
    from crawl.collect import collect as run

    beside = Beside(urls=urls, discover=discover, warcs=warcs, is_offline=offline)
    report = run(event, Corpus(into), outlet_folders=[outlets] if outlets else [], beside=beside, is_rendered=render)
    say(report.fetched.lines())
    _say_tables(into, "articles", "rejects")


@example("parallax extract out/distillation")
@click.argument("folder", type=FOLDER)
@click.option("--outlets", type=FOLDER, help="A folder of your own outlet packs, beside ours.")
def extract(folder: Path, outlets: Path | None) -> None:
    """Extract the articles from the archived pages again, offline."""
    from crawl.collect import extract as run

    run(Corpus(folder), outlet_folders=[outlets] if outlets else [])
    _say_tables(folder, "articles", "rejects")


@main.command(
    "import",
    epilog="Example: parallax import texts/*.txt --manifest texts/manifest.csv "
    "--event data/events/anthropic-distillation.toml --into out/distillation",
)
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option("--into", type=FOLDER, required=True, help="Corpus folder to make or add to.")
@click.option("--manifest", type=FILE, help="CSV with the columns file,outlet,url,lang,published_at.")
@click.option("--event", type=FILE, help="Event file that the corpus is about.")
def import_command(files: tuple[Path, ...], into: Path, manifest: Path | None, event: Path | None) -> None:
    """Take in texts that you already have (.txt, .jsonl); their furniture is set aside, their raw bytes are kept."""
    from crawl.importing import import_files

    report = import_files(list(files), Corpus(into), manifest=manifest, event=event)
    _say_tables(into, "articles")
    if report.n_rejects:
        rejects = [r for r in Corpus(into).records(REJECTS) if r.stage == "import"]
        say(f"set aside: {r.where}: {r.reason.removeprefix(f'{r.where}: ')}" for r in rejects)
        sys.exit(3)


@example("parallax annotate out/distillation --model ru=ru_core_news_sm")
@click.argument("folder", type=FOLDER)
@click.option("--model", "models", multiple=True, metavar="LANG=NAME", help="A trained spaCy pipeline for a language.")
@click.option("--lexicon", "lexicons", type=FILE, multiple=True, help="Loaded words of your own, beside ours.")
def annotate(folder: Path, models: tuple[str, ...], lexicons: tuple[Path, ...]) -> None:
    """Read the figures, actors, claims and loaded words of every article."""
    from nlp.annotate import annotate_corpus

    annotate_corpus(open_corpus(folder), models=dict(trained(pair) for pair in models), lexicons=lexicons)
    _say_tables(folder, "mentions", "figures", "claims", "wording")


@example("parallax actors out/distillation --json out/actors.json")
@click.argument("folder", type=FOLDER)
@click.option("--json", "into", type=FILE, help="Write them, with every spelling, as JSON.")
def actors(folder: Path, into: Path | None) -> None:
    """List the names that the event file does not know, with counts, so that it can be extended."""
    from parallax.unresolved import lines_of, unresolved_actors

    found = unresolved_actors(_fresh(folder, "annotate"))
    if into:
        write_json(into, [asdict(one) for one in found])
    say(lines_of(found) or ["The texts name nobody that the event file does not know."])


@example("parallax compare out/distillation")
@click.argument("folder", type=FOLDER)
def compare(folder: Path) -> None:
    """Align the figures into facts and compare the outlets."""
    from parallax.compare import compare as run

    run(_fresh(folder, "annotate"))
    _say_tables(folder, "facts", "matrix", "clusters", "measures", "reuse")


@example("parallax report out/distillation")
@click.argument("folder", type=FOLDER)
def report(folder: Path) -> None:
    """Write the report, one self-contained page."""
    from parallax.report import write_report
    from parallax.summary import summary_lines

    path = write_report(_fresh(folder, "annotate", "compare"))
    say([*summary_lines(open_corpus(folder)), f"report: {path}"])


def _fresh(folder: Path, *stages: str) -> Corpus:
    """The corpus; where one of the stages before read other inputs than are there now, a note says so."""
    from corpus.provenance import stale_stages

    corpus = open_corpus(folder)
    say((f"note: {s}" for s in stale_stages(corpus) if any(f"parallax {name} " in s for name in stages)), err=True)
    return corpus


@example("parallax export out/distillation --format csv")
@click.argument("folder", type=FOLDER)
@click.option("--format", "kind", type=click.Choice(["csv"]), default="csv", show_default=True)
def export(folder: Path, kind: str) -> None:
    """Write every table for use in a spreadsheet."""
    from parallax.export import export_csv

    say(str(path) for path in export_csv(open_corpus(folder)))


@example("parallax validate out/distillation")
@click.argument("folder", type=FOLDER)
def validate(folder: Path) -> None:
    """Check every table, span and hash of a corpus folder."""
    from parallax.validate import validate_corpus

    counts, problems = validate_corpus(open_corpus(folder))
    say(f"{name}: {n} rows" for name, n in counts.items())
    say(problems, err=True)
    if problems:
        sys.exit(2)


def _say_tables(folder: Path, *names: str) -> None:
    corpus = Corpus(folder)
    say(f"{folder}: {name} {len(corpus.frame(table))}" for name, table in _present(corpus, names))


def _present(corpus: Corpus, names: tuple[str, ...]) -> Iterable[tuple[str, Any]]:
    from corpus.tables import BY_NAME

    return [(name, BY_NAME[name]) for name in names if corpus.has(BY_NAME[name])]
