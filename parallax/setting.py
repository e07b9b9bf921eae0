"""What alignment must know beside the figures: who published what, who belongs to whom, which words agree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from corpus.event import Event
from corpus.tables import Article


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of the figures.

    Attributes:
        outlets: the outlet of each article.
        langs: the language of each article.
        primary: the articles that are primary sources of the event.
        groups: the members of each group of actors.
        roots: the broadest concept above each concept; a concept that is missing is its own.
        names: display names of actors and groups.
        sides: the side of the event that an actor or group is on.
    """

    outlets: Mapping[str, str]
    langs: Mapping[str, str]
    primary: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    roots: Mapping[str, str]
    names: Mapping[str, str]
    sides: Mapping[str, str] = field(default_factory=dict)

    def root(self, concept: str | None) -> str | None:
        """The broadest concept above a concept."""
        return None if concept is None else self.roots.get(concept, concept)

    def name(self, actor: str) -> str:
        """An actor's display name; its key where the event gives none."""
        return self.names.get(actor, actor)


def setting_of(
    articles: Iterable[Article], event: Event | None = None, *, broader: Mapping[str, str] | None = None
) -> Setting:
    """The setting of a corpus; `broader` maps a concept to the next broader one."""
    articles = sorted(articles, key=lambda a: a.article_id)
    addresses = {place_of(source.url) for source in event.sources} if event else set()
    return Setting(
        outlets={a.article_id: a.outlet for a in articles},
        langs={a.article_id: a.lang for a in articles},
        primary=frozenset(
            a.article_id for a in articles if {place_of(u) for u in (a.url, a.canonical_url) if u} & addresses
        ),
        groups={g.id: frozenset(g.members) for g in (event.groups if event else ())},
        roots={concept: _root(concept, broader or {}) for concept in sorted(broader or {})},
        names={x.id: x.name for x in (event.named if event else ())},
        sides={x.id: x.party for x in (event.named if event else ()) if x.party is not None},
    )


def place_of(url: str) -> str:
    """An address without what does not change the page: scheme, `www.`, final slash, fragment."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{'?' + parts.query if parts.query else ''}"


def _root(concept: str, broader: Mapping[str, str]) -> str:
    seen = {concept}
    while (above := broader.get(concept)) is not None and above not in seen:
        seen.add(above)
        concept = above
    return concept
