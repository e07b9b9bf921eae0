"""Accuracy on measuring sticks that stay outside the project: the folder named by PARALLAX_EVAL."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

PARALLAX = Path(sys.executable).with_name("parallax")


def figure_rows(folder: Path, languages: list[str]) -> dict[str, dict[str, float]]:
    """Value accuracy, perfect cases and extra figures per "language source" on the figure cases' news subset."""
    counts = _scored(folder, "score_figures.py", "--cases", "figures_dev.jsonl.gz", languages)
    return {key.replace("|", " "): _scores(row) for key, row in counts.items() if not key.startswith("ALL")}


def ntrex_rows(folder: Path, languages: list[str]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of the figures of each translation against those of the English line."""
    return _scored(folder, "score_ntrex.py", "--data", "ntrex_dev.jsonl.gz", languages)


def claim_rows(folder: Path, corpus: str, path: Path) -> dict[str, dict[str, float]]:
    """F1 in % by measure of the claims of an annotated corpus ("polnear", "dequote"): content, direct, and so on."""
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "scores.json"
        command = [sys.executable, folder / "score_claims.py", corpus, path, "--parallax", PARALLAX, "--json", out]
        subprocess.run([str(part) for part in command], check=True, capture_output=True)
        found = json.loads(out.read_text(encoding="utf-8"))
    rows = {"content": found["content"], **found["kinds"]}
    scores = {name: {key: 100 * row[key][2] for key in ("exact", "ov80", "ov30")} for name, row in rows.items()}
    return {**scores, "source, cue and content": {"ov80": 100 * found["triple"][2]}}


def _scored(folder: Path, script: str, option: str, data: str, languages: list[str]) -> dict[str, dict[str, float]]:
    """What a scoring script of the folder writes about one of its data sets."""
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "scores.json"
        command = [sys.executable, folder / script, "--parallax", PARALLAX, option, folder / data]
        command += ["--langs", ",".join(languages), "--json", out]
        subprocess.run([str(part) for part in command], check=True, capture_output=True)
        found: dict[str, dict[str, float]] = json.loads(out.read_text(encoding="utf-8"))
    return found


def _scores(row: dict[str, float]) -> dict[str, float]:
    return {
        "cases": row["cases"],
        "value": 100 * row.get("hit", 0) / max(1, row["exp"]),
        "perfect": 100 * row.get("perfect", 0) / max(1, row["cases"]),
        "extra": row.get("extra", 0) / max(1, row.get("exp_n", 0)),
        **{name: 100 * row[name] / row[f"{name}_n"] for name in ("cmp", "iso", "span") if row.get(f"{name}_n")},
    }
