"""Places in a text with their characters, as lists in the tables hold them."""

from dataclasses import dataclass
from typing import Literal

HedgeClass = Literal["modal", "evidential", "attribution"]


@dataclass(frozen=True, slots=True)
class Span:
    """One place in a text."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class Hedge:
    """One place where a claim is weakened or held at a distance, with its class."""

    start: int
    end: int
    surface: str
    hedge_class: HedgeClass
