"""What the rules of attribution look at: one segment with its cues, the mentions in it, and the language's packs."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nlp.layers import Mention
from nlp.morphology import Form
from nlp.pack_actors import ActorsPack
from nlp.pack_attribution import AttributionPack, CueEntry
from nlp.scripts import is_unspaced
from nlp.segments import Segment
from nlp.spotter import Hit


@dataclass(frozen=True, slots=True)
class CueAt:
    """A cue and the tokens it covers, `last` included."""

    first: int
    last: int
    hit: Hit[CueEntry]

    @property
    def entry(self) -> CueEntry:
        """What the cue can govern."""
        return self.hit.value


@dataclass(slots=True)
class View:
    """A segment made ready. `owner` gives the widest mention over each token, `cues` are in order.

    `tail` is the token at which a closing attribution begins ("..., she said"), which ends every other content.
    """

    segment: Segment
    pack: AttributionPack
    actors: ActorsPack
    cues: list[CueAt]
    owner: list[Mention | None]
    used: set[int] = field(default_factory=set)
    tail: int | None = None
    by_token: dict[int, CueAt] = field(default_factory=dict)

    def word(self, index: int) -> str:
        """The token in lower case."""
        return self.segment.word(index)

    def readings(self, index: int) -> tuple[Form, ...]:
        """The morphology's readings of a word; none for marks, quotations and languages without one."""
        if self.pack.morphology is None or self.segment.kind(index) != "word":
            return ()
        return self.pack.morphology.readings(self.segment.surface(index))

    def has_pos(self, index: int, *classes: str) -> bool:
        """Whether the word's first reading is of one of the classes."""
        readings = self.readings(index)
        return bool(readings) and readings[0].pos in classes

    def first_of(self, mention: Mention) -> int:
        """The index of a mention's first token."""
        return self.segment.at(mention.start)

    def last_of(self, mention: Mention) -> int:
        """The index of a mention's last token."""
        return self.segment.at(mention.end - 1)

    def is_gap(self, index: int) -> bool:
        """Whether a space stands for a mark before the token, as in headlines of unspaced scripts."""
        if self.pack.is_spaced or not 0 < index < len(self.segment.tokens):
            return False
        end, start = self.segment.tokens[index - 1].end, self.segment.tokens[index].start
        text = self.segment.text
        return end < start and is_unspaced(text[end - 1]) and is_unspaced(text[start]) and self.segment.is_title

    def cue_at(self, index: int) -> CueAt | None:
        """The cue that covers a token."""
        return self.by_token.get(index)


def make_view(
    segment: Segment,
    pack: AttributionPack,
    actors: ActorsPack,
    hits: Sequence[Hit[CueEntry]],
    mentions: Sequence[Mention],
) -> View:
    """The view of a segment; hits and mentions are those that begin inside it, in order."""
    cues = []
    for hit in hits:
        first, last = segment.at(hit.start), segment.at(hit.end - 1)
        if last < len(segment.tokens) and segment.kind(first) == "word" and _is_whole(segment, hit, first, last):
            cues.append(CueAt(first, last, hit))
    owner: list[Mention | None] = [None] * len(segment.tokens)
    for mention in mentions:
        first, last = segment.at(mention.start), segment.at(mention.end - 1)
        if last >= len(segment.tokens) or segment.kind(first) == "quote" or mention.end > segment.end:
            continue
        for index in range(first, last + 1):
            held = owner[index]
            if held is None or held.end - held.start < mention.end - mention.start:
                owner[index] = mention
    view = View(segment, pack, actors, cues, owner)
    view.cues = [
        c
        for c in cues
        if c.entry.role != "verb" or not (_is_passive(view, c) or _is_noun(view, c) or _is_in_name(view, c))
    ]
    view.by_token = {index: c for c in reversed(view.cues) for index in range(c.first, c.last + 1)}
    return view


def _is_whole(segment: Segment, hit: Hit[CueEntry], first: int, last: int) -> bool:
    return segment.tokens[first].start == hit.start and segment.tokens[last].end == hit.end


def _is_in_name(view: View, cue: CueAt) -> bool:
    owner = view.owner[cue.first]
    return owner is not None and owner.resolved_by == "name" and owner.end - owner.start > cue.hit.end - cue.hit.start


def _is_passive(view: View, cue: CueAt) -> bool:
    if view.word(cue.last + 1) in view.pack.passive_marks:
        return True
    before = _before_adverbs(view, cue.first, view.pack.passive_auxiliaries)
    return cue.entry.shape == "finite" and view.word(before) in view.pack.passive_auxiliaries


def _is_noun(view: View, cue: CueAt) -> bool:
    if view.word(cue.first) not in view.pack.homographs or cue.first != cue.last:
        return False
    before = _before_adverbs(view, cue.first, frozenset())
    return view.segment.kind(before) == "word" and view.owner[before] is None


def _before_adverbs(view: View, at: int, stop: frozenset[str]) -> int:
    before = at - 1
    while before > 0 and view.word(before) in view.pack.transparent and view.word(before) not in stop:
        before -= 1
    return before
