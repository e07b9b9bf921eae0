"""Extraction beside trafilatura on two public sets of pages: bodies, titles, days, authors, foreign figures, speed.

The sets are not ours and stay where they are: PARALLAX_AEB names a copy of scrapinghub/article-extraction-benchmark,
PARALLAX_FUNDUS the folder tests/resources/parser/test_data of flairNLP/fundus. Nothing is fitted on the first; of the
second, publishers whose name has an even sha256 may be looked at. Prints one section of Markdown.

    PARALLAX_AEB=... PARALLAX_FUNDUS=... python -m benchmarks.extraction > benchmarks/EXTRACTION.md
"""

import os
import random
import statistics
import time
import warnings
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.foreign import foreign_figures, missing_figures
from benchmarks.overlap import shingle_counts, shingle_f1, token_scores
from benchmarks.pages import Gold, aeb, fundus
from corpus.langid import identify
from corpus.rights import Rights
from crawl.articles import Draft, language_of
from crawl.choosing import choose_reading
from crawl.furniture import clean
from crawl.metadata import Hints, metadata_of
from crawl.outlet import Outlet
from crawl.page import read_page
from crawl.reading import draft_of

N_BOOTSTRAP = 2_000
HOME = Outlet(id="any", name="", home="http://any.example/", languages=["und"], feeds=["http://any.example/feed"])


@dataclass
class Found:
    """What one extractor made of the pages, in their order, and the seconds that it took."""

    bodies: list[str] = field(default_factory=list)
    drafts: list[Draft | None] = field(default_factory=list)
    seconds: float = 0.0


WARM = 10
"""Pages that are read before the clock runs."""


def ours(page: Gold) -> tuple[str, Draft | None]:
    """Our text (the cleaned one) and the draft; no text for a page that is set aside."""
    found = draft_of(page.exchange, read_page(page.exchange), HOME, Rights())
    return (found.cleaned.text, found) if isinstance(found, Draft) else ("", None)


def ours_behind_walls(page: Gold) -> tuple[str, None]:
    """Our text also of the pages that are set aside because they show only a paid article's beginning."""
    parsed = read_page(page.exchange)
    found = choose_reading(parsed)
    text = found.text if found else ""
    title = metadata_of(parsed, Hints(), fetched_at=page.exchange.fetched_at).title
    return clean(text, lang=language_of(text, parsed.lang), title=title).text, None


def trafilatura_as(**options: bool) -> Callable[[Gold], tuple[str, None]]:
    """Trafilatura's text with the given options."""
    import trafilatura

    def extract(page: Gold) -> tuple[str, None]:
        html = read_page(page.exchange).html
        return trafilatura.extract(html, url=page.exchange.url, include_comments=False, **options) or "", None

    return extract


def trafilatura_whole(page: Gold) -> tuple[str, None]:
    """Trafilatura's text together with its metadata, which ours always has."""
    import trafilatura

    found = trafilatura.bare_extraction(read_page(page.exchange).html, url=page.exchange.url, with_metadata=True)
    return (found.text or "" if found else ""), None


def resiliparse_text(page: Gold) -> tuple[str, None]:
    """Resiliparse's main content."""
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(read_page(page.exchange).html, main_content=True) or "", None


def extractors() -> dict[str, Callable[[Gold], tuple[str, Draft | None]]]:
    """The extractors that are installed, by the names in the tables."""
    known: dict[str, Callable[[Gold], tuple[str, Draft | None]]] = {
        "parallax": ours,
        "parallax, walls read too": ours_behind_walls,
        "trafilatura": trafilatura_as(),
        "trafilatura precision": trafilatura_as(favor_precision=True),
        "trafilatura fast": trafilatura_as(fast=True),
        "trafilatura with metadata": trafilatura_whole,
    }
    return known | ({"resiliparse": resiliparse_text} if find_spec("resiliparse") else {})


