"""The command line: arguments in, sentences out. No logic lives here.

Exit codes: 0 done; 2 arguments, event, pack or corpus cannot be used; 3 import or read finished, with rejects named.
"""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from corpus.errors import InputError, ParallaxError, sentence
from corpus.store import Corpus, open_corpus
from corpus.tables import REJECTS
from parallax.house import check_house

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)


class House(click.Group):
    """A command group that prints Parallax's own errors as one sentence and exits with 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            check_house()
            return super().invoke(ctx)
        except ParallaxError as why:
            click.echo(f"parallax: {why}", err=True)
            ctx.exit(2)


def example(text: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command of the group whose help ends in an example."""
    return lambda function: main.command(epilog=f"Example: {text}")(function)


@click.group(cls=House, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="parallax-news", prog_name="parallax")
def main() -> None:
    """One news event from every outlet's point of view.

    \b
    event.toml -> collect (or import) -> annotate -> compare -> report
    """


@example("parallax demo --out out/demo")
@click.option("--out", type=FOLDER, default=Path("out/demo"), show_default=True, help="Folder for the demo's corpus.")
def demo(out: Path) -> None:
    """Collect the demo newsroom for real, annotate, compare, and write the report."""
    from parallax.demo import run_demo
    from parallax.summary import summary_lines

    report_path = run_demo(out)
    _say([*summary_lines(open_corpus(out)), f"report: {report_path}"])


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
def collect(
    event: Path,
    into: Path,
    outlets: Path | None,
    urls: Path | None,
    discover: tuple[str, ...],
    warcs: tuple[str, ...],
    offline: bool,
) -> None:
    """Fetch an event's coverage from its outlets and extract the articles."""
    from crawl.collect import Beside
    from crawl.collect import collect as run

    beside = Beside(urls=urls, discover=discover, warcs=warcs, is_offline=offline)
    report = run(event, Corpus(into), outlet_folders=[outlets] if outlets else [], beside=beside)
    _say(report.fetched.lines())
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
        _say(f"set aside: {r.where}: {r.reason.removeprefix(f'{r.where}: ')}" for r in rejects)
        sys.exit(3)


@example("parallax annotate out/distillation --model ru=ru_core_news_sm")
@click.argument("folder", type=FOLDER)
@click.option("--model", "models", multiple=True, metavar="LANG=NAME", help="A trained spaCy pipeline for a language.")
def annotate(folder: Path, models: tuple[str, ...]) -> None:
    """Read the figures, actors and claims of every article."""
    from nlp.annotate import annotate_corpus

    annotate_corpus(open_corpus(folder), models=dict(_model(pair) for pair in models))
    _say_tables(folder, "mentions", "figures", "claims")


def _model(pair: str) -> tuple[str, str]:
    lang, equals, name = pair.partition("=")
    if not (lang and equals and name):
        raise InputError(sentence("--model", found=pair, expected="LANG=NAME such as ru=ru_core_news_sm"))
    return lang, name


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
    _say([*summary_lines(open_corpus(folder)), f"report: {path}"])


def _fresh(folder: Path, *stages: str) -> Corpus:
    """The corpus; where one of the stages before read other inputs than are there now, a note says so."""
    from corpus.provenance import stale_stages

    corpus = open_corpus(folder)
    _say((f"note: {s}" for s in stale_stages(corpus) if any(f"parallax {name} " in s for name in stages)), err=True)
    return corpus


@example("parallax export out/distillation --format csv")
@click.argument("folder", type=FOLDER)
@click.option("--format", "kind", type=click.Choice(["csv"]), default="csv", show_default=True)
def export(folder: Path, kind: str) -> None:
    """Write every table for use in a spreadsheet."""
    from parallax.export import export_csv

    _say(str(path) for path in export_csv(open_corpus(folder)))


@example("parallax validate out/distillation")
@click.argument("folder", type=FOLDER)
def validate(folder: Path) -> None:
    """Check every table, span and hash of a corpus folder."""
    from parallax.validate import validate_corpus

    counts, problems = validate_corpus(open_corpus(folder))
    _say(f"{name}: {n} rows" for name, n in counts.items())
    _say(problems, err=True)
    if problems:
        sys.exit(2)


