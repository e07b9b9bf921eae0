"""From cleaned texts to rows of the articles table: ids, versions, doubles, and the record of what was dropped."""

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from corpus.ids import article_id, sha256_text
from corpus.langid import identify
from corpus.rights import Rights
from corpus.tables import Article
from crawl.dates import Moment
from crawl.furniture import Cleaned

SHORT = 200
"""Characters below which a classifier confuses near languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One text on its way into the table: an article but for id, hash and version."""

    outlet: str
    lang: str
    cleaned: Cleaned
    extractor: str
    raw_ref: str
    url: str | None = None
    canonical_url: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    authors: Sequence[str] = ()
    section: str | None = None
    tags: Sequence[str] = ()
    noted: Sequence[str] = ()
    fetched_at: datetime | None = None
    rights: Rights = field(default_factory=Rights)

    @property
    def corrections(self) -> Sequence[str]:
        """The outlet's notes on the text: those among its lines, then those `noted` elsewhere on the page."""
        return tuple(dict.fromkeys((*self.cleaned.corrections, *self.noted)))


def language_of(text: str, declared: str | None, *, among: Sequence[str] = ()) -> str | None:
    """The language of a text as a BCP 47 tag: in the outlet's spelling (`among`), else the page's, else the bare base.

    Declarations only spell what the text itself shows; they decide alone where it is too short to show it. None for a
    text without letters.
    """
    told = [*among, *([declared] if declared else [])]
    found = identify(text, among={_base(tag) for tag in told} if len(text) < SHORT else ())
    spellings = [tag for tag in told if _base(tag) == found]
    return declared if declared in among and declared in spellings else next(iter(spellings), found)


def _base(tag: str) -> str:
    return tag.split("-")[0].lower()


def place(drafts: Iterable[Draft], known: Sequence[Article] = ()) -> tuple[list[Article], Mapping[str, Cleaned]]:
    """The known articles with the drafts added in their order, and the new ones' cleaned texts by article id.

    Another text at a known place becomes its next version; the same text again adds nothing.
    """
    articles = {a.article_id: a for a in known}
    versions: dict[tuple[str, str], list[Article]] = {}
    for article in known:
        versions.setdefault(_place_of(article), []).append(article)
    dropped: dict[str, Cleaned] = {}
    for draft in drafts:
        article = _article(draft)
        earlier = versions.setdefault(_place_of(article), [])
        if any(a.text_sha256 == article.text_sha256 for a in earlier):
            continue
        article = dataclasses.replace(
            article,
            version=len(earlier) + 1,
            article_id=article_id(article.outlet, _address(article), len(earlier) + 1, article.text_sha256),
        )
        earlier.append(article)
        articles[article.article_id] = article
        dropped[article.article_id] = draft.cleaned
    return list(articles.values()), dropped


def _address(article: Article) -> str | None:
    return article.canonical_url or article.url


def _place_of(article: Article) -> tuple[str, str]:
    return article.outlet, _address(article) or article.text_sha256


def _article(draft: Draft) -> Article:
    text = draft.cleaned.text
    return Article(
        article_id="",
        outlet=draft.outlet,
        url=draft.url,
        canonical_url=draft.canonical_url,
        lang=draft.lang,
        title=draft.cleaned.title,
        text=text,
        published_at=draft.published.at if draft.published else None,
        published_precision=draft.published.precision if draft.published else None,
        modified_at=draft.modified.at if draft.modified else None,
        modified_precision=draft.modified.precision if draft.modified else None,
        authors=list(draft.authors),
        section=draft.section,
        tags=list(draft.tags),
        credits=list(draft.cleaned.credits),
        corrections=list(draft.corrections),
        fetched_at=draft.fetched_at,
        raw_ref=draft.raw_ref,
        extractor=draft.extractor,
        text_sha256=sha256_text(text),
        rights=draft.rights,
    )


def store_dropped(folder: Path, dropped: Mapping[str, Cleaned], *, known: Collection[str]) -> None:
    """Write what each article lost as furniture to `furniture/<article_id>.txt`: the rule, a tab, the line.

    Files of articles that are not `known` any more are removed.
    """
    for path in (folder / "furniture").glob("*.txt"):
        if path.stem not in known:
            path.unlink()
    for key, cleaned in dropped.items():
        path = folder / "furniture" / f"{key}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{d.rule}\t{d.text}\n" for d in cleaned.dropped), encoding="utf-8")
