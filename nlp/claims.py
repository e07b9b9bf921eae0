"""Claims: who says what, found by the constructions of the language's pack, typed and nested."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from corpus.tables import ResolvedBy
from nlp.boundaries import split_sentences
from nlp.characters import plain_text
from nlp.circumfix import circumfix, opens_circumfix
from nlp.constructions import drafts
from nlp.coreference import Speech, resolve
from nlp.dash_speech import with_speech_behind_dashes
from nlp.direct import quoted, with_further_quotations
from nlp.drafts import PARSED, Draft
from nlp.dropped import with_dropped_subjects
from nlp.finished import Around, finished, nested, typed_by_content
from nlp.headlines import headline
from nlp.hedges import find_hedges
from nlp.implicit import implicit_claims, members_of
from nlp.language import Language, load_language
from nlp.layers import Claim, Mention, Place, mark, text_of
from nlp.led_quotes import leads_quotation
from nlp.marks import with_marks, with_negated_cues
from nlp.negations import find_negations
from nlp.pack_actors import ActorsPack, Reference, actors_pack
from nlp.pack_attribution import AttributionPack, CueEntry, attribution_pack
from nlp.parse import Parse, parse_of
from nlp.parsed_claims import FOUND, with_parse
from nlp.quotation_before import with_quotation_before
from nlp.quotes import pair_quotes
from nlp.reported_mood import reported
from nlp.roles import with_roles
from nlp.scare_quotes import scare_quotes
from nlp.scripts import lower
from nlp.segments import Segment, segment
from nlp.sides import NO_SIDES, Sides, sides_of, with_introduced
from nlp.spotter import Hit
from nlp.tails import attribution_tails
from nlp.view import View, make_view
from nlp.within import Within

_TOLD = frozenset({"that", "told", "bare", FOUND})
"""Rules of speech as a clause."""
_INSIDE, _OUTSIDE = Speech(is_inside=True), Speech()
_BY: Mapping[str, ResolvedBy] = {"pronoun": "pronoun", "holder": "pronoun"}
"""How the words of these roles are resolved; they speak without a mention of theirs only inside a cue."""
_CLOSED = frozenset(",.;")
"""Marks behind a pronoun that is all that an attribution governs."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a text: the claims, and its mentions resolved with the knowledge of who speaks."""

    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]


def find_claims(
    text: str,
    language: Language,
    mentions: Sequence[Mention] = (),
    sentences: Sequence[Place] | None = None,
    sides: Sides = NO_SIDES,
    parse: Parse | None = None,
) -> Reading:
    """The claims of a text in order of their content.

    Args:
        text: the text.
        language: its pack.
        mentions: in order; sources are sought among them first.
        sentences: where they are known already.
        sides: on which side of the event its actors stand.
        parse: of a trained pipeline; it corrects what the rules read.
    """
    places = split_sentences(text, language) if sentences is None else sentences
    pack, actors = attribution_pack(language), actors_pack(language)
    quotations = pair_quotes(text)
    plain = plain_text(text, language)
    all_hits = pack.find(text)
    hits = [h for h in all_hits if h.value.role != "silence"]
    known = _with_speakers(plain, mentions, actors, hits)
    names = frozenset((m.start, m.end) for m in mentions if m.resolved_by == "name")
    tails = attribution_tails(text, places, quotations, hits, pack)
    segments = segment(text, places, quotations, names, tails, pack.clitics)
    found = _drafts(text, segments, pack, actors, known, hits, parse)
    quotations = [q for q in quotations if (q.inner_start, q.inner_end) not in names]
    starts = [p.start for p in places]
    found = [_with_back(text, d, places, starts) if d.is_back else d for d in found]
    found = sorted((d for d in found if d.content), key=lambda d: (d.content[0].start, -d.content[-1].end))
    resolved = _resolve(plain, found, known, places, actors)
    by_place = {(m.start, m.end): m for m in resolved}
    found = with_dropped_subjects(text, found, by_place, starts, pack)
    negations = Within(find_negations(text, language) if found else ())
    hedges = Within(find_hedges(text, language))
    around = Around(text, by_place, Within(resolved), Within(quotations), hedges, negations, pack)
    explicit = nested([finished(d, around) for d in _distinct(found)])
    named = {(m.start, m.end) for m in mentions}
    kept = tuple([m for m in resolved if (m.start, m.end) in named])
    explicit = _with_reported(explicit, places, around, pack)
    terms = Within(scare_quotes(text, quotations, kept, is_capital_a_name=actors.nouns is None) if explicit else ())
    explicit = with_marks(explicit, negations, terms)
    members = members_of(kept)
    typed = with_roles(explicit, kept, members, around, with_introduced(text, kept, sides, actors))
    typed = with_negated_cues(typed, negations, text)
    cued = frozenset(bisect_right(starts, h.start) - 1 for h in all_hits if h.value.role in ("verb", "silence"))
    implicit = implicit_claims(typed, kept, places, text, members, cued=cued)
    return Reading((*typed, *with_marks(implicit, negations, terms)), kept)


