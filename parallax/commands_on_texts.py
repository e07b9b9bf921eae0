"""Commands that need no corpus: one text, gold, and what the packs know."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from corpus.errors import InputError, sentence
from parallax.commands import FILE, FOLDER, example, say, trained, write_json


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
    say([_as_json(found)] if as_json else reading_lines(found))


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

    result = run(load_golds(gold, texts=texts, event=event, test=test), dict(trained(pair) for pair in models))
    if into:
        write_json(into, result)
    say(table_lines(result))


@example("parallax languages")
def languages() -> None:
    """List the languages that have a pack, and what is read in them."""
    from nlp.language import known_languages, load_language

    parts = (("numbers", "figures"), ("actors", "actors"), ("attribution", "claims"), ("wording", "loaded words"))
    for language in map(load_language, known_languages()):
        read = ", ".join(name for section, name in parts if language.has(section))
        say([f"{language.code}  {language.about.name} ({language.about.english}): {read}"])


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
        say(table_lines(check_outlets(outlet_folders=folders, only=list(packs) if names else [])))
    else:
        say(f"{p.id}  {p.name}  {p.home}  {' '.join(p.languages)}  {p.kind}" for p in packs.values())