@example('echo "More than 16 million requests, the firm said." | parallax read --lang en --json -')
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), required=False)
@click.option("--lang", help="BCP 47; recognised from the text where it is left out.")
@click.option("--event", type=FILE, help="Event file whose actors are to be found.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a list for people.")
@click.option(
    "--lines", type=click.Path(path_type=Path, allow_dash=True), help='Many: JSON lines {"id","text","language"}.'
)
def read(file: Path | None, lang: str | None, event: Path | None, as_json: bool, lines: Path | None) -> None:
    """Read one text (or many with --lines): its figures and its claims."""
    from parallax.reading import read_lines, read_text, reading_lines

    if (file is None) == (lines is None):
        found_both = "both a FILE and --lines" if file else "no text"
        raise InputError(sentence("parallax read", found=found_both, expected="a FILE (or -), or --lines FILE"))
    if lines is not None:
        failed = 0
        for found in read_lines(_slurp(lines).split("\n"), lang, event=event):
            click.echo(_as_json(found))
            failed += "error" in found
        sys.exit(3 if failed else 0)
    assert file is not None
    found = read_text(_slurp(file), lang, event=event)
    _say([_as_json(found)] if as_json else reading_lines(found))


def _as_json(found: dict[str, Any]) -> str:
    """One line of JSON, as readable as it can be: escaped only where it holds what UTF-8 cannot."""
    text = json.dumps(found, ensure_ascii=False)
    return text if _is_encodable(text) else json.dumps(found)


def _is_encodable(text: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" for c in text)


def _slurp(path: Path) -> str:
    """The file's text with its newlines as they are (`-` is standard input)."""
    try:
        raw = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return raw.decode("utf-8")
    except OSError as why:
        raise InputError(sentence(str(path), found=why.strerror or "an error", expected="a readable file")) from None
    except UnicodeDecodeError as why:
        found = f"byte {why.object[why.start]:#04x} at {why.start}"
        raise InputError(sentence(str(path), found=found, expected="UTF-8", todo="convert the file to UTF-8")) from None


@example("parallax evaluate data/gold/dev --json out/scores.json")
@click.argument("gold", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--texts", type=FOLDER, help="Folder of the texts of gold that does not hold its own.")
@click.option("--event", type=FILE, help="Event file for gold that names none: its actors are to be found.")
@click.option("--test", is_flag=True, help="Read files of the test split too (for a release only).")
@click.option("--model", "models", multiple=True, metavar="LANG=NAME", help="A trained spaCy pipeline to compare with.")
@click.option("--json", "into", type=FILE, help="Write every score as JSON.")
def evaluate(
    gold: tuple[Path, ...],
    texts: Path | None,
    event: Path | None,
    test: bool,
    models: tuple[str, ...],
    into: Path | None,
) -> None:
    """Score figures, claims and mentions against gold (files, or folders of them)."""
    from parallax.evaluate import evaluate as run
    from parallax.scoring.gold import load_golds
    from parallax.scoring.score_table import table_lines

    result = run(load_golds(gold, texts=texts, event=event, test=test), dict(_model(pair) for pair in models))
    if into:
        _write(into, json.dumps(result, ensure_ascii=False, indent=1) + "\n")
    _say(table_lines(result))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as why:
        raise InputError(sentence(str(path), found=why.strerror or "an error", expected="a writable file")) from None


@example("parallax languages")
def languages() -> None:
    """List the languages that have a pack, and what is read in them."""
    from nlp.language import known_languages, load_language

    parts = (("numbers", "figures"), ("actors", "actors"), ("attribution", "claims"))
    for language in map(load_language, known_languages()):
        read = ", ".join(name for section, name in parts if language.has(section))
        _say([f"{language.code}  {language.about.name} ({language.about.english}): {read}"])


@example("parallax outlets --outlets my-outlets --check my-gazette")
@click.argument("names", nargs=-1, metavar="[OUTLET]...")
@click.option("--outlets", "folder", type=FOLDER, help="A folder of your own outlet packs, beside ours.")
@click.option("--check", is_flag=True, help="Ask each outlet for its robots.txt, sources and one article.")
def outlets(names: tuple[str, ...], folder: Path | None, check: bool) -> None:
    """List the outlets that have a pack, or look which of them still work."""
    from crawl.checking import check_outlets, table_lines
    from crawl.outlet import PACKS, chosen, load_outlets

    folders = [folder] if folder else []
    packs = chosen(load_outlets(PACKS, *folders), names)
    if check:
        _say(table_lines(check_outlets(outlet_folders=folders, only=list(packs) if names else [])))
    else:
        _say(f"{p.id}  {p.name}  {p.home}  {' '.join(p.languages)}  {p.kind}" for p in packs.values())


def _say(lines: Iterable[str], *, err: bool = False) -> None:
    for line in lines:
        click.echo(line, err=err)


def _say_tables(folder: Path, *names: str) -> None:
    corpus = Corpus(folder)
    _say(f"{folder}: {name} {len(corpus.frame(table))}" for name, table in _present(corpus, names))


def _present(corpus: Corpus, names: tuple[str, ...]) -> Iterable[tuple[str, Any]]:
    from corpus.tables import BY_NAME

    return [(name, BY_NAME[name]) for name in names if corpus.has(BY_NAME[name])]
