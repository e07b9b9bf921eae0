"""Names with their original behind them in brackets: Илон Маск (Elon Musk)."""

import re

from nlp.name_keys import Name
from nlp.scripts import is_unspaced

_BRACKET = re.compile(r"\s?[(（]\s?([^()（）]{2,40})\s?[)）]")


def with_originals(text: str, names: list[Name]) -> list[Name]:
    """The names with one key for a name and the original in brackets after it: Илон Маск (Elon Musk)."""
    by_start = {n.start: n for n in names}
    same: dict[str, Name] = {}
    for name in names:
        m = _BRACKET.match(text, name.end)
        inner = by_start.get(m.start(1)) if m else None
        if inner is not None and inner.key != name.key:
            first, second = (
                (name, inner) if name.is_listed or (not inner.is_listed and is_latin(text, name)) else (inner, name)
            )
            same.setdefault(second.key, first) if not second.is_listed else None
    return [as_other(n, same[n.key]) if n.key in same else n for n in names]


def is_latin(text: str, name: Name) -> bool:
    """Whether the name is written in Latin letters."""
    return all(c < "\u0250" for c in text[name.start : name.end]) and not is_unspaced(text[name.start])


def as_other(name: Name, other: Name) -> Name:
    """The name under the key of another way to write it."""
    kind = other.kind if other.kind != "other" else name.kind
    return Name(name.start, name.end, other.key, kind, other.is_listed, other.wikidata)
