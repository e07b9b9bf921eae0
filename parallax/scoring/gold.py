"""Gold files loaded and checked: every offset cuts out its text, every word is a known one, the text is there."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from corpus.errors import InputError, PackError, sentence
from corpus.event import Event, load_event
from corpus.strict import explain
from nlp.language import load_language
from parallax.scoring.gold_file import GoldFile, GoldSpan

TEST = "test"
"""The split, and the name of the folder, that is read only when it is asked for."""

Zone = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated article with its text.

    `zones` are the ranges that were annotated (title and body); what a reading finds outside of them is not scored.
    `names` leads from the annotator's names to the reader's keys, as far as the event knows them.
    """

    path: Path
    text: str
    file: GoldFile
    event: Path | None
    zones: tuple[Zone, ...]
    names: dict[str, str]

    @property
    def language(self) -> str:
        """BCP 47, as annotated."""
        return self.file.article.language

    @property
    def reference(self) -> date | None:
        """The day of publication, from which "last month" counts."""
        m = re.match(r"(\d{4})-(\d\d)-(\d\d)", self.file.article.published or "")
        return date(int(m[1]), int(m[2]), int(m[3])) if m else None

    def holds(self, start: int, end: int) -> bool:
        """Whether a place was open to annotation."""
        return any(low <= start and end <= high for low, high in self.zones)

    def key(self, canonical: str | None) -> str | None:
        """The key that the reader should give to whom the annotator calls so."""
        return None if canonical is None else self.names.get(canonical.casefold(), _slug(canonical))


def _slug(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return "-".join(re.findall(r"[^\W_]+", plain)) or name


def load_golds(
    given: Iterable[Path], *, texts: Path | None = None, event: Path | None = None, test: bool = False
) -> list[Gold]:
    """The gold of files, and of folders' `*.json`, in order of path.

    Args:
        given: files and folders.
        texts: the folder of the texts of those files that hold none.
        event: the event file for gold that names none; one that names its event has `<event>.toml` beside it.
        test: whether files of the test split may be read.

    Raises:
        InputError: a file cannot be used (one sentence), or belongs to the test split and was not asked for.
    """
    paths = sorted({path for one in given for path in _files(one)})
    return [_load(path, texts, event, test=test) for path in paths]


def _files(given: Path) -> list[Path]:
    if not given.is_dir():
        return [given]
    found = sorted(given.glob("*.json"))
    if not found:
        raise InputError(sentence(str(given), found="no *.json", expected="gold files", todo="check the path"))
    return found


def _load(path: Path, texts: Path | None, event: Path | None, *, test: bool) -> Gold:
    if path.resolve().parent.name == TEST and not test:
        raise _held_back(path)
    file = _parse(path)
    if file.article.split == TEST and not test:
        raise _held_back(path)
    _check_language(path, file.article.language)
    text = file.article.text if file.article.text is not None else _text_beside(path, file.article.file, texts)
    for where, span in _spans(file):
        _check_cut(path, where, span, text)
    own = path.with_name(f"{file.article.event}.toml") if file.article.event else event
    return Gold(path, text, file, own, tuple(_zones(file, text)), _names(load_event(own)) if own else {})


def _held_back(path: Path) -> InputError:
    todo = "give --test if this is the final measurement"
    return InputError(sentence(str(path), found="a file of the test split", expected="development gold", todo=todo))


def _parse(path: Path) -> GoldFile:
    try:
        return GoldFile.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except ValidationError as why:
        raise InputError(explain(path, GoldFile, why)) from None
    except OSError as why:
        found = why.strerror or "an error"
        raise InputError(sentence(str(path), found=found, expected="a gold file", todo="check the path")) from None
    except ValueError as why:
        raise InputError(sentence(str(path), found=f"broken JSON ({why})", expected="a gold file in UTF-8")) from None


def _check_language(path: Path, tag: str) -> None:
    try:
        load_language(tag)
    except PackError as why:
        raise InputError(f"{path}, article.language: {why}") from None


def _text_beside(path: Path, name: str, texts: Path | None) -> str:
    where = f"{path}, article.text"
    if texts is None:
        todo = f"give --texts with the folder of {name}"
        raise InputError(sentence(where, found="no text", expected="the text, or its folder", todo=todo))
    try:
        return (texts / name).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as why:
        found = f"no readable {texts / name} ({why})"
        raise InputError(sentence(where, found=found, expected="the text in UTF-8", todo="check --texts")) from None


def _spans(file: GoldFile) -> Iterator[tuple[str, GoldSpan]]:
    if file.article.title is not None:
        yield "article.title", file.article.title
    for n, figure in enumerate(file.figures):
        yield from ((f"figures.{n}", s) for s in (figure, figure.comparator_span, figure.counted) if s is not None)
    for n, claim in enumerate(file.claims):
        yield from ((f"claims.{n}", span) for span in claim.spans)
    yield from ((f"entities.{n}", mention) for n, mention in enumerate(file.entities))


def _check_cut(path: Path, where: str, span: GoldSpan, text: str) -> None:
    found = text[span.start : span.end]
    if found != span.text:
        todo = "correct start and end, in code points of the text as it is"
        place = f"{path}, {where} at [{span.start}, {span.end})"
        raise InputError(sentence(place, found=f'"{found}"', expected=f'"{span.text}"', todo=todo))


def _zones(file: GoldFile, text: str) -> Iterator[Zone]:
    if not file.article.body:
        yield 0, len(text)
        return
    if file.article.title is not None:
        yield file.article.title.start, file.article.title.end
    yield min(low for low, _ in file.article.body), max(high for _, high in file.article.body)


def _names(event: Event) -> dict[str, str]:
    return {name.casefold(): named.id for named in event.named for name in (named.id, named.name)}
