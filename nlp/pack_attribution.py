"""The pack section `attribution.toml`, made ready: cues in all their forms, with what they may govern."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from corpus.strict import Strict
from corpus.tables import ClaimType, CueClass
from nlp.language import Language
from nlp.morphology import Form, Morphology, morphology_of
from nlp.scripts import lower
from nlp.spotter import Hit, Phrases

Frame = Literal["that", "bare", "told", "colon", "quote", "post", "about", "accuse", "naming", "object"]
Role = Literal["verb", "agentless", "according", "noun", "particle", "none"]
Shape = Literal["finite", "gerund", "other"]


class CueGroup(Strict):
    """Cues that behave alike. `words` are base forms; `prepositions` lead to the content of about and accuse.

    In a word of `according` a star stands for one of the pack's `possessives`, which then is the source (in * view:
    in her view), or for one of its `fillers`, or for nothing (по * данным: по последним данным, по данным).

    The noun behind a cue that `takes_addressee` is who was told, never who speaks. Where a cue `needs_clause`, what
    follows it without a complementiser is a content only if one of the pack's `clause_marks` is in it: to hold a hand.
    """

    cue_class: CueClass = "neutral"
    type: ClaimType = "report"
    frames: list[Frame] = []
    prepositions: list[str] = []
    is_mental: bool = False
    takes_addressee: bool = False
    needs_clause: bool = False
    words: list[str]


class Paradigm(Strict):
    """How verbs that match `ends` inflect: the matched ending is replaced by each of `finite` and `gerund`."""

    ends: str
    finite: list[str]
    gerund: list[str] = []


class Irregular(Strict):
    """A verb whose forms are listed."""

    lemma: str
    finite: list[str]
    gerund: list[str] = []


class Circumfix(Strict):
    """An attribution around its source: 据 ... 报道."""

    before: list[str]
    after: list[str]
    cue_class: CueClass = "neutral"


class Attribution(Strict):
    """`attribution.toml`."""

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
    homographs: list[str] = []
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
        finite, gerund = self._inflected(head)
        yield from ((f + tail, CueEntry("verb", group)) for f in finite)
        yield from ((g + tail, CueEntry("verb", group, "gerund")) for g in gerund)

    def _inflected(self, lemma: str) -> tuple[list[str], list[str]]:
        if lemma in self._irregular:
            return self._irregular[lemma].finite, self._irregular[lemma].gerund
        for paradigm in self.section.paradigms:
            m = re.search(f"(?:{paradigm.ends})$", lemma)
            if m:
                stem = lemma[: m.start()]
                return [stem + e for e in paradigm.finite], [stem + e for e in paradigm.gerund]
        return [lemma], []

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
    return frozenset(lower(w) for w in words)


@cache
def attribution_pack(language: Language) -> AttributionPack:
    """The pack's section, made ready once per process."""
    return AttributionPack(language)
