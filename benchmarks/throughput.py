"""Sentences per second of the figure reader and of its peers: the same sentences, one process, one run.

    python -m benchmarks.throughput [--write]

The peers (peers.txt) are installed into out/peers, behind everything else on the path. A round gives a reader all
sentences once; the figure is the median of its rounds (CPU time). spaCy's tokenizer remembers words, so every round
gets a new one, as a corpus is not one text many times. The lines of the aligned news of the folder PARALLAX_EVAL are
read, or, without it, the texts of the pack's own examples; and NewsQuant, where every sentence holds figures, if
PARALLAX_NEWSQUANT names its file. The floors are for running news.
"""

import gzip
import itertools
import json
import os
import statistics
import subprocess
import sys
import time
import tomllib
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import spacy

from nlp.figures import read_figures
from nlp.language import load_language

HERE = Path(__file__).parent
PEERS = HERE.parent / "out" / "peers"
RESULTS = HERE / "THROUGHPUT.md"
TAG, CULTURE = "en", "en-us"
SENTENCES = 300
ROUNDS = 5
RUNNING = "Running news"
OURS = "Parallax (text to records, all fields)"
FLOORS = {"Recognizers-Text": 500.0, "quantulum3": 40.0, "number-parser": 4.0, "spaCy blank tokenizer": 1.0}
"""How many times a peer's sentences per second ours must be."""

Reader = Callable[[str], Any]
Maker = Callable[[], Reader]


def main() -> int:
    """Measure, print, and with --write bring THROUGHPUT.md up to date; 1 if a floor is missed."""
    _install_peers()
    measured = {name: _speeds(sentences) for name, sentences in _sets().items()}
    page = "\n".join([_head(), *(line for name, speeds in measured.items() for line in _table(name, speeds))])
    print(page)
    if "--write" in sys.argv:
        RESULTS.write_text(page + "\n", encoding="utf-8")
    speeds = measured[RUNNING]
    missed = [name for name, floor in FLOORS.items() if speeds[OURS] < floor * speeds[name]]
    print(*(f"below the floor: {FLOORS[name]:g} times {name}" for name in missed), sep="\n")
    return 1 if missed else 0


def _speeds(sentences: list[str]) -> dict[str, float]:
    return {name: _speed(make, sentences, rounds) for name, (make, rounds) in _readers().items()}


def _sets() -> dict[str, list[str]]:
    """The sentences to read, by what they are."""
    sets = {RUNNING: list(itertools.islice(_sentences(), SENTENCES))}
    dense = os.environ.get("PARALLAX_NEWSQUANT")
    if dense:
        cases = json.loads(Path(dense).read_text(encoding="utf-8"))
        sets["NewsQuant, a figure or two in every sentence"] = [case["text"] for case in cases[:SENTENCES]]
    return sets


def _install_peers() -> None:
    if not PEERS.exists():
        uv = Path(sys.executable).with_name("uv")
        subprocess.run([uv, "pip", "install", "-q", "--target", PEERS, "-r", HERE / "peers.txt"], check=True)
    sys.path.append(str(PEERS))


def _sentences() -> Any:
    folder = os.environ.get("PARALLAX_EVAL")
    if folder:
        with gzip.open(Path(folder) / "ntrex_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)[TAG] for line in lines)
    else:
        path = load_language(TAG).folder / "examples.toml"
        yield from (case["text"] for case in tomllib.loads(path.read_text(encoding="utf-8"))["example"])


def _readers() -> dict[str, tuple[Maker, int]]:
    """What makes every reader, and how many rounds it gets: the slow ones get one."""
    warnings.simplefilter("ignore")
    from number_parser import parse as parse_numbers
    from quantulum3 import parser as quantulum
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    language = load_language(TAG)
    models = (recognize_number, recognize_percentage, recognize_currency, recognize_dimension)
    return {
        OURS: (lambda: lambda text: read_figures(text, language), 4 * ROUNDS),
        "spaCy blank tokenizer": (lambda: spacy.blank(TAG), ROUNDS),
        "number-parser": (lambda: parse_numbers, ROUNDS),
        "quantulum3": (lambda: quantulum.parse, 1),
        "Recognizers-Text": (lambda: lambda text: [model(text, CULTURE) for model in models], 1),
    }


def _speed(make: Maker, sentences: list[str], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        job = make()
        job(sentences[0])  # what is loaded once is not counted
        start = time.process_time()
        for sentence in sentences:
            job(sentence)
        times.append(time.process_time() - start)
    return len(sentences) / statistics.median(times)


def _head() -> str:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    return (
        f"# Throughput\n\n`python -m benchmarks.throughput --write`, {date.today().isoformat()}, on commit "
        f"{commit.stdout.strip()} and its working tree. {SENTENCES} English\nsentences a set, one process, CPU time, "
        "median of rounds; versions of the peers in `peers.txt`."
    )


def _table(name: str, speeds: dict[str, float]) -> Iterator[str]:
    yield f"\n## {name}\n\n| reader | sentences per second | ours / it | floor |\n|---|---|---|---|"
    for reader, speed in speeds.items():
        floor = f"{FLOORS[reader]:g}" if reader in FLOORS and name == RUNNING else ""
        yield f"| {reader} | {speed:,.0f} | {speeds[OURS] / speed:,.1f} | {floor} |"


if __name__ == "__main__":
    sys.exit(main())
