"""A small corpus of invented texts: say what stands where, and get records with the right offsets.

Tests get these names through the fixture `write` (`write.text`, `write.fig`, `write.said`, ...).
`sample.toml` holds a whole invented event; the fixture `sample` is its corpus, compared.
"""

import shutil
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from corpus.ids import article_id, sha256_text, span_id
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
    Figure,
    Mention,
    Reject,
    Span,
)

HERE = Path(__file__).parent

REJECTED = (
    Reject(stage="extract", where="https://harbour.example/broken", reason="the page has no text."),
    Reject(stage="fetch", where="https://harbour.example/private/", reason="robots.txt forbids it."),
)

UNREAD = "hu"
"""A language that stands for those without a pack."""


def unread(article: Article) -> Reject:
    return Reject(stage="annotate", where=article.article_id, reason="kept unread: the language has no pack.")


@dataclass(frozen=True)
class Text:
    """One article to be built. `figures` and `claims` hold the columns to set, places given by their surface."""

    outlet: str
    text: str
    lang: str = "en"
    title: str = "A title"
    url: str | None = None
    published: str = "2031-03-05"
    credits: tuple[str, ...] = ()
    figures: tuple[dict[str, Any], ...] = ()
    claims: tuple[dict[str, Any], ...] = ()
    mentions: tuple[dict[str, Any], ...] = ()


def fig(surface: str, value: float | None, **columns: Any) -> dict[str, Any]:
    """A figure at the first place of its surface (`at` counts further ones, `counted` is a surface behind it)."""
    return {"surface": surface, "low": value, "high": value, "kind": "count", **columns}


def said(content: str, source: str | None, *, cue: str = "said", **columns: Any) -> dict[str, Any]:
    """A claim with one content span, by an actor."""
    return {"content": content, "source": source, "cue": cue, "kind": "indirect", "type": "report", **columns}


@dataclass
class Rows:
    """What the texts hold, as records."""

    articles: list[Article] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


def rows_of(texts: Sequence[Text]) -> Rows:
    rows = Rows()
    for text in texts:
        key = article_id(text.outlet, text.url, 1, sha256_text(text.text))
        rows.articles.append(_article(text, key))
        claims = [_claim(text, key, dict(c)) for c in text.claims]
        rows.claims.extend(claims)
        rows.figures.extend(_linked(_figure(text, key, dict(f)), claims) for f in text.figures)
        rows.mentions.extend(_mention(text, key, dict(m)) for m in text.mentions)
    return rows


def _article(text: Text, key: str) -> Article:
    return Article(
        article_id=key, outlet=text.outlet, url=text.url, canonical_url=text.url, lang=text.lang, title=text.title,
        text=text.text, published_at=datetime.fromisoformat(text.published).replace(tzinfo=UTC),
        published_precision="minute" if "T" in text.published else "day", credits=list(text.credits),
        extractor="test 1", text_sha256=sha256_text(text.text),
    )  # fmt: skip


def _place(text: Text, surface: str, nth: int, where: str = "text") -> tuple[int, int]:
    body, start = text.title if where == "title" else text.text, -1
    for _ in range(nth):
        start = body.index(surface, start + 1)
    return start, start + len(surface)


def _figure(text: Text, key: str, columns: dict[str, Any]) -> Figure:
    where = columns.pop("field", "text")
    start, end = _place(text, columns["surface"], columns.pop("at", 1), where)
    columns = {
        name: float(v) if name in ("low", "high", "precision") and v is not None else v for name, v in columns.items()
    }
    counted = columns.pop("counted", None)
    if counted is not None:
        first = (text.title if where == "title" else text.text).index(counted, end)
        columns |= {"counted_start": first, "counted_end": first + len(counted), "counted_surface": counted}
        columns.setdefault("counted_lemma", counted.split()[-1])
    return Figure(
        figure_id=span_id(key, where, start, end), article_id=key, field=where, start=start, end=end, **columns
    )


def _claim(text: Text, key: str, columns: dict[str, Any]) -> Claim:
    start, end = _place(text, columns["content"], columns.pop("at", 1))
    cue = columns.pop("cue")
    columns["content"] = [Span(start, end, columns["content"])]
    if cue in text.text:
        first = text.text.index(cue)
        columns |= {"cue_start": first, "cue_end": first + len(cue), "cue_surface": cue, "cue_class": "neutral"}
    name = span_id(key, "text", start, end)
    return Claim(claim_id=f"{name}:claim", article_id=key, field="text", rule="test", pack_version="test", **columns)


def _linked(figure: Figure, claims: Sequence[Claim]) -> Figure:
    """The figure with the innermost claim around it, and that claim's source unless it names its own."""
    around = [c for c in claims if figure.field == "text" and _holds(c, figure)]
    if not around:
        return figure
    inner = min(around, key=lambda c: c.content[0].end - c.content[0].start)
    return replace(figure, claim_id=inner.claim_id, source=figure.source or inner.source)


def _holds(claim: Claim, figure: Figure) -> bool:
    return any(span.start <= figure.start and figure.end <= span.end for span in claim.content)


def _mention(text: Text, key: str, columns: dict[str, Any]) -> Mention:
    start, end = _place(text, columns["surface"], columns.pop("at", 1))
    return Mention(article_id=key, field="text", start=start, end=end, resolved_by="name", **columns)


def corpus_of(
    folder: Path, texts: Sequence[Text], *, event: Path = HERE / "event.toml", rejects: Sequence[Reject] = ()
) -> Corpus:
    folder.mkdir(parents=True)
    shutil.copy(event, folder / "event.toml")
    rows, corpus = rows_of(texts), Corpus(folder)
    corpus.write(ARTICLES, rows.articles)
    corpus.write(CLAIMS, rows.claims)
    corpus.write(FIGURES, rows.figures)
    corpus.write(MENTIONS, rows.mentions)
    corpus.write(WORDING, [])
    corpus.write(REJECTS, [*rejects, *(unread(a) for a in rows.articles if a.lang == UNREAD)])
    return corpus


def sample_texts() -> list[Text]:
    found = tomllib.loads((HERE / "sample.toml").read_text(encoding="utf-8"))
    lists = ("credits", "figures", "claims", "mentions")
    return [
        Text(**{**text, "text": text["text"].strip(), **{name: tuple(text.get(name, ())) for name in lists}})
        for text in found["texts"]
    ]


@pytest.fixture
def write() -> SimpleNamespace:
    return SimpleNamespace(text=Text, fig=fig, said=said, rows=rows_of, corpus=corpus_of, event=HERE / "event.toml")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    from parallax.compare import compare

    corpus = corpus_of(tmp_path_factory.mktemp("sample") / "corpus", sample_texts(), rejects=REJECTED)
    compare(corpus, progress=False)
    return corpus
