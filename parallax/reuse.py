"""Who took text from whom: shared word runs between articles of one language, with the passages in both.

Articles whose texts are the same are compared once. Nothing is dropped: a reprint is an article like any other.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, product
from typing import Literal
from urllib.parse import urlsplit

from corpus.tables import Article, Reuse, Span
from parallax.sharing import sharing
from parallax.shingles import Shingled, shared_passages, shingled

CONTAINMENT = 0.3
"""From this share of shared shingles on, of either text, a pair is reported."""

NEAR = 0.5
"""From this Jaccard index of the shingles on, one text is a version of the other."""

PARTS_OF_TIME = {"year": 1, "month": 2, "day": 3, "minute": 5, "second": 6}
"""How many of year, month, day, hour, minute, second a precision tells."""

Direction = Literal["time", "credit", "unknown"]
Places = Sequence[tuple[tuple[int, int], tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Shared:
    """A text, the articles that have it, its shingles."""

    articles: tuple[Article, ...]
    shingled: Shingled


def find_reuse(articles: Iterable[Article], names: Mapping[str, str] | None = None) -> list[Reuse]:
    """The pairs of articles of different outlets in one language that share text; the taker stands first.

    `names` gives the name of an outlet by which a page may credit it, beside its id and its host. Regions and scripts
    of a language (en-GB, zh-Hant) are one language here.
    """
    found: list[Reuse] = []
    for texts in _by_language(articles):
        for text in texts:
            if len(text.shingled.distinct):
                same = combinations(text.articles, 2)
                found.extend(_linked(same, text, text, len(text.shingled.distinct), names or {}))
        for i, j, n in sharing([text.shingled for text in texts], CONTAINMENT):
            pairs = product(texts[i].articles, texts[j].articles)
            found.extend(_linked(pairs, texts[i], texts[j], n, names or {}))
    return sorted(found, key=lambda r: (r.article_id, r.original_id))


def _by_language(articles: Iterable[Article]) -> Iterator[list[Shared]]:
    """The distinct texts of each language."""
    groups: dict[str, dict[str, list[Article]]] = defaultdict(lambda: defaultdict(list))
    for article in sorted(articles, key=lambda a: a.article_id):
        groups[article.lang.partition("-")[0]][article.text_sha256].append(article)
    for _, group in sorted(groups.items()):
        yield [Shared(tuple(same), shingled(same[0].text)) for _, same in sorted(group.items())]


def _linked(
    pairs: Iterable[tuple[Article, Article]], left: Shared, right: Shared, n: int, names: Mapping[str, str]
) -> Iterator[Reuse]:
    """The rows of all articles of two texts that share `n` shingles."""
    sizes = len(left.shingled.distinct), len(right.shingled.distinct)
    shares = n / sizes[0], n / sizes[1]
    kind: Literal["identical", "near", "part"] = "near" if n >= NEAR * (sum(sizes) - n) else "part"
    places: dict[bool, Places] = {}
    for one, other in pairs:
        if one.outlet == other.outlet:
            continue
        is_first, direction = _directed(one, other, shares, names)
        taker, original = (one, other) if is_first else (other, one)
        texts = (left, right) if is_first else (right, left)
        if is_first not in places:
            places[is_first] = shared_passages(texts[0].shingled, texts[1].shingled)
        yield Reuse(
            article_id=taker.article_id,
            original_id=original.article_id,
            kind="identical" if left is right else kind,
            containment=shares[0 if is_first else 1],
            original_containment=shares[1 if is_first else 0],
            passages=[_span(taker, place) for place, _ in places[is_first]],
            original_passages=[_span(original, place) for _, place in places[is_first]],
            is_credited=credits_outlet(taker, original, names),
            direction=direction,
        )


def _span(article: Article, place: tuple[int, int]) -> Span:
    return Span(*place, article.text[slice(*place)])


def credits_outlet(article: Article, other: Article, names: Mapping[str, str]) -> bool:
    """Whether one of the article's credits names the other article's outlet: its id, a name, or its host."""
    host = (urlsplit(other.url or "").hostname or "").removeprefix("www.")
    known = {_plain(name) for name in (other.outlet, host, names.get(other.outlet, ""))} - {""}
    credits = [f" {_plain(credit)} " for credit in article.credits]
    return any(f" {name} " in credit for credit in credits for name in known)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", name.casefold()))


def _directed(
    one: Article, other: Article, shares: tuple[float, float], names: Mapping[str, str]
) -> tuple[bool, Direction]:
    """Whether the first took from the second, and what told it.

    The later one did, unless the earlier one credits it; where times do not tell, the one that credits the other; else
    the one that has less of its own.
    """
    times = _comparable(one, other)
    is_later = None if times is None or times[0] == times[1] else times[0] > times[1]
    credits = credits_outlet(one, other, names), credits_outlet(other, one, names)
    if credits[0] != credits[1] and credits[0] != is_later:
        return credits[0], "credit"
    if is_later is not None:
        return is_later, "time"
    return (shares[0], other.article_id) >= (shares[1], one.article_id), "unknown"


def _comparable(left: Article, right: Article) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Both times at the coarser of their precisions; None where one is not known."""
    if left.published_at is None or right.published_at is None:
        return None
    n = min(PARTS_OF_TIME[a.published_precision or "second"] for a in (left, right))
    return _parts(left.published_at)[:n], _parts(right.published_at)[:n]


def _parts(time: datetime) -> tuple[int, ...]:
    return (time.year, time.month, time.day, time.hour, time.minute, time.second)
