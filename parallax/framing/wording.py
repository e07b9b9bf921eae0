"""Whose words are loaded: in the outlet's own voice, and in that of those whom it quotes or reports."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.tables import LoadedWord, Measure
from parallax.known import lexicon_languages
from parallax.material import Material
from parallax.rates import rate, rate_interval, summed
from parallax.voices import words_by_voice

OWN, OTHERS = "loaded_own", "loaded_others"
"""The measures of the two voices."""

MOST_SOURCES = 10
"""Sources' places in the evidence of an adopted word: a frequent word has thousands, and every outlet a row."""


def loaded_words(material: Material) -> Iterator[Measure]:
    """Loaded words: how many an outlet has per 1,000 words of its own voice, and per 1,000 of the words of others.

    Others' are quoted or told as what somebody said. Words are counted, in scripts without spaces characters, headlines
    included; `n` is the number of places. One row for each class of the lexicons and one, without a class, for all;
    `voice_words` gives the size of the two voices. Negated words are left out, and so are texts in languages without a
    lexicon. The interval is what chance would allow if the words fell anywhere (Poisson, 95 %). A rate compares
    outlets of one language; between languages it compares lexicons as well.
    """
    with_lexicon = _languages(material)
    used = [word for word in material.wording if not word.is_negated]
    classes: list[str | None] = [None, *sorted({word.loaded_class for word in used})]
    for outlet in material.outlets:
        articles = [a for a in material.read_of(outlet) if a.lang.split("-")[0] in with_lexicon]
        if not articles:
            continue
        own, others = summed(words_by_voice(a, material.claims_in(a.article_id)) for a in articles)
        yield from _sizes(outlet, own, others, len(articles))
        words = [word for word in material.wording_of(outlet) if not word.is_negated]
        for name, size, mine in (
            (OWN, own, [w for w in words if w.voice == "own"]),
            (OTHERS, others, [w for w in words if w.voice != "own"]),
        ):
            for loaded_class in classes:
                yield _rate(name, outlet, loaded_class, mine, size)


def _languages(material: Material) -> set[str]:
    """The languages that loaded words were looked for in: those of the packs' lexicons and of the user's."""
    return lexicon_languages() | {language_of(word) for word in material.wording}


def _sizes(outlet: str, own: int, others: int, n_articles: int) -> Iterator[Measure]:
    for item, size in (("own", own), ("others", others)):
        yield Measure(
            measure="voice_words", unit="outlet", subject=outlet, item=item, value=float(size), n=n_articles
        )  # fmt: skip


def _rate(name: str, outlet: str, loaded_class: str | None, words: Iterable[LoadedWord], size: int) -> Measure:
    places = apart([w for w in words if loaded_class is None or w.loaded_class == loaded_class])
    low, high = rate_interval(len(places), size)
    return Measure(
        measure=name, unit="outlet", subject=outlet, item=loaded_class, value=rate(len(places), size),
        interval_low=low, interval_high=high, n=len(places), evidence=[w.wording_id for w in places],
    )  # fmt: skip


def apart(words: Iterable[LoadedWord]) -> list[LoadedWord]:
    """The words in order of place, without those that another lexicon has at a place that is counted already."""
    out: list[LoadedWord] = []
    for word in sorted(words, key=lambda w: (w.article_id, w.field, w.start, -w.end, w.lexicon)):
        if not out or (out[-1].article_id, out[-1].field) != (word.article_id, word.field) or word.start >= out[-1].end:
            out.append(word)
    return out


def language_of(word: LoadedWord) -> str:
    """The language of the word's lexicon."""
    return word.lexicon_version.split("-")[0]


def loaded_adopted(material: Material) -> Iterator[Measure]:
    """Loaded words adopted: 1 for each that an outlet uses in its own voice and that is a source's word elsewhere.

    A source's are words that an article in the same language, the outlet's own or another's, quotes or reports, and
    those of a primary source itself. The item is the language and the entry; `n` counts the places in the outlet's
    own voice; the evidence is these, then one place of each source in each outlet, ten at most. Who used the word
    first is not told.
    """
    entries: dict[str, list[LoadedWord]] = defaultdict(list)
    for word in material.wording:
        if not word.is_negated:
            entries[f"{language_of(word)}:{word.lemma}"].append(word)
    for item, words in sorted(entries.items()):
        theirs = [w for w in words if w.voice != "own" or w.article_id in material.primary]
        if theirs:
            yield from _adopters(material, item, _own_by_outlet(material, words), _one_each(material, theirs))


def _own_by_outlet(material: Material, words: Iterable[LoadedWord]) -> Mapping[str, list[LoadedWord]]:
    found: dict[str, list[LoadedWord]] = defaultdict(list)
    for word in words:
        if word.voice == "own" and word.article_id not in material.primary:
            found[material.outlet_of(word.article_id)].append(word)
    return found


def _one_each(material: Material, words: Iterable[LoadedWord]) -> list[LoadedWord]:
    """The first place of each source in each outlet, as many as an outlet's row names."""
    first: dict[tuple[str | None, str], LoadedWord] = {}
    for word in apart(words):
        first.setdefault((word.source, material.outlet_of(word.article_id)), word)
    return list(first.values())[:MOST_SOURCES]


def _adopters(
    material: Material, item: str, own: Mapping[str, list[LoadedWord]], theirs: Sequence[LoadedWord]
) -> Iterator[Measure]:
    for outlet in (o for o in material.outlets if o in own):
        places = apart(own[outlet])
        yield Measure(
            measure="loaded_adopted", unit="outlet", subject=outlet, item=item, value=1.0, n=len(places),
            evidence=[w.wording_id for w in (*places, *theirs)],
        )  # fmt: skip
