"""The layers of a Doc: what each component reads and writes. Components speak only through these.

Records carry character offsets `[start, end)` of `doc.text`, because tokens of some languages cut through
figures. The same places stand in `doc.spans`, under `parallax_figures`, `parallax_mentions`, `parallax_claims` and
`parallax_wording`, as token spans (expanded to whole tokens) for users of spaCy.

| component | reads | writes |
|---|---|---|
| parallax_sentences | text | `doc._.sentences` |
| parallax_figures | text, sentences | `doc._.figures` (all but actor, source, claim) |
| parallax_actors | text, sentences, `doc.ents` if there | `doc._.mentions` |
| parallax_claims | text, sentences, mentions, parse if there | `doc._.claims`, and `doc._.mentions` resolved further |
| parallax_links | all of the above | `doc._.figures` with actor, source, claim |
| parallax_wording | text, mentions, claims | `doc._.wording` |
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Literal, Protocol

from spacy.tokens import Doc, SpanGroup

from corpus.tables import (
    ActorKind,
    ClaimKind,
    ClaimType,
    Comparator,
    CueClass,
    FigureKind,
    HedgeClass,
    ResolvedBy,
    SourceResolvedBy,
    Voice,
)
from nlp.packing import make_packable

REFERENCE_KEY = "parallax_reference"
"""Where `doc.user_data` may hold the day from which relative dates count."""


class Placed(Protocol):
    """Anything that has a place in the text."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


@dataclass(
    slots=True, unsafe_hash=True, order=True
)  # never changed, but freezing costs most of the time that making one takes
class Place:
    """A half-open range of characters."""

    start: int
    end: int


@dataclass(slots=True, unsafe_hash=True)  # never changed, but freezing costs most of the time that making one takes
class Counted:
    """The noun phrase that a figure counts, its head in base form, and its concept across languages."""

    start: int
    end: int
    lemma: str
    concept: str | None = None


@dataclass(slots=True, unsafe_hash=True)  # as above: one is made for every figure
class Figure:
    """A quantity. `low == high` for a point; vague amounts are half-open; `precision` is half a unit of the last digit.

    `claim` is the index in `doc._.claims` of the innermost claim whose content holds it. The last three are the links.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    kind: FigureKind
    unit: str | None = None
    comparator: Comparator = "exact"
    is_vague: bool = False
    emphasis: str | None = None
    trend: Literal["up", "down", "to", "by"] | None = None
    precision: Decimal | None = None
    counted: Counted | None = None
    iso: str | None = None
    actor: str | None = None
    source: str | None = None
    claim: int | None = None


@dataclass(slots=True, unsafe_hash=True)  # as above
class Mention:
    """A place where an actor is named or referred to. `actor` is null for a noun that could not be resolved."""

    start: int
    end: int
    actor: str | None
    kind: ActorKind
    resolved_by: ResolvedBy
    wikidata: str | None = None


@dataclass(slots=True, unsafe_hash=True)  # as above
class Source:
    """Who says it, as written, and the actor that the writing was resolved to."""

    start: int
    end: int
    actor: str | None
    resolved_by: SourceResolvedBy | None


@dataclass(slots=True, unsafe_hash=True)  # as above
class Cue:
    """The word that attributes, with its class."""

    start: int
    end: int
    cue_class: CueClass


@dataclass(slots=True, unsafe_hash=True)  # as above
class Hedge:
    """A word that weakens a claim or holds it at a distance."""

    start: int
    end: int
    hedge_class: HedgeClass


@dataclass(slots=True, unsafe_hash=True)  # as above
class Claim:
    """An attributed statement. `parent` is the index in `doc._.claims` of the claim inside whose content it stands."""

    source: Source | None
    cue: Cue | None
    content: tuple[Place, ...]
    kind: ClaimKind
    type: ClaimType
    rule: str
    targets: tuple[str, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    negations: tuple[Place, ...] = ()
    scare_quotes: tuple[Place, ...] = ()
    parent: int | None = None
    is_implicit: bool = False


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """A loaded word of a lexicon, and whose voice uses it; `claim` is the index of the innermost claim around it."""

    start: int
    end: int
    lemma: str
    loaded_class: str
    lexicon: str
    lexicon_version: str
    voice: Voice
    is_negated: bool = False
    claim: int | None = None


make_packable((Place, Counted, Figure, Mention, Source, Cue, Hedge, Claim, LoadedWord))

LAYERS = ("sentences", "figures", "mentions", "claims", "wording")

for _layer in LAYERS:
    if not Doc.has_extension(_layer):
        Doc.set_extension(_layer, default=())


TEXT_KEY = "parallax_text"
"""Where `doc.user_data` holds the text."""


def text_of(doc: Doc) -> str:
    """The document's text. spaCy puts it together from the tokens each time it is asked, which costs like a component.

    It is kept with the document; one that came along with a copy of a part (`span.as_doc`) is not taken for its own.
    """
    kept: str | None = doc.user_data.get(TEXT_KEY)
    last = doc[-1] if len(doc) else None
    if kept is None or len(kept) != (last.idx + len(last.text_with_ws) if last is not None else 0):
        doc.user_data[TEXT_KEY] = kept = doc.text
    return kept


_edges = attrgetter("start", "end")


def mark(doc: Doc, layer: str, places: Iterable[Placed], *, before: Iterable[Placed] | None = None) -> None:
    """Write the places of a layer into `doc.spans["parallax_<layer>"]`, expanded to whole tokens.

    Records that only say more of the same places than those `before`, which were marked, are not marked again.
    """
    key = f"parallax_{layer}"
    if before is not None and key in doc.spans and list(map(_edges, places)) == list(map(_edges, before)):
        return
    label = doc.vocab.strings.add(layer)
    spans = [doc.char_span(p.start, p.end, label=label, alignment_mode="expand") for p in places]
    doc.spans[key] = SpanGroup(doc, spans=[s for s in spans if s is not None])
