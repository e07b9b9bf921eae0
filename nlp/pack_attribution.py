"""The pack section `attribution.toml`, made ready: cues in all their forms, with what they may govern."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from corpus.strict import Strict
from corpus.tables import ClaimType, CueClass
from nlp.apostrophes import Words, both_apostrophes
from nlp.language import Language
from nlp.morphology import Form, Morphology, morphology_of
from nlp.scripts import lower
from nlp.sections.attributions import Circumfix, ReportedMood
from nlp.spotter import Hit, Phrases
from nlp.words import clitics_of

Frame = Literal["that", "bare", "told", "colon", "quote", "post", "about", "accuse", "naming", "object", "infinitive"]
Role = Literal["verb", "agentless", "according", "noun", "particle", "mood", "none"]
Shape = Literal["finite", "gerund", "participle", "either", "other"]


class CueGroup(Strict):
    """Cues that behave alike. `words` are base forms; `prepositions` lead to the content of about and accuse.

    In a word of `according` a star stands for one of the pack's `possessives`, which then is the source (in * view:
    in her view), or for one of its `fillers`, or for nothing (по * данным: по последним данным, по данным).

    The noun behind a cue that `takes_addressee` is who was told, never who speaks. Where a cue `needs_clause`, what
    follows it without a complementiser is a content only if one of the pack's `clause_marks` is in it: to hold a hand.
    `needs_mention`: who says so must be somebody named or referred to; for attributions, right behind them.
    `is_not_reflexive`: behind a reflexive pronoun such a verb means something else (assures herself that).
    """

    cue_class: CueClass = "neutral"
    type: ClaimType = "report"
    frames: list[Frame] = []
    prepositions: Words = []
    is_mental: bool = False
    takes_addressee: bool = False
    needs_clause: bool = False
    needs_mention: bool = False
    is_not_reflexive: bool = False
    words: list[str]


class Paradigm(Strict):
    """How verbs that match `ends` inflect: the matched ending is replaced by each of `finite`, `gerund`, `participle`.

    A participle is a cue behind an auxiliary only.
    """

    ends: str
    finite: list[str]
    gerund: list[str] = []
    participle: list[str] = []


class Irregular(Strict):
    """A verb whose forms are listed."""

    lemma: str
    finite: list[str]
    gerund: list[str] = []
    participle: list[str] = []


class Attribution(Strict):
    """`attribution.toml`.

    - A participle is a cue behind one of `auxiliaries`, or of `reflexive_auxiliaries` behind one of `reflexives`; never
      behind one of the first and second person (`speaker_auxiliaries`). `verb_pronouns` stand between subject and verb.
    - `noun_complementisers` lead to the content of nouns only; behind `comparatives` a complementiser compares, behind
      `conjunction_heads` it is part of a conjunction (so that) or relates (the time that).
    - `addressee_links` lead to whom or where something is said, `object_marks` to whom an accusation or call meets.
    - `impersonals` behind a verb name nobody (says one); one of `passive_pronouns` before a verb makes it a passive.
    - `drops_subject`: a verb needs no subject, whoever spoke last speaks on; `plural_endings` tell the number, and
      `ambiguous_endings` are the first person's as well. `inverts`: the subject can follow the verb before a content.
    - With `homograph_guards`, homographs are nouns behind one of these, else wherever no name is right in front.
    """

    complementisers: list[str] = []
    close_complementisers: list[str] = []
    correlates: list[str] = []
    relatives: list[str] = []
    coordinators: list[str] = []
    adversatives: list[str] = []
    transparent: list[str] = []
    boundaries: list[str] = []
    subject_stops: list[str] = []
    subject_links: list[str] = []
    lead_ins: list[str] = []
    as_words: list[str] = []
    back: list[str] = []
    stops: list[str] = []
    passives: list[str] = []
    guard_words: list[str] = []
    passive_auxiliaries: list[str] = []
    passive_marks: list[str] = []
    auxiliaries: list[str] = []
    reflexive_auxiliaries: list[str] = []
    reflexives: list[str] = []
    verb_pronouns: list[str] = []
    noun_complementisers: list[str] = []
    infinitive_endings: list[str] = []
    addressee_links: list[str] = []
    impersonals: list[str] = []
    passive_pronouns: list[str] = []
    comparatives: list[str] = []
    conjunction_heads: list[str] = []
    speaker_auxiliaries: list[str] = []
    object_marks: list[str] = []
    plural_endings: list[str] = []
    ambiguous_endings: list[str] = []
    drops_subject: bool = False
    inverts: bool = False
    homographs: list[str] = []
    homograph_guards: list[str] = []
    subject_pronouns: list[str] = []
    guard_before: list[str] = []
    guard_after: list[str] = []
    no_cues: list[str] = []
    not_bare: list[str] = []
    clause_marks: list[str] = []
    possessives: list[str] = []
    fillers: list[str] = []
    outsiders: list[str] = []
    needs_subject: bool = True
    verbs: list[CueGroup] = []
    agentless: list[CueGroup] = []
    according: list[CueGroup] = []
    circumfix: list[Circumfix] = []
    nouns: list[CueGroup] = []
    particles: list[CueGroup] = []
    moods: list[ReportedMood] = []
    paradigms: list[Paradigm] = []
    irregular: list[Irregular] = []
    type_words: dict[ClaimType, list[str]] = {}


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A form of a cue with its group and, where the morphology tells, number, gender and tense.

    `holder` is the word inside the cue that is its source: his in "in his view".
    """

    role: Role
    group: CueGroup
    shape: Shape = "finite"
    number: str | None = None
    gender: str | None = None
    tense: str | None = None
    holder: str | None = None
    mood: ReportedMood | None = None

    def agrees(self, other: "CueEntry") -> bool:
        """Whether two forms can share a subject."""
        same_gender = self.gender == other.gender or None in (self.gender, other.gender)
        return self.number == other.number and (self.tense == "past") == (other.tense == "past") and same_gender


