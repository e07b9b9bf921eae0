"""Concepts of counted nouns, which all languages share: `concepts.toml`."""

from functools import cache
from pathlib import Path

from corpus.errors import PackError
from corpus.strict import Strict, load_toml

_CONCEPTS = Path(__file__).parent / "concepts.toml"


class Concept(Strict):
    """One entry of `concepts.toml`."""

    label: str
    broader: str | None = None


class Concepts(Strict):
    """`concepts.toml`: what is counted, across languages."""

    concept: dict[str, Concept]


@cache
def concepts() -> dict[str, Concept]:
    """The concepts of counted nouns, by id."""
    return load_toml(_CONCEPTS, Concepts, PackError).concept


def is_kind_of(concept: str | None, wanted: str) -> bool:
    """Whether a concept is another one or narrower than it."""
    while concept is not None and concept != wanted:
        found = concepts().get(concept)
        concept = found.broader if found else None
    return concept is not None
