"""The pack section `attribution.toml`, made ready: cues in all their forms, with what they may govern."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from corpus.tables import ClaimType
from nlp.apostrophes import both_apostrophes
from nlp.inflection import Inflection
from nlp.language import Language
from nlp.morphology import Form, Morphology, morphology_of
from nlp.pack_clauses import ClauseOrder
from nlp.reported_mood import MoodForms
from nlp.scripts import lower
from nlp.sections.attributions import Attribution, CueGroup, Hearsay
from nlp.spotter import Hit, Phrases
from nlp.starred import Starred
from nlp.words import clitics_of

Role = Literal["verb", "agentless", "according", "behind", "closing", "hearsay", "passive", "noun", "particle", "none"]
Shape = Literal["finite", "gerund", "participle", "final", "split", "other"]


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A form of a cue with its group and, where the morphology tells, number, gender and tense.

    `holder` is the word inside the cue that is its source: his in "in his view". `splits` are the verbs of which the
    form is one part, by the word that closes their clause; of shape `split` it is nothing else. A form that can be a
    participle as well `is_participle` too.
    """

    role: Role
    group: CueGroup
    shape: Shape = "finite"
    number: str | None = None
    gender: str | None = None
    tense: str | None = None
    holder: str | None = None
    hearsay: Hearsay | None = None
    splits: tuple[tuple[str, "CueEntry"], ...] = ()
    is_participle: bool = False
    is_infinitive: bool = False

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
        self.order = ClauseOrder(section.verb_second) if section.verb_second is not None else None
        self.reported_moods = tuple(MoodForms(m) for m in section.reported_moods)
        self._inflection = Inflection(section.irregular, section.paradigms)
        self.complementisers = _lowered(section.complementisers)
        self.close_complementisers = _lowered(section.close_complementisers)
        self.enclitic_complementisers = _lowered(section.enclitic_complementisers)
        self.correlates = _lowered(section.correlates)
        self.relatives = _lowered(section.relatives)
        self.coordinators = _lowered(section.coordinators)
        self.adversatives = _lowered(section.adversatives)
        self.transparent = _lowered(section.transparent)
        self.boundaries = _lowered(section.boundaries)
        self.subject_stops = _lowered(section.subject_stops)
        self.subject_links = _lowered(section.subject_links)
        self.selectors = _lowered(section.selectors)
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
        self.naming_words = _lowered(section.naming_words) or self.as_words
        self.back = tuple(lower(b) for b in section.back)
        self.stops = tuple(section.stops)
        self.all_stops = (*section.stops, *section.adversatives)
        self.lead_ins = tuple(lower(w) for w in section.lead_ins)
        self.circumfix = [(re.compile("|".join(map(re.escape, c.before))), c) for c in section.circumfix]
        table: dict[str, CueEntry] = dict.fromkeys(section.no_cues, _SILENT)
        for phrase, entry in self._entries():
            table[phrase] = _joined(table.get(phrase), entry)
        self._phrases: Phrases[CueEntry] = Phrases(table)
        self._starred = self._with_stars()
        self.types: list[tuple[ClaimType, re.Pattern[str]]] = [
            (kind, re.compile("|".join(_stem(w, self.is_spaced) for w in words), re.IGNORECASE))
            for kind, words in section.type_words.items()
            if words
        ]

    def find(self, text: str) -> list[Hit[CueEntry]]:
        """The cues in a text that no guard word makes something else."""
        wide = self._found_starred(text)
        covered = {at for h in wide for at in range(h.start, h.end)}
        hits = [h for h in self._phrases.find(text) if h.start not in covered]
        found = [
            h
            for h in hits
            if h.value.role != "none"
            and (h.value.shape != "split" or _may_split(text, h))
            and not self._is_guarded(text, h)
        ]
        return sorted([*found, *wide], key=lambda h: h.start) if wide else found

    def _with_stars(self) -> Starred[CueEntry] | None:
        if self.morphology is None:
            return None
        table = [(w, CueEntry("according", g)) for g in self.section.according for w in g.words if " * " in w]
        return Starred(table, self.morphology, _lowered(self.section.possessives), self.outsiders)

    def _found_starred(self, text: str) -> list[Hit[CueEntry]]:
        found = self._starred.find(text) if self._starred is not None else ()
        return [replace(h, value=replace(h.value, holder=holder)) for h, holder in found]

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
            ("behind", self.section.behind),
            ("closing", self.section.closing),
            ("particle", self.section.particles),
        )
        for role, groups in roles:
            for group in groups:
                for word in group.words:
                    yield from self._filled(word, CueEntry(role, group))
        for group in self.section.verbs:
            for word in group.words:
                yield from self._verb(word, group)
        for heard in self.section.hearsay:
            group = CueGroup(cue_class=heard.cue_class, type=heard.type, words=heard.forms)
            yield from ((form, CueEntry("hearsay", group, hearsay=heard)) for form in heard.forms)
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
            for form in self._listed(head, self.morphology):
                shape = _shape(form)
                if shape is not None:
                    entry = CueEntry("verb", group, shape, form.number, form.gender, form.tense)
                    yield form.word + tail, entry
            return
        parts = re.split(r"([+|])", head + tail, maxsplit=1)
        if len(parts) == 3:
            yield from self._split_verb(parts[0], "" if parts[1] == "+" else " ", parts[2], group)
            return
        forms = self._inflection.forms(head)
        yield from ((f + tail, CueEntry("verb", group, is_infinitive=f == head)) for f in forms.finite)
        yield from ((g + tail, CueEntry("verb", group, "gerund")) for g in forms.gerund)
        yield from ((p + tail, CueEntry("verb", group, "participle", is_participle=True)) for p in forms.participle)

    def _split_verb(self, closing: str, gap: str, base: str, group: CueGroup) -> Iterator[tuple[str, CueEntry]]:
        """The forms of a verb in two parts: apart, and joined where the verb stands last."""
        forms = self._inflection.forms(base)
        whole = CueEntry("verb", group)
        for form in forms.finite:
            yield form, CueEntry("verb", group, "split", splits=((lower(closing), whole),))
            yield closing + gap + form, CueEntry("verb", group, "final", is_infinitive=form == base)
        for form in forms.participle:
            yield closing + gap + form, CueEntry("verb", group, "participle", is_participle=True)

    @staticmethod
    def _listed(word: str, morphology: Morphology) -> Iterator[Form]:
        """The forms of a word; of one that is no base form (a short predicate), itself with what it agrees in."""
        for form in morphology.forms(word):
            if form.pos is None:
                read = morphology.readings(word)[0]
                form = replace(form, number=read.number, gender=read.gender)
            yield form

    def _noun(self, word: str) -> Iterator[str]:
        yield word
        if self.morphology is not None and " " not in word:
            yield from (form.word for form in self.morphology.forms(word))


