"""A cue as it stands in a segment."""

from dataclasses import dataclass, field

from nlp.pack_attribution import CueEntry
from nlp.spotter import Hit


@dataclass(slots=True, unsafe_hash=True)  # never changed, but freezing costs most of the time that making one takes
class CueAt:
    """A cue and the tokens from its first part to its `last`; `apart` gives the tokens of parts that stand apart.

    `hit` is the part that is the cue; `is_final` where it closes a subordinate clause; `subject` is the token of a
    subject inside it (has-she said); `entry` what the cue can govern.
    """

    first: int
    last: int
    hit: Hit[CueEntry]
    apart: tuple[int, ...] = ()
    is_final: bool = False
    subject: int | None = None
    entry: CueEntry = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Take over from the hit what the cue can govern."""
        self.entry = self.hit.value

    @property
    def head(self) -> int:
        """The last token of the part that a subject can follow: the finite one."""
        return self.first if self.apart else self.last

    @property
    def tokens(self) -> tuple[int, ...]:
        """All tokens of the cue."""
        return self.apart or tuple(range(self.first, self.last + 1))
