"""Articles of which it is known who took text from whom: families of versions, and halves pasted into other articles.

The words are those of the packs' own examples, in sentences that a seed makes up; no two articles share one by chance.
"""

import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.ids import article_id, sha256_text
from corpus.places import ROOT
from corpus.tables import Article

LANGUAGES = {"en": " ", "de": " ", "ru": " ", "es": " ", "ar": " ", "ko": " ", "zh": "", "ja": ""}
"""What stands between words."""
SIZE = 5
"""Words (characters where nothing stands between words) in a shingle, by which truth is counted."""

Pair = frozenset[str]
Words = list[str]
"""An article's sentences, each one string."""


@dataclass(frozen=True, slots=True)
class Planted:
    """Articles, the Jaccard index of all that share text, and the pairs of which one has half of the other."""

    articles: tuple[Article, ...]
    jaccard: dict[Pair, float]
    half_copied: frozenset[Pair]


def planted(n_articles: int, *, seed: int = 1) -> Planted:
    """Families of six articles, until there are so many: one, its three versions, one with half of it, one alone."""
    writers = [Writer(lang, random.Random(f"{seed} {lang}")) for lang in LANGUAGES]
    articles: list[Article] = []
    jaccard: dict[Pair, float] = {}
    half_copied = set()
    while len(articles) < n_articles:
        number = len(articles) // 6
        family = [
            _row(number, m, w.lang, text) for w in [writers[number % len(writers)]] for m, text in enumerate(w.family())
        ]
        articles += family
        jaccard |= _jaccards(family)
        half_copied.add(frozenset((family[0].article_id, family[4].article_id)))
    return Planted(tuple(articles), jaccard, frozenset(half_copied))


class Writer:
    """Makes up articles of one language; the same seed, the same articles."""

    def __init__(self, lang: str, chance: random.Random):
        self.lang, self._space, self._chance = lang, LANGUAGES[lang], chance
        examples = tomllib.loads((ROOT / "nlp" / "languages" / lang / "examples.toml").read_text(encoding="utf-8"))
        text = " ".join(one["text"] for one in examples["example"])
        self._pool = sorted({word for word in (text.split() if self._space else _pairs(text)) if word.isalpha()})

    def family(self) -> list[str]:
        """An article; the same edited, cut, spliced; another article with one half of it; one that stands alone."""
        first, other = self._article(), self._article()
        at = self._chance.randrange(len(other) + 1)
        half = self._half(first)
        versions = [first, self._edited(first), self._cut(first), self._spliced(first)]
        whole = [*versions, [*other[:at], *half, *other[at:]], self._article()]
        return [self._text(sentences) for sentences in whole]

    def _article(self) -> Words:
        return [self._sentence() for _ in range(self._chance.randrange(8, 60))]

    def _sentence(self) -> str:
        return self._space.join(self._chance.choices(self._pool, k=self._chance.randrange(6, 24)))

    def _edited(self, sentences: Words) -> Words:
        """Up to one word in twenty is another one."""
        rate = self._chance.uniform(0.0, 0.05)
        return [self._space.join(self._words_of(sentence, rate)) for sentence in sentences]

    def _words_of(self, sentence: str, rate: float) -> Iterator[str]:
        for word in sentence.split() if self._space else sentence:
            yield self._chance.choice(self._pool) if self._chance.random() < rate else word

    def _cut(self, sentences: Words) -> Words:
        return sentences[: max(2, int(len(sentences) * self._chance.uniform(0.3, 0.9)))]

    def _spliced(self, sentences: Words) -> Words:
        """Two parts in the other order, with sentences of its own between them."""
        at = self._chance.randrange(1, len(sentences))
        own = [self._sentence() for _ in range(self._chance.randrange(1, len(sentences)))]
        return [*sentences[at:], *own, *sentences[:at]]

    def _half(self, sentences: Words) -> Words:
        half = (len(sentences) + 1) // 2
        return sentences[:half] if self._chance.random() < 0.5 else sentences[-half:]

    def _text(self, sentences: Words) -> str:
        return (". " if self._space else "。").join(sentences)


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]


def _row(number: int, member: int, lang: str, text: str) -> Article:
    outlet, digest = f"outlet-{member}", sha256_text(text)
    url = f"https://{outlet}.example/{number}"
    return Article(
        article_id=article_id(outlet, url, 1, digest),
        outlet=outlet,
        url=url,
        canonical_url=url,
        lang=lang,
        text=text,
        extractor="planted",
        text_sha256=digest,
    )


def _jaccards(family: Sequence[Article]) -> dict[Pair, float]:
    """By the plain definition, with sets: what the index and the sketches are measured by."""
    sets = {one.article_id: _shingles(one) for one in family}
    found = {}
    for (a, left), (b, right) in combinations(sets.items(), 2):
        if left & right:
            found[frozenset((a, b))] = len(left & right) / len(left | right)
    return found


def _shingles(article: Article) -> set[tuple[str, ...]]:
    plain = "".join(c if c.isalnum() else " " for c in article.text.casefold())
    words = plain.split() if LANGUAGES[article.lang] else [c for c in plain if c != " "]
    return {tuple(words[at : at + SIZE]) for at in range(len(words) - SIZE + 1)}
