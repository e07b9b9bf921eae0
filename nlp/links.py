"""Links: whose a figure is, on whose authority it stands, and in which claim."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, fields
from operator import attrgetter

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from nlp.clauses import has_own_subject, split_clauses
from nlp.language import Language, load_language
from nlp.layers import Claim, Figure, Mention, Place, mark, text_of
from nlp.pack_actors import ActorsPack, actors_pack
from nlp.pack_attribution import AttributionPack, attribution_pack
from nlp.scripts import lower
from nlp.within import Within
from nlp.words import tokenise

OWNERS = frozenset({"person", "organisation", "group"})
"""Kinds of actors that own figures; a product or place is rarely whose figure it is."""


LONGEST = 600
"""Characters before a figure in which its owner is looked for."""


MOST_CLAUSES = 12
"""Clauses in which it is looked for, the figure's own one first."""


@dataclass(slots=True, unsafe_hash=True)  # never changed, but freezing costs most of the time that making one takes
class _Part:
    """One place of a claim's content."""

    start: int
    end: int
    claim: int


@dataclass(frozen=True, slots=True)
class _Text:
    """What a text holds; `clauses` keeps those of a stretch, since several figures may stand in it."""

    text: str
    sentences: Sequence[Place]
    mentions: Within[Mention]
    claims: Sequence[Claim]
    contents: Within[_Part]
    starts: Sequence[int]
    figure_ends: Sequence[int]
    pack: AttributionPack
    actors: ActorsPack
    clauses: dict[tuple[int, int], list[Place]]


def link_figures(
    text: str,
    language: Language,
    figures: Sequence[Figure],
    mentions: Sequence[Mention],
    claims: Sequence[Claim],
    sentences: Sequence[Place],
) -> list[Figure]:
    """The figures with actor, source and claim; null wherever the text does not tell."""
    parts = [_Part(p.start, p.end, i) for i, c in enumerate(claims) for p in c.content]
    starts = [s.start for s in sentences]
    packs = attribution_pack(language), actors_pack(language)
    ends = sorted(f.end for f in figures)
    read = _Text(text, sentences, Within(mentions), claims, Within(parts), starts, ends, *packs, {})
    return [_linked(read, figure) for figure in figures]


def _linked(read: _Text, figure: Figure) -> Figure:
    around = _claims_around(read, figure)
    source = _source([read.claims[i] for i in around])
    links = _actor(read, figure, around), source, around[0] if around else None
    return Figure(*(*_own_fields(figure), *links))


_own_fields = attrgetter(*(field.name for field in fields(Figure)[:-3]))
"""What was read of a figure itself: all but the last three, which the links fill."""


def _claims_around(read: _Text, figure: Figure) -> list[int]:
    """The claims whose content holds the figure, innermost first; of equal ones the explicit first.

    The stop of an abbreviation that ends a sentence belongs to the figure, but not to the content.
    """
    end = figure.end - (read.text[figure.end - 1] == ".")
    holding = {part.claim for part in read.contents.around(figure.start, end)}
    if len(holding) < 2:
        return list(holding)
    return sorted(holding, key=lambda i: (_length(read.claims[i]), read.claims[i].is_implicit, i))


def _length(claim: Claim) -> int:
    return sum(p.end - p.start for p in claim.content)


def _source(around: Sequence[Claim]) -> str | None:
    """The innermost speaker; a cue that names nobody passes to the next claim around, unless it is hearsay."""
    for claim in around:
        if claim.source is not None:
            return claim.source.actor
        if claim.cue is not None and claim.cue.cue_class == "hedge" and claim.rule == "agentless":
            return None
    return None


def _actor(read: _Text, figure: Figure, around: Sequence[int]) -> str | None:
    region = _region(read, figure, around)
    if region is None:
        return None
    barred = {(c.source.start, c.source.end) for i in around if (c := read.claims[i]).source is not None}
    whole = list(read.mentions.inside(region.start, region.end))
    if counted := _counted_actor(figure, whole):
        return counted
    inner = read.claims[around[0]] if around else None
    if (inner is None or read.pack.morphology is None) and not any(m.end <= figure.start for m in whole):
        return None
    place = region.start, region.end
    if place not in read.clauses:
        read.clauses[place] = split_clauses(read.text, region, read.pack, whole)
    clauses = read.clauses[place]
    at = bisect_right(clauses, figure.start, key=lambda c: c.start) - 1
    return _owner(read, figure, clauses[: at + 1], barred, inner)


def _counted_actor(figure: Figure, mentions: Sequence[Mention]) -> str | None:
    """The group that is itself counted: three labs."""
    if figure.counted is None or figure.kind != "count":
        return None
    place = figure.counted
    inside = [m for m in mentions if m.kind == "group" and m.start < place.end and place.start < m.end]
    return inside[0].actor if inside else None


