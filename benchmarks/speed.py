"""Speed as a ratio against a named peer on the same texts in the same run: these machines are noisy, ratios less so."""

import statistics
import time
from collections.abc import Callable
from typing import Any

import spacy

from corpus.store import Corpus
from corpus.tables import ARTICLES
from nlp.figures import read_figures
from nlp.language import known_languages, load_language
from nlp.pipeline import build_pipeline

ROUNDS = 5
MINIMUM_CHARS = 200_000
"""Texts are repeated up to this size: below it, a round is too short for the clock."""


def rows(corpus: Corpus) -> list[tuple[str, str, float]]:
    """(language, what, time relative to spaCy's blank tokenizer), the median of interleaved rounds."""
    out = []
    for code in known_languages():
        texts = _texts(corpus, code)
        if texts:
            out += [(code, what, ratio) for what, ratio in _ratios(code, texts)]
    return out


def _texts(corpus: Corpus, code: str) -> list[str]:
    texts = [a.text for a in corpus.records(ARTICLES) if a.lang.split("-")[0] == code]
    size = sum(map(len, texts))
    return texts * (MINIMUM_CHARS // size + 1) if size else []


def _ratios(code: str, texts: list[str]) -> list[tuple[str, float]]:
    language = load_language(code)
    blank = spacy.blank(language.about.spacy)
    pipeline = build_pipeline(code)
    jobs: dict[str, Callable[[str], Any]] = {
        "spaCy blank tokenizer": blank,
        "figures alone (text to records)": lambda text: read_figures(text, language),
        "whole pipeline": pipeline,
    }
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            times[name].append(_time(job, texts))
    base = statistics.median(times["spaCy blank tokenizer"])
    return [(name, statistics.median(times[name]) / base) for name in jobs]


def _time(job: Callable[[str], Any], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        job(text)
    return time.process_time() - start
