"""What the rules of attribution look at: one segment with its cues, the mentions in it, and the language's packs."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from nlp.cue import CueAt
from nlp.layers import Mention
from nlp.morphology import Form
from nlp.pack_actors import ActorsPack
from nlp.pack_attribution import AttributionPack, CueEntry
from nlp.predicates import completed
from nlp.scripts import is_unspaced
from nlp.segments import Segment
from nlp.spotter import Hit
from nlp.tagger import Tagger, Word
from nlp.verb_groups import verb_group

__all__ = ["CueAt", "View", "make_view"]


@dataclass(slots=True)
class View:
    """A segment made ready. `owner` gives the widest mention over each token, `cues` are in order.

    `before` keeps the subjects found before a token for a form of a cue, since several rules ask, and `tails` what was
    found for a cue that may close its sentence, at that state of `tail`. `tail` is the token
    at which a closing attribution begins ("..., she said"), which ends every other content; `behind` remembers the last
    token of each cue's subject by the cue's first one. `word` gives the token at an index in lower case, `cue_at` the
    cue that covers it.
    `mains` keeps the subject of an earlier verb.
    `moods` tell hearsay, each inside a verb that may attribute nothing itself.
    """

    segment: Segment
    pack: AttributionPack
    actors: ActorsPack
    cues: list[CueAt]
    owner: list[Mention | None]
    used: set[int] = field(default_factory=set)
    tail: int | None = None
    moods: list[CueAt] = field(default_factory=list)
    by_token: dict[int, CueAt] = field(default_factory=dict)
    behind: dict[int, int] = field(default_factory=dict)
    mains: dict[tuple[int, int], Any] = field(default_factory=dict)
    before: dict[tuple[int, int], tuple[CueEntry, Any]] = field(default_factory=dict)
    tails: dict[tuple[int, int | None], tuple[CueAt, Any]] = field(default_factory=dict)
    word: Callable[[int], str] = field(init=False)
    cue_at: Callable[[int], CueAt | None] = field(init=False)
    _words: list[Word] | None = None
    _readings: dict[int, tuple[Form, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take over the segment's words, and the cues by their tokens."""
        self.word = self.segment.word
        self.cue_at = self.by_token.get

    @property
    def words(self) -> list[Word]:
        """What the tagger sees in the segment, a quotation as one noun; the segment is read when first asked."""
        if self._words is None:
            self._words = _tagged(self.segment, self.pack.tagger) if self.pack.tagger is not None else []
        return self._words

    def readings(self, index: int) -> tuple[Form, ...]:
        """The morphology's readings of a word; none for marks, quotations and languages without one."""
        morphology = self.pack.morphology
        if morphology is None:
            return ()
        if index not in self._readings:
            is_word = self.segment.kind(index) == "word"
            self._readings[index] = morphology.readings(self.segment.surface(index)) if is_word else ()
        return self._readings[index]

    def has_pos(self, index: int, *classes: str) -> bool:
        """Whether the word's first reading is of one of the classes."""
        readings = self.readings(index)
        return bool(readings) and readings[0].pos in classes

    def first_of(self, mention: Mention) -> int:
        """The index of a mention's first token."""
        return bisect_right(self.segment.ends, mention.start)

    def last_of(self, mention: Mention) -> int:
        """The index of a mention's last token."""
        return bisect_right(self.segment.ends, mention.end - 1)

    def is_gap(self, index: int) -> bool:
        """Whether a space stands for a mark before the token, as in headlines of unspaced scripts."""
        if self.pack.is_spaced or not 0 < index < len(self.segment.starts):
            return False
        end, start = self.segment.ends[index - 1], self.segment.starts[index]
        text = self.segment.text
        return end < start and is_unspaced(text[end - 1]) and is_unspaced(text[start]) and self.segment.is_title


def make_view(
    segment: Segment,
    pack: AttributionPack,
    actors: ActorsPack,
    hits: Sequence[Hit[CueEntry]],
    mentions: Sequence[Mention],
) -> View:
    """The view of a segment; hits and mentions are those that begin inside it, hits at a word, in order."""
    cues = _cues(segment, pack, hits)
    if pack.order is not None:
        cues = completed(segment, pack.order, cues)
    view = View(segment, pack, actors, cues, _owners(segment, mentions))
    view.cues = [c for c in cues if c.entry.role != "verb" or _is_verb(view, c)]
    if any(c.entry.role == "hearsay" for c in view.cues):
        in_verbs = {at for c in view.cues if c.entry.role == "verb" for at in c.tokens}
        view.moods = [c for c in view.cues if _is_auxiliary(c, in_verbs)]
        view.cues = [c for c in view.cues if not _is_auxiliary(c, in_verbs)]
    view.cues = [c for c in view.cues if c.entry.role != "according" or not _is_plain_preposition(view, c)]
    for cue in reversed(view.cues):
        for index in cue.tokens:
            view.by_token[index] = cue
    return view


