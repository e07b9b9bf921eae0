"""Names that stand more than once in a text: where a sentence begins and a capital proves nothing, or cut short."""

import re
from collections.abc import Iterator, Sequence

from nlp.name_keys import Cover, Name
from nlp.pack_actors import ActorsPack

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NEXT = re.compile(r"[ \u00a0][^\W\d_]")


def repeated(text: str, found: Sequence[Name], starts: frozenset[int], pack: ActorsPack) -> Iterator[Name]:
    """The names at starts of sentences that repeat a single name, or the last of a full one, in the same form.

    The full name is a person's, or one of two words that may be.
    """
    if not pack.is_spaced or pack.nouns is not None:
        return
    known: dict[str, Name] = {}
    for name in found:
        surface = text[name.start : name.end]
        words = surface.split() if not surface.isalpha() else [surface]
        may_be_person = name.kind == "person" or (name.kind == "other" and len(words) == 2)
        if words and (may_be_person or len(words) == 1):
            known.setdefault(words[-1], name)
    initials = {word[0] for word in known}
    places = [start for start in sorted(starts) if text[start] in initials] if known else []
    cover = Cover(list(found) if places else [])
    for start in places:
        m = _WORD.match(text, start)
        same = known.get(m[0]) if m is not None else None
        if m is None or same is None or not m[0][0].isupper() or pack.is_no_name(m[0]):
            continue
        following = _NEXT.match(text, m.end())
        if cover.is_free(start, m.end()) and not (following and following[0][-1].isupper()):
            yield Name(start, m.end(), same.key, same.kind)


def unified(found: list[Name], taken: list[Name]) -> list[Name]:
    """The names with one key per actor: a last name alone takes the key of the full name in the same text.

    What is not known to be a person's name lends its key, and no kind, where only one name ends in the word.
    """
    ordered = sorted([*taken, *found], key=lambda n: n.start)
    ending: dict[str, dict[str, Name]] = {}
    for name in ordered:
        if "-" in name.key:
            ending.setdefault(name.key.rsplit("-", 1)[-1], {})[name.key] = name
    full: dict[str, Name] = {}
    for last, names in ending.items():
        people = [n for n in names.values() if n.kind == "person"]
        only = next(iter(names.values())) if len(names) == 1 else None
        if people:
            full[last] = people[-1]
        elif only is not None and only.kind == "other" and only.key.count("-") == 1:
            full[last] = only
    return [
        Name(n.start, n.end, full[n.key].key, full[n.key].kind)
        if n.key in full and n.kind in ("person", "other")
        else n
        for n in found
    ]
