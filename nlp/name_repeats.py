"""Names that begin a sentence, where a capital proves nothing, and stand elsewhere in the text: Майорга утверждает."""

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
