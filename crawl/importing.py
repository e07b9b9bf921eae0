"""Texts that people already have, as articles: `.txt` and `.jsonl` files, with a manifest that says whose they are."""

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from tqdm import tqdm

from corpus.errors import InputError, sentence
from corpus.event import load_event
from corpus.provenance import record_stage
from corpus.store import Corpus
from corpus.tables import ARTICLES, REJECTS, Article, Reject
from crawl.articles import Draft, language_of, place, store_dropped
from crawl.dates import parse_moment
from crawl.furniture import clean
from crawl.manifest import Entry, read_manifest
from crawl.records import READERS, Record, Unusable

STAGE = "import"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: how many texts it read, how many of them are new in the corpus, and what it set aside."""

    n_articles: int
    n_new: int
    n_rejects: int
    rejects: tuple[Reject, ...]


def import_files(
    files: Sequence[Path],
    corpus: Corpus,
    *,
    manifest: Path | None = None,
    event: Path | None = None,
    progress: bool = True,
) -> ImportReport:
    """Add the files' texts to the corpus; what is already there is kept and not doubled.

    Raises:
        ParallaxError: a file is missing or of no known kind, or manifest or event cannot be used; nothing is written.
    """
    entries = read_manifest(manifest) if manifest else {}
    _check_files(files)
    if event:
        _check_event(event, corpus)
    known = corpus.records(ARTICLES) if corpus.has(ARTICLES) else []
    drafts: list[Draft] = []
    rejects: list[Reject] = []
    for path in tqdm(files, desc="import", unit="file", disable=None if progress else True):
        if manifest is not None and path.name not in entries:
            rejects.append(
                Reject(stage=STAGE, where=path.name, reason=f"It has no row in the manifest {manifest.name}.")
            )
            continue
        for found in _drafts(path, entries.get(path.name, Entry())):
            (drafts if isinstance(found, Draft) else rejects).append(found)  # type: ignore[arg-type]
    articles, dropped = place(drafts, known)
    _keep_raw([*files, *([manifest] if manifest else [])], corpus.folder / "raw")
    if event:
        _copy(event, corpus.folder / "event.toml")
    _store(corpus, articles, [*_earlier_rejects(corpus, files), *rejects])
    store_dropped(corpus.folder, dropped, known={article.article_id for article in articles})
    return ImportReport(len(drafts), len(articles) - len(known), len(rejects), tuple(rejects))


def _check_event(event: Path, corpus: Corpus) -> None:
    """Raise where the event cannot be used, or where the corpus is about another one."""
    wanted = load_event(event).id
    held = corpus.folder / "event.toml"
    if held.exists() and (there := load_event(held).id) != wanted:
        raise InputError(
            sentence(str(held), found=f'the event "{there}"', expected=f'"{wanted}"', todo="import into another folder")
        )


def _check_files(files: Sequence[Path]) -> None:
    for path in files:
        if not path.is_file():
            raise InputError(
                sentence(str(path), found="no such file", expected="a text to import", todo="check the path")
            )
        if path.suffix.lower() not in READERS:
            kinds = ", ".join(READERS)
            raise InputError(sentence(str(path), found=f'the ending "{path.suffix}"', expected=f"one of {kinds}"))


def _drafts(path: Path, entry: Entry) -> Iterator[Draft | Reject]:
    data = path.read_bytes()
    ref = f"raw/{_hashed_name(path, data)}#{path.name}"
    for record in READERS[path.suffix.lower()](path.name, data):
        if isinstance(record, Unusable):
            yield Reject(stage=STAGE, where=record.where, reason=record.reason)
        else:
            yield _draft(record, entry, path.stem, ref + record.where.removeprefix(path.name))


def _draft(record: Record, entry: Entry, stem: str, raw_ref: str) -> Draft | Reject:
    declared = record.lang or entry.lang or None
    lang = declared or language_of(record.text, None)
    if lang is None:
        return Reject(stage=STAGE, where=record.where, reason="The text has no letters, so that it has no language.")
    cleaned = clean(record.text, lang=lang, title=record.title)
    if not cleaned.paragraphs:
        return Reject(
            stage=STAGE, where=record.where, reason="Nothing is left of the text without its title and page furniture."
        )
    return Draft(
        outlet=record.outlet or entry.outlet or re.sub(r"[^\w.-]+", "-", stem).strip("-._") or "unnamed",
        url=record.url or entry.url or None,
        lang=lang,
        cleaned=cleaned,
        published=parse_moment(record.published_at or entry.published_at),
        authors=record.authors,
        raw_ref=raw_ref,
        extractor=f"parallax-news {version('parallax-news')}",
    )


def _earlier_rejects(corpus: Corpus, files: Sequence[Path]) -> list[Reject]:
    """What earlier imports of other files set aside."""
    names = {path.name for path in files}
    earlier: Iterable[Reject] = corpus.records(REJECTS) if corpus.has(REJECTS) else []
    return [r for r in earlier if r.stage == STAGE and r.where.rpartition(":")[0] not in names and r.where not in names]


def _store(corpus: Corpus, articles: Sequence[Article], rejects: Sequence[Reject]) -> None:
    corpus.write(ARTICLES, articles)
    corpus.set_aside(STAGE, rejects)
    event = corpus.folder / "event.toml"
    inputs = [*(corpus.folder / "raw").iterdir(), *([event] if event.exists() else [])]
    record_stage(corpus, STAGE, inputs=inputs, packages=["py3langid"], outputs=[ARTICLES, REJECTS])


def _keep_raw(files: Iterable[Path], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in files:
        data = path.read_bytes()
        (folder / _hashed_name(path, data)).write_bytes(data)


def _hashed_name(path: Path, data: bytes) -> str:
    return sha256(data).hexdigest() + path.suffix.lower()


def _copy(source: Path, target: Path) -> None:
    if not target.exists() or not target.samefile(source):
        shutil.copyfile(source, target)
