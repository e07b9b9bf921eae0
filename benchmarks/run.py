"""`make bench`: measure, compare with the floors, and with --write bring RESULTS.md up to date.

    python -m benchmarks.run [--write]

Speed is measured on the demo corpus; accuracy on the development half of our own gold, and on the sticks in the folder
named by PARALLAX_EVAL, if there is one. With --write also what takes long: agreement across translations, NewsQuant if
PARALLAX_NEWSQUANT names its file, and the claims of annotated corpora if PARALLAX_POLNEAR and PARALLAX_DEQUOTE name the
folders of their development splits.
Exit code 1 if a figure lies below its floor in floors.toml.
"""

import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from benchmarks import gold, newsquant, quality, speed
from corpus.store import open_corpus
from nlp.language import known_languages, load_language
from parallax.demo import run_demo

HERE = Path(__file__).parent
VARIANTS = ["zh-Hant"]
"""Columns of the translations beside those named like a pack."""


def main() -> int:
    """Measure everything; the number of floors that were missed decides the exit code."""
    folder = os.environ.get("PARALLAX_EVAL")
    scores = quality.figure_rows(Path(folder), known_languages()) if folder else {}
    translated = quality.ntrex_rows(Path(folder), _translations()) if folder else {}
    own = gold.rows()
    sticks = Path(folder) if folder and "--write" in sys.argv else None
    fast = _speed_page(sticks)
    page = "\n".join([_head(), *fast, *_gold_page(own), *_quality_page(scores), *_ntrex_page(translated)])
    if "--write" in sys.argv and folder:
        page = "\n".join([page, *_newsquant_page(), *_claims_page(Path(folder))])
    print(page)
    if "--write" in sys.argv:
        (HERE / "RESULTS.md").write_text(page + "\n", encoding="utf-8")
    missed = list(_missed(scores, own, translated))
    print(*missed, sep="\n")
    return 1 if missed else 0


def _head() -> str:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    today = date.today().isoformat()
    return f"# Results\n\n`make bench`, {today}, on commit {commit.stdout.strip()} and its working tree.\n"


def _speed_page(folder: Path | None) -> Iterable[str]:
    yield "## Speed\n\nCPU time relative to spaCy's blank tokenizer: median of nine rounds, each with a tokenizer that"
    yield "has seen no word. It remembers words, so that it is faster on long texts. On the demo's texts:\n"
    with tempfile.TemporaryDirectory() as scratch:
        run_demo(Path(scratch) / "demo", progress=False)
        texts = speed.demo_texts(open_corpus(Path(scratch) / "demo"))
    yield from _speed_table(texts)
    if folder is not None:
        yield "\nOn aligned news (63 documents of NTREX-128, development half):\n"
        yield from _speed_table(speed.aligned_news(folder / "ntrex_dev.jsonl.gz", texts))


def _speed_table(texts: Mapping[str, Sequence[str]]) -> Iterable[str]:
    yield "| language | what | time / tokenizer |\n|---|---|---|"
    yield from (f"| {code} | {what} | {ratio:.2f} |" for code, what, ratio in speed.rows(texts))


def _gold_page(own: dict[str, dict[str, float]]) -> Iterable[str]:
    yield "\n## Our own gold\n\n`parallax evaluate data/gold/dev`, strict scores in %.\n"
    yield f"| language | {' | '.join(gold.COLUMNS)} |"
    yield "|---" * (len(gold.COLUMNS) + 1) + "|"
    for code, row in own.items():
        yield f"| {code} | {' | '.join(f'{row[name]:.1f}' if name in row else '' for name in gold.COLUMNS)} |"


def _quality_page(scores: dict[str, dict[str, float]]) -> Iterable[str]:
    yield "\n## Figures\n\nNews subset of the figure cases (development half) in %; extra per expected value.\n"
    yield "| language, source | cases | value | perfect | extra | comparator | ISO code | span |"
    yield "|---|---|---|---|---|---|---|---|"
    for key, row in sorted(scores.items()):
        side = " | ".join(f"{row[name]:.0f}" if name in row else "" for name in ("cmp", "iso", "span"))
        main = f"{row['cases']:.0f} | {row['value']:.1f} | {row['perfect']:.1f} | {row['extra']:.2f}"
        yield f"| {key} | {main} | {side} |"


def _translations() -> list[str]:
    return [*(code for code in known_languages() if code != newsquant.TAG), *VARIANTS]


def _ntrex_page(translated: dict[str, dict[str, float]]) -> Iterable[str]:
    yield "\n## A text and its translation\n\nNTREX-128, development half: the figures of the English line; the right"
    yield "original of each translated document, by figures and actors; whether a line holds a claim.\n"
    yield "| language | precision | recall | F1 | document link | claim kappa |\n|---|---|---|---|---|---|"
    for code, row in sorted(translated.items()):
        figures = f"{row['p']:.3f} | {row['r']:.3f} | {row['f']:.3f}"
        claims = f"{row['kappa']:.2f}" if load_language(code.split("-")[0]).has("attribution") else ""
        yield f"| {code} | {figures} | {row['doc_link']:.3f} | {claims} |"


def _newsquant_page() -> Iterable[str]:
    path = os.environ.get("PARALLAX_NEWSQUANT")
    if path:
        yield "\n## English news: NewsQuant\n\n| half | values | precision | recall | F1 |\n|---|---|---|---|---|"
        for half, row in newsquant.rows(Path(path)).items():
            yield f"| {half} | {row['n']:.0f} | {row['p']:.3f} | {row['r']:.3f} | {row['f']:.3f} |"


CORPORA = {
    "polnear": ("PARALLAX_POLNEAR", "English: PolNeAR, development split"),
    "dequote": ("PARALLAX_DEQUOTE", "German news quotations, development split"),
}
"""Annotated corpora that the scoring script reads: the variable that names the folder, and a title."""


def _claims_page(folder: Path) -> Iterable[str]:
    for corpus, (variable, title) in CORPORA.items():
        path = os.environ.get(variable)
        if path:
            yield f"\n## Claims. {title}\n\nF1 in %: content (by kind), and all three roles together.\n"
            yield "| what | exact | overlap 0.8 | overlap 0.3 |\n|---|---|---|---|"
            for name, row in quality.claim_rows(folder, corpus, Path(path)).items():
                cells = " | ".join(f"{row[key]:.1f}" if key in row else "" for key in ("exact", "ov80", "ov30"))
                yield f"| {name} | {cells} |"


def _missed(
    scores: dict[str, dict[str, float]], own: dict[str, dict[str, float]], translated: dict[str, dict[str, float]]
) -> Iterable[str]:
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    for key, floor in floors["figures"].items():
        if key in scores and scores[key]["value"] < floor:
            yield f"below the floor: figures, {key}: {scores[key]['value']:.1f} < {floor}"
    for code, row in floors["gold"].items():
        for name, floor in row.items():
            found = own.get(code, {}).get(name, 0.0)
            if found < floor:
                yield f"below the floor: gold, {code}, {name}: {found:.1f} < {floor}"
    for code, row in floors["translations"].items():
        for name, floor in row.items():
            if code in translated and translated[code][name] < floor:
                yield f"below the floor: translations, {code}, {name}: {translated[code][name]:.3f} < {floor}"


if __name__ == "__main__":
    sys.exit(main())