def _owner(
    read: _Text, figure: Figure, clauses: Sequence[Place], barred: set[tuple[int, int]], inner: Claim | None
) -> str | None:
    """The first owner in the figure's clause, else the nearest subject before it, else the nearest owner."""
    fallback: Mention | None = None
    for clause in reversed(clauses[-MOST_CLAUSES:]):
        owners = [m for m in read.mentions.inside(clause.start, figure.start) if _may_own(m, clause, barred)]
        if clause is clauses[-1]:
            owners = _after_last_figure(read, figure, owners)
        if owners and (clause is clauses[-1] or _is_subject(read, owners[0], clause)):
            return _single(read, owners[0])
        if clause is clauses[-1] and (named := _unlisted_subject(read, clause, figure)) is not None:
            return named
        fallback = fallback or (owners[0] if owners else None)
        if inner is not None and _speaks_of_itself(read, clause, inner):
            return inner.source.actor if inner.source is not None else None
        if has_own_subject(read.text, clause, figure.start, read.pack, read.actors.newcomers):
            return None
        if read.text[clause.start] in ";；":
            break
    return _single(read, fallback) if fallback is not None else None


def _after_last_figure(read: _Text, figure: Figure, owners: list[Mention]) -> list[Mention]:
    """The owners joined on behind the figure before, if there are any: A sold 5 and B 7; A 5, B 7."""
    at = bisect_right(read.figure_ends, figure.start)
    last = read.figure_ends[at - 1] if at else -1
    later = [m for m in owners if m.start >= last >= 0]
    if not later or len(later) == len(owners):
        return owners
    joints = [t for t in tokenise(read.text, last, later[0].start) if t.kind == "word"]
    words = [lower(read.text[t.start : t.end]) for t in joints]
    return later if any(w in read.actors.coordinators for w in words[-2:]) else owners


def _speaks_of_itself(read: _Text, clause: Place, claim: Claim) -> bool:
    """Whether the content begins with a verb that agrees with the cue: "X said that [it] spent", subject left out."""
    morphology = read.pack.morphology
    if morphology is None or claim.cue is None or clause.start != claim.content[0].start:
        return False
    words = [t for t in tokenise(read.text, clause.start, clause.end) if t.kind == "word"]
    readings = [morphology.readings(read.text[t.start : t.end]) for t in words]
    at = next((i for i, forms in enumerate(readings) if forms[0].pos == "VERB"), None)
    if at is None or any(r.case == "nomn" and r.pos != "ADJF" for forms in readings[:at] for r in forms):
        return False
    cue = morphology.readings(read.text[claim.cue.start : claim.cue.end].split()[0])[0]
    verb = readings[at][0]
    return verb.number == cue.number and (verb.gender == cue.gender or None in (verb.gender, cue.gender))


def _unlisted_subject(read: _Text, clause: Place, figure: Figure) -> str | None:
    """The name of unknown kind with which the figure's own clause begins."""
    first = next(read.mentions.inside(clause.start, figure.start), None)
    if first is None or first.kind != "other" or first.resolved_by != "name":
        return None
    return first.actor if not read.text[clause.start : first.start].strip(" ,，\u00a0") else None


def _is_subject(read: _Text, owner: Mention, clause: Place) -> bool:
    """Whether the owner stands where subjects stand: near the head of its clause and behind no preposition."""
    words = [
        lower(read.text[t.start : t.end]) for t in tokenise(read.text, clause.start, owner.start) if t.kind == "word"
    ]
    if not words:
        return True
    if read.pack.morphology is not None:
        return read.pack.morphology.readings(words[-1])[0].pos != "PREP"
    return words[-1] not in read.pack.subject_links and not any(w in read.pack.subject_stops for w in words)


def _single(read: _Text, owner: Mention) -> str | None:
    return None if _is_one_of_many(read, owner) else owner.actor


def _region(read: _Text, figure: Figure, around: Sequence[int]) -> Place | None:
    """The figure's sentence, cut to the innermost content around it."""
    at = bisect_right(read.starts, figure.start) - 1
    if at < 0:
        return None
    sentence = read.sentences[at]
    start, end = max(sentence.start, figure.start - LONGEST), min(sentence.end, figure.end + 80)
    for index in around[:1]:
        content = read.claims[index].content
        start = max(start, content[0].start)
        end = min(end, next(p.end for p in content if p.start <= figure.start < p.end))
    return Place(start, end)


def _may_own(mention: Mention, clause: Place, barred: set[tuple[int, int]]) -> bool:
    return mention.start < clause.end and mention.kind in OWNERS and (mention.start, mention.end) not in barred


def _is_one_of_many(read: _Text, owner: Mention) -> bool:
    """Whether the owner is only the first of a list that is no known group."""
    following = next(read.mentions.inside(owner.end, owner.end + 60), None)
    if following is None or owner.kind == "group" or following.kind not in OWNERS:
        return False
    gap = lower(read.text[owner.end : following.start]).strip()
    return gap in read.actors.coordinators


class FigureLinker:
    """Fills actor, source and claim of `doc._.figures`."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """Link the figures."""
        layers = doc._
        figures = layers.figures
        linked = link_figures(text_of(doc), self.language, figures, layers.mentions, layers.claims, layers.sentences)
        layers.figures = tuple(linked)
        mark(doc, "figures", linked, before=figures)
        return doc


@Pipeline.factory(
    "parallax_links",
    default_config={"lang": None},
    assigns=["doc._.figures"],
    requires=["doc._.sentences", "doc._.figures", "doc._.mentions", "doc._.claims"],
)
def make_links(nlp: Pipeline, name: str, lang: str | None) -> FigureLinker:
    """The component for `nlp.add_pipe("parallax_links")`."""
    return FigureLinker(load_language(lang or nlp.lang))
