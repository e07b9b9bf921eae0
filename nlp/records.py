"""From the layers of a Doc to rows of the tables: offsets become ids and surfaces, indices become references."""

from collections.abc import Iterable
from decimal import Decimal

from spacy.tokens import Doc

from corpus.ids import span_id
from corpus.tables import Claim, Field, Figure, Hedge, LoadedWord, Mention, Span
from nlp import layers


def mention_records(doc: Doc, article_id: str, part: Field) -> list[Mention]:
    """The resolved mentions; a noun that could not be resolved to anyone is no row."""
    text = layers.text_of(doc)
    return [
        Mention(
            article_id=article_id,
            field=part,
            start=m.start,
            end=m.end,
            surface=text[m.start : m.end],
            actor=m.actor,
            kind=m.kind,
            resolved_by=m.resolved_by,
            wikidata=m.wikidata,
        )
        for m in dict.fromkeys(doc._.mentions)
        if m.actor is not None
    ]


def claim_records(doc: Doc, article_id: str, part: Field, pack_version: str) -> list[Claim]:
    """The claims in the layer's order, so that an index in the layer is an index here."""
    text = layers.text_of(doc)
    ids = [_claim_id(claim, article_id, part) for claim in doc._.claims]
    return [_claim_record(text, claim, ids, n, article_id, part, pack_version) for n, claim in enumerate(doc._.claims)]


def _claim_id(claim: layers.Claim, article_id: str, part: Field) -> str:
    place = span_id(article_id, part, claim.content[0].start, claim.content[-1].end)
    return f"{place}:{f'{claim.cue.start}-{claim.cue.end}' if claim.cue else 'implicit'}"


def _claim_record(
    text: str, claim: layers.Claim, ids: list[str], n: int, article_id: str, part: Field, pack_version: str
) -> Claim:
    source, cue = claim.source, claim.cue
    return Claim(
        claim_id=ids[n],
        article_id=article_id,
        field=part,
        source=source.actor if source else None,
        source_start=source.start if source else None,
        source_end=source.end if source else None,
        source_surface=text[source.start : source.end] if source else None,
        source_resolved_by=source.resolved_by if source else None,
        cue_start=cue.start if cue else None,
        cue_end=cue.end if cue else None,
        cue_surface=text[cue.start : cue.end] if cue else None,
        cue_class=cue.cue_class if cue else None,
        content=_spans(text, claim.content),
        kind=claim.kind,
        type=claim.type,
        targets=list(claim.targets),
        hedges=[Hedge(h.start, h.end, text[h.start : h.end], h.hedge_class) for h in claim.hedges],
        negations=_spans(text, claim.negations),
        scare_quotes=_spans(text, claim.scare_quotes),
        parent_claim_id=None if claim.parent is None else ids[claim.parent],
        is_implicit=claim.is_implicit,
        rule=claim.rule,
        pack_version=pack_version,
    )


def _spans(text: str, places: Iterable[layers.Place]) -> list[Span]:
    return [Span(p.start, p.end, text[p.start : p.end]) for p in places]


def figure_records(doc: Doc, article_id: str, part: Field, claims: list[Claim]) -> list[Figure]:
    """The figures, with the ids of their claims."""
    text = layers.text_of(doc)
    return [_figure_record(text, figure, article_id, part, claims) for figure in doc._.figures]


def _figure_record(text: str, f: layers.Figure, article_id: str, part: Field, claims: list[Claim]) -> Figure:
    counted = f.counted
    return Figure(
        figure_id=span_id(article_id, part, f.start, f.end),
        article_id=article_id,
        field=part,
        start=f.start,
        end=f.end,
        surface=text[f.start : f.end],
        low=_float(f.low),
        high=_float(f.high),
        comparator=f.comparator,
        is_vague=f.is_vague,
        emphasis=f.emphasis,
        trend=f.trend,
        precision=_float(f.precision),
        kind=f.kind,
        unit=f.unit,
        concept=counted.concept if counted else None,
        counted_start=counted.start if counted else None,
        counted_end=counted.end if counted else None,
        counted_surface=text[counted.start : counted.end] if counted else None,
        counted_lemma=counted.lemma if counted else None,
        actor=f.actor,
        source=f.source,
        claim_id=None if f.claim is None else claims[f.claim].claim_id,
        iso=f.iso,
    )


def wording_records(doc: Doc, article_id: str, part: Field, claims: list[Claim]) -> list[LoadedWord]:
    """The loaded words, with the ids and sources of their claims."""
    text = layers.text_of(doc)
    return [_wording_record(text, word, article_id, part, claims) for word in doc._.wording]


def _wording_record(text: str, w: layers.LoadedWord, article_id: str, part: Field, claims: list[Claim]) -> LoadedWord:
    claim = None if w.claim is None else claims[w.claim]
    return LoadedWord(
        wording_id=f"{span_id(article_id, part, w.start, w.end)}:{w.lexicon}",
        article_id=article_id,
        field=part,
        start=w.start,
        end=w.end,
        surface=text[w.start : w.end],
        lemma=w.lemma,
        loaded_class=w.loaded_class,
        lexicon=w.lexicon,
        lexicon_version=w.lexicon_version,
        voice=w.voice,
        is_negated=w.is_negated,
        claim_id=claim.claim_id if claim else None,
        source=claim.source if claim else None,
    )


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