_LAST_WORD = re.compile(r"([\w'’]+)[^\S\n]+$")
_SILENT = CueEntry("none", CueGroup(words=[]))


class AttributionPack:
    """The section with its cues inflected and indexed."""

    def __init__(self, language: Language) -> None:
        section = language.section("attribution", Attribution)
        self.section = section
        self.language = language
        self.is_spaced = language.about.is_spaced
        self.morphology: Morphology | None = morphology_of(language)
        self._irregular = {i.lemma: i for i in section.irregular}
        self.complementisers = _lowered(section.complementisers)
        self.close_complementisers = _lowered(section.close_complementisers)
        self.correlates = _lowered(section.correlates)
        self.relatives = _lowered(section.relatives)
        self.coordinators = _lowered(section.coordinators)
        self.adversatives = _lowered(section.adversatives)
        self.transparent = _lowered(section.transparent)
        self.boundaries = _lowered(section.boundaries)
        self.subject_stops = _lowered(section.subject_stops)
        self.subject_links = _lowered(section.subject_links)
        self.passives = _lowered(section.passives)
        self.passive_auxiliaries = _lowered(section.passive_auxiliaries)
        self.passive_marks = _lowered(section.passive_marks)
        self.homographs = _lowered(section.homographs)
        self.homograph_guards = _lowered(section.homograph_guards)
        self.clitics = clitics_of(language.about.elided, language.about.attached)
        self.attached = _lowered(language.about.attached)
        self.auxiliaries = _lowered(section.auxiliaries)
        self.reflexive_auxiliaries = _lowered(section.reflexive_auxiliaries)
        self.reflexives = _lowered(section.reflexives)
        self.verb_pronouns = _lowered(section.verb_pronouns)
        self.noun_complementisers = self.complementisers | _lowered(section.noun_complementisers)
        self.infinitive_endings = tuple(section.infinitive_endings)
        self.addressee_links = _lowered(section.addressee_links)
        self.impersonals = _lowered(section.impersonals)
        self.passive_pronouns = _lowered(section.passive_pronouns)
        self.comparatives = _lowered(section.comparatives)
        self.conjunction_heads = tuple(f" {lower(head)}" for head in section.conjunction_heads)
        self.speaker_auxiliaries = _lowered(section.speaker_auxiliaries)
        self.object_marks = _lowered(section.object_marks)
        self.plural_endings = tuple(section.plural_endings)
        self.ambiguous_endings = tuple(section.ambiguous_endings)
        self.subject_pronouns = _lowered(section.subject_pronouns)
        self.guard_words = _lowered(section.guard_words)
        self.not_bare = _lowered(section.not_bare)
        self.clause_marks = _lowered(section.clause_marks)
        self.outsiders = _lowered(section.outsiders)
        self.as_words = _lowered(section.as_words)
        self.back = tuple(lower(b) for b in section.back)
        self.stops = tuple(section.stops)
        self.all_stops = (*section.stops, *section.adversatives)
        self.lead_ins = tuple(lower(w) for w in section.lead_ins)
        self.circumfix = [(re.compile("|".join(map(re.escape, c.before))), c) for c in section.circumfix]
        table: dict[str, CueEntry] = dict.fromkeys(section.no_cues, _SILENT)
        for phrase, entry in self._entries():
            table.setdefault(phrase, entry)
        self._phrases: Phrases[CueEntry] = Phrases(table)
        self.types: list[tuple[ClaimType, re.Pattern[str]]] = [
            (kind, re.compile("|".join(_stem(w, self.is_spaced) for w in words), re.IGNORECASE))
            for kind, words in section.type_words.items()
            if words
        ]

    def find(self, text: str) -> list[Hit[CueEntry]]:
        """The cues in a text that no guard word makes something else."""
        return [h for h in self._phrases.find(text) if h.value.role != "none" and not self._is_guarded(text, h)]

    def _is_guarded(self, text: str, hit: Hit[CueEntry]) -> bool:
        if hit.value.role != "verb":
            return False
        if self.is_spaced:
            word = _LAST_WORD.search(text, max(0, hit.start - 20), hit.start)
            return word is not None and lower(word[1]) in self.guard_words
        before, after = text[max(0, hit.start - 4) : hit.start].rstrip(), text[hit.end : hit.end + 4]
        return before.endswith(tuple(self.section.guard_before)) or after.startswith(tuple(self.section.guard_after))

    def _entries(self) -> Iterator[tuple[str, CueEntry]]:
        roles: tuple[tuple[Role, list[CueGroup]], ...] = (
            ("agentless", self.section.agentless),
            ("according", self.section.according),
            ("particle", self.section.particles),
        )
        for role, groups in roles:
            for group in groups:
                for word in group.words:
                    yield from self._filled(word, CueEntry(role, group))
        for group in self.section.verbs:
            for word in group.words:
                yield from self._verb(word, group)
        for mood in self.section.moods:
            group = CueGroup(cue_class=mood.cue_class, type=mood.type, words=mood.forms)
            yield from ((form, CueEntry("mood", group, mood=mood)) for form in mood.forms)
        for group in self.section.nouns:
            for word in group.words:
                yield from ((form, CueEntry("noun", group)) for form in self._noun(word))

    def _filled(self, phrase: str, entry: CueEntry) -> Iterator[tuple[str, CueEntry]]:
        if "*" not in phrase:
            yield phrase, entry
            return
        yield phrase.replace("* ", ""), entry
        yield from ((phrase.replace("*", filler), entry) for filler in self.section.fillers)
        yield from (
            (phrase.replace("*", word), replace(entry, holder=lower(word))) for word in self.section.possessives
        )

    def _verb(self, phrase: str, group: CueGroup) -> Iterator[tuple[str, CueEntry]]:
        head, _, rest = phrase.partition(" ")
        tail = f" {rest}" if rest else ""
        if self.morphology is not None:
            for form in self.morphology.forms(head):
                shape = _shape(form)
                if shape is not None:
                    entry = CueEntry("verb", group, shape, form.number, form.gender, form.tense)
                    yield form.word + tail, entry
            return
        yield from ((form + tail, CueEntry("verb", group, shape)) for form, shape in self._inflected(head))

    def _inflected(self, lemma: str) -> Iterator[tuple[str, Shape]]:
        verb: Irregular | Paradigm | None = self._irregular.get(lemma)
        stem = ""
        if verb is None:
            verb, stem = next(self._regular(lemma), (Irregular(lemma=lemma, finite=[lemma]), ""))
        either = set(verb.finite).intersection(verb.participle)
        yield from ((stem + e, "either" if e in either else "finite") for e in verb.finite)
        yield from ((stem + e, "gerund") for e in verb.gerund)
        yield from ((stem + e, "participle") for e in verb.participle if e not in either)

    def _regular(self, lemma: str) -> Iterator[tuple[Paradigm, str]]:
        """The paradigms that the verb can follow, each with the verb's stem."""
        for paradigm in self.section.paradigms:
            m = re.search(f"(?:{paradigm.ends})$", lemma)
            if m:
                yield paradigm, lemma[: m.start()]

    def _noun(self, word: str) -> Iterator[str]:
        yield word
        if self.morphology is not None and " " not in word:
            yield from (form.word for form in self.morphology.forms(word))


def _shape(form: Form) -> Shape | None:
    if form.is_imperative or form.pos is None:
        return "finite" if form.pos is None else None
    if form.person in ("1per", "2per"):
        return None
    return {"VERB": "finite", "GRND": "gerund"}.get(form.pos)  # type: ignore[return-value]


def _stem(word: str, is_spaced: bool) -> str:
    return rf"\b{re.escape(word)}" if is_spaced else re.escape(word)


def _lowered(words: list[str]) -> frozenset[str]:
    return frozenset(lower(w) for w in both_apostrophes(words))


@cache
def attribution_pack(language: Language) -> AttributionPack:
    """The pack's section, made ready once per process."""
    return AttributionPack(language)
