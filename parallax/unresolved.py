"""Names that the event file does not know, with how often they stand where: what a researcher may add to it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.store import Corpus
from corpus.tables import ARTICLES, MENTIONS, Mention
from parallax.material import event_of

SHOWN = 4
"""Spellings printed for each name; the others are counted."""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """One actor of the texts that the event does not define.

    Attributes:
        actor: its key, the name normalised across scripts.
        kind: what kind of actor it was read as most often.
        n_mentions, n_articles, n_outlets: how often it is named or referred to, and where.
        spellings: language and characters of every name, with its count, the most frequent first.
    """

    actor: str
    kind: str
    n_mentions: int
    n_articles: int
    n_outlets: int
    spellings: tuple[tuple[str, str, int], ...]


def unresolved_actors(corpus: Corpus) -> list[Unresolved]:
    """Every actor that is no actor or group of the event, those in most outlets first, then the most named.

    Nouns and pronouns count as mentions, but are no spellings. Raises CorpusError where the corpus is not annotated.
    """
    event = event_of(corpus)
    known = {named.id for named in event.named} if event else set()
    places = {a.article_id: (a.outlet, a.lang) for a in corpus.records(ARTICLES)}
    by_actor: dict[str, list[Mention]] = {}
    for mention in corpus.records(MENTIONS):
        if mention.actor not in known:
            by_actor.setdefault(mention.actor, []).append(mention)
    found = (_unresolved(actor, mentions, places) for actor, mentions in by_actor.items())
    return sorted(found, key=lambda u: (-u.n_outlets, -u.n_mentions, u.actor))


def _unresolved(actor: str, mentions: list[Mention], places: dict[str, tuple[str, str]]) -> Unresolved:
    articles = {m.article_id for m in mentions}
    kinds = Counter(m.kind for m in mentions)
    names = Counter((places[m.article_id][1], m.surface) for m in mentions if m.resolved_by == "name")
    return Unresolved(
        actor=actor,
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        n_mentions=len(mentions),
        n_articles=len(articles),
        n_outlets=len({places[a][0] for a in articles}),
        spellings=tuple((*name, n) for name, n in sorted(names.items(), key=lambda item: (-item[1], item[0]))),
    )


def lines_of(found: Iterable[Unresolved]) -> list[str]:
    """One line for each actor: outlets, articles, mentions, key, kind, spellings."""
    return [
        f"{_n(u.n_outlets, 'outlet')}, {_n(u.n_articles, 'article')}, {_n(u.n_mentions, 'mention')}  "
        f"{u.actor} ({u.kind}): {_spelt(u.spellings)}"
        for u in found
    ]


def _spelt(spellings: tuple[tuple[str, str, int], ...]) -> str:
    shown = [f"{surface} ({lang} {n})" for lang, surface, n in spellings[:SHOWN]]
    more = len(spellings) - SHOWN
    return ", ".join([*shown, *([f"and {more} more"] if more > 0 else [])])


def _n(n: int, what: str) -> str:
    return f"{n} {what}{'' if n == 1 else 's'}"
