"""The run record `run.json`: per stage inputs with hashes, configuration, versions, and its tables' rows and hashes.

No clock and no machine in it: the same inputs give the same record.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from corpus.columns import Table
from corpus.errors import CorpusError, sentence
from corpus.store import Corpus


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def versions(packages: Iterable[str]) -> dict[str, str]:
    """The installed versions of Parallax and of the named packages."""
    return {name: version(name) for name in ("parallax-news", *packages)}


def read_run(folder: Path) -> dict[str, Any]:
    """The run record of a corpus folder; an empty one if no stage has run."""
    path = folder / "run.json"
    if not path.exists():
        return {"stages": {}}
    try:
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as why:
        todo = "restore it, or remove it and run the stages again"
        raise CorpusError(
            sentence(str(path), found=f"broken JSON ({why})", expected="a run record", todo=todo)
        ) from None
    return record


def record_stage(
    corpus: Corpus,
    stage: str,
    *,
    inputs: Iterable[Path] = (),
    config: Mapping[str, Any] | None = None,
    packages: Iterable[str] = (),
    outputs: Iterable[Table] = (),
    report: Mapping[str, Any] | None = None,
) -> None:
    """Write what a stage read, how it was set, and what it made into `run.json`, beside the other stages' records.

    `report` is what else the stage says of its work, under its own keys; it must be the same for the same inputs.
    """
    record = read_run(corpus.folder)
    record["stages"][stage] = {
        "inputs": {_shown(path, corpus.folder): file_sha256(path) for path in sorted(inputs)},
        "config": dict(config or {}),
        "versions": versions(packages),
        "outputs": {table.name: _table_record(corpus, table) for table in outputs if corpus.has(table)},
        **(report or {}),
    }
    aside = corpus.folder / "run.json.tmp"
    aside.write_text(json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    aside.replace(corpus.folder / "run.json")


def stale_stages(corpus: Corpus) -> list[str]:
    """One sentence per stage whose inputs are no longer those it read, so that its tables speak of older ones."""
    problems = []
    for stage, record in sorted(read_run(corpus.folder)["stages"].items()):
        paths = {corpus.folder / name: digest for name, digest in record["inputs"].items()}
        changed = [p.name for p, digest in sorted(paths.items()) if p.exists() and file_sha256(p) != digest]
        if changed:
            expected = f"{', '.join(changed)} as {stage} read it"
            todo = f"run parallax {stage} again, and the stages after it"
            problems.append(sentence(str(corpus.folder), found="another", expected=expected, todo=todo))
    return problems


def _table_record(corpus: Corpus, table: Table) -> dict[str, Any]:
    files = corpus.files(table)
    return {
        "rows": sum(pq.read_metadata(path).num_rows for path in files),
        "sha256": {_shown(path, corpus.folder): file_sha256(path) for path in files},
    }


def _shown(path: Path, folder: Path) -> str:
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else path.name
