"""Two layers of one pack file: what a script wrote from public tables lies under what was written by hand.

A form that stands anywhere in a table of the hand layer belongs there: the generated layer adds it nowhere else in that
table. `drop = [...]` at the top of a hand file takes generated forms out that do harm.
"""

from collections.abc import Iterator
from typing import Any

from nlp.lookup import expand_all

DROP = "drop"


def merged(hand: dict[str, Any], generated: dict[str, Any]) -> dict[str, Any]:
    """The hand-written tables with whatever the generated ones add; `drop` itself is no part of it."""
    dropped = frozenset(form.lower() for form in hand.get(DROP, ()))
    own = {key: value for key, value in hand.items() if key != DROP}
    table: dict[str, Any] = _joined(own, generated, dropped, own.get("endings", {}), is_top=True)
    return table


def _joined(
    hand: Any, made: Any, dropped: frozenset[str], endings: dict[str, list[str]], *, is_top: bool = False
) -> Any:
    if isinstance(made, dict):
        taken = dropped if is_top else dropped | {form.lower() for form in expand_all(_strings(hand), endings)}
        out = dict(hand)
        for key, value in made.items():
            out[key] = _joined(hand[key], value, taken, endings) if key in hand else _kept(value, taken)
        return out
    if isinstance(made, list):
        return [*hand, *(one for one in _kept(made, dropped) if one not in hand)]
    return hand


def _kept(made: Any, dropped: frozenset[str]) -> Any:
    """Generated tables without what the hand layer has elsewhere or drops."""
    if isinstance(made, dict):
        return {key: _kept(value, dropped) for key, value in made.items()}
    if isinstance(made, list):
        return [one for one in made if not isinstance(one, str) or one.lower() not in dropped]
    return made


def _strings(value: Any) -> Iterator[str]:
    """All strings in nested tables and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)
