"""The shape of a gold file: what must be there, and which words are known; other keys are the annotator's notes."""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

GoldComparator = Literal["=", "~", ">", ">=", "<", "<=", "range", "vague"]
GoldFigureKind = Literal["count", "money", "percent", "share", "duration", "date", "ordinal", "other"]
GoldClaimKind = Literal["direct", "indirect", "mixed"]
GoldClaimType = Literal[
    "accusation",
    "denial",
    "rebuttal",
    "explanation",
    "warning",
    "call-to-action",
    "announcement",
    "report",
    "assessment",
]
Split = Literal["dev", "test"]


class Part(BaseModel):
    """The base of the models below: frozen; unknown keys are passed over."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class GoldSpan(Part):
    """A half-open range of code points and the characters that must stand there."""

    start: int = Field(ge=0)
    end: int
    text: str

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"an end after the start {self.start}")
        return self


class GoldSource(GoldSpan):
    """Who says it, as written, and as whom the annotator knows them."""

    canonical: str | None = None


class GoldFigure(GoldSpan):
    """A figure in the annotator's signs."""

    value: float | None
    low: float | None = None
    high: float | None = None
    order: float | None = None
    comparator: GoldComparator
    approach: Literal["below", "above"] | None = None
    comparator_span: GoldSpan | None = None
    counted: GoldSpan | None = None
    unit: str | None = None
    kind: GoldFigureKind
    actor: str | None = None
    source: str | None = None
    source_explicit: bool = False
    is_date: bool = False
    iso: str | None = None
    minor: bool = False


class GoldClaim(Part):
    """A claim in the annotator's signs."""

    source: GoldSource | None
    implicit_source: str | None = None
    cue: GoldSpan | None
    content: GoldSpan
    content_parts: list[GoldSpan] = []
    quotes: list[GoldSpan] = []
    hedges: list[GoldSpan] = []
    kind: GoldClaimKind
    type: GoldClaimType
    implicit: bool = False

    @property
    def pieces(self) -> list[GoldSpan]:
        """The content without the attribution that may stand inside it."""
        return self.content_parts or [self.content]

    @property
    def spans(self) -> list[GoldSpan]:
        """Every span of it."""
        named = [s for s in (self.source, self.cue, self.content) if s is not None]
        return [*named, *self.content_parts, *self.quotes, *self.hedges]


class GoldMention(GoldSpan):
    """A proper name or demonym."""

    canonical: str
    type: str


class GoldZone(Part):
    """A range of the text that is not the article's own."""

    start: int
    end: int


class GoldArticle(Part):
    """What is known about the text; `text` holds it, or `file` names it."""

    file: str
    language: str
    published: str | None = None
    text: str | None = None
    event: str | None = None
    split: Split | None = None
    title: GoldSpan | None = None
    body: list[tuple[int, int]] = []
    boilerplate: list[GoldZone] = []


class GoldFile(Part):
    """One annotated article."""

    article: GoldArticle
    figures: list[GoldFigure]
    claims: list[GoldClaim]
    entities: list[GoldMention]