def run(pages: Sequence[Gold]) -> dict[str, Found]:
    """What each extractor finds; page by page in turn, so that a busy machine is busy for all of them.

    Each page begins with another one: the first fills caches that the others use (the words of the page's encoding).
    What is loaded at the first use (tables of dates, a model of languages) is loaded before the clock runs.
    """
    named = deque(extractors().items())
    for page in pages[:WARM]:
        for _, extract in named:
            extract(page)
    found = {name: Found() for name, _ in named}
    for page in pages:
        named.rotate()
        for name, extract in named:
            start = time.process_time()
            body, draft = extract(page)
            found[name].seconds += time.process_time() - start
            found[name].bodies.append(body)
            found[name].drafts.append(draft)
    return found


def paired(first: Sequence[Any], second: Sequence[Any], score: Callable[[Sequence[Any]], float]) -> str:
    """The difference of two extractors' scores with its 95 % interval over the same resampled pages."""
    rng = random.Random(0)
    n = len(first)
    drawn = [[rng.randrange(n) for _ in range(n)] for _ in range(N_BOOTSTRAP)]
    diffs = sorted(score([first[i] for i in d]) - score([second[i] for i in d]) for d in drawn)
    low, high = diffs[N_BOOTSTRAP // 40], diffs[-N_BOOTSTRAP // 40]
    return f"{score(first) - score(second):+.4f} [{low:+.4f}, {high:+.4f}]"


def section_aeb(pages: Sequence[Gold]) -> list[str]:
    """The table of the first set."""
    found = run(pages)
    counts = {name: [shingle_counts(b, p) for b, p in zip(f.bodies, pages, strict=True)] for name, f in found.items()}
    lines = [
        f"### article-extraction-benchmark ({len(pages)} pages; shingles of four words)",
        "",
        "| extractor | P | R | F1 | ours minus this, F1 [95 %] | foreign figures | elsewhere | missing figures |"
        " pages/CPU-s | to trafilatura |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, f in found.items():
        precision, recall, f1 = shingle_f1(counts[name])
        diff = "-" if name == "parallax" else paired(counts["parallax"], counts[name], _shingle_f1)
        foreign = _figures(f.bodies, pages)
        cells = [name, f"{precision:.3f}", f"{recall:.3f}", f"{f1:.4f}", diff, foreign, _speed(found, name, pages)]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _figures(bodies: Sequence[str], pages: Sequence[Gold]) -> str:
    foreign, elsewhere = foreign_figures(bodies, pages).shares
    return f"{foreign:.4f} | {elsewhere:.4f} | {missing_figures(bodies, pages):.4f}"


def _shingle_f1(rows: Sequence[tuple[float, float, float]]) -> float:
    return shingle_f1(rows)[2]


def _speed(found: Mapping[str, Found], name: str, pages: Sequence[Gold]) -> str:
    return f"{len(pages) / found[name].seconds:.1f} | {found['trafilatura'].seconds / found[name].seconds:.2f}"


def section_fundus(pages: Sequence[Gold]) -> list[str]:
    """The tables of the second set: bodies, and what else we say of an article."""
    found = run(pages)
    scores = {name: [token_scores(b, p) for b, p in zip(f.bodies, pages, strict=True)] for name, f in found.items()}
    languages = [identify(page.body) or "und" for page in pages]
    lines = [
        f"### fundus fixtures ({len(pages)} pages, {len(set(languages))} languages; words, CJK characters)",
        "",
        "| extractor | P | R | F1 | even half | odd half | macro over languages | below .7 | empty |"
        " ours minus this, F1 [95 %] | foreign figures | elsewhere | missing figures | pages/CPU-s | to trafilatura |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, f in found.items():
        rows = scores[name]
        means = [f"{statistics.mean(row[i] for row in rows):.4f}" for i in range(3)]
        halves = [f"{_mean(rows, pages, half):.4f}" for half in ("even", "odd")]
        by_language: dict[str, list[float]] = defaultdict(list)
        for language, row in zip(languages, rows, strict=True):
            by_language[language].append(row[2])
        macro = f"{statistics.mean(map(statistics.mean, by_language.values())):.4f}"
        low, empty = sum(row[2] < 0.7 for row in rows), sum(not body.strip() for body in f.bodies)
        diff = paired(scores["parallax"], rows, _mean_f1) if name != "parallax" else "-"
        foreign = _figures(f.bodies, pages)
        cells = [name, *means, *halves, macro, str(low), str(empty), diff, foreign, _speed(found, name, pages)]
        lines.append(f"| {' | '.join(cells)} |")
    return [*lines, "", *_metadata(found["parallax"].drafts, pages, languages), "", *_languages(scores, languages)]


def _mean(rows: Sequence[tuple[float, float, float]], pages: Sequence[Gold], half: str) -> float:
    return statistics.mean(row[2] for row, page in zip(rows, pages, strict=True) if page.half == half)


def _mean_f1(rows: Sequence[tuple[float, float, float]]) -> float:
    return statistics.mean(row[2] for row in rows)


def _metadata(drafts: Sequence[Draft | None], pages: Sequence[Gold], languages: Sequence[str]) -> list[str]:
    lines = ["| half | title exact | title, letters | same day | authors F1 | language |", "|---|---|---|---|---|---|"]
    for half in ("even", "odd", ""):
        rows = [row for row in zip(drafts, pages, languages, strict=True) if half in ("", row[1].half)]
        names = [(_names(d.authors if d else ()), _names(p.authors)) for d, p, _ in rows]
        hit, n_ours, n_gold = (
            sum(len(x) for x in part) for part in zip(*((a & b, a, b) for a, b in names), strict=True)
        )
        shares = [
            statistics.mean(_words(d.cleaned.title if d else "") == _words(p.title) for d, p, _ in rows),
            statistics.mean(_letters(d.cleaned.title if d else "") == _letters(p.title) for d, p, _ in rows),
            statistics.mean(_is_same_day(d, p.published) for d, p, _ in rows),
            2 * hit / (n_ours + n_gold),
            statistics.mean(bool(d) and d.lang.split("-")[0] == lang for d, _, lang in rows if d is not None),
        ]
        lines.append(f"| {half or 'both'} | {' | '.join(f'{share:.3f}' for share in shares)} |")
    return lines


def _is_same_day(draft: Draft | None, told: datetime | None) -> bool:
    """Whether the calendar days agree, in UTC or in the zone that the gold tells."""
    if draft is None or draft.published is None or told is None:
        return told is None and (draft is None or draft.published is None)
    local = draft.published.at + (told.utcoffset() or timedelta())
    return told.date() in (draft.published.at.date(), local.date())


def _names(names: Iterable[str]) -> set[str]:
    return {_words(name).casefold() for name in names}


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _letters(text: str | None) -> str:
    return "".join(filter(str.isalnum, (text or "").casefold()))


def _languages(scores: Mapping[str, Sequence[tuple[float, float, float]]], languages: Sequence[str]) -> list[str]:
    names = ("parallax", "trafilatura", "trafilatura precision")
    lines = [f"| language | pages | {' | '.join(names)} |", f"|---|---|{'---|' * len(names)}"]
    for language, n in sorted(Counter(languages).items(), key=lambda pair: (-pair[1], pair[0])):
        means = [
            statistics.mean(row[2] for row, lang in zip(scores[name], languages, strict=True) if lang == language)
            for name in names
        ]
        lines.append(f"| {language} | {n} | {' | '.join(f'{mean:.4f}' for mean in means)} |")
    return lines


def main() -> None:
    """Print the section for the sets that are there."""
    import logging

    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    print(f"## Extraction (trafilatura {version('trafilatura')})\n")
    sets = (("PARALLAX_AEB", aeb, section_aeb), ("PARALLAX_FUNDUS", fundus, section_fundus))
    for name, load, section in sets:
        folder = os.environ.get(name)
        print("\n".join(section(load(Path(folder)))) if folder else f"{name} is not set.", end="\n\n")


if __name__ == "__main__":
    main()
