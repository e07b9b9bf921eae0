"""Lexicons of loaded words, compiled: every form of every entry in one automaton, traps among them, and negations."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.errors import PackError, sentence
from corpus.strict import load_toml
from nlp.characters import plain_characters, plain_text
from nlp.language import Language, known_languages, load_language
from nlp.lookup import expand
from nlp.morphology import Morphology, inflected, morphology_of
from nlp.scripts import APOSTROPHES, lower
from nlp.sections.wording import OURS, WordingSection
from nlp.spotter import Phrases, shelf_of

SECTION = "wording"
REACH = 40
"""How many characters before a word are searched for a negation: it and some short words."""

_BRACED = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a lexicon: as it is listed, and its class."""

    lemma: str
    loaded_class: str


@dataclass(frozen=True, slots=True)
class Found:
    """A place where an entry stands, and whether it is negated."""

    start: int
    end: int
    entry: Entry
    is_negated: bool


class LoadedLexicon:
    """One lexicon for one language."""

    def __init__(self, section: WordingSection, language: Language) -> None:
        self.name = section.name
        self.version = f"{language.code}-{section.version}"
        self._language = language
        morphology = morphology_of(language)
        table: dict[str, Entry | None] = {}
        for loaded_class, words in section.words.items():
            for word in words:
                lemma, forms = forms_of(word, section.endings, morphology)
                for form in forms:
                    table.setdefault(form, Entry(lemma, loaded_class))
        for trap in section.traps:
            table.update(dict.fromkeys(forms_of(trap, section.endings, morphology)[1]))
        variants = plain_characters(language)
        plain = {form.translate(variants): entry for form, entry in table.items()}
        self._phrases = Phrases(plain, shelf_of(language) if section.name == OURS else None)
        self._negation = _negation(section, language.about.is_spaced)

    def find(self, text: str) -> Iterator[Found]:
        """The entries in a text, in order, none overlapping, the longest where several begin."""
        plain = plain_text(text, self._language)
        for hit in self._phrases.find(plain):
            if hit.value is not None:
                before = lower(plain[max(0, hit.start - REACH) : hit.start]).translate(APOSTROPHES)
                is_negated = self._negation is not None and self._negation.search(before) is not None
                yield Found(hit.start, hit.end, hit.value, is_negated)


def forms_of(word: str, endings: Mapping[str, list[str]], morphology: Morphology | None) -> tuple[str, Sequence[str]]:
    """An entry as people know it, and all its forms; how entries are written is told in `WordingSection`."""
    if word.startswith("="):
        return word[1:], (word[1:],)
    if "~" in word:
        forms = expand(word, endings)
        return forms[0], forms
    braced = _BRACED.search(word)
    if braced is None:
        return word, (word,) if " " in word else tuple(_inflected(word, morphology))
    head, tail = word[: braced.start()], word[braced.end() :]
    return head + braced[1] + tail, [head + form + tail for form in _inflected(braced[1], morphology)]


def _inflected(words: str, morphology: Morphology | None) -> Iterable[str]:
    """All forms of one word; of several, those of the cases, in which they go together."""
    if morphology is None:
        return (words,)
    return inflected(words, morphology) if " " in words else dict.fromkeys(f.word for f in morphology.forms(words))


def _negation(section: WordingSection, is_spaced: bool) -> re.Pattern[str] | None:
    """What a text before a negated word ends with."""
    if not section.negators:
        return None
    negators, fillers = ("|".join(map(re.escape, words)) for words in (section.negators, section.fillers))
    gap, start = (r"(?:\s+|(?<='))", r"(?<![^\W_])") if is_spaced else (r"\s*", "")
    between = f"(?:{gap}(?:{fillers}))*" if fillers else ""
    return re.compile(f"{start}(?:{negators}){between}{gap}$")


@cache
def own_lexicon(language: Language) -> LoadedLexicon | None:
    """The lexicon of a pack; None if it has none."""
    if not language.has(SECTION):
        return None
    return LoadedLexicon(language.section(SECTION, WordingSection), language)


def lexicons_of(language: Language, files: Sequence[Path] = ()) -> list[LoadedLexicon]:
    """The pack's lexicon, then those of the user's files that are for this language."""
    own = own_lexicon(language)
    sections = [section for section in map(load_lexicon, files) if section.language == language.code]
    return [*([own] if own else []), *(LoadedLexicon(section, language) for section in sections)]


@cache
def load_lexicon(path: Path) -> WordingSection:
    """A lexicon of the user's; raises PackError with file and key where it cannot be used."""
    section = load_toml(path, WordingSection, PackError)
    if section.name == OURS:
        expected = f'a key "name" that is not "{OURS}"'
        raise PackError(sentence(f"{path}, name", found=f'"{section.name}"', expected=expected, todo="give it a name"))
    if section.language not in known_languages():
        known = f"one of {', '.join(known_languages())}"
        raise PackError(sentence(f"{path}, language", found=f'"{section.language}"', expected=known))
    try:
        LoadedLexicon(section, load_language(section.language))
    except PackError as why:  # an ending that is not defined
        raise PackError(f"{path}, {why}") from None
    return section


def load_lexicons(paths: Iterable[Path]) -> dict[Path, WordingSection]:
    """The user's lexicons by path; raises PackError also where two for one language have the same name."""
    found: dict[Path, WordingSection] = {}
    for path in paths:
        section = load_lexicon(path)
        for other, before in found.items():
            if (before.name, before.language) == (section.name, section.language):
                taken = f'"{section.name}", the name of {other} too'
                raise PackError(sentence(f"{path}, name", found=taken, expected="a name of its own"))
        found[path] = section
    return found
