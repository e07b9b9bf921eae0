"""Speed as a ratio against a named peer on the same texts in the same run: these machines are noisy, ratios less so.

spaCy's tokenizer remembers the words it has seen, so every round gets a new pipeline (made outside the clock): repeated
text would flatter the tokenizer, and a corpus is not one text many times.
"""

import gzip
import json
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import spacy

from corpus.store import Corpus
from corpus.tables import ARTICLES
from nlp.figures import read_figures
from nlp.language import Language, known_languages, load_language
from nlp.loaded_lexicon import lexicons_of
from nlp.pipeline import build_pipeline
from nlp.wording import find_loaded_words

ROUNDS = 9
PEER = "spaCy blank tokenizer"

Job = Callable[[str], Any]


def rows(texts: Mapping[str, Sequence[str]]) -> list[tuple[str, str, float]]:
    """(language, what, CPU time relative to spaCy's blank tokenizer), the median of interleaved rounds."""
    return [
        (code, what, ratio) for code, own in texts.items() for what, ratio in _ratios(load_language(code), list(own))
    ]


def demo_texts(corpus: Corpus) -> dict[str, list[str]]:
    """The texts of a corpus by language."""
    found: dict[str, list[str]] = {code: [] for code in known_languages()}
    for article in corpus.records(ARTICLES):
        found[article.lang.split("-")[0]].append(article.text)
    return {code: own for code, own in found.items() if own}


def aligned_news(path: Path, languages: Iterable[str]) -> dict[str, list[str]]:
    """The documents of an NTREX file (a line a sentence, with a key for each language) by language."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        sentences = [json.loads(line) for line in lines]
    documents = [list(group) for _, group in groupby(sentences, key=itemgetter("doc"))]
    return {code: ["\n".join(s[code] for s in own) for own in documents] for code in languages}


def _ratios(language: Language, texts: list[str]) -> list[tuple[str, float]]:
    times: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, job in _jobs(language).items():
            times.setdefault(name, []).append(_time(job, texts))
    base = statistics.median(times[PEER])
    return [(name, statistics.median(taken) / base) for name, taken in times.items()]


def _jobs(language: Language) -> dict[str, Job]:
    return {
        PEER: spacy.blank(language.about.spacy),
        "figures alone (text to records)": lambda text: read_figures(text, language),
        **_wording(language),
        "whole pipeline": build_pipeline(language.code),
    }


def _wording(language: Language) -> dict[str, Job]:
    """The reader of loaded words, where the language has a lexicon; quotation marks are paired, claims left out."""
    lexicons = lexicons_of(language)
    return {"loaded words alone": lambda text: find_loaded_words(text, lexicons)} if lexicons else {}


def _time(job: Job, texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        job(text)
    return time.process_time() - start
