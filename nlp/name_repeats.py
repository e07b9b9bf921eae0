"""Names that begin a sentence, where a capital proves nothing, and stand elsewhere in the text: Майорга утверждает."""

import re
from collections.abc import Iterator, Sequence

from nlp.name_keys import Cover, Name
from nlp.pack_actors import ActorsPack

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NEXT = re.compile(r"[ \u00a0][^\W\d_]")


def repeated(text: str, found: Sequence[Name], starts: frozenset[int], pack: ActorsPack) -> Iterator[Name]:
    """The names at starts of sentences that repeat a single name, or a person's last one, in the same form."""
    if not pack.is_spaced or pack.nouns is not None:
        return
    known: dict[str, Name] = {}
    for name in found:
        surface = text[name.start : name.end]
        words = surface.split() if not surface.isalpha() else [surface]
        if words and (name.kind == "person" or len(words) == 1):
            known.setdefault(words[-1], name)
    cover = Cover(list(found))
    for start in sorted(starts) if known else ():
        m = _WORD.match(text, start)
        same = known.get(m[0]) if m is not None else None
        if m is None or same is None or not m[0][0].isupper() or pack.is_no_name(m[0]):
            continue
        following = _NEXT.match(text, m.end())
        if cover.is_free(start, m.end()) and not (following and following[0][-1].isupper()):
            yield Name(start, m.end(), same.key, same.kind)
