"""What changed from one version of an article to the next, kept as a readable difference beside the tables."""

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

from corpus.tables import Article

FOLDER = "changes"
MAX_PARAGRAPHS = 2000
"""Beyond this, comparing takes the square of the time; the whole text counts as one paragraph then."""


def store_changes(folder: Path, articles: Iterable[Article]) -> int:
    """Write `changes/<article_id>.diff` for every article that has an earlier version; how many there are.

    Files of articles that are not there any more are removed.
    """
    written = dict(_changes(articles))
    for path in (folder / FOLDER).glob("*.diff"):
        if path.stem not in written:
            path.unlink()
    for name, text in written.items():
        path = folder / FOLDER / f"{name}.diff"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="surrogatepass", newline="\n")
    return len(written)


def _changes(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    versions: dict[tuple[str, str], dict[int, Article]] = {}
    for article in articles:
        place = article.outlet, article.canonical_url or article.url or article.text_sha256
        versions.setdefault(place, {})[article.version] = article
    for numbered in versions.values():
        for number, article in sorted(numbered.items()):
            if number - 1 in numbered:
                yield article.article_id, difference(numbered[number - 1], article)


def difference(before: Article, after: Article) -> str:
    """A unified diff of two versions: the headline as the first line, then one line a paragraph."""
    lines = unified_diff(
        _lines(before), _lines(after), fromfile=before.article_id, tofile=after.article_id, n=0, lineterm=""
    )
    return "".join(f"{line}\n" for line in lines)


def _lines(article: Article) -> list[str]:
    paragraphs = article.text.split("\n\n")
    body = paragraphs if len(paragraphs) <= MAX_PARAGRAPHS else [article.text]
    return [line.replace("\n", " ") for line in (article.title or "", *body)]
