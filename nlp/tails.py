"""Sentences that only say who spoke the quotation before them: "Who can tell?" Mary asked with a smile."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from nlp.layers import Place
from nlp.pack_attribution import AttributionPack, CueEntry
from nlp.quotes import Quotation
from nlp.spotter import Hit
from nlp.words import tokenise

REACH = 60
"""Characters from the start of the sentence in which the cue begins."""
ADDRESSEE = 16
"""Characters in the longest phrase for whom a quotation is told."""
_CALLS = "!?…！？。"
"""Marks that end a quotation and look like the end of a sentence; after a comma or a Latin full stop nothing does."""
_OPENERS = tuple('“「『"')
_COLONS = (":", "：")
_COMMA = re.compile("[,，]")
_CLOSERS = '”」』"'


def attribution_tails(
    text: str,
    sentences: Sequence[Place],
    quotations: Sequence[Quotation],
    hits: Sequence[Hit[CueEntry]],
    pack: AttributionPack,
) -> frozenset[int]:
    """Where the sentences start that belong to the quotation that ends right before them."""
    ends = {q.end for q in quotations if text[q.inner_end - 1 : q.inner_end] in _CALLS and q.inner_end > q.inner_start}
    ends |= {s.end for s in sentences if text[s.end - 1] in _CLOSERS and text[s.end - 2 : s.end - 1] == "。"}
    if not pack.is_spaced:
        ends -= {q.end for q in quotations if text[max(0, q.start - 2) : q.start].rstrip().endswith(_COLONS)}
    starts = [h.start for h in hits]
    return frozenset(
        place.start
        for before, place in pairwise(sentences)
        if before.end in ends
        and "\n" not in text[before.end : place.start]
        and any(_closes(text, place, hit, pack) for hit in _speaking(hits, starts, place, pack))
    )


def _near(hits: Sequence[Hit[CueEntry]], starts: Sequence[int], place: Place) -> Iterator[Hit[CueEntry]]:
    for hit in hits[bisect_left(starts, place.start) :]:
        if hit.start >= min(place.start + REACH, place.end):
            return
        yield hit


def _speaking(
    hits: Sequence[Hit[CueEntry]], starts: Sequence[int], place: Place, pack: AttributionPack
) -> Iterator[Hit[CueEntry]]:
    """The cues that can close the sentence; without spaces between words only the first verb."""
    near = _near(hits, starts, place)
    return near if pack.is_spaced else islice((h for h in near if h.value.role == "verb"), 1)


def _closes(text: str, place: Place, hit: Hit[CueEntry], pack: AttributionPack) -> bool:
    """Whether nothing that could be another content follows the cue.

    Where the verb stands second, a quotation has it right behind; a sentence that begins otherwise stands on its own.
    """
    if hit.value.role != "verb" or "quote" not in hit.value.group.frames:
        return False
    if hit.start == place.start or pack.order is not None:
        return hit.start == place.start
    if not pack.is_spaced:
        rest = text[hit.end : place.end].lstrip()
        told = rest.rstrip("。.!！?？")
        addressee = _COMMA.split(rest, maxsplit=1)[0]
        if addressee != rest and "told" in hit.value.group.frames and addressee.endswith(pack.addressees):
            rest = rest[len(addressee) :] if len(addressee) <= ADDRESSEE else rest
        if told and "told" in hit.value.group.frames and told.endswith(pack.addressees):
            return len(told) <= ADDRESSEE and all(
                t.kind == "word" for t in tokenise(text, hit.end, hit.end + len(told))
            )
        return not told or (rest[0] in ",，" and rest[1:].lstrip()[:1] in _OPENERS)
    following = next(iter(tokenise(text, hit.end, place.end)), None)
    if following is None or following.kind == "mark":
        return following is None or text[following.start] in ".。,，;；…!?"
    word = text[following.start : following.end].lower()
    return word not in pack.complementisers and (word in pack.not_bare or word in pack.boundaries)
