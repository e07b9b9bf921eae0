"""The main job on the embedded default: serve the demo newsroom, collect it for real, annotate, compare, report."""

import shutil
from pathlib import Path

from corpus.errors import EventError, InputError, sentence
from corpus.event import load_event
from corpus.places import data_folder
from corpus.store import Corpus


def run_demo(out: Path, *, progress: bool = True) -> Path:
    """Make the demo corpus in a fresh folder and return the path of its report.

    A folder that an earlier demo made is replaced; any other folder that is not empty raises InputError.
    """
    from crawl.collect import collect
    from crawl.newsroom import Newsroom
    from parallax.stages import run_stages

    folder = data_folder() / "newsroom"
    event = folder / "event.toml"
    _clear(out, load_event(event).id)
    corpus = Corpus(out)
    with Newsroom(folder) as newsroom:
        collect(event, corpus, newsroom=newsroom, progress=progress)
    run_stages(corpus, progress=progress)
    return out / "report" / "index.html"


def _clear(out: Path, event_id: str) -> None:
    if not out.exists() or not any(out.iterdir()):
        return
    try:
        is_ours = load_event(out / "event.toml").id == event_id
    except EventError:
        is_ours = False
    if not is_ours:
        raise InputError(
            sentence(
                str(out),
                found="a folder with other content",
                expected="an earlier demo or no folder",
                todo="name another",
            )
        )
    shutil.rmtree(out)
