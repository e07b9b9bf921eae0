"""Who took text from whom: exact containment of word runs between articles of one language, with the passages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Literal
from urllib.parse import urlsplit

from corpus.tables import Article, Reuse, Span

SIZE = 5
"""Tokens in a shingle: runs of five words are rarely shared by chance (Nicholls 2019 uses the like for news)."""

CONTAINMENT = 0.3
"""From this share of shared shingles on, a pair is reported."""

PASSAGE = 8
"""Tokens that a shared passage has at least; shorter runs count for the containment but are not shown."""

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
TOKEN = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
"""A word; in scripts that do not space their words, one character."""

PARTS_OF_TIME = {"year": 1, "month": 2, "day": 3, "minute": 5, "second": 6}
"""How many of year, month, day, hour, minute, second a precision tells."""

Shingle = tuple[str, ...]
Direction = Literal["time", "credit", "unknown"]


@dataclass(frozen=True, slots=True)
class Shingled:
    """An article's text as tokens with their places, and its shingles."""

    article: Article
    places: tuple[tuple[int, int], ...]
    shingles: tuple[Shingle, ...]
    distinct: frozenset[Shingle]


def find_reuse(articles: Iterable[Article], names: Mapping[str, str] | None = None) -> list[Reuse]:
    """The pairs of articles of different outlets in one language that share text; the taker stands first.

    `names` gives the name of an outlet by which a page may credit it, beside its id and its host.
    """
    found = []
    for left, right in _candidates([_shingled(a) for a in sorted(articles, key=lambda a: a.article_id)]):
        taker, original, direction = _directed(left, right, names or {})
        containment = _containment(taker, original)
        if containment >= CONTAINMENT:
            found.append(
                Reuse(
                    article_id=taker.article.article_id,
                    original_id=original.article.article_id,
                    containment=containment,
                    passages=_passages(taker, original),
                    is_credited=credits_outlet(taker.article, original.article, names or {}),
                    direction=direction,
                )
            )
    return sorted(found, key=lambda r: (r.article_id, r.original_id))


def credits_outlet(article: Article, other: Article, names: Mapping[str, str]) -> bool:
    """Whether one of the article's credits names the other article's outlet: its id, a name, or its host."""
    host = (urlsplit(other.url or "").hostname or "").removeprefix("www.")
    known = {_plain(name) for name in (other.outlet, host, names.get(other.outlet, ""))} - {""}
    credits = [f" {_plain(credit)} " for credit in article.credits]
    return any(f" {name} " in credit for credit in credits for name in known)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", name.casefold()))


def _shingled(article: Article) -> Shingled:
    tokens = [(m.group().casefold(), m.span()) for m in TOKEN.finditer(article.text)]
    words = [word for word, _ in tokens]
    shingles = tuple(tuple(words[i : i + SIZE]) for i in range(len(words) - SIZE + 1))
    return Shingled(article, tuple(place for _, place in tokens), shingles, frozenset(shingles))


def _candidates(articles: Sequence[Shingled]) -> Iterator[tuple[Shingled, Shingled]]:
    """The pairs that share enough shingles for either containment, in order."""
    holders: dict[Shingle, list[int]] = defaultdict(list)
    for number, item in enumerate(articles):
        for shingle in item.distinct:
            holders[shingle].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        shared.update(combinations(numbers, 2))
    for (i, j), n in sorted(shared.items()):
        left, right = articles[i], articles[j]
        is_pair = left.article.lang == right.article.lang and left.article.outlet != right.article.outlet
        if is_pair and n >= CONTAINMENT * min(len(left.distinct), len(right.distinct)):
            yield left, right


def _containment(taker: Shingled, original: Shingled) -> float:
    return len(taker.distinct & original.distinct) / len(taker.distinct) if taker.distinct else 0.0


def _directed(left: Shingled, right: Shingled, names: Mapping[str, str]) -> tuple[Shingled, Shingled, Direction]:
    """Taker, original, and what told them apart: the later one, else the one that credits, else the more contained."""
    times = _comparable(left.article, right.article)
    if times is not None and times[0] != times[1]:
        return (left, right, "time") if times[0] > times[1] else (right, left, "time")
    from_right = credits_outlet(left.article, right.article, names)
    if from_right != credits_outlet(right.article, left.article, names):
        return (left, right, "credit") if from_right else (right, left, "credit")
    if _containment(left, right) >= _containment(right, left):
        return left, right, "unknown"
    return right, left, "unknown"


def _comparable(left: Article, right: Article) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Both times at the coarser of their precisions; None where one is not known."""
    if left.published_at is None or right.published_at is None:
        return None
    n = min(PARTS_OF_TIME[a.published_precision or "second"] for a in (left, right))
    return _parts(left.published_at)[:n], _parts(right.published_at)[:n]


def _parts(time: datetime) -> tuple[int, ...]:
    return (time.year, time.month, time.day, time.hour, time.minute, time.second)


def _passages(taker: Shingled, original: Shingled) -> list[Span]:
    """The longest runs of the taker's tokens that lie in shared shingles, as spans of its text."""
    covered: set[int] = set()
    for i, shingle in enumerate(taker.shingles):
        if shingle in original.distinct:
            covered.update(range(i, i + SIZE))
    spans = []
    for first, last in _runs(sorted(covered)):
        if last - first + 1 >= PASSAGE:
            start, end = taker.places[first][0], taker.places[last][1]
            spans.append(Span(start, end, taker.article.text[start:end]))
    return spans


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = 0
    for i in range(1, len(numbers) + 1):
        if i == len(numbers) or numbers[i] != numbers[i - 1] + 1:
            yield numbers[first], numbers[i - 1]
            first = i
