"""Names in oblique cases, where no morphology knows them: those of the event's aliases, and of the names of a text.

A name of the text has one key with the nominative that stands in the same text.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from nlp.name_keys import Name
from nlp.originals import as_other
from nlp.scripts import lower

SHORTEST = 2
"""Letters of the shortest stem."""
MAX_WORDS = 3
"""Words of the longest name that is looked at: each can have a few nominatives."""

DECLINED = 2
"""Words of an alias that can stand in another case: an adjective and its noun, a first and a last name."""

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


def declined(alias: str, case_endings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A name in what may be its cases; behind the first two words a name has only its complement: svaz horníků."""
    words = alias.split()
    tables = [[word, *_oblique(word, case_endings)] for word in words[:DECLINED]]
    for forms in product(*tables):
        yield " ".join((*forms, *words[DECLINED:]))


def _oblique(word: str, case_endings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The word with the endings that go with the longest nominative ending it has."""
    for length in range(min(2, len(word) - SHORTEST), -1, -1):
        ending = word[len(word) - length :]
        if ending in case_endings:
            yield from (word[: len(word) - length] + other for other in case_endings[ending])
            return


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
