"""Tables as CSV, for people who work in a spreadsheet."""

import json
from pathlib import Path
from typing import Any

from corpus.store import Corpus
from corpus.tables import TABLES


def export_csv(corpus: Corpus) -> list[Path]:
    """Write every table that is there to DIR/export/<table>.csv (UTF-8 with BOM, so that spreadsheets read it).

    Lists and structs become JSON texts. Returns the files.
    """
    folder = corpus.folder / "export"
    folder.mkdir(exist_ok=True)
    paths = []
    for table in TABLES:
        if corpus.has(table):
            path = folder / f"{table.name}.csv"
            frame = corpus.frame(table)
            for name in frame.select_dtypes("object").columns:
                frame[name] = frame[name].map(_as_text)
            frame.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\n")
            paths.append(path)
    return paths


def _as_text(value: Any) -> Any:
    if hasattr(value, "tolist"):
        value = value.tolist()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
