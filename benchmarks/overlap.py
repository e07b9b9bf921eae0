"""How much of a text is in its gold, and the other way round: by words, and by shingles of four words."""

import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable

from benchmarks.pages import Gold

TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""Words; in Chinese, Japanese and Korean, characters."""


def token_scores(body: str, page: Gold) -> tuple[float, float, float]:
    """Precision, recall and F1 of a text's words; those of the neutral parts do not count against it."""
    true, neutral, told = _tokens(page.body), _tokens(page.neutral), _tokens(body)
    hit = sum((told & true).values())
    extra, missed = sum(((told - true) - neutral).values()), sum((true - told).values())
    if not hit:
        return 0.0, 0.0, 0.0
    precision, recall = hit / (hit + extra), hit / (hit + missed)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _tokens(text: str) -> Counter[str]:
    return Counter(TOKEN.findall(unicodedata.normalize("NFKC", text).casefold()))


def shingle_counts(body: str, page: Gold) -> tuple[float, float, float]:
    """True, false and missed shingles of four words as shares of all of them: as the benchmark's evaluate.py counts."""
    true, told = _shingles(page.body), _shingles(body)
    hit = sum((true & told).values())
    counts = hit, sum((told - true).values()), sum((true - told).values())
    total = sum(counts)
    return (hit / total, counts[1] / total, counts[2] / total) if total else (0.0, 0.0, 0.0)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    found = (tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))
    return Counter(shingle for shingle in found if shingle)


def shingle_f1(counts: Iterable[tuple[float, float, float]]) -> tuple[float, float, float]:
    """Mean precision, mean recall, and the F1 of the two: as the benchmark's evaluate.py does."""
    rows = list(counts)
    precision = statistics.mean(_ratio(hit, extra, missed) for hit, extra, missed in rows if hit + extra > 0)
    recall = statistics.mean(_ratio(hit, missed, extra) for hit, extra, missed in rows if hit + missed > 0)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _ratio(hit: float, wrong: float, other: float) -> float:
    return 1.0 if wrong == other == 0 else hit / (hit + wrong) if hit else 0.0
