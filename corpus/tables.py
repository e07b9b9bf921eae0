"""The tables of a corpus, each defined once: every column with its type, unit and meaning.

All offsets are code points, `[start, end)`, of `articles.text` (or `articles.title` where `field` says so);
the surface stored beside them equals the slice, always. All times are UTC. Null means "not known or not there".
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from corpus.columns import Table, column, define
from corpus.loaded_words import Field as Field
from corpus.loaded_words import LoadedWord as LoadedWord
from corpus.loaded_words import Voice as Voice
from corpus.reuse_rows import Reuse as Reuse
from corpus.rights import Rights
from corpus.spans import Hedge as Hedge
from corpus.spans import HedgeClass as HedgeClass
from corpus.spans import Span as Span

Comparator = Literal["exact", "about", "nearly", "over", "at_least", "under", "at_most"]
FigureKind = Literal["count", "money", "percent", "share", "duration", "measure", "multiple", "ordinal", "date"]
ActorKind = Literal["person", "organisation", "product", "place", "group", "work", "other"]
ResolvedBy = Literal["name", "nominal", "pronoun"]
SourceResolvedBy = Literal["name", "nominal", "pronoun", "ellipsis"]
"""An ellipsis leaves the speaker out, as Spanish can: the source is the place where the last speaker was named."""
CueClass = Literal["neutral", "assert", "accuse", "deny", "warn", "demand", "concede", "promise", "hedge"]
ClaimKind = Literal["direct", "indirect", "mixed"]
ClaimType = Literal[
    "accusation", "denial", "rebuttal", "explanation", "warning", "call_to_action", "announcement", "report",
    "assessment",
]  # fmt: skip
TimePrecision = Literal["year", "month", "day", "minute", "second"]
Relation = Literal["same", "rounded", "vaguer", "sharper", "shifted", "conflicting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One version of one text by one outlet. The text is cleaned once, on import or extraction, and never changed."""

    article_id: str = column("Key: outlet, then a hash of outlet, canonical URL (or content) and version.")
    outlet: str = column("Who publishes: the outlet pack's or the manifest's id.")
    url: str | None = column("The address it was fetched from or imported with.", default=None)
    canonical_url: str | None = column("The address the page names as its own.", default=None)
    lang: str = column("Language of the text, BCP 47.")
    title: str | None = column("The headline; not part of the text.", default=None)
    text: str = column("The body: paragraphs separated by a blank line, without the page's furniture.")
    published_at: datetime | None = column("When it was published.", default=None)
    published_precision: TimePrecision | None = column("How exactly the page says so.", default=None)
    modified_at: datetime | None = column("When it was last changed.", default=None)
    modified_precision: TimePrecision | None = column("How exactly the page says so.", default=None)
    authors: list[str] = column("Bylines, in the page's order.", default_factory=list)
    section: str | None = column("The rubric.", default=None)
    tags: list[str] = column("Keywords, in the page's order.", default_factory=list)
    credits: list[str] = column("Sources that the page itself credits, as written.", default_factory=list)
    corrections: list[str] = column(
        "The outlet's own notes of corrections and updates, as written; in the text where they stand among its lines.",
        default_factory=list,
    )
    fetched_at: datetime | None = column("When the page was fetched; null for imported texts.", default=None)
    raw_ref: str | None = column(
        "Where the raw input is: WARC file and record, or the imported file's name and hash.", default=None
    )
    extractor: str = column("What made the text: name and version, then why it was chosen.")
    text_sha256: str = column("SHA-256 of the text in UTF-8.")
    rights: Rights = column("What the publisher said about reuse.", default_factory=Rights)
    version: int = column("1 for the first text seen at this place, then counting.", default=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where an actor is named or referred to."""

    article_id: str = column("The article.")
    field: Field = column("Which of its texts.")
    start: int = column("First character.", unit="code points")
    end: int = column("One past the last character.", unit="code points")
    surface: str = column("The characters.")
    actor: str = column("Who: the event's actor or group id, else a name normalised across scripts.")
    kind: ActorKind = column("What kind of actor.")
    resolved_by: ResolvedBy = column("Whether a name, a noun or a pronoun stood here.")
    wikidata: str | None = column("The actor's Wikidata id, where the event file gives one.", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One quantity in a text: value or interval, comparator, unit, what is counted, whose it is, who says so."""

    figure_id: str = column("Key: article, field and place.")
    article_id: str = column("The article.")
    field: Field = column("Which of its texts.")
    start: int = column("First character: number, magnitude word, currency or percent sign.", unit="code points")
    end: int = column("One past the last character.", unit="code points")
    surface: str = column("The characters.")
    low: float | None = column("Lower bound (inclusive) or the value; null for dates without one.", default=None)
    high: float | None = column(
        "Upper bound or the value; exclusive where is_vague; null where the word sets none.", default=None
    )
    comparator: Comparator = column("How the text limits the number.", default="exact")
    is_vague: bool = column("True for an indefinite amount such as tens of thousands.", default=False)
    emphasis: str | None = column("Words that stress the number without changing it (as many as).", default=None)
    trend: Literal["up", "down", "to", "by"] | None = column("Movement that the text gives the number.", default=None)
    precision: float | None = column("Half a unit of the last written digit, in the figure's own unit.", default=None)
    kind: FigureKind = column("What sort of quantity.")
    unit: str | None = column("ISO 4217 for money; % or pp; a CLDR unit; null for counts.", default=None)
    concept: str | None = column("What is counted, across languages, where the pack knows it.", default=None)
    counted_start: int | None = column("First character of the counted noun phrase.", unit="code points", default=None)
    counted_end: int | None = column("One past its last character.", unit="code points", default=None)
    counted_surface: str | None = column("The counted noun phrase as written.", default=None)
    counted_lemma: str | None = column("Its head noun in base form.", default=None)
    actor: str | None = column("Whose figure it is.", default=None)
    source: str | None = column("On whose authority it stands: the innermost attribution around it.", default=None)
    claim_id: str | None = column("The innermost claim whose content holds it.", default=None)
    iso: str | None = column("For dates: ISO 8601, as exact as the text.", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One attributed statement: source, cue, content."""

    claim_id: str = column("Key: article, field, place of content and of cue.")
    article_id: str = column("The article.")
    field: Field = column("Which of its texts.")
    source: str | None = column("Who says it: an actor key; null if nobody is named.", default=None)
    source_start: int | None = column("First character of the source as written.", unit="code points", default=None)
    source_end: int | None = column("One past its last character.", unit="code points", default=None)
    source_surface: str | None = column("The source as written.", default=None)
    source_resolved_by: SourceResolvedBy | None = column(
        "How the written source was resolved; ellipsis where none is written and the last speaker goes on.",
        default=None,
    )
    cue_start: int | None = column("First character of the cue.", unit="code points", default=None)
    cue_end: int | None = column("One past its last character.", unit="code points", default=None)
    cue_surface: str | None = column("The cue as written.", default=None)
    cue_class: CueClass | None = column("What the cue does.", default=None)
    content: list[Span] = column("What is said: one span, or several where the attribution stands inside.")
    kind: ClaimKind = column("In whose words: all quoted, none quoted, some quoted.")
    type: ClaimType = column("What sort of statement.")
    targets: list[str] = column("Whom it is about: actor keys.", default_factory=list)
    hedges: list[Hedge] = column("Where it is weakened or held at a distance.", default_factory=list)
    negations: list[Span] = column(
        "Words that negate in the content, outside of claims inside it, and those that negate the cue.",
        default_factory=list,
    )
    scare_quotes: list[Span] = column(
        "Quoted terms of few words inside the content, marks included.", default_factory=list
    )
    parent_claim_id: str | None = column("The claim inside whose content this one stands.", default=None)
    is_implicit: bool = column(
        "True where no cue stands, but the sentence goes on with an attributed one.", default=False
    )
    rule: str = column("The rule that found it.")
    pack_version: str = column("The language pack that was used.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One quantity of the event, whoever reports it: figures aligned by value, kind, unit and actor."""

    fact_id: str = column("Key: derived from kind, unit, actor and reference value.")
    label: str = column("A short name for people.")
    kind: FigureKind = column("What sort of quantity.")
    unit: str | None = column("As in figures.", default=None)
    concept: str | None = column("What is counted, across languages.", default=None)
    actor: str | None = column("Whose figure it is.", default=None)
    low: float | None = column("Lower bound of the reference value.", default=None)
    high: float | None = column("Upper bound of the reference value.", default=None)
    n_outlets: int = column("Outlets that carry it.")
    n_figures: int = column("Places where it stands.")
    reference: Literal["primary", "consensus"] = column(
        "Whether the reference value is a primary source's or the outlets'."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """One statement of the event, whoever reports it: claims of one source that share their facts."""

    cluster_id: str = column("Key: derived from source and facts.")
    label: str = column("A short name for people.")
    source: str | None = column("Who says it.", default=None)
    type: ClaimType = column("The most frequent type among its claims.")
    facts: list[str] = column("The facts its claims share.", default_factory=list)
    claims: list[str] = column("Its claims.", default_factory=list)
    n_outlets: int = column("Outlets that carry it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One figure in its place in the matrix of facts by outlets."""

    fact_id: str = column("The fact (row).")
    outlet: str = column("The outlet (column).")
    article_id: str = column("The article.")
    figure_id: str = column("The figure.")
    low: float | None = column("As in figures.", default=None)
    high: float | None = column("As in figures.", default=None)
    comparator: Comparator = column("As in figures.")
    is_vague: bool = column("As in figures.")
    source: str | None = column("As in figures.", default=None)
    relation: Relation = column("How the figure relates to the fact's reference value.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number of one way of comparing framing, with the rows it was counted from."""

    measure: str = column("Which way of comparing.")
    unit: Literal["outlet", "article", "pair"] = column("Unit of analysis.")
    subject: str = column("The outlet, the article, or the pair joined by a space.")
    item: str | None = column("What it was measured on: a fact, an actor, a party.", default=None)
    value: float | None = column("The number; a share lies in 0..1, a yes is 1.", default=None)
    interval_low: float | None = column("Lower end of the interval, if one was computed.", default=None)
    interval_high: float | None = column("Upper end.", default=None)
    p: float | None = column("The p value of the test, if one was made.", default=None)
    n: int = column("How many observations stand behind it.")
    evidence: list[str] = column("Ids of the figures, claims or articles it was counted from.", default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """One page, text or row that could not be used; nothing is dropped without one."""

    stage: str = column("Which stage set it aside.")
    where: str = column("Where it came from: address, file and line, or id.")
    reason: str = column("Why, as a sentence.")


ARTICLES = define(Article, "articles", key=("article_id",))
MENTIONS = define(
    Mention,
    "mentions",
    key=("article_id", "field", "start", "end", "actor"),
    refs={"article_id": "articles.article_id"},
)
FIGURES = define(
    Figure,
    "figures",
    key=("figure_id",),
    order=("article_id", "field", "start", "end"),
    refs={"article_id": "articles.article_id", "claim_id": "claims.claim_id"},
)
CLAIMS = define(
    Claim,
    "claims",
    key=("claim_id",),
    order=("article_id", "field", "claim_id"),
    refs={"article_id": "articles.article_id", "parent_claim_id": "claims.claim_id"},
)
WORDING = define(
    LoadedWord,
    "wording",
    key=("wording_id",),
    order=("article_id", "field", "start", "end", "lexicon"),
    refs={"article_id": "articles.article_id", "claim_id": "claims.claim_id"},
)
FACTS = define(Fact, "facts", key=("fact_id",))
CLUSTERS = define(Cluster, "clusters", key=("cluster_id",))
MATRIX = define(
    Cell,
    "matrix",
    key=("fact_id", "figure_id"),
    order=("fact_id", "outlet", "figure_id"),
    refs={"fact_id": "facts.fact_id", "article_id": "articles.article_id", "figure_id": "figures.figure_id"},
)
MEASURES = define(Measure, "measures", key=("measure", "subject", "item"))
REUSE = define(
    Reuse,
    "reuse",
    key=("article_id", "original_id"),
    refs={"article_id": "articles.article_id", "original_id": "articles.article_id"},
)
REJECTS = define(Reject, "rejects", order=("stage", "where", "reason"))

TABLES: tuple[Table, ...] = (
    ARTICLES, MENTIONS, FIGURES, CLAIMS, WORDING, FACTS, CLUSTERS, MATRIX, MEASURES, REUSE, REJECTS,
)  # fmt: skip
BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}
