"""A cue as it stands in a segment."""

from dataclasses import dataclass

from nlp.pack_attribution import CueEntry
from nlp.spotter import Hit


@dataclass(frozen=True, slots=True)
class CueAt:
    """A cue and the tokens from its first part to its `last`; `apart` gives the tokens of parts that stand apart.

    `hit` is the part that is the cue; `is_final` where it closes a subordinate clause; `subject` is the token of a
    subject inside it (has-she said).
    """

    first: int
    last: int
    hit: Hit[CueEntry]
    apart: tuple[int, ...] = ()
    is_final: bool = False
    subject: int | None = None

    @property
    def entry(self) -> CueEntry:
        """What the cue can govern."""
        return self.hit.value

    @property
    def head(self) -> int:
        """The last token of the part that a subject can follow: the finite one."""
        return self.first if self.apart else self.last

    @property
    def tokens(self) -> tuple[int, ...]:
        """All tokens of the cue."""
        return self.apart or tuple(range(self.first, self.last + 1))
