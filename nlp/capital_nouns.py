"""Names where every noun has a capital: what in a run of capitals is one, by its company, shape and parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.strict import Strict
from nlp.layers import Place
from nlp.scripts import lower

MIN_STEM = 3
"""Letters before the noun that closes a compound."""
MIN_HEAD = 4
"""Letters of the shortest noun that is looked for at the end of a compound."""
MIN_ENDING_STEM = 3
"""Letters before an ending that only nouns have."""
LONGEST_SYLLABLE = 3
"""Letters in the longest part in lower case that closes a name with a hyphen (Min-jun); longer ones are adjectives."""
_WORD = re.compile(r"[^\s\u00a0]+")


class CapitalNouns(Strict):
    """`[capital_nouns]` of `actors.toml`: what tells names from nouns.

    `nouns` (lower case, with the endings of `noun_inflections`) close compounds too, `nouns_alone` do not, because
    surnames and places end in them as well; behind a name these and `surnames` close it. What stands behind one of
    `articles`, or behind an adjective, is a noun, unless its shape is foreign. A word that opens a sentence is a name
    if one of `verb_endings` closes the next one.
    """

    nouns: list[str] = []
    nouns_alone: list[str] = []
    surnames: list[str] = []
    noun_inflections: list[str] = []
    noun_endings: list[str] = []
    articles: list[str] = []
    adjective_endings: list[str] = []
    verb_endings: list[str] = []
    particles: list[str] = []
    foreign_shapes: list[str] = []
    given_names: list[str] = []
    genitive: list[str] = []
    no_genitive: list[str] = []


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    is_noun: bool


class NounPack:
    """The table made ready: sets of words, patterns of shapes."""

    def __init__(self, section: CapitalNouns, *, titles: Sequence[str] = (), places: Sequence[str] = ()) -> None:
        self.titles = frozenset(lower(t).rstrip(".") for t in titles)
        inflections = tuple(section.noun_inflections) or ("",)
        words = {lower(p) for p in places if " " not in p}
        self._places = words | {w + e for w in words for e in section.genitive}
        self._listed = frozenset(places)
        self._surnames = frozenset((*section.surnames, *section.nouns_alone))
        self._alone = {n + e for n in (*section.nouns, *section.nouns_alone) for e in inflections}
        kept = set(section.nouns) - set(section.nouns_alone)
        self._heads = {n + e for n in kept if len(n) >= MIN_HEAD for e in inflections}
        self._endings = tuple(section.noun_endings)
        self._longest = max((len(h) for h in self._heads), default=0)
        self.articles = frozenset(section.articles)
        self.adjective_endings = tuple(section.adjective_endings)
        self.verb_endings = tuple(section.verb_endings)
        self.particles = frozenset(section.particles)
        self.given = frozenset(section.given_names)
        self.genitive, self.no_genitive = tuple(section.genitive), tuple(section.no_genitive)
        self._foreign = re.compile("|".join(section.foreign_shapes) or "(?!)")
        self._known: dict[str, bool] = {}

    def is_noun(self, word: str) -> bool:
        """Whether a word written with a capital is a common noun, a compound of one, or formed like one."""
        if word not in self._known:
            if len(self._known) > 1 << 16:
                self._known.clear()
            self._known[word] = self._is_noun(word)
        return self._known[word]

    def _is_noun(self, word: str) -> bool:
        plain = lower(word).rstrip(".")
        if word in self.given or word.isupper() or plain in self._places:
            return False
        if plain in self._alone or plain in self.titles:
            return True
        first = max(MIN_STEM, len(plain) - self._longest)
        if any(plain[at:] in self._heads for at in range(first, len(plain) - MIN_HEAD + 1)):
            return True
        return len(plain) > MIN_ENDING_STEM + 3 and plain.endswith(self._endings) and not self.is_foreign(word)

    def is_known(self, word: str) -> bool:
        """Whether a word is a first name, or a place in the base form or the genitive."""
        return word in self.given or lower(word) in self._places

    def is_listed(self, word: str) -> bool:
        """Whether a word is a name that the pack lists as it is written: EU, but not eu."""
        return word in self._listed

    def is_surname(self, word: str) -> bool:
        """Whether a common noun is often a surname as well."""
        return lower(word) in self._surnames

    def is_foreign(self, word: str) -> bool:
        """Whether a word has letters where the language's own nouns have none; an acronym has."""
        return (word.isupper() and len(word) > 1) or self._foreign.search(word) is not None


def name_runs(text: str, run: Place, nouns: NounPack, no_names: frozenset[str], *, opens: bool) -> Iterator[Place]:
    """The names in a run of capitalised words, in order; `opens` where the run begins a sentence."""
    words = [_word(text, run.start + m.start(), m[0], nouns) for m in _WORD.finditer(text[run.start : run.end])]
    group: list[_Word] = []
    for word in [*words, None]:
        if word is not None and (word.text in ("-", "&") or (not group and word.text[0].isdigit())):
            continue
        if (
            word is not None
            and lower(word.text) not in no_names
            and (not word.is_noun or _is_surname(group, word, nouns))
        ):
            group.append(word)
            continue
        if group:
            first = words.index(group[0])
            yield from _named(text, group, word, words[first - 1] if first else None, nouns, opens=opens and first == 0)
        group = []
        if word is not None and word.is_noun:
            yield from _led_by_name(word, nouns, no_names)


