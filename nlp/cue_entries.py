"""A form of a cue with what it may govern, and one entry for a form that several cues have."""

from dataclasses import dataclass, field, replace
from typing import Literal

from nlp.sections.attributions import CueGroup, Frame, Hearsay

Role = Literal[
    "verb", "agentless", "according", "behind", "closing", "hearsay", "passive", "noun", "particle", "silence", "none"
]
Shape = Literal["finite", "gerund", "participle", "final", "split", "other"]


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A form of a cue with its group and, where the morphology tells, number, gender and tense.

    `holder` is the word inside the cue that is its source: his in "in his view". `splits` are the verbs of which the
    form is one part, by the word that closes their clause; of shape `split` it is nothing else. A form that can be a
    participle as well `is_participle` too. `frames` are those that its group allows.
    """

    role: Role
    group: CueGroup
    shape: Shape = "finite"
    number: str | None = None
    gender: str | None = None
    tense: str | None = None
    holder: str | None = None
    hearsay: Hearsay | None = None
    splits: tuple[tuple[str, "CueEntry"], ...] = ()
    is_participle: bool = False
    is_infinitive: bool = False
    frames: frozenset[Frame] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Take over the group's frames, which are asked for most."""
        object.__setattr__(self, "frames", frozenset(self.group.frames))

    def agrees(self, other: "CueEntry") -> bool:
        """Whether two forms can share a subject."""
        same_gender = self.gender == other.gender or None in (self.gender, other.gender)
        return self.number == other.number and (self.tense == "past") == (other.tense == "past") and same_gender


_RANKS = {"participle": 1, "split": 2}
"""How little a shape says by itself: a form that can be finite is that first."""


def joined(old: CueEntry | None, new: CueEntry) -> CueEntry:
    """One entry for a form that several verbs have: the first of those that can stand alone, with all splits."""
    if old is None:
        return new
    if old.role != "verb" or new.role != "verb":
        return old
    kept = min(old, new, key=lambda e: _RANKS.get(e.shape, 0))
    return replace(kept, splits=(*old.splits, *new.splits), is_participle=old.is_participle or new.is_participle)
