"""Clauses of a sentence, roughly: stretches between marks and conjunctions, enough to tell whose a figure is."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nlp.layers import Place, Placed
from nlp.pack_attribution import AttributionPack
from nlp.scripts import lower, lower_page
from nlp.words import pieces, tokenise

_MARKS = frozenset(",，;；:：—–―()（）")
_BEFORE = ",，;；:：—–―()（）、 "
_MARK = re.compile("[,，;；:：—–―()（）]")


def split_clauses(text: str, place: Place, pack: AttributionPack, whole: Sequence[Placed] = ()) -> list[Place]:
    """The clauses of a stretch in order; marks inside the `whole` places, such as a list of names, divide nothing."""
    inside = {at for w in whole for at in range(w.start, w.end)}
    edges = [place.start, *(at for at in _edges(text, place, pack) if at not in inside), place.end]
    return [Place(a, b) for a, b in pairwise(edges) if a < b]


def _edges(text: str, place: Place, pack: AttributionPack) -> list[int]:
    """Where clauses may begin; without spaces, only marks tell."""
    if not pack.is_spaced:
        return [m.start() for m in _MARK.finditer(text, place.start, place.end)]
    page, words = lower_page(text), pack.clause_words
    if pack.clitics is None:
        return list(_edges_between_spaces(page, place, words))
    return [
        start
        for start, end, kind in tokenise(text, place.start, place.end, pack.clitics)
        if page[start:end] in (words if kind == "word" else _MARKS)
    ]


def _edges_between_spaces(page: str, place: Place, words: frozenset[str]) -> Iterator[int]:
    """The same, what stands between two spaces taken as it is where it is a mere word."""
    at = place.start
    for piece in page[place.start : place.end].split(" "):
        if piece.isascii() and piece.isalpha():
            if piece in words:
                yield at
        elif piece:
            yield from (i for i, word in pieces(page, at, at + len(piece)) if word in words or word in _MARKS)
        at += len(piece) + 1


def has_own_subject(text: str, clause: Place, before: int, pack: AttributionPack, newcomers: frozenset[str]) -> bool:
    """Whether the clause has a subject of its own in front of an offset: a noun in the nominative with its verb.

    Without a morphology, a clause that begins with an indefinite article or the like (`newcomers`) has one.
    """
    if not pack.is_spaced:
        return _begins_new(text[clause.start : min(before, clause.end)], pack, newcomers)
    tokens = [t for t in tokenise(text, clause.start, min(before, clause.end), pack.clitics) if t.kind == "word"]
    words = [text[t.start : t.end] for t in tokens]
    while words and lower(words[0]) in pack.joint_words:
        words = words[1:]
    if pack.morphology is None:
        return any(lower("".join(words[:n])) in newcomers for n in (1, 2, 3)) if words else False
    return _agreeing(words, pack)


def _begins_new(clause: str, pack: AttributionPack, newcomers: frozenset[str]) -> bool:
    """Whether a clause of a script without spaces begins with one of the `newcomers`, behind marks and conjunctions."""
    rest = lower(clause).lstrip(_BEFORE)
    while joint := next((w for w in pack.joints if rest.startswith(w)), ""):
        rest = rest[len(joint) :]
    return rest.startswith(tuple(newcomers))


def _agreeing(words: list[str], pack: AttributionPack) -> bool:
    assert pack.morphology is not None
    readings = [pack.morphology.readings(w) for w in words]
    numbers = {r.number for rs in readings for r in rs[:1] if r.pos == "VERB"}
    nouns = {
        r.number
        for index, rs in enumerate(readings)
        for r in rs
        if rs[0].pos == "NOUN" and r.pos == "NOUN" and r.case == "nomn" and not _is_governed(readings, index)
    }
    return bool(numbers & nouns)


def _is_governed(readings: list[tuple], index: int) -> bool:  # type: ignore[type-arg]
    """Whether a preposition, or a noun whose genitive it may be, stands before the word or its adjectives."""
    at = index - 1
    while at >= 0 and readings[at][0].pos in ("ADJF", "PRTF"):
        at -= 1
    return at >= 0 and readings[at][0].pos in ("PREP", "NOUN", "NUMR")
