"""From the archive to the articles table: offline, at any time again, with the same bytes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

from tqdm import tqdm

from corpus.errors import CorpusError
from corpus.provenance import record_stage
from corpus.store import Corpus
from corpus.tables import ARTICLES, REJECTS, Article, Reject
from crawl.archive import Exchange, archive_files, crawl_of, read_archive
from crawl.articles import Draft, place, store_dropped
from crawl.changes import store_changes
from crawl.outlet import PACKS, Outlet, load_outlets
from crawl.reading import STAGE, PageReader
from crawl.relevance import Relevance
from crawl.render import STAGE as RENDER
from crawl.render import Visit, is_wanted, render
from crawl.rights import RobotsFiles
from crawl.shared import without_shared

Clock = Callable[[], datetime] | None


@dataclass(frozen=True, slots=True)
class ExtractReport:
    """What an extraction did: articles in the table, pages set aside and why."""

    n_articles: int
    rejects: tuple[Reject, ...]


def extract(corpus: Corpus, *, outlet_folders: Sequence[Path] = (), progress: bool = True) -> ExtractReport:
    """Read every page in the corpus's archive; its articles replace those of the last extraction, imports stay.

    The packs kept in the corpus are used; those in `outlet_folders` come before them.
    """
    outlets = _outlets(corpus.folder, outlet_folders)
    robots, last = _surveyed(corpus.folder / "warc")
    reader = PageReader(outlets, Relevance(corpus.event), robots)
    drafts: list[Draft] = []
    rejects: list[Reject] = []
    pages = tqdm(_pages(corpus.folder / "warc", last), desc="extract", unit="page", disable=None if progress else True)
    for page in pages:
        found = page if isinstance(page, Reject) else reader.read(page)
        if isinstance(found, Draft):
            drafts.append(found)
        elif found:
            rejects.append(found)
    chosen, doubles = _one_address_each(drafts)
    articles, cleaned = place(without_shared(chosen), _imported(corpus))
    corpus.write(ARTICLES, articles)
    corpus.set_aside(STAGE, [*rejects, *doubles])
    store_dropped(corpus.folder, cleaned, known={article.article_id for article in articles})
    store_changes(corpus.folder, articles)
    inputs = [corpus.folder / "event.toml", *sorted((corpus.folder / "outlets").glob("*.toml"))]
    record_stage(
        corpus,
        STAGE,
        inputs=inputs,
        packages=["trafilatura", "htmldate", "lxml", "py3langid"],
        outputs=[ARTICLES, REJECTS],
    )
    return ExtractReport(len(articles), (*rejects, *doubles))


def render_missing(
    corpus: Corpus,
    rejects: Sequence[Reject],
    *,
    proxy: str | None = None,
    hosts: Collection[str] = (),
    now: Clock = None,
) -> int:
    """Show the pages that were set aside because their text needs JavaScript; how many were tried.

    They are added to the archive, so that the next extraction reads them; those that fail are rejects of `render`.
    """
    folder = corpus.folder / "warc"
    robots, last = _surveyed(folder)
    wanted = {reject.where for reject in filter(is_wanted, rejects)}
    found = [p for p in _pages(folder, last) if isinstance(p, Exchange) and p.url in wanted and not p.is_rendering]
    visit = Visit(outlets=_outlets(corpus.folder, ()), robots=robots, proxy=proxy, hosts=hosts)
    failed: list[Reject] = []
    for crawl, pages in groupby(found, key=lambda page: crawl_of(page.ref)):
        failed += render(pages, corpus.folder / f"{crawl}.render.warc.gz", visit, now=now)
    corpus.set_aside(RENDER, failed)
    return len(found)


def _outlets(folder: Path, own: Sequence[Path]) -> Mapping[str, Outlet]:
    kept = folder / "outlets"
    return load_outlets(PACKS, *([kept] if kept.is_dir() else []), *own)


def _surveyed(folder: Path) -> tuple[RobotsFiles, Mapping[tuple[str, str], str]]:
    """The sites' robots files, and the last answer of each address in each crawl: a page may have been asked twice.

    What a browser made of a page goes before the page as it came over the wire.
    """
    files = RobotsFiles()
    last: dict[tuple[str, str], str] = {}
    rendered: set[tuple[str, str]] = set()
    for exchange in _readable(folder):
        if isinstance(exchange, Exchange):
            key = crawl_of(exchange.ref), exchange.url
            if exchange.is_rendering or key not in rendered:
                last[key] = exchange.ref
            if exchange.is_rendering:
                rendered.add(key)
            if exchange.note.get("kind") == "robots":
                files.add(exchange)
    return files, last


def _pages(folder: Path, last: Mapping[tuple[str, str], str]) -> Iterator[Exchange | Reject]:
    for one in _readable(folder):
        if isinstance(one, Exchange) and last[crawl_of(one.ref), one.url] != one.ref:
            continue
        if isinstance(one, Exchange) and one.is_cut:
            yield Reject(stage=STAGE, where=one.url, reason="The page is larger than the limit when it is unpacked.")
        elif isinstance(one, Reject) or one.note.get("kind") == "page":
            yield one


def _readable(folder: Path) -> Iterator[Exchange | Reject]:
    """The archive's answers; a file that breaks off is one reject, and what stands before the break is used."""
    for path in archive_files(folder):
        try:
            yield from read_archive(path)
        except CorpusError as why:
            yield Reject(stage=STAGE, where=f"warc/{path.name}", reason=str(why).replace(f"{folder}/", ""))


def _one_address_each(drafts: Iterable[Draft]) -> tuple[list[Draft], list[Reject]]:
    """Of several addresses of one article in one crawl, the canonical one; the others as rejects. In a stable order."""
    ordered = sorted(drafts, key=lambda d: (d.fetched_at, crawl_of(d.raw_ref), d.url != d.canonical_url, d.url))
    kept: dict[tuple[str, str, str], Draft] = {}
    doubles: list[Reject] = []
    for draft in ordered:
        key = (draft.outlet, crawl_of(draft.raw_ref), draft.canonical_url or draft.url or "")
        first = kept.setdefault(key, draft)
        if first is not draft:
            doubles.append(Reject(stage=STAGE, where=draft.url or "", reason=f"It is another address of {first.url}."))
    return list(kept.values()), doubles


def _imported(corpus: Corpus) -> list[Article]:
    """The articles that do not come from the archive."""
    known: list[Article] = corpus.records(ARTICLES) if corpus.has(ARTICLES) else []
    return [a for a in known if not (a.raw_ref or "").startswith("warc/")]
