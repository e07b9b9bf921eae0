"""Whether all that share text are found, and how fast, beside datasketch.

    python -m benchmarks.reuse [ARTICLES]

2,000 planted articles unless told otherwise. Ours is the whole of it, from texts to rows with passages; also what it
does beyond the exact index, where sketches find the pairs. datasketch (in an environment of its own under out/, made on
the first run) names pairs only. CPU time, median of three rounds. Exit code 1 below a floor.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Collection
from pathlib import Path

from benchmarks.peer import environment
from benchmarks.planted import Pair, Planted, planted
from parallax.reuse import find_reuse
from parallax.sharing import sketched
from parallax.shingles import TOKEN, shingled

ARTICLES, ROUNDS = 2000, 3
FLOORS = {"Jaccard >= 0.5": 0.99, "half copied": 0.99}
"""The recall that ours must have."""
PEER = ("datasketch==2.0.0",)
OURS, SKETCHES, DATASKETCH = "Parallax", "Parallax, sketches only", "datasketch"

Job = Callable[[Planted], tuple[set[Pair], float]]


def main() -> int:
    """Plant, find, count, print; 1 if a floor is missed."""
    plant = planted(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
    jobs: dict[str, Job] = {OURS: _ours, SKETCHES: _sketches}
    if environment(DATASKETCH, PEER, has="lib/python*/site-packages/datasketch"):
        jobs[DATASKETCH] = _datasketch
    print(f"{len(plant.articles)} articles, {len(plant.jaccard)} pairs that share text\n")
    print("| what | articles per CPU-second | Jaccard >= 0.5 | half copied | 0.2 to 0.5 | pairs not planted |")
    print("|---|---|---|---|---|---|")
    missed = []
    for name, job in jobs.items():
        rounds = [job(plant) for _ in range(ROUNDS)]
        found, seconds = rounds[0][0], statistics.median(one for _, one in rounds)
        recalls = recall(plant, found)
        cells = " | ".join(f"{value:.3f}" for value in recalls.values())
        print(f"| {name} | {len(plant.articles) / seconds:.0f} | {cells} | {len(found - set(plant.jaccard))} |")
        if name == OURS:
            missed = [f"below the floor: {what}" for what, floor in FLOORS.items() if recalls[what] < floor]
    print(*missed, sep="\n")
    return 1 if missed else 0


def recall(plant: Planted, found: Collection[Pair]) -> dict[str, float]:
    """The share of the planted pairs that are found, by how they were made."""
    wanted = {
        "Jaccard >= 0.5": {pair for pair, value in plant.jaccard.items() if value >= 0.5},
        "half copied": plant.half_copied,
        "0.2 to 0.5": {pair for pair, value in plant.jaccard.items() if 0.2 <= value < 0.5},
    }
    return {name: len(pairs & set(found)) / len(pairs) for name, pairs in wanted.items()}


def _ours(plant: Planted) -> tuple[set[Pair], float]:
    begin = time.process_time()
    rows = find_reuse(plant.articles)
    seconds = time.process_time() - begin
    return {frozenset((row.article_id, row.original_id)) for row in rows}, seconds


def _sketches(plant: Planted) -> tuple[set[Pair], float]:
    begin = time.process_time()
    pairs = sketched([shingled(article.text) for article in plant.articles])
    seconds = time.process_time() - begin
    ids = [article.article_id for article in plant.articles]
    return {frozenset((ids[a], ids[b])) for a, b in pairs}, seconds


def _datasketch(plant: Planted) -> tuple[set[Pair], float]:
    lines = (json.dumps({"id": one.article_id, "text": one.text}) for one in plant.articles)
    folder = environment(DATASKETCH, PEER, has="lib/python*/site-packages/datasketch")
    assert folder is not None
    command = [folder / "bin" / "python", Path(__file__).with_name("plain_datasketch.py"), TOKEN.pattern]
    told = subprocess.run(command, input="\n".join(lines), capture_output=True, encoding="utf-8", check=True)
    result = json.loads(told.stdout)
    return {frozenset(pair) for pair in result["pairs"]}, result["seconds"]


if __name__ == "__main__":
    sys.exit(main())
