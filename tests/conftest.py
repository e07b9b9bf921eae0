"""Fixtures that tests of several packages use: the demo corpus, made once; the seed articles; growth in time."""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from corpus.store import Corpus, open_corpus

hypothesis.settings.register_profile("same", deadline=None, derandomize=True)
hypothesis.settings.register_profile("search", deadline=None, max_examples=2_000)
hypothesis.settings.load_profile("same")


def run_parallax(*arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own, as a user does."""
    command = [sys.executable, "-m", "parallax", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, input=stdin, encoding="utf-8", check=False)


@pytest.fixture(scope="session")
def parallax():
    return run_parallax


@pytest.fixture(scope="session")
def demo_run(tmp_path_factory):
    """The finished process of `parallax demo` and its folder."""
    out = tmp_path_factory.mktemp("demo") / "corpus"
    run = run_parallax("demo", "--out", out)
    assert run.returncode == 0, run.stderr
    return run, out


@pytest.fixture(scope="session")
def demo(demo_run) -> Corpus:
    return open_corpus(demo_run[1])


@pytest.fixture(scope="session")
def seeds_folder() -> Path:
    """The folder of the five seed articles; tests skip where it is not named."""
    named = os.environ.get("PARALLAX_SEEDS")
    if not named:
        pytest.skip("PARALLAX_SEEDS does not name the folder of the seed articles")
    return Path(named)


@pytest.fixture(scope="session")
def seeds(seeds_folder, tmp_path_factory) -> Corpus:
    """The five seed articles, imported, annotated, compared and reported."""
    from corpus.places import data_folder

    folder = tmp_path_factory.mktemp("seeds") / "corpus"
    event = data_folder() / "events" / "anthropic-distillation.toml"
    manifest = seeds_folder / "manifest.csv"
    texts = sorted(seeds_folder.glob("*.txt"))
    for arguments in (
        ("import", *texts, "--manifest", manifest, "--event", event, "--into", folder),
        ("annotate", folder),
        ("compare", folder),
        ("report", folder),
    ):
        run = run_parallax(*arguments)
        assert run.returncode == 0, run.stderr
    return open_corpus(folder)


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU time of the work, without the collection of the garbage that the whole test run has left behind."""
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()


def linear(work: Callable[[int], object], size: int, times: int = 8) -> bool:
    """Does work on `times` the size take about `times` as long (at most three times that)?

    Other load on the machine can spoil a measurement, but cannot make a quadratic reading look linear: one good
    measurement of five proves the point. This is the only way in which tests look at a clock.
    """
    work(size)
    return any(
        cpu_seconds(lambda: work(times * size)) < 3 * times * cpu_seconds(lambda: work(size)) + 0.2 for _ in range(5)
    )


@pytest.fixture(scope="session")
def grows_linearly() -> Callable[..., bool]:
    return linear
