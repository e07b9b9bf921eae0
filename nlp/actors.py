"""Actors: who is named or referred to where, with one key per actor in every script."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from corpus.event import Actor, Event, Named, aliases_in, load_event
from corpus.tables import ActorKind, ResolvedBy
from nlp.boundaries import split_sentences
from nlp.characters import plain_characters, plain_text
from nlp.coreference import resolve
from nlp.declined_names import declined, with_nominatives
from nlp.known_names import known_names
from nlp.language import Language, load_language
from nlp.layers import Mention, Place, mark, text_of
from nlp.morphology import Morphology, inflected
from nlp.name_keys import Cover, Name, key_of
from nlp.names import find_names
from nlp.originals import with_originals
from nlp.pack_actors import ActorsPack, actors_pack
from nlp.scripts import lower
from nlp.spotter import Phrases
from nlp.words import tokenise

ENTITY_KINDS: dict[str, ActorKind] = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "NORP": "group", "GPE": "place", "LOC": "place",
    "FAC": "place", "PRODUCT": "product", "WORK_OF_ART": "work", "MISC": "other",
}  # fmt: skip
"""The entity labels of trained spaCy pipelines that name an actor; others (dates, sums) are passed over."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A form of an alias, and whose. `needs_capital` where the same letters in lower case are a common word."""

    actor: str
    kind: ActorKind
    wikidata: str | None
    needs_capital: bool
    is_base: bool


class Roster:
    """The event's actors and groups under all their names in one language."""

    def __init__(self, event: Event, language: Language) -> None:
        self.event = event
        self._phrases: Phrases[Alias] = Phrases(dict(self._entries(event, language)))
        self.groups = {frozenset(g.members): g for g in event.groups}
        self.sizes = {g.id: len(g.members) for g in event.groups}

    @staticmethod
    def _entries(event: Event, language: Language) -> Iterator[tuple[str, Alias]]:
        pack = actors_pack(language)
        morphology, endings = pack.morphology, pack.section.case_endings
        forms = [
            (form, alias, named)
            for named in event.named
            for alias in aliases_in(named.aliases, language.code)
            for form in (declined(alias, endings) if endings else inflected(alias, morphology))
        ]
        plain = plain_characters(language)
        for form, alias, named in sorted(forms, key=lambda x: x[0] == x[1]):
            needs_capital = _needs_capital(alias, form, morphology)
            yield form.translate(plain), Alias(named.id, _kind(named), _wikidata(named), needs_capital, form == alias)

    def find(self, text: str, starts: frozenset[int]) -> list[Name]:
        """The names in a text of plain characters, in order: an alias stands for all ways to write it."""
        return [
            Name(h.start, h.end, alias.actor, alias.kind, True, alias.wikidata)
            for h in self._phrases.find(text)
            if not (alias := h.value).needs_capital
            or (text[h.start].isupper() and (alias.is_base or h.start not in starts))
        ]


def _needs_capital(alias: str, form: str, morphology: Morphology | None) -> bool:
    if not alias[:1].isupper() or " " in alias or (any(c.isupper() for c in alias[1:]) and not alias.isupper()):
        return False
    if morphology is None or alias.isascii():
        return True
    return any(not r.is_name for r in morphology.readings(form.lower()))


def _kind(named: Named) -> ActorKind:
    return named.kind if isinstance(named, Actor) else "group"


def _wikidata(named: Named) -> str | None:
    return named.wikidata if isinstance(named, Actor) else None


@cache
def _roster(event: Path, language: Language) -> Roster:
    return Roster(load_event(event), language)


def find_mentions(
    text: str,
    language: Language,
    roster: Roster | None = None,
    sentences: Sequence[Place] | None = None,
    entities: Iterable[tuple[int, int, str]] = (),
) -> list[Mention]:
    """The mentions in order of place, groups that a coordination names included; these hold their members' mentions.

    Args:
        text: the text.
        language: its pack.
        roster: the event's actors, if there is an event. A pack without `actors.toml` finds these and entities only.
        sentences: where they are known already.
        entities: (start, end, label) from a trained model.
    """
    pack = actors_pack(language)
    plain = plain_text(text, language)
    places = split_sentences(text, language) if sentences is None else sentences
    starts = frozenset(p.start for p in places)
    listed = roster.find(plain, starts) if roster else []
    known = _with_entities(text, pack, _with_known(text, language, listed, starts), entities)
    more = find_names(plain, pack, known, starts) if pack.knows_names else []
    names = with_originals(plain, sorted([*known, *more], key=attrgetter("start")))
    names = with_nominatives(plain, names, pack.nominatives)
    mentions = [Mention(n.start, n.end, n.key, n.kind, "name", n.wikidata) for n in names]
    mentions += list(_coordinations(plain, names, pack, roster)) + list(_referring(plain, names, pack))
    mentions.sort(key=lambda m: (m.start, -m.end))
    return resolve(plain, mentions, places, pack, groups=roster.sizes if roster else None)


def _with_known(text: str, language: Language, listed: list[Name], starts: frozenset[int]) -> list[Name]:
    found = known_names(language).find(text, starts)
    return _with_free(listed, found) if found else listed


def _with_free(names: list[Name], more: Iterable[Name]) -> list[Name]:
    """The names, and those of the others that overlap none of them, in order."""
    cover = Cover(names)
    return sorted([*names, *(n for n in more if cover.is_free(n.start, n.end))], key=attrgetter("start"))


