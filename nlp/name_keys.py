"""A name found, and the key that it has in every script."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from corpus.tables import ActorKind
from nlp.pack_actors import FORMS, ActorsPack
from nlp.scripts import lower

_WITHOUT_STROKE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
"""Latin letters that Unicode does not take apart, as English spells them (Wałęsa: walesa)."""


@dataclass(slots=True, unsafe_hash=True)  # never changed, but freezing costs most of the time that making one takes
class Name:
    """A name found: its place, key and kind; `is_listed` if the event defines the key."""

    start: int
    end: int
    key: str
    kind: ActorKind
    is_listed: bool = False
    wikidata: str | None = None


@lru_cache(maxsize=FORMS)
def key_of(name: str, pack: ActorsPack) -> str:
    """The name in lower-case Latin letters and digits, words joined by hyphens; other scripts without a table stay."""
    if (known := pack.exonyms.get(lower(name))) is not None:
        return known
    plain = name.lower().translate(pack.transliteration)
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain.translate(_WITHOUT_STROKE))
        plain = "".join(c for c in apart if not unicodedata.combining(c))
    return "-".join(re.findall(r"[^\W_]+", plain)) or name


class Cover:
    """The places that names have taken already."""

    def __init__(self, taken: list[Name]) -> None:
        self._spots = bytearray(max([name.end for name in taken], default=0))
        for name in taken:
            self.take(name)

    def is_free(self, start: int, end: int) -> bool:
        """Whether no name lies in the stretch."""
        return self._spots.find(1, start, end if end > start else start + 1) < 0

    def take(self, name: Name) -> None:
        """Keep the name's place."""
        start, end = name.start, name.end
        if end > len(self._spots):
            self._spots.extend(bytes(end - len(self._spots)))
        self._spots[start:end] = b"\1" * (end - start)
