"""The record of the table `reuse`: two articles of which one holds text of the other."""

from dataclasses import dataclass
from typing import Literal

from corpus.columns import column
from corpus.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """One pair of articles of which one holds text of the other."""

    article_id: str = column("The article that holds the text (the later one, or it credits the other).")
    original_id: str = column("The article it shares text with.")
    kind: Literal["identical", "near", "part"] = column("The same text, a version of it (Jaccard 0.5), or a part.")
    containment: float = column("Share of the first article's shingles that stand in the second, 0..1.")
    original_containment: float = column("Share of the second article's shingles that stand in the first, 0..1.")
    passages: list[Span] = column("The shared passages, in the first article's text.", default_factory=list)
    original_passages: list[Span] = column("The same passages in the second one's text.", default_factory=list)
    is_credited: bool = column("Whether the first article credits the second one's outlet.")
    direction: Literal["time", "credit", "unknown"] = column("What the direction was told from.")