def _with_entities(
    text: str, pack: ActorsPack, listed: list[Name], entities: Iterable[tuple[int, int, str]]
) -> list[Name]:
    found = [
        Name(start, end, key_of(pack.base_form(text[start:end]), pack), ENTITY_KINDS[label])
        for start, end, label in entities
        if label in ENTITY_KINDS
    ]
    return _with_free(listed, found) if found else listed


def _coordinations(text: str, names: list[Name], pack: ActorsPack, roster: Roster | None) -> Iterator[Mention]:
    """A group's mention over each list of names that are just its members; a bracket after a name belongs to it."""
    keys = {name.key for name in names}
    groups = {members: g for members, g in roster.groups.items() if members <= keys} if roster else {}
    for run in _lists(text, names, pack) if groups else ():
        group = groups.get(frozenset(n.key for n in run))
        if group is not None:
            yield Mention(run[0].start, run[-1].end, group.id, "group", "name")


def _lists(text: str, names: list[Name], pack: ActorsPack) -> Iterator[list[Name]]:
    """The names in runs of those that are listed together, most of them alone."""
    run: list[Name] = []
    for name in names:
        if not run:
            run.append(name)
            continue
        gap = text[run[-1].end : name.start]
        if _is_in_bracket(gap):
            continue
        if _is_list_gap(gap, pack):
            run.append(name)
        else:
            yield run
            run = [name]
    if run:
        yield run


LONGEST_LINK = 40
"""Characters of the longest conjunction between two names of a list."""
_IN_BRACKETS = re.compile(r"[(（][^()（）]{0,40}[)）]")


def _is_in_bracket(gap: str) -> bool:
    return len(gap) <= 40 and gap.lstrip()[:1] in ("(", "（") and not any(c in gap for c in ")）")


def _is_list_gap(gap: str, pack: ActorsPack) -> bool:
    plain = (_IN_BRACKETS.sub("", gap) if "(" in gap or "（" in gap else gap).strip()
    if plain in (",", "、", "，"):
        return True
    between = plain.strip(",、，").strip()
    return len(between) <= LONGEST_LINK and lower(between) in pack.coordinators


def _referring(text: str, names: list[Name], pack: ActorsPack) -> Iterator[Mention]:
    """Nouns and pronouns that are no part of a name and do not just introduce one ("the company Acme")."""
    cover = Cover(names)
    hits = [h for h in pack.references(text) if cover.is_free(h.start, h.end)]
    heads = {n.start for n in names if n.kind != "place"} | {h.start for h in hits if h.value.role == "anaphor"}
    people = {n.start for n in names if n.kind == "person"}
    for hit in hits:
        role = hit.value.role
        if role in ("generic", "document", "there", "holder") or _introduces(text, hit.end, heads):
            continue
        if hit.value.singular == "person" and _holds_an_office(text, hit.end, people, pack):
            continue
        kind = hit.value.singular or hit.value.plural or "other"
        by: ResolvedBy = "pronoun" if role == "pronoun" else "nominal"
        yield Mention(hit.start if by == "pronoun" else _word_start(text, hit.start), hit.end, None, kind, by)


def _introduces(text: str, end: int, heads: set[int]) -> bool:
    at = end
    while at < len(text) and text[at] in ' \u00a0«"“':
        at += 1
    return at - end <= 2 and at in heads


OFFICE = 3
"""Words in the genitive between a title and its holder: глава крупнейшего отраслевого профсоюза Иван Петров."""


def _holds_an_office(text: str, end: int, people: set[int], pack: ActorsPack) -> bool:
    """Whether a person's name ends the noun phrase that the title begins, with nothing but genitives between."""
    if pack.morphology is None:
        return False
    for token in tokenise(text, end, min(len(text), end + 80))[: OFFICE + 1]:
        if token.start in people:
            return True
        word = text[token.start : token.end]
        if token.kind != "word" or not any(r.case == "gent" for r in pack.morphology.readings(word)):
            return False
    return False


def _word_start(text: str, start: int) -> int:
    """The start of a compound that the noun closes: ИИ-компании."""
    while start > 1 and text[start - 1] == "-" and text[start - 2].isalnum():
        start -= 1
        while start > 0 and text[start - 1].isalnum():
            start -= 1
    return start


class ActorFinder:
    """Writes `doc._.mentions`."""

    def __init__(self, language: Language, roster: Roster | None) -> None:
        self.language = language
        self.roster = roster

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions."""
        entities = [(e.start_char, e.end_char, e.label_) for e in doc.ents]
        layers = doc._
        sentences = layers.sentences or None
        mentions = tuple(find_mentions(text_of(doc), self.language, self.roster, sentences, entities))
        layers.mentions = mentions
        mark(doc, "mentions", mentions)
        return doc


@Pipeline.factory(
    "parallax_actors",
    default_config={"lang": None, "event": None},
    assigns=["doc._.mentions"],
    requires=["doc._.sentences"],
)
def make_actors(nlp: Pipeline, name: str, lang: str | None, event: str | None) -> Any:
    """The component for `nlp.add_pipe("parallax_actors")`; `event` is the path of an event file."""
    language = load_language(lang or nlp.lang)
    return ActorFinder(language, _roster(Path(event), language) if event else None)