def _is_surname(group: list[_Word], word: _Word, nouns: NounPack) -> bool:
    """Whether a noun closes a name: right behind a name that is no genitive, one that is a surname too."""
    return bool(group) and not group[-1].text.endswith(nouns.genitive) and nouns.is_surname(word.text)


def _word(text: str, start: int, surface: str, nouns: NounPack) -> _Word:
    tail = surface.rpartition("-")[2]
    is_noun = nouns.is_noun(tail) if tail[:1].isupper() else len(tail) > LONGEST_SYLLABLE
    return _Word(start, start + len(surface), surface, is_noun and surface not in nouns.given)


def _led_by_name(word: _Word, nouns: NounPack, no_names: frozenset[str]) -> Iterator[Place]:
    """The name that leads a compound written with hyphens: Acme-Werk, New-York-Reise."""
    head = word.text.rpartition("-")[0]
    parts = head.split("-")
    if len(head) < MIN_STEM or any(_is_common(p, nouns) or lower(p) in no_names for p in parts):
        return
    yield Place(word.start, word.start + len(head))


def _is_common(part: str, nouns: NounPack) -> bool:
    """Whether a part of a compound is no name; nouns join on with the ending of a genitive."""
    stems = [part[: -len(e)] for e in nouns.genitive if part.endswith(e)]
    return not part[:1].isupper() or any(nouns.is_noun(p) for p in (part, *stems))


def _named(
    text: str, group: list[_Word], after: _Word | None, before: _Word | None, nouns: NounPack, *, opens: bool
) -> Iterator[Place]:
    end = group[-1].end
    owns = before is not None and before.is_noun and lower(before.text) not in nouns.titles and len(group) == 1
    if owns or (after is not None and after.is_noun):
        end = _without_genitive(group[-1], nouns)
    place = Place(group[0].start, end)
    if len(group) > 1:
        if not (opens and _is_adjective(group[0].text, nouns)):
            yield place
        elif len(group) > 2:
            yield Place(group[1].start, end)
        return
    if _proves_itself(text, group[0], after, before, nouns, opens=opens):
        yield place


def _without_genitive(word: _Word, nouns: NounPack) -> int:
    """Where a name ends before the noun that it owns: Marschs | Werk."""
    ending = next((e for e in nouns.genitive if word.text.endswith(e) and len(word.text) > len(e) + MIN_STEM), "")
    is_bare = word.text in nouns.given or word.text.endswith(nouns.no_genitive)
    return word.end if is_bare else word.end - len(ending)


def _is_adjective(word: str, nouns: NounPack) -> bool:
    return word[1:].islower() and word.endswith(nouns.adjective_endings) and not nouns.is_foreign(word)


def _proves_itself(
    text: str, word: _Word, after: _Word | None, before: _Word | None, nouns: NounPack, *, opens: bool
) -> bool:
    """Whether one word alone is a name: a known or foreign form, or one that no article and no adjective precedes."""
    surface = word.text
    if nouns.is_listed(surface) or nouns.is_known(surface) or nouns.is_foreign(surface):
        return nouns.is_listed(surface) or len(surface) > 2
    if opens and after is not None and after.is_noun:
        return surface.endswith(nouns.genitive) and len(surface) > MIN_HEAD
    if opens:
        following = _next_word(text, word.end)
        is_subject = following.islower() and following.endswith(nouns.verb_endings)
        return (after is None or not _is_adjective(surface, nouns)) and is_subject
    if before is not None:
        return before.is_noun and not _is_adjective(surface, nouns)
    previous = _previous_word(text, word.start)
    is_led = previous in nouns.articles or (previous.islower() and previous.endswith(nouns.adjective_endings))
    if after is not None and after.is_noun and _is_adjective(surface, nouns):
        return False
    return not is_led and len(surface) >= MIN_STEM


def _next_word(text: str, at: int) -> str:
    m = re.compile(r"\s+([^\W\d_]+)").match(text, at)
    return m[1] if m else ""


def _previous_word(text: str, at: int) -> str:
    """The word right before an offset; empty where a mark stands between."""
    m = re.search(r"([^\W\d_]+)[ \u00a0]+$", text[max(0, at - 30) : at])
    return m[1] if m else ""


def spread(text: str, found: Sequence[Place], runs: Sequence[Place], nouns: NounPack) -> list[Place]:
    """The places found, and single words elsewhere that one of them proves to be a name or the genitive of one."""
    known = {w for p in found for w in re.split(r"[\s\u00a0-]+", text[p.start : p.end]) if len(w) > MIN_STEM}
    covered = {at for p in found for at in range(p.start, p.end)}
    more = []
    for run in runs:
        for m in _WORD.finditer(text, run.start, run.end):
            surface, start = m[0], m.start()
            stem = next((surface[: -len(e)] for e in nouns.genitive if surface.endswith(e)), surface)
            word = surface if surface in known else stem
            if word in known and start not in covered and not nouns.is_noun(word):
                more.append(Place(start, start + len(word)))
    return sorted([*(_trimmed(text, p, known, nouns) for p in found), *more])


def _trimmed(text: str, place: Place, known: set[str], nouns: NounPack) -> Place:
    """A single word without the genitive's ending, where the word without it is a name of the text as well."""
    surface = text[place.start : place.end]
    ending = next((e for e in nouns.genitive if surface.endswith(e) and surface[: -len(e)] in known), "")
    return Place(place.start, place.end - len(ending)) if " " not in surface else place
