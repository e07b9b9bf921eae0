"""Stage 2, annotate: articles in; mentions, figures, claims and loaded words out.

Every article is read on its own, so the tables do not depend on the articles' order. The title and the text are two
texts. A text in a language without a pack is kept and named in `rejects`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from spacy.language import Language as Pipeline
from tqdm import tqdm

from corpus.errors import PackError
from corpus.event import load_event
from corpus.provenance import record_stage
from corpus.store import Corpus
from corpus.tables import (
    ARTICLES,
    CLAIMS,
    FIGURES,
    MENTIONS,
    REJECTS,
    WORDING,
    Article,
    Claim,
    Field,
    Figure,
    LoadedWord,
    Mention,
    Reject,
)
from nlp.language import base_of, known_languages, load_language, recognise
from nlp.layers import REFERENCE_KEY
from nlp.loaded_lexicon import load_lexicons
from nlp.pipeline import build_pipeline
from nlp.records import claim_records, figure_records, mention_records, wording_records

STAGE = "annotate"
MADE = (MENTIONS, FIGURES, CLAIMS, WORDING)
_SURROGATE = re.compile("[\ud800-\udfff]")
PACKAGES = ("spacy", "pymorphy3", "pymorphy3-dicts-ru", "pymorphy3-dicts-uk", "rjieba", "ahocorasick-rs")


@dataclass(slots=True)
class Annotations:
    """What was read out of one or many texts, as rows of the tables."""

    mentions: list[Mention] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    wording: list[LoadedWord] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)

    def add(self, other: "Annotations") -> None:
        """Append the rows of another reading."""
        self.mentions += other.mentions
        self.figures += other.figures
        self.claims += other.claims
        self.wording += other.wording
        self.rejects += other.rejects


@cache
def _pipeline(tag: str, event: Path | None, model: str | None, lexicons: tuple[Path, ...]) -> Pipeline:
    return build_pipeline(tag, event=event, model=model, lexicons=lexicons)


def annotate_text(
    text: str,
    lang: str | None = None,
    *,
    event: Path | None = None,
    model: str | None = None,
    lexicons: tuple[Path, ...] = (),
    article_id: str = "text",
    part: Field = "text",
    reference: date | None = None,
) -> Annotations:
    """The mentions, figures, claims and loaded words of one text; offsets are code points of the text as given.

    Args:
        text: read as it is, but for lone surrogates, which stand for no character and are read as U+FFFD.
        lang: BCP 47; recognised from the text where it is left out.
        event: an event file whose actors are to be found.
        model: a trained spaCy pipeline to put the components behind.
        lexicons: files of the user's with further loaded words.
        article_id: goes into the ids of the rows.
        part: which of an article's texts this is.
        reference: the day from which "last month" counts; without it such dates have no ISO form.

    Raises:
        PackError: the language has no pack (the message lists the known ones).
        InputError: the language cannot be recognised.
    """
    language = load_language(lang or recognise(text))
    text = _SURROGATE.sub("\ufffd", text)
    pipeline = _pipeline(language.code, event, model, lexicons)
    doc = pipeline.make_doc(text)
    doc.user_data[REFERENCE_KEY] = reference
    doc = pipeline(doc)
    claims = claim_records(doc, article_id, part, language.version)
    return Annotations(
        mentions=mention_records(doc, article_id, part),
        figures=figure_records(doc, article_id, part, claims),
        claims=claims,
        wording=wording_records(doc, article_id, part, claims),
    )


def annotate_articles(
    articles: Iterable[Article],
    *,
    event: Path | None = None,
    models: dict[str, str] | None = None,
    lexicons: tuple[Path, ...] = (),
) -> Annotations:
    """The rows of many articles: a pure function of the articles, the event file, the packs and the lexicons."""
    out = Annotations()
    for article in articles:
        out.add(_annotate_article(article, event, models or {}, lexicons))
    return out


def _annotate_article(
    article: Article, event: Path | None, models: dict[str, str], lexicons: tuple[Path, ...]
) -> Annotations:
    try:
        return _read_parts(article, event, models, lexicons)
    except PackError as why:
        reason = f"kept unread: {why}"
    except Exception as why:  # noqa: BLE001 - one article must not end the run; the reason is kept
        reason = f"kept unread: {type(why).__name__}: {why}"
    return Annotations(rejects=[Reject(stage=STAGE, where=article.article_id, reason=reason)])


def _read_parts(
    article: Article, event: Path | None, models: dict[str, str], lexicons: tuple[Path, ...]
) -> Annotations:
    out = Annotations()
    code = load_language(article.lang).code
    day = article.published_at.date() if article.published_at else None
    for part, text in _parts(article):
        found = annotate_text(
            text, code, event=event, model=models.get(code), lexicons=lexicons, article_id=article.article_id,
            part=part, reference=day,
        )  # fmt: skip
        out.add(found)
    return out


def _parts(article: Article) -> Iterator[tuple[Field, str]]:
    if article.title:
        yield "title", article.title
    yield "text", article.text


def annotate_corpus(
    corpus: Corpus,
    *,
    models: dict[str, str] | None = None,
    lexicons: tuple[Path, ...] = (),
    progress: bool = True,
) -> Annotations:
    """Run the stage on a corpus folder: write its tables, set aside what could not be read, record the run."""
    own = load_lexicons(lexicons)  # a broken one is an error of the whole run, not of each article
    articles: list[Article] = corpus.records(ARTICLES)
    event = corpus.folder / "event.toml"
    if event.exists():
        load_event(event)  # likewise
    bar = tqdm(articles, desc="annotate", unit="article", disable=None if progress else True)
    out = annotate_articles(bar, event=event if event.exists() else None, models=models, lexicons=lexicons)
    _write(corpus, out)
    inputs = [*corpus.files(ARTICLES), *([event] if event.exists() else []), *own]
    config: dict[str, Any] = {"models": models or {}, "packs": _packs_used(articles)}
    config["lexicons"] = {f"{s.name}-{s.language}": s.version for s in own.values()}
    record_stage(corpus, STAGE, inputs=inputs, config=config, packages=PACKAGES, outputs=(*MADE, REJECTS))
    return out


def _write(corpus: Corpus, out: Annotations) -> None:
    corpus.write(CLAIMS, out.claims)  # before the figures, which point at them
    corpus.write(FIGURES, out.figures)
    corpus.write(MENTIONS, out.mentions)
    corpus.write(WORDING, out.wording)
    corpus.set_aside(STAGE, out.rejects)


def _packs_used(articles: Iterable[Article]) -> dict[str, str]:
    codes = sorted({base_of(a.lang) for a in articles} & set(known_languages()))
    return {code: load_language(code).version for code in codes}