def _with_reported(
    found: list[Claim], sentences: Sequence[Place], around: Around, pack: AttributionPack
) -> list[Claim]:
    """The claims with those that only the mood of a verb shows; parents keep their place."""
    more = [
        typed_by_content(c, around)
        for c in reported(found, sentences, around.quotations, around.text, pack.reported_moods)
    ]
    if not more:
        return found
    merged = sorted([*found, *more], key=lambda c: (c.content[0].start, -c.content[-1].end))
    index = {id(c): i for i, c in enumerate(merged)}
    return [replace(c, parent=index[id(found[c.parent])]) if c.parent is not None else c for c in merged]


def _with_speakers(
    text: str, mentions: Sequence[Mention], actors: ActorsPack, hits: Sequence[Hit[CueEntry]]
) -> list[Mention]:
    """The mentions, and nouns for people that can speak but refer to nobody named (experts, a statement).

    A possessive speaks where it stands inside a cue (in his words), a pronoun alone behind one (according to him).
    """
    holding = Within([h for h in hits if h.value.holder is not None])
    led = frozenset(h.end + 1 for h in hits if h.value.role == "according")
    known = sorted(mentions, key=lambda m: m.start)
    extra: list[Mention] = []
    at = reach = 0
    for hit in actors.references(text):
        while at < len(known) and known[at].start < hit.end:
            reach = max(reach, known[at].end)
            at += 1
        kind, role = hit.value.plural or hit.value.singular, hit.value.role
        if kind is not None and reach <= hit.start and (role not in _BY or _is_holder(text, hit, holding, led)):
            extra.append(Mention(hit.start, hit.end, None, kind, _BY.get(role, "nominal")))
    return sorted([*mentions, *extra], key=lambda m: (m.start, -m.end))


def _is_holder(text: str, hit: Hit[Reference], holding: Within[Hit[CueEntry]], led: frozenset[int]) -> bool:
    word = lower(text[hit.start : hit.end])
    if hit.value.role == "holder" and hit.start in led and text[hit.end : hit.end + 1] in _CLOSED:
        return True
    return hit.value.role == "holder" and any(h.value.holder == word for h in holding.around(hit.start, hit.end))


def _drafts(
    text: str,
    segments: list[Segment],
    pack: AttributionPack,
    actors: ActorsPack,
    mentions: list[Mention],
    hits: Sequence[Hit[CueEntry]],
    parse: Parse | None,
) -> list[Draft]:
    hit_starts, mention_starts = [h.start for h in hits], [m.start for m in mentions]
    found: list[Draft] = []
    for piece in segments:
        first = bisect_left(hit_starts, piece.start)
        near = hits[first : bisect_left(hit_starts, piece.end, first)]
        own_hits = [h for h in near if piece.kind(bisect_right(piece.ends, h.start)) == "word"]
        if own_hits or opens_circumfix(piece, pack) or leads_quotation(piece):
            first = bisect_left(mention_starts, piece.start)
            own = mentions[first : bisect_left(mention_starts, piece.end, first)]
            found += _of_view(make_view(piece, pack, actors, own_hits, own), parse)
    if segments:
        found += headline(text, segments[0], found, mentions, pack, actors.title_ends)
    speaking = [h.end for h in hits if h.value.role == "verb" and "quote" in h.value.group.frames]
    outer = [s for s in segments if s.depth == 0]
    starts = [h.start for h in hits if h.value.role == "verb"]
    found = found if pack.is_spaced else with_quotation_before(found, outer)
    return with_speech_behind_dashes(with_further_quotations(found, outer, speaking), outer, starts)


