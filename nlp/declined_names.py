"""Names in oblique cases, where no morphology knows them: one key with the nominative that stands in the same text."""

from collections.abc import Iterator, Mapping
from itertools import product

from nlp.name_keys import Name
from nlp.originals import as_other
from nlp.scripts import lower

SHORTEST = 2
"""Letters of the shortest stem."""
MAX_WORDS = 3
"""Words of the longest name that is looked at: each can have a few nominatives."""

Words = tuple[str, ...]


def with_nominatives(text: str, names: list[Name], nominatives: Mapping[str, tuple[str, ...]]) -> list[Name]:
    """The names, those that are another one of the text in another case with its key: Anny Zaleskiej (Anna Zaleska).

    A last name alone is that of a person named in full.

    Args:
        text: the text.
        names: in order.
        nominatives: what can stand in the nominative for an ending of another case.
    """
    if not nominatives:
        return names
    known = _by_words(text, names)
    return [_as_nominative(_words(text, name), name, known, nominatives) for name in names]


def _words(text: str, name: Name) -> Words:
    return tuple(lower(text[name.start : name.end]).split())


def _by_words(text: str, names: list[Name]) -> dict[Words, Name]:
    found: dict[Words, Name] = {}
    for name in names:
        words = _words(text, name)
        found.setdefault(words, name)
        if len(words) > 1 and name.kind == "person":
            found.setdefault(words[-1:], name)
    return found


def _as_nominative(
    words: Words, name: Name, known: Mapping[Words, Name], nominatives: Mapping[str, tuple[str, ...]]
) -> Name:
    if name.is_listed or len(words) > MAX_WORDS:
        return name
    forms = product(*((word, *_nominatives(word, nominatives)) for word in words))
    other = next((known[form] for form in forms if form != words and form in known), None)
    return as_other(name, other) if other is not None and other.key != name.key else name


def _nominatives(word: str, nominatives: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for length in range(min(max(map(len, nominatives)), len(word) - SHORTEST), 0, -1):
        stem, ending = word[:-length], word[-length:]
        yield from (stem + other for other in nominatives.get(ending, ()))
