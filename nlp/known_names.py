"""Names that the pack lists under the key of their English originals: countries, cities, institutions."""

from collections.abc import Iterator
from functools import cache

from corpus.tables import ActorKind
from nlp.language import Language
from nlp.morphology import inflected
from nlp.name_keys import Name
from nlp.pack_actors import actors_pack
from nlp.scripts import lower
from nlp.spotter import Phrases, shelf_of

Entry = tuple[str, ActorKind, bool]
"""Key, kind, and whether it is the form that the pack lists, not another case."""


class KnownNames:
    """The pack's known names in all their forms."""

    def __init__(self, language: Language) -> None:
        self._morphology = actors_pack(language).morphology
        self._phrases: Phrases[Entry] = Phrases(dict(self._entries(language)), shelf_of(language))

    @staticmethod
    def _entries(language: Language) -> Iterator[tuple[str, Entry]]:
        pack = actors_pack(language)
        names = [
            (name, key, kind)
            for kind, keys in pack.section.known.items()
            for key, names in keys.items()
            for name in names
        ]
        forms = [(form, name, key, kind) for name, key, kind in names for form in inflected(name, pack.morphology)]
        for form, name, key, kind in sorted(forms, key=lambda f: f[0] == f[1]):
            yield form, (key, kind, form == name)

    def find(self, text: str, starts: frozenset[int]) -> list[Name]:
        """The names in the text, in order; each has a capital, which at the start of a sentence may prove nothing."""
        return [
            Name(hit.start, hit.end, key, kind)
            for hit in self._phrases.find(text)
            for key, kind, is_base in (hit.value,)
            if text[hit.start].isupper()
            and (is_base or hit.start not in starts or not self._is_common(text[hit.start : hit.end]))
        ]

    def _is_common(self, form: str) -> bool:
        if self._morphology is None or " " in form:
            return False
        return any(not r.is_name for r in self._morphology.readings(lower(form)))


@cache
def known_names(language: Language) -> KnownNames:
    """The pack's known names, made ready once per process."""
    return KnownNames(language)
