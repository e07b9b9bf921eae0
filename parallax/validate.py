"""Check a corpus folder: tables against definitions, spans against texts, hashes against the run record."""

from corpus.errors import CorpusError, EventError, sentence
from corpus.provenance import file_sha256, read_run, stale_stages
from corpus.store import Corpus
from corpus.tables import TABLES


def validate_corpus(corpus: Corpus) -> tuple[dict[str, int], list[str]]:
    """The rows per table that is there, and one sentence per problem (the first of each table)."""
    counts: dict[str, int] = {}
    problems: list[str] = []
    for table in TABLES:
        if not corpus.has(table):
            continue
        try:
            counts[table.name] = len(corpus.rows(table))
        except CorpusError as why:
            problems.append(str(why))
    if (corpus.folder / "event.toml").exists():
        try:
            _ = corpus.event
        except EventError as why:
            problems.append(str(why))
    return counts, problems + _changed(corpus) + stale_stages(corpus)


def _changed(corpus: Corpus) -> list[str]:
    """Tables that are no longer the bytes the latest stage to make them recorded."""
    recorded: dict[str, set[str]] = {}
    for stage in read_run(corpus.folder)["stages"].values():
        for output in stage["outputs"].values():
            for name, digest in output["sha256"].items():
                recorded.setdefault(name, set()).add(digest)
    problems = []
    for name, digests in sorted(recorded.items()):
        path = corpus.folder / name
        found = file_sha256(path) if path.exists() else "no such file"
        if found not in digests:
            expected = f"{sorted(digests)[0][:12]}… as run.json recorded"
            problems.append(sentence(str(path), found=found[:12], expected=expected, todo="run its stage again"))
    return problems