def _of_view(view: View, parse: Parse | None) -> list[Draft]:
    found = [*quoted(view), *circumfix(view), *drafts(view)]
    if parse is not None:
        found = with_parse(view, found, parse)
    if view.segment.depth == 0:
        return found
    return [d for d in found if _is_reported_speech(d, tells_inside=view.pack.section.tells_inside)]


def _is_reported_speech(draft: Draft, *, tells_inside: bool) -> bool:
    """Whether a claim inside a quotation is told of somebody named; "I think" and "people say" are how one talks.

    Where a language `tells_inside`, who is not the quoted speaker need not be named.
    """
    if draft.rule.startswith("quote"):
        return True
    mention = draft.source.mention if draft.source is not None else None
    if mention is not None and mention.resolved_by == "name":
        return True
    is_speech = draft.entry is not None and not draft.entry.group.is_mental and draft.rule.removesuffix(PARSED) in _TOLD
    return tells_inside and is_speech and draft.source is not None


def _with_back(text: str, draft: Draft, sentences: Sequence[Place], starts: list[int]) -> Draft:
    """The draft of a back reference with the sentence before its cue as content."""
    if draft.cue is None:
        return draft
    at = bisect_right(starts, draft.cue.start) - 1
    if at < 1:
        return draft
    previous = sentences[at - 1]
    end = previous.end
    while end > previous.start and text[end - 1] in ".!?…。！？ ":
        end -= 1
    return replace(draft, content=(Place(previous.start, end),))


def _distinct(found: list[Draft]) -> Iterator[Draft]:
    """The drafts without those that say the same of the same content."""
    seen: set[tuple[int, ...]] = set()
    for draft in found:
        first, cue = draft.content[0], draft.cue
        key = (first.start, first.end, cue.start, cue.end) if cue is not None else (first.start, first.end)
        if key not in seen:
            seen.add(key)
            yield draft


def _resolve(
    plain: str,
    found: list[Draft],
    mentions: list[Mention],
    sentences: Sequence[Place],
    actors: ActorsPack,
) -> list[Mention]:
    speakers: dict[tuple[int, int], Speech] = {}
    contents = Within([p for d in found for p in d.content])
    for draft in found:
        if draft.source is not None and draft.source.mention is not None:
            m = draft.source.mention
            inside = next(contents.around(m.start, m.end), None) is not None
            speakers[m.start, m.end] = _INSIDE if inside else _OUTSIDE
    groups = {group: len(members) for group, members in members_of(mentions).items()}
    return resolve(plain, mentions, sentences, actors, groups=groups, speakers=speakers)


class ClaimFinder:
    """Writes `doc._.claims`, and `doc._.mentions` resolved with the knowledge of who speaks."""

    def __init__(self, language: Language, sides: Sides = NO_SIDES) -> None:
        self.language, self.sides = language, sides

    def __call__(self, doc: Doc) -> Doc:
        """Find the claims."""
        layers = doc._
        mentions = layers.mentions
        places, parse = layers.sentences or None, parse_of(doc)
        reading = find_claims(text_of(doc), self.language, mentions, places, self.sides, parse)
        layers.claims, layers.mentions = reading.claims, reading.mentions
        mark(doc, "claims", [Place(c.content[0].start, c.content[-1].end) for c in reading.claims])
        mark(doc, "mentions", reading.mentions, before=mentions)
        return doc


@Pipeline.factory(
    "parallax_claims",
    default_config={"lang": None, "event": None},
    assigns=["doc._.claims", "doc._.mentions"],
    requires=["doc._.sentences", "doc._.mentions"],
)
def make_claims(nlp: Pipeline, name: str, lang: str | None, event: str | None) -> ClaimFinder:
    """The component for `nlp.add_pipe("parallax_claims")`; `event` is the path of an event file."""
    return ClaimFinder(load_language(lang or nlp.lang), sides_of(Path(event)) if event else NO_SIDES)
