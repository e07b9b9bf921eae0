"""The five seed articles, imported from their raw files: the body is kept whole, the furniture stays out.

Lines are named by their number in the file, so that no sentence of theirs stands here.
"""

import re

import pytest

from corpus.store import Corpus
from corpus.tables import ARTICLES, REJECTS
from crawl.importing import import_files

BODY = {
    "rbc": [8, 10, 12, 18, 20],
    "overclockers": [1, 3, 4, 5],
    "se7en": [3, 5, 10, 14],
    "xakep": list(range(1, 26, 2)),
    "hotkkan": [7, 10, 12, 14, 16, 18, 20, 23, 25],
}
OPTIONAL = {"se7en": [12]}
"""A caption that reads like a heading; it says nothing either way."""
TITLE = {"rbc": 3, "overclockers": None, "se7en": 1, "xakep": None, "hotkkan": 3}
CREDITS = {"se7en": ["iXBT"], "hotkkan": ["快科技"]}
HEADER = re.compile(r"^\s*date \d{4}-\d\d-\d\d\s+")


@pytest.fixture(scope="module")
def imported(seeds_folder, tmp_path_factory):
    corpus = Corpus(tmp_path_factory.mktemp("seeds"))
    files = sorted(seeds_folder.glob("*.txt"))
    report = import_files(files, corpus, manifest=seeds_folder / "manifest.csv", progress=False)
    assert (report.n_articles, report.n_rejects) == (5, 0)
    assert corpus.records(REJECTS) == []
    return {a.outlet: a for a in corpus.records(ARTICLES)}


@pytest.fixture(scope="module")
def lines(seeds_folder, imported):
    """The raw lines of each outlet's file by number, without a crawler's header."""
    raw = {}
    for outlet, article in imported.items():
        text = (seeds_folder / article.raw_ref.partition("#")[2]).read_text(encoding="utf-8")
        raw[outlet] = dict(enumerate((HEADER.sub("", line).strip() for line in text.split("\n")), start=1))
    return raw


@pytest.mark.parametrize("outlet", BODY)
def test_the_text_is_the_body_and_nothing_else(imported, lines, outlet):
    optional = [lines[outlet][n] for n in OPTIONAL.get(outlet, [])]
    paragraphs = [p for p in imported[outlet].text.split("\n\n") if p not in optional]
    assert paragraphs == [lines[outlet][n] for n in BODY[outlet]]


@pytest.mark.parametrize("outlet", TITLE)
def test_the_title_is_the_headline_or_nothing(imported, lines, outlet):
    number = TITLE[outlet]
    assert imported[outlet].title == (lines[outlet][number] if number else None)


@pytest.mark.parametrize("outlet", BODY)
def test_credits_days_and_languages_are_there(imported, outlet):
    article = imported[outlet]
    assert article.credits == CREDITS.get(outlet, [])
    assert article.published_precision == "day"
    assert article.lang == ("zh-Hans" if outlet == "hotkkan" else "ru")
