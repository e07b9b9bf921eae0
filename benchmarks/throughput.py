"""Sentences per second of the figure reader and of its peers: the same sentences, one process, one run.

    python -m benchmarks.throughput [--write]

The peers (peers.txt) are installed into out/peers, behind everything else on the path. Readers take turns: in every
round each reads a few sentences, then each the next few, so that a busy machine slows all of them alike. The figure is
CPU time, the median of the rounds. spaCy's tokenizer remembers words, so every round gets a new one, as a corpus is not
one text many times. Two sets are read: running news, the English lines of the aligned news of the folder PARALLAX_EVAL
(without it, the texts of the pack's own examples), and, if PARALLAX_NEWSQUANT names its file, NewsQuant, where every
sentence holds a figure or two. The floors are the same for both.
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
TURN = 30
"""Sentences that a reader is given before it is the next one's turn."""
ROUNDS = 3
OURS = "Parallax (text to records, all fields)"
FLOORS = {"Recognizers-Text": 500.0, "quantulum3": 40.0, "number-parser": 4.0, "spaCy blank tokenizer": 1.0}
"""How many times a peer's sentences per second ours must be, on every set."""

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
    missed = [
        f"below the floor of {floor:g} times {peer}: {name}"
        for name, speeds in measured.items()
        for peer, floor in FLOORS.items()
        if speeds[OURS] < floor * speeds[peer]
    ]
    print(*missed, sep="\n")
    return 1 if missed else 0


def _speeds(sentences: list[str]) -> dict[str, float]:
    """Sentences per second by reader."""
    readers = _readers()
    turns = [sentences[i : i + TURN] for i in range(0, len(sentences), TURN)]
    rounds = [_round(readers, turns) for _ in range(ROUNDS)]
    return {name: len(sentences) / statistics.median(times[name] for times in rounds) for name in readers}


def _round(readers: dict[str, tuple[Maker, int]], turns: list[list[str]]) -> dict[str, float]:
    """The seconds that every reader needs for all sentences, the readers taking turns."""
    jobs = {name: (make(), repeats) for name, (make, repeats) in readers.items()}
    for job, _ in jobs.values():
        job(turns[0][0])  # what is loaded once is not counted
    times = dict.fromkeys(jobs, 0.0)
    for turn in turns:
        for name, (job, repeats) in jobs.items():
            times[name] += statistics.median(_seconds(job, turn) for _ in range(repeats))
    return times


def _seconds(job: Reader, sentences: list[str]) -> float:
    start = time.process_time()
    for sentence in sentences:
        job(sentence)
    return time.process_time() - start


def _sets() -> dict[str, list[str]]:
    """The sentences to read, by what they are."""
    source = "aligned news" if os.environ.get("PARALLAX_EVAL") else "examples of the pack"
    sets = {f"Running news ({source})": list(itertools.islice(_sentences(), SENTENCES))}
    dense = os.environ.get("PARALLAX_NEWSQUANT")
    if dense:
        cases = json.loads(Path(dense).read_text(encoding="utf-8"))
        sets["Dense news (NewsQuant, a figure or two in every sentence)"] = [case["text"] for case in cases[:SENTENCES]]
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
    """What makes every reader, and how often it reads in its turn: ours is done too soon to be timed once."""
    warnings.simplefilter("ignore")
    from number_parser import parse as parse_numbers
    from quantulum3 import parser as quantulum
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    language = load_language(TAG)
    models = (recognize_number, recognize_percentage, recognize_currency, recognize_dimension)
    return {
        OURS: (lambda: lambda text: read_figures(text, language), 5),
        "spaCy blank tokenizer": (lambda: spacy.blank(TAG), 1),
        "number-parser": (lambda: parse_numbers, 1),
        "quantulum3": (lambda: quantulum.parse, 1),
        "Recognizers-Text": (lambda: lambda text: [model(text, CULTURE) for model in models], 1),
    }


def _head() -> str:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    return (
        f"# Throughput\n\n`python -m benchmarks.throughput --write`, {date.today().isoformat()}, on commit "
        f"{commit.stdout.strip()} and its working tree. {SENTENCES} English\nsentences a set, one process, CPU time, "
        f"median of {ROUNDS} rounds in which the readers take turns every {TURN} sentences; versions\nof the peers in "
        "`peers.txt`. The floors are the same for every set."
    )


def _table(name: str, speeds: dict[str, float]) -> Iterator[str]:
    yield f"\n## {name}\n\n| reader | sentences per second | ours / it | floor |\n|---|---|---|---|"
    for reader, speed in speeds.items():
        floor = f"{FLOORS[reader]:g}" if reader in FLOORS else ""
        floor += " (missed)" if speeds[OURS] < FLOORS.get(reader, 0) * speed else ""
        yield f"| {reader} | {speed:,.0f} | {speeds[OURS] / speed:,.1f} | {floor} |"


if __name__ == "__main__":
    sys.exit(main())
