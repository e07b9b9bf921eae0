"""Names of organisations with and without their legal form: Acme GmbH and Acme, ООО «Акме» and «Акме» are one."""

from collections.abc import Sequence
from dataclasses import replace

from nlp.name_keys import Name, key_of
from nlp.pack_actors import ActorsPack

BEFORE = 12
"""Characters of the longest legal form before a name, with the mark between them."""
_GAPS = (" ", ", ", "\u00a0")
_MARKS = " \u00a0«“„\"'"


def with_legal_forms(text: str, found: Sequence[Name], taken: Sequence[Name], pack: ActorsPack) -> list[Name]:
    """The names found, each with the key that it has without its legal form where that stands in the text too.

    A legal form alone beside a name is none; its name is an organisation wherever it stands.
    """
    if not pack.legal_forms:
        return list(found)
    known = {n.key: n for n in (*found, *taken)}
    edges = {n.end for n in (*found, *taken)}, {n.start for n in (*found, *taken)}
    kept: list[Name] = []
    formed: set[str] = set()
    for name in found:
        surface = text[name.start : name.end]
        bare = _without_forms(surface, pack)
        has_form = len(bare) < len(surface)
        if not bare and _is_beside(text, name, *edges):
            continue
        key = key_of(pack.base_form(bare), pack) if bare and has_form else name.key
        if has_form or _is_behind_form(text, name.start, pack):
            formed.add(key)
            same = known.get(key)
            name = replace(name, key=name.key if same is None else key, kind="organisation")
        kept.append(name)
    return [replace(n, kind="organisation") if n.key in formed and n.kind in ("other", "person") else n for n in kept]


def _without_forms(surface: str, pack: ActorsPack) -> str:
    words = surface.split()
    while words and _is_form(words[-1], pack):
        words.pop()
    while words and _is_form(words[0], pack):
        words.pop(0)
    return " ".join(words)


def _is_form(word: str, pack: ActorsPack) -> bool:
    return word.replace(".", "") in pack.legal_forms


def _is_beside(text: str, name: Name, ends: set[int], starts: set[int]) -> bool:
    """Whether a name ends right before a legal form, or begins right behind it."""
    before = any(name.start - len(gap) in ends and text.startswith(gap, name.start - len(gap)) for gap in _GAPS)
    return before or any(name.end + n in starts and not text[name.end : name.end + n].strip(_MARKS) for n in (1, 2))


def _is_behind_form(text: str, start: int, pack: ActorsPack) -> bool:
    before = text[max(0, start - BEFORE) : start].rstrip(_MARKS)
    return bool(before) and _is_form(before.split()[-1], pack)