SPLIT_REACH = 300
"""Characters between the parts of a verb."""


def _may_split(text: str, hit: Hit[CueEntry]) -> bool:
    """Whether a word that would make a cue of a form follows it soon; most forms of common verbs have none."""
    ahead = lower(text[hit.end : hit.end + SPLIT_REACH])
    return any(closing in ahead for closing, _ in hit.value.splits)


_RANKS = {"participle": 1, "split": 2}
"""How little a shape says by itself: a form that can be finite is that first."""


def _joined(old: CueEntry | None, new: CueEntry) -> CueEntry:
    """One entry for a form that several verbs have: the first of those that can stand alone, with all splits."""
    if old is None:
        return new
    if old.role != "verb" or new.role != "verb":
        return old
    kept = min(old, new, key=lambda e: _RANKS.get(e.shape, 0))
    return replace(kept, splits=(*old.splits, *new.splits), is_participle=old.is_participle or new.is_participle)


def _shape(form: Form) -> Shape | None:
    if form.is_imperative or form.pos is None:
        return "finite" if form.pos is None else None
    if form.person in ("1per", "2per"):
        return None
    if form.pos == "ADJF" and form.case == "nomn":
        return "finite"
    return {"VERB": "finite", "GRND": "gerund"}.get(form.pos)  # type: ignore[return-value]


def _stem(word: str, is_spaced: bool) -> str:
    return rf"\b{re.escape(word)}" if is_spaced else re.escape(word)


def _lowered(words: list[str]) -> frozenset[str]:
    return frozenset(lower(w) for w in both_apostrophes(words))


@cache
def attribution_pack(language: Language) -> AttributionPack:
    """The pack's section, made ready once per process."""
    return AttributionPack(language)
