"""The pack section `attribution.toml`, made ready: cues in all their forms, with what they may govern."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from nlp.apostrophes import both_apostrophes
from nlp.characters import plain_characters, plain_text
from nlp.cue_entries import CueEntry, Role, joined
from nlp.cue_forms import listed_forms, may_split, shape_of
from nlp.guards import WordsBefore
from nlp.inflection import Inflection
from nlp.language import Language
from nlp.morphology import Morphology, morphology_of
from nlp.negations import Negations
from nlp.pack_clauses import ClauseOrder
from nlp.reported_mood import MoodForms
from nlp.scripts import lower
from nlp.sections.attributions import Attribution, CueGroup
from nlp.spotter import Hit, Phrases, shelf_of
from nlp.starred import Starred
from nlp.stems import Stems
from nlp.tagger import Tagger, tagger_of
from nlp.words import clitics_of

__all__ = ["AttributionPack", "CueEntry", "Role", "attribution_pack"]

_SILENT = CueEntry("none", CueGroup(words=[]))


class AttributionPack:
    """The section with its cues inflected and indexed."""

    def __init__(self, language: Language) -> None:
        section = language.section("attribution", Attribution)
        self.section = section
        self.language = language
        self.is_spaced = language.about.is_spaced
        self.morphology: Morphology | None = morphology_of(language)
        self.tagger: Tagger | None = tagger_of(language)
        self._plain = plain_characters(language)
        self.order = ClauseOrder(section.verb_second) if section.verb_second is not None else None
        self.reported_moods = tuple(MoodForms(m) for m in section.reported_moods)
        self._inflection = Inflection(section.irregular, section.paradigms)
        self.clitics = clitics_of(language.about.elided, [*language.about.attached, *language.about.enclitics])
        self.attached = _lowered(language.about.attached)
        self.enclitics = _lowered(language.about.enclitics)
        self.negations = _lowered(language.section("negations", Negations).words)
        self._take_clauses(section)
        self._take_verbs(section)
        self._take_speakers(section)
        self._take_marks(section)
        self._index(section)

    def _take_clauses(self, section: Attribution) -> None:
        self.complementisers = _lowered(section.complementisers)
        self.close_complementisers = _lowered(section.close_complementisers)
        self.enclitic_complementisers = _lowered(section.enclitic_complementisers)
        self.correlates = _lowered(section.correlates)
        self.relatives = _lowered(section.relatives)
        self.coordinators = _lowered(section.coordinators)
        self.adversatives = _lowered(section.adversatives)
        self.long_contrasts = tuple(f"{lower(c)} " for c in section.adversatives if " " in c) or ("\0",)
        self.contrasts = tuple(section.contrasts) or ("\0",)
        self.transparent = _lowered(section.transparent)
        self.joints = tuple(sorted(self.coordinators | self.adversatives, key=len, reverse=True))
        self.boundaries = _lowered(section.boundaries)
        self.subject_stops = _lowered(section.subject_stops)
        self.subject_links = _lowered(section.subject_links)
        self.leads = self.complementisers | self.close_complementisers | self.enclitic_complementisers
        self.clause_words = self.complementisers | self.relatives
        self.joint_words = self.coordinators | self.adversatives
        self.clause_ends = self.boundaries - self.coordinators
        self.turns = self.coordinators | {":", "：", ",", "，", ";"}
        self.selectors = _lowered(section.selectors)
        self.free_subjects = _lowered(section.free_subjects)
        self.articles = _lowered(section.articles)

    def _take_verbs(self, section: Attribution) -> None:
        self.passives = _lowered(section.passives)
        self.passive_auxiliaries = _lowered(section.passive_auxiliaries)
        self.passive_marks = _lowered(section.passive_marks)
        self.homographs = _lowered(section.homographs)
        self.homograph_guards = _lowered(section.homograph_guards)
        self.auxiliaries = _lowered(section.auxiliaries)
        self.reflexive_auxiliaries = _lowered(section.reflexive_auxiliaries)
        self.reflexives = _lowered(section.reflexives)
        self.verb_pronouns = _lowered(section.verb_pronouns)
        self.trailing_pronouns = _lowered(section.trailing_pronouns)
        self.has_commas = section.comma_before_complementisers
        self.noun_complementisers = self.complementisers | _lowered(section.noun_complementisers)
        self.infinitive_endings = tuple(section.infinitive_endings)
        self.infinitive_marks = _lowered(section.infinitive_marks)
        self.addressee_links = _lowered(section.addressee_links)
        self.impersonals = _lowered(section.impersonals)
        self.passive_pronouns = _lowered(section.passive_pronouns)
        self.comparatives = _lowered(section.comparatives)
        self.conjunction_heads = tuple(f" {lower(head)}" for head in section.conjunction_heads)
        self.speaker_auxiliaries = _lowered(section.speaker_auxiliaries)
        self.all_passive_auxiliaries = self.passive_auxiliaries | self.speaker_auxiliaries
        self.all_reflexive_auxiliaries = self.reflexive_auxiliaries | self.speaker_auxiliaries
        self.object_marks = _lowered(section.object_marks)
        self.object_pronouns = _lowered(section.object_pronouns)

    def _take_speakers(self, section: Attribution) -> None:
        self.plural_endings = tuple(section.plural_endings)
        self.ambiguous_endings = tuple(section.ambiguous_endings)
        self.addressees = tuple(section.addressees)
        self.possessives = _lowered(section.possessives)
        self.quoted_words = _lowered(section.quoted_words)
        self.subject_pronouns = _lowered(section.subject_pronouns)
        self.guard_words = _lowered(section.guard_words)
        self._guard_before = WordsBefore(self.guard_words)
        self.not_bare = _lowered(section.not_bare)
        self.clause_marks = _lowered(section.clause_marks)
        self.predicate_marks = _lowered(section.predicate_marks) or self.clause_marks
        self.noun_predicates = self._forms_of(section.noun_predicates)
        self.noun_passives = self._forms_of(section.noun_passives)
        self.outsiders = _lowered(section.outsiders)
        self.no_speakers = self.outsiders | _lowered(section.no_speakers)
        self.as_words = _lowered(section.as_words)
        self.falsehoods = _lowered(section.falsehoods)
        self.naming_words = _lowered(section.naming_words) or self.as_words

    def _take_marks(self, section: Attribution) -> None:
        self.copulas, self.noun_words = frozenset(section.copulas), frozenset(section.noun_words)
        self.adverbials = frozenset(section.adverbials)
        self.modals = frozenset(section.modals)
        self.aspects = frozenset(section.aspects)
        self.localizers = tuple(section.localizers)
        self.back = tuple(lower(b) for b in section.back)
        self.back_objects = frozenset(lower(b) for b in section.back_objects)
        self.back_behind = tuple(f" {lower(b)} " for b in section.back_behind) or ("\0",)
        self.stops = tuple(section.stops)
        self.all_stops = (*section.stops, *section.adversatives)
        self.lead_ins = tuple(lower(w) for w in section.lead_ins)
        self.lead_in_words = frozenset(self.lead_ins)
        self.joining = tuple(w for w in (*self.coordinators, *self.transparent, *self.lead_ins) if w)
        self.circumfix = [
            tuple(re.compile("|".join(map(re.escape, self._longest_first(side)))) for side in (c.before, c.after))
            for c in section.circumfix
        ]

    def _index(self, section: Attribution) -> None:
        table: dict[str, CueEntry] = dict.fromkeys(map(self.folded, section.no_cues), _SILENT)
        table |= dict.fromkeys(map(self.folded, section.silences), CueEntry("silence", _SILENT.group))
        for phrase, entry in self._entries():
            key = self.folded(phrase)
            table[key] = joined(table.get(key), entry)
        self._guards = tuple(
            tuple(map(self.folded, words))
            for words in (section.guard_before, section.guard_after, section.noun_before, section.noun_after)
        )
        self._phrases: Phrases[CueEntry] = Phrases(table, shelf_of(self.language))
        self._starred = self._with_stars()
        self.stems = Stems(section.type_words.items(), is_spaced=self.is_spaced)

    def find(self, text: str) -> list[Hit[CueEntry]]:
        """The cues and silences in a text that no guard word makes something else."""
        text = self.page(text)
        wide = self._found_starred(text)
        covered = {at for h in wide for at in range(h.start, h.end)}
        hits = [h for h in self._phrases.find(text) if h.start not in covered]
        found = [
            h
            for h in hits
            if h.value.role != "none"
            and (h.value.shape != "split" or may_split(text, h))
            and not self._is_guarded(text, h)
        ]
        return sorted([*found, *wide], key=lambda h: h.start) if wide else found

    def _forms_of(self, lemmas: list[str]) -> frozenset[str]:
        forms = map(self._inflection.forms, lemmas)
        return frozenset(lower(word) for f in forms for word in (*f.finite, *f.participle))

    def _longest_first(self, words: list[str]) -> list[str]:
        return sorted({self.folded(w) for w in words}, key=lambda w: (-len(w), w))

    def folded(self, text: str) -> str:
        """The text in plain characters: cues need no entry for each way to write them."""
        return text.translate(self._plain) if self._plain else text

    def page(self, text: str) -> str:
        """A whole text in plain characters."""
        return plain_text(text, self.language)

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
            return self._guard_before.stands(text, hit.start)
        before, after = text[max(0, hit.start - 4) : hit.start].rstrip(), text[hit.end : hit.end + 4]
        guard_before, guard_after, noun_before, noun_after = self._guards
        is_noun = hit.value.group.names_act and (before.endswith(noun_before) or after.startswith(noun_after))
        return is_noun or before.endswith(guard_before) or after.startswith(guard_after)

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
        if not entry.group.needs_holder:
            yield phrase.replace("* ", ""), entry
            yield from ((phrase.replace("*", filler), entry) for filler in self.section.fillers)
        yield from (
            (phrase.replace("*", word), replace(entry, holder=lower(word))) for word in self.section.possessives
        )

    def _verb(self, phrase: str, group: CueGroup) -> Iterator[tuple[str, CueEntry]]:
        head, _, rest = phrase.partition(" ")
        tail = f" {rest}" if rest else ""
        if self.morphology is not None:
            for form in listed_forms(head, self.morphology):
                shape = shape_of(form)
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

    def _noun(self, word: str) -> Iterator[str]:
        yield word
        if self.morphology is not None and " " not in word:
            yield from (form.word for form in self.morphology.forms(word))


def _lowered(words: list[str]) -> frozenset[str]:
    return frozenset(lower(w) for w in both_apostrophes(words))


@cache
def attribution_pack(language: Language) -> AttributionPack:
    """The pack's section, made ready once per process."""
    return AttributionPack(language)