def _cues(segment: Segment, pack: AttributionPack, hits: Sequence[Hit[CueEntry]]) -> list[CueAt]:
    """The cues that are whole words, those that are verbs with all words of these."""
    cues: list[CueAt] = []
    starts, ends = segment.starts, segment.ends
    for hit in hits:
        first = bisect_right(ends, hit.start)
        last = first if ends[first] >= hit.end else bisect_right(ends, hit.end - 1)
        if last < len(starts) and starts[first] == hit.start and ends[last] == hit.end:
            cues += _whole_verb(segment, pack, CueAt(first, last, hit))
    return cues


def _owners(segment: Segment, mentions: Sequence[Mention]) -> list[Mention | None]:
    """The widest mention over each token."""
    starts, ends = segment.starts, segment.ends
    owner: list[Mention | None] = [None] * len(starts)
    for mention in mentions:
        start, end = mention.start, mention.end
        if end > segment.end:
            continue
        first = bisect_right(ends, start)
        last = first
        while last < len(ends) and ends[last] < end:
            last += 1
        if last == len(ends) or segment.kind(first) == "quote":
            continue
        for index in range(first, last + 1):
            held = owner[index]
            if held is None or held.end - held.start < end - start:
                owner[index] = mention
    return owner


def _is_verb(view: View, cue: CueAt) -> bool:
    """Whether the form of a verb is one here, not in a passive, a noun, a name, or a longer word."""
    return not (_is_passive(view, cue) or _is_noun(view, cue) or _is_in_name(view, cue) or _is_part(view, cue))


def _whole_verb(segment: Segment, pack: AttributionPack, cue: CueAt) -> list[CueAt]:
    """The cue with all words of its verb; none for a participle that is no verb."""
    if cue.entry.role != "verb" or not (pack.auxiliaries or pack.verb_pronouns):
        return [cue]
    group = verb_group(segment, pack, cue.first, cue.entry)
    if group is None:
        return []
    hit = cue.hit
    if group.auxiliary is not None and group.subject is None:
        first = group.auxiliary - (segment.word(group.auxiliary - 1) in pack.reflexives)
        hit = Hit(segment.starts[first], hit.end, hit.value)
    return [CueAt(group.first, max(cue.last, group.last), hit, subject=group.subject)]


def _tagged(segment: Segment, tagger: Tagger) -> list[Word]:
    words = [word for part in segment.stretches for word in tagger.words(segment.text, part.start, part.end)]
    quoted = [Word(q.start, q.end, "noun", segment.text[q.start : q.end]) for q in segment.quotations]
    return sorted([*words, *quoted]) if quoted else words


def _is_auxiliary(cue: CueAt, in_verbs: set[int]) -> bool:
    """Whether what tells hearsay belongs to a verb that is a cue itself: is said to have declared."""
    return cue.entry.role == "hearsay" and cue.first in in_verbs


def _is_plain_preposition(view: View, cue: CueAt) -> bool:
    """Whether an attribution that is any preposition as well (for S, C) stands where no clause begins."""
    if not cue.entry.group.needs_mention or view.segment.kind(cue.first - 1) != "word":
        return False
    before = view.word(cue.first - 1)
    pack = view.pack
    return before not in pack.lead_in_words and before not in pack.coordinators and before not in pack.complementisers


def _is_in_name(view: View, cue: CueAt) -> bool:
    owner = view.owner[cue.first]
    return owner is not None and owner.resolved_by == "name" and owner.end - owner.start > cue.hit.end - cue.hit.start


def _is_part(view: View, cue: CueAt) -> bool:
    """Whether the tagger has a cue of one character inside a longer noun; or one that `needs_word` not as a word."""
    if view.pack.tagger is None or (cue.hit.end - cue.hit.start > 1 and not cue.entry.group.needs_word):
        return False
    at = bisect_left(view.words, (cue.hit.start + 1,)) - 1
    word = view.words[at]
    is_whole = word.start == cue.hit.start and word.end == cue.hit.end
    is_closing = word.end == cue.hit.end and view.segment.kind(cue.last + 1) != "word"
    return not is_whole and (cue.entry.group.needs_word or (word.kind in ("noun", "adverb") and not is_closing))


def _is_passive(view: View, cue: CueAt) -> bool:
    """Whether a form is a passive, or by its auxiliary the writer's or the reader's (řekl jsem)."""
    pack, following = view.pack, view.word(cue.last + 1)
    if following in pack.passive_marks or following in pack.speaker_auxiliaries:
        return True
    auxiliaries = pack.all_passive_auxiliaries
    before = _before_adverbs(view, cue.first, auxiliaries)
    is_finite = cue.entry.shape == "finite" and not cue.entry.is_participle
    return is_finite and view.word(before) in auxiliaries


def _is_noun(view: View, cue: CueAt) -> bool:
    if view.word(cue.last) not in view.pack.homographs or cue.hit.end - cue.hit.start != len(view.word(cue.last)):
        return False
    if view.pack.homograph_guards:
        return view.word(cue.last - 1) in view.pack.homograph_guards
    before = _before_adverbs(view, cue.first, frozenset())
    return view.segment.kind(before) == "word" and view.owner[before] is None


def _before_adverbs(view: View, at: int, stop: frozenset[str]) -> int:
    before = at - 1
    while before > 0 and view.word(before) in view.pack.transparent and view.word(before) not in stop:
        before -= 1
    return before
