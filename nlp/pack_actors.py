"""The pack section `actors.toml`, made ready: nouns and pronouns in all their forms, titles, places, heads of names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from corpus.strict import Strict
from corpus.tables import ActorKind
from nlp.capital_nouns import CapitalNouns, NounPack
from nlp.endings import CompoundEndings, Endings, UnspacedEndings
from nlp.inflection import Inflection
from nlp.language import Language
from nlp.last_text import of_last_text
from nlp.morphology import Form, Morphology, inflected, morphology_of
from nlp.scripts import lower
from nlp.sections.attributions import Attribution
from nlp.sections.names import Names
from nlp.spotter import Hit, Phrases, shelf_of
from nlp.tagger import Tagger, tagger_of
from nlp.words import clitics_of

FORMS = 16384
"""Surfaces of which is kept what was found out about them: most words of a text stand in the one before."""

Role = Literal["anaphor", "representative", "document", "generic", "pronoun", "there", "holder"]


class NominalGroup(Strict):
    """Nouns that refer to an actor. `plural` is the kind their plural refers to, where it differs."""

    kind: ActorKind
    plural: ActorKind | None = None
    role: Role = "anaphor"
    words: list[str]


class PronounGroup(Strict):
    """Pronouns of the subject; of role `there`, words for the institution in which one speaks: there, they said.

    Possessives have the role `holder`: they stand for who speaks inside a cue (in his words), else for nobody. So have
    pronouns that are no subject: for who speaks right behind a cue (according to him).
    """

    kind: ActorKind
    role: Role = "pronoun"
    words: list[str]


class Actors(Strict):
    """`actors.toml`. Words stand in their base form where the pack has a morphology, else in every form.

    A name without one of the `legal_forms` around it (GmbH, ООО) is the same name, where it stands in the same text.
    Pronouns and titles of `genders` never mean, nor name, somebody of the other one.
    `exonyms` gives names that differ by language, as those of countries do, the key that they have in every language.
    `title_possessives` before a title stand for whom its holder serves (its chairwoman). An enclitic never begins a
    sentence: with a capital there it is a name (Ли). What is `known`, by kind, has the key that its English name gets,
    under names that no transliteration leads to it from. `case_endings` of names, by the ending of their nominative,
    bring other cases to it where no morphology does.
    """

    coordinators: list[str] = []
    institution_prepositions: list[str] = []
    not_names: list[str] = []
    places: list[str] = []
    titles: list[str] = []
    title_possessives: list[str] = []
    surnames: str = ""
    after_name: str = ""
    organisation_heads: list[str] = []
    media_heads: list[str] = []
    work_suffixes: list[str] = []
    product_heads: list[str] = []
    organisation_suffixes: list[str] = []
    legal_forms: list[str] = []
    nominals: list[NominalGroup] = []
    pronouns: list[PronounGroup] = []
    no_references: list[str] = []
    newcomers: list[str] = []
    enclitics: list[str] = []
    genitive_endings: list[str] = []
    numerals: dict[str, list[str]] = {}
    genders: dict[Literal["masc", "femn"], list[str]] = {}
    transliteration: dict[str, str] = {}
    exonyms: dict[str, str] = {}
    case_endings: dict[str, list[str]] = {}
    capital_nouns: CapitalNouns | None = None
    known: dict[ActorKind, dict[str, list[str]]] = {}


@dataclass(frozen=True, slots=True)
class Reference:
    """What a noun or pronoun can refer to; `singular` and `plural` are the kinds by number, null where it has none."""

    role: Role
    singular: ActorKind | None
    plural: ActorKind | None
    is_nominative: bool = True


def _nouns_of(section: Actors) -> NounPack | None:
    table = section.capital_nouns
    listed = (*section.places, *section.exonyms)
    return NounPack(table, titles=section.titles, places=listed) if table is not None else None


def _long_names(section: Actors) -> list[str]:
    """Listed names of several words that their capitals alone do not show: Corée du Nord, Europäische Union."""
    if section.capital_nouns is not None:
        return [name for name in (*section.places, *section.exonyms) if " " in name]
    return [name for name in section.places if any(word.islower() for word in name.split())]


def _openers(language: Language, titles: Iterable[str]) -> frozenset[str]:
    """Words that open a sentence before a name: what joins it to another, gerunds; titles and verbs without subject."""
    section = language.section("attribution", Attribution)
    if language.about.morphology is not None:
        return frozenset()
    inflection = Inflection(section.irregular, section.paradigms)
    heads = {word.partition(" ")[0] for group in section.verbs for word in group.words}
    forms = [inflection.forms(head) for head in heads]
    finite = [word for form in forms for word in form.finite] if section.drops_subject else []
    known = titles if section.drops_subject else ()
    gerunds = (word for form in forms for word in form.gerund)
    return frozenset(lower(word) for word in (*finite, *gerunds, *section.lead_ins, *known))


def _reversed(endings: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    oblique = dict.fromkeys(form for forms in endings.values() for form in forms)
    return {form: tuple(nominative for nominative, forms in endings.items() if form in forms) for form in oblique}


class ActorsPack:
    """The section with its words inflected and indexed."""

    def __init__(self, language: Language) -> None:
        section = language.section("actors", Actors)
        shelf = shelf_of(language)
        self.section = section
        self.knows_names = language.has("actors")
        self.is_spaced = language.about.is_spaced
        self.morphology: Morphology | None = morphology_of(language)
        self.clitics = clitics_of(language.about.elided, language.about.attached)
        self.transliteration = {ord(c): spelled for c, spelled in section.transliteration.items() if len(c) == 1}
        self.exonyms = {lower(name): key for name, key in section.exonyms.items()}
        self.nominatives = _reversed(section.case_endings)
        self.surnames, self.after_name = section.surnames, section.after_name
        self.suffixes = frozenset(section.organisation_suffixes)
        self.legal_forms = frozenset(section.legal_forms)
        self.title_words = section.titles
        self.no_names = frozenset(lower(w) for w in section.not_names)
        self.names_follow_places = language.section("attribution", Attribution).fronts
        self.openers = _openers(language, section.titles)
        self.tagger: Tagger | None = tagger_of(language)
        names = language.section("names", Names)
        self.person_keys = {form: key for key, forms in names.persons.items() for form in forms}
        self.written_names: Phrases[tuple[str, ActorKind]] = Phrases(dict(names.written()), shelf)
        self.work_suffixes = tuple(section.work_suffixes)
        self._places = {lower(f) for p in section.places for f in inflected(p, self.morphology)}
        self.long_names: Phrases[str] = Phrases({name: name for name in _long_names(section)}, shelf)
        self.nouns = _nouns_of(section)
        endings = Endings if self.is_spaced else UnspacedEndings
        endings = endings if self.nouns is None else CompoundEndings
        self._titles = endings(self._forms(section.titles))
        self.heads: tuple[tuple[ActorKind, Endings], ...] = (
            ("work", endings(self._forms(section.media_heads))),
            ("organisation", endings(self._forms(section.organisation_heads))),
            ("product", endings(self._forms(section.product_heads))),
        )
        self.possessives: Phrases[bool] = Phrases(dict.fromkeys(section.title_possessives, True))
        self.titles_in = of_last_text(Phrases({t: t for t in section.titles}, None if self.is_spaced else shelf).find)
        nothing = dict.fromkeys(section.no_references, Reference("generic", None, None))
        self._phrases: Phrases[Reference] = Phrases(dict(self._references()) | nothing, shelf)
        self.references = of_last_text(self._references_in)
        self.reference_in = lru_cache(maxsize=FORMS)(self._reference_in)
        self.there = frozenset(lower(w) for p in section.pronouns if p.role == "there" for w in p.words)
        self.base_form = lru_cache(maxsize=FORMS)(self._base_form)
        self.is_person_name = lru_cache(maxsize=FORMS)(self._is_person_name)
        self.numerals = {lower(w): int(n) for n, words in section.numerals.items() for w in words}
        self.genders: dict[str, str] = {lower(w): gender for gender, words in section.genders.items() for w in words}
        self.coordinators = frozenset(lower(c) for c in section.coordinators)
        self.genitive_endings = tuple(section.genitive_endings)
        self.enclitics = frozenset(lower(w) for w in section.enclitics)
        self.newcomers = frozenset(lower(w) for w in section.newcomers)
        self.institution_prepositions = frozenset(section.institution_prepositions)

    def _references_in(self, text: str) -> tuple[Hit[Reference], ...]:
        """The nouns and pronouns of a text that can refer to somebody, in order."""
        return tuple(self._phrases.find(text))

    def _reference_in(self, surface: str) -> Reference | None:
        """What the last noun or pronoun of a mention can refer to."""
        found = self._phrases.find(surface)
        return found[-1].value if found else None

    def _forms(self, words: Iterable[str]) -> Iterator[str]:
        for word in words:
            yield word
            if self.morphology is not None and " " not in word:
                yield from (form.word for form in self.morphology.forms(word))

    def _references(self) -> Iterator[tuple[str, Reference]]:
        for group in self.section.nominals:
            for word in group.words:
                yield from self._noun(word, group)
        for pronouns in self.section.pronouns:
            plural = pronouns.kind == "group"
            for word in pronouns.words:
                yield (
                    word,
                    Reference(pronouns.role, None if plural else pronouns.kind, pronouns.kind if plural else None),
                )

    def _noun(self, word: str, group: NominalGroup) -> Iterator[tuple[str, Reference]]:
        if self.morphology is None:
            is_plural = group.kind == "group"
            yield word, Reference(group.role, None if is_plural else group.kind, group.kind if is_plural else None)
            return
        table: dict[str, list[Form]] = {}
        for form in self.morphology.forms(word):
            table.setdefault(form.word, []).append(form)
        for surface, forms in table.items():
            numbers = {f.number for f in forms}
            yield (
                surface,
                Reference(
                    group.role,
                    group.kind if numbers - {"plur"} else None,
                    (group.plural or group.kind) if "plur" in numbers else None,
                    any(f.case in ("nomn", None) for f in forms),
                ),
            )

    def is_no_name(self, word: str) -> bool:
        """Whether a capitalised word names nobody."""
        return lower(word) in self.no_names

    def is_place(self, name: str) -> bool:
        """Whether it is a place that the pack lists."""
        return lower(name) in self._places

    def head_before(self, before: str) -> ActorKind | None:
        """The kind of name that a stretch of text leads to, by the noun at its end."""
        word = self.heads[0][1].last(before)
        return next((kind for kind, heads in self.heads if heads.closes(word)), None)

    def title_ends(self, before: str) -> bool:
        """Whether a stretch of text ends with a title."""
        return self._titles.ends(before)

    def _is_person_name(self, name: str) -> bool:
        """Whether the morphology knows one of two or more words as a personal name."""
        words = name.split()
        if self.nouns is not None:
            return len(words) > 1 and words[0] in self.nouns.given
        if self.morphology is None or name.isascii():
            return False
        wanted = any if len(words) > 1 else all
        return wanted(r.is_name and r.is_animate for w in words for r in self.morphology.readings(w))

    def _base_form(self, name: str) -> str:
        """The name in the nominative, as far as the morphology knows its words as names."""
        if self.morphology is None:
            return name
        words = name.split()
        case = _shared_case([self.morphology.readings(w) for w in words if not w.isascii()])
        if case is None:
            return name
        return " ".join(w if w.isascii() else self.morphology.nominative(w, case) for w in words)


_NAMING = ("NOUN", "ADJF", "PRTF")


def _is_head(readings: tuple[Form, ...]) -> bool:
    """Whether a word is a common noun that can be a nominative, as the first of an institution's name is."""
    return any(r.pos == "NOUN" and (r.case, r.number) == ("nomn", "sing") and not r.is_name for r in readings)


def _shared_case(words: list[tuple[Form, ...]]) -> str | None:
    """The oblique case in which all declined words of a name can stand; null if it can be a nominative."""
    cases = [
        [r.case for r in readings if r.pos in _NAMING and r.case is not None and (r.case, r.number) != ("nomn", "plur")]
        for readings in words
    ]
    declined = [c for c in cases if c]
    if not declined or all("nomn" in c for c in declined) or _is_head(words[0]):
        return None
    return next((case for case in declined[0] if case != "nomn" and all(case in c for c in declined)), None)


@cache
def actors_pack(language: Language) -> ActorsPack:
    """The pack's section, made ready once per process."""
    return ActorsPack(language)
