"""The pack section `names.toml`: how names are written here, by the key of their Latin spelling."""

from collections.abc import Iterator

from corpus.strict import Strict
from corpus.tables import ActorKind

ALONE = 3
"""Characters from which a part of a person's name is no other word by chance, so that it can stand alone."""


class Names(Strict):
    """`names.toml`; `persons` holds parts of names."""

    places: dict[str, list[str]] = {}
    organisations: dict[str, list[str]] = {}
    persons: dict[str, list[str]] = {}

    def written(self) -> Iterator[tuple[str, tuple[str, ActorKind]]]:
        """Each way to write a name that can stand alone, with its key and kind."""
        tables: tuple[tuple[ActorKind, dict[str, list[str]], int], ...] = (
            ("person", self.persons, ALONE),
            ("organisation", self.organisations, 1),
            ("place", self.places, 1),
        )
        for kind, table, shortest in tables:
            yield from ((form, (key, kind)) for key, forms in table.items() for form in forms if len(form) >= shortest)
