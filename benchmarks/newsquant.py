"""English news precision on NewsQuant (CQE), which stays outside the project: the file named by PARALLAX_NEWSQUANT.

Expected and read values are matched one to one, a range counting as its two finite ends, dates and ordinals left out.
Sentences with an even index may be looked at while rules are written, the odd ones not; both halves are reported.
"""

import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nlp.figures import read_figures
from nlp.language import load_language

TAG = "en"
_NUMBER = re.compile(r"(?:^-)?\d+(?:\.\d+)?(?:[eE]-?\d+)?")


def rows(path: Path) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of the values, by half."""
    cases = json.loads(path.read_text(encoding="utf-8"))
    return {name: _scores(cases[first::2]) for first, name in enumerate(("even", "odd"))}


def _scores(cases: list[dict[str, Any]]) -> dict[str, float]:
    hits = found = expected = 0
    for case in cases:
        wanted = [value for quantity in case["quantities"] for value in _values(str(quantity["value"]))]
        read = list(_read(case["text"]))
        expected, found = expected + len(wanted), found + len(read)
        for value in wanted:
            match = next((other for other in read if math.isclose(other, value, rel_tol=1e-6, abs_tol=1e-9)), None)
            if match is not None:
                read.remove(match)
                hits += 1
    precision, recall = hits / max(1, found), hits / max(1, expected)
    return {"n": expected, "p": precision, "r": recall, "f": 2 * precision * recall / max(1e-9, precision + recall)}


def _values(written: str) -> Iterator[float]:
    """The numbers of `12`, `-3.5` or `10.0-20.0`."""
    yield from map(float, _NUMBER.findall(written.replace(" ", "")))


def _read(text: str) -> Iterator[float]:
    for figure in read_figures(text, load_language(TAG)):
        if figure.kind not in ("date", "ordinal"):
            ends = dict.fromkeys(end for end in (figure.low, figure.high) if end is not None)
            yield from map(float, ends)
