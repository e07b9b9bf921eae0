"""The event file: what happened, when, who takes part under which names, which outlets; never a value."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from corpus.errors import EventError
from corpus.strict import Strict, load_toml

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Lang = Annotated[str, Field(pattern=r"^(\*|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$")]
Names = dict[Lang, list[Annotated[str, Field(min_length=1)]]]


class Window(Strict):
    """The days in which coverage counts, both inclusive."""

    start: date
    end: date

    @model_validator(mode="after")
    def _in_order(self) -> "Window":
        if self.end < self.start:
            raise ValueError(f"an end not before the start {self.start}")
        return self


class Named(Strict):
    """Who can be mentioned. `aliases` are names per language; under "*" those used in every language."""

    id: Id
    name: str
    aliases: Names = {}
    party: Id | None = None


class Actor(Named):
    """Someone or something that takes part; found by its aliases only, so that its display name binds nothing."""

    kind: Literal["person", "organisation", "product", "place", "work", "other"]
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$")] | None = None


class Group(Named):
    """Several actors that texts name together. `aliases` are noun phrases that mean just this group in this event."""

    members: Annotated[list[Id], Field(min_length=2)]


class Party(Strict):
    """A side of the event; coverage is compared by whether each side is heard."""

    id: Id
    name: str
    role: Literal["accuser", "accused", "critic", "authority", "observer"]


class PrimarySource(Strict):
    """A document in which a party itself speaks; figures in an article with this address give the reference value."""

    id: Id
    actor: Id
    title: str
    url: str
    published: date | None = None


class Event(Strict):
    """One event. Ids are unique over actors and groups, and every id that is used is defined.

    `discover` names services that are asked for addresses beside the outlets themselves.
    """

    id: Id
    title: str
    summary: str = ""
    window: Window
    terms: Names
    outlets: list[Id] = []
    discover: list[Literal["wayback", "gdelt"]] = []
    parties: list[Party] = []
    actors: Annotated[list[Actor], Field(min_length=1)]
    groups: list[Group] = []
    sources: list[PrimarySource] = []

    @model_validator(mode="after")
    def _ids_are_defined_once(self) -> "Event":
        ids = [x.id for x in self.named]
        doubled = [i for i, n in Counter(ids).items() if n > 1]
        if doubled:
            raise ValueError(f'one actor or group per id, not two called "{doubled[0]}"')
        for where, used, known in self._references():
            if used not in known:
                raise ValueError(f'{where} to be one of {", ".join(sorted(known)) or "(none defined)"}, not "{used}"')
        return self

    def _references(self) -> Iterator[tuple[str, str, set[str]]]:
        actors, parties = {a.id for a in self.actors}, {p.id for p in self.parties}
        for member in self.named:
            if member.party is not None:
                yield f"{member.id}.party", member.party, parties
        for group in self.groups:
            yield from ((f"{group.id}.members", m, actors) for m in group.members)
        for source in self.sources:
            yield f"{source.id}.actor", source.actor, actors

    @property
    def named(self) -> tuple[Named, ...]:
        """The actors, then the groups."""
        return (*self.actors, *self.groups)

    def party_of(self, actor: str | None) -> str | None:
        """The side an actor or group is on, if the event gives it one."""
        return next((a.party for a in self.named if a.id == actor), None)

    def name_of(self, actor: str) -> str:
        """The actor's or group's display name; the key itself for actors the event does not define."""
        return next((a.name for a in self.named if a.id == actor), actor)


def aliases_in(names: Names, lang: str) -> list[str]:
    """The names for a language: its own (most specific tag first), its base language's, then everyone's."""
    base = lang.split("-")[0]
    keys = [key for key in (lang, *[k for k in names if k != lang and k.split("-")[0] == base], "*") if key in names]
    return list(dict.fromkeys(name for key in keys for name in names[key]))


def load_event(path: Path) -> Event:
    """The event in a TOML file; raises EventError with file and key."""
    return load_toml(path, Event, EventError)
