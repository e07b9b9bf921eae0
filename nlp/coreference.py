"""Whom a noun or pronoun means: the last actor that fits in kind and number, by one pass over a text's mentions.

The most recent sentence with a fitting actor decides, and in it the actor named first, which is mostly its topic.
A noun that speaks prefers the last speaker. What does not fit stays unresolved: no actor is better than a wrong one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corpus.tables import ActorKind
from nlp.genders import gender_of, genders_of
from nlp.layers import Mention, Place
from nlp.pack_actors import ActorsPack, Reference
from nlp.scripts import lower
from nlp.words import tokenise

REACH = 12
"""Sentences looked back for a noun's actor; a pronoun reaches one."""
_UNCLEAR: frozenset[ActorKind] = frozenset({"other"})
"""Kinds of nouns that mean nobody in particular; others mean an actor of their kind."""

_GENDERS = (None, "masc", "femn")


Numeral = Callable[[], int | None]
"""Gives the number that stands before a noun; most nouns need not be asked."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What claims know of a mention: it speaks, and (`is_inside`) it stands in what another one says."""

    is_speaker: bool = True
    is_inside: bool = False


def resolve(
    text: str,
    mentions: Sequence[Mention],
    sentences: Sequence[Place],
    pack: ActorsPack,
    *,
    groups: Mapping[str, int] | None = None,
    speakers: Mapping[tuple[int, int], Speech] | None = None,
) -> list[Mention]:
    """The mentions with nouns and pronouns resolved again from scratch; names stay as they are.

    Args:
        text: the text.
        mentions: in order of their place.
        sentences: in order.
        pack: the language's section.
        groups: the event's groups with their sizes, for "the three companies" before they are named.
        speakers: the mentions known to speak, by start and end.
    """
    memory = _Memory([s.start for s in sentences], dict(groups or {}), genders_of(text, mentions, pack))
    resolved: list[Mention] = []
    for mention in mentions:
        memory.go_to(mention.start)
        speech = speakers.get((mention.start, mention.end)) if speakers else None
        if mention.resolved_by != "name":
            mention = _resolved(text, mention, pack, memory, speech)
        if mention.actor is not None:
            memory.add(mention, mention.actor, speech)
        resolved.append(mention)
    return resolved


def _resolved(text: str, mention: Mention, pack: ActorsPack, memory: "_Memory", speech: Speech | None) -> Mention:
    reference = pack.reference_in(text[mention.start : mention.end])
    if reference is None:
        return mention
    kind = kind_in_place(text, mention, reference, pack)
    memory.gender = gender_of(text, mention, pack)
    actor = memory.find(reference, kind, speech, lambda: _numeral_before(text, mention, pack))
    if actor is None and mention.kind == kind == "group":
        return mention
    known = memory.kinds.get(actor, kind) if actor is not None else kind
    if (actor, known) == (mention.actor, mention.kind):
        return mention
    return Mention(mention.start, mention.end, actor, known, mention.resolved_by, mention.wikidata)


def kind_in_place(text: str, place: Mention | Place, reference: Reference, pack: ActorsPack) -> ActorKind:
    """The kind that the noun's number gives; where the form has both numbers, its neighbours decide."""
    if reference.plural is None or reference.singular is None:
        return reference.plural or reference.singular or "other"
    return reference.plural if _is_plural(text, place, pack) else reference.singular


def _is_plural(text: str, place: Mention | Place, pack: ActorsPack) -> bool:
    assert pack.morphology is not None
    before = tokenise(text, max(0, place.start - 40), place.start)[-2:]
    for token in reversed(before):
        if text[token.start].isdigit():
            return True
        readings = pack.morphology.readings(text[token.start : token.end])
        numbers = {r.number for r in readings if r.pos in ("ADJF", "PRTF", "NUMR") or r.pos == "NPRO"}
        if numbers:
            return numbers == {"plur"} or (None in numbers and "sing" not in numbers)
        if token is before[-1] and any(r.pos in ("PREP", "NOUN", "INFN") for r in readings):
            return False
    for token in tokenise(text, place.end, min(len(text), place.end + 60))[:5]:
        readings = pack.morphology.readings(text[token.start : token.end])
        verbs = {r.number for r in readings if r.pos == "VERB"}
        if verbs:
            return "plur" in verbs
    return False


def _numeral_before(text: str, place: Mention | Place, pack: ActorsPack) -> int | None:
    surface = lower(text[max(0, place.start - 30) : place.end])
    if not pack.is_spaced:
        return next((n for w, n in pack.numerals.items() if w in surface[-12:]), None)
    if not any(map(surface.__contains__, pack.numerals)):
        return None
    words = [surface[t.start : t.end] for t in tokenise(surface, 0, len(surface))]
    return next((pack.numerals[w] for w in reversed(words[-4:]) if w in pack.numerals), None)


class _Memory:
    """The first actor of each kind in the last sentence that has one, and who spoke last."""

    def __init__(self, starts: list[int], groups: dict[str, int], genders: dict[str, str]) -> None:
        self._starts = starts
        self._sentence = -1
        self._groups = groups
        self._genders = genders
        self.gender: str | None = None
        self._last: dict[tuple[ActorKind, str | None], tuple[int, str]] = {}
        self.kinds: dict[str, ActorKind] = {}
        self._speaker: str | None = None

    def go_to(self, at: int) -> None:
        """Go on to the sentence of an offset, which is not before the last one."""
        last = len(self._starts) - 1
        while self._sentence < last and self._starts[self._sentence + 1] <= at:
            self._sentence += 1

    def add(self, mention: Mention, actor: str, speech: Speech | None) -> None:
        known = self.kinds.setdefault if mention.resolved_by == "name" else self.kinds.get
        kind = known(actor, mention.kind)
        own = self._genders.get(actor)
        for gender in _GENDERS if self._genders and own is None else (None, own):
            last = self._last.get((kind, gender))
            if last is None or last[0] < self._sentence:
                self._last[kind, gender] = self._sentence, actor
        if speech is not None and speech.is_speaker and not speech.is_inside:
            self._speaker = actor

    def find(self, ref: Reference, kind: ActorKind, speech: Speech | None, numeral: Numeral) -> str | None:
        if ref.role == "generic":
            return None
        if ref.role == "document":
            return self._speaker if speech is not None else None
        if ref.role == "representative":
            return self._speaker if speech is not None else self._by_size(kind, numeral)
        if speech is not None and not speech.is_inside and self._fits(self._speaker, kind):
            return self._speaker
        reach = 1 if ref.role in ("pronoun", "holder") else REACH
        return self._recent(kind, reach) or self._by_size(kind, numeral)

    def _fits(self, actor: str | None, kind: ActorKind) -> bool:
        if actor is None or kind in _UNCLEAR or self.kinds.get(actor) != kind:
            return False
        return self.gender is None or self._genders.get(actor, self.gender) == self.gender

    def _recent(self, kind: ActorKind, reach: int) -> str | None:
        key = kind, self.gender if self._genders else None
        if key not in self._last or kind in _UNCLEAR:
            return None
        sentence, actor = self._last[key]
        return actor if 0 <= sentence >= self._sentence - reach else None

    def _by_size(self, kind: ActorKind, numeral: Numeral) -> str | None:
        if kind != "group" or not self._groups:
            return None
        told = numeral()
        fitting = [g for g, size in self._groups.items() if size == told]
        return fitting[0] if len(fitting) == 1 else None
