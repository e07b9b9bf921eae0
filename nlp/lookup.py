"""Tables of phrases that are looked up at one place of a folded text: what begins here, what ends here."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Generic, TypeVar

from corpus.errors import PackError, nearest, sentence
from nlp.fold import Folding, fold, spellings

K = TypeVar("K")
V = TypeVar("V")


_INFLECTED = re.compile(r"(.*\w)~([a-z_]+)(?=\W|$)(.*)")


def expand(form: str, endings: Mapping[str, list[str]]) -> list[str]:
    """The inflected forms of `stem~set`, where `endings` names the set; a form without one is itself.

    With more than one set (an adjective and its noun) every ending of one stands with every ending of the others.
    """
    match = _INFLECTED.fullmatch(form)
    if match is None:
        return [form]
    stem, name, rest = match.groups()
    if name not in endings:
        raise PackError(
            sentence(
                f'form "{form}"', found=f'the set "{name}"', expected="a key of [endings]", todo=nearest(name, endings)
            )
        )
    return [one + ending + rest for one in expand(stem, endings) for ending in endings[name]]


def expand_all(forms: Iterable[str], endings: Mapping[str, list[str]]) -> list[str]:
    """All forms of a list, in order."""
    return [one for form in forms for one in expand(form, endings)]


@dataclass(frozen=True, slots=True)
class Writing:
    """How a language is written: characters folded together, left out, and letters written with the next word.

    `starts_apart`: words are set apart, but particles are glued to their ends without being told.
    `respell` pairs letters with what may be written for them.
    `suffixes` stand behind an apostrophe at a number or a sign.
    """

    folding: Folding = field(default_factory=lambda: Folding({}))
    proclitics: frozenset[str] = frozenset()
    ignored: str = ""
    starts_apart: bool = False
    respell: tuple[tuple[str, str], ...] = ()
    suffixes: frozenset[str] = frozenset()

    def plain(self, form: str) -> str:
        """The form as it stands in folded text."""
        kept = form.translate(dict.fromkeys(map(ord, self.ignored))) if self.ignored else form
        return fold(kept, self.folding).replace("\u00a0", " ")


PLAIN = Writing()


def folded_forms(forms: Iterable[str], endings: Mapping[str, list[str]], writing: Writing) -> list[str]:
    """All forms of a list as they can stand in folded text."""
    written = (other for form in expand_all(forms, endings) for other in _respelled(form, writing.respell))
    whole = (spelling for form in written for spelling in spellings(form))
    return list(dict.fromkeys(writing.plain(form) for form in whole))


def _respelled(form: str, pairs: tuple[tuple[str, str], ...]) -> list[str]:
    """The form, and the form with one or several of the letters written otherwise."""
    out = [form]
    for letter, other in pairs:
        out += [one.replace(letter, other) for one in out if letter in one]
    return out


@cache
def _marks() -> frozenset[str]:
    """The combining marks, which belong to the letter before them."""
    return frozenset(chr(c) for c in range(0x300, 0x10000) if unicodedata.category(chr(c))[0] == "M")


MARKS = "".join(sorted(_marks()))
"""For use inside brackets of a regular expression."""


def is_hangul(char: str) -> bool:
    """Whether the character is a Hangul syllable."""
    return "\uac00" <= char <= "\ud7a3"


def is_hiragana(char: str) -> bool:
    """Whether the character is hiragana, in which particles and endings are written."""
    return "\u3041" <= char <= "\u309f"


def is_katakana(char: str) -> bool:
    """Whether the character is katakana, in which names from abroad are written."""
    return "\u30a1" <= char <= "\u30fa" or char == "\u30fc"


def is_letter(char: str) -> bool:
    """Whether the character belongs to a word that is written with spaces around it (no ideograph, no Hangul)."""
    if char.isalpha():
        return char < "\u2e80" or not (char <= "\u9fff" or is_hangul(char))
    return char in _MARKS


_MARKS = _marks()


def begins_word(text: str, start: int, proclitics: frozenset[str]) -> bool:
    """Whether a word can begin here: no letter runs up to it, or only letters written together with the next word."""
    if not start or not is_letter(text[start - 1]):
        return True
    before = (start - len(p) for p in proclitics if text.endswith(p, 0, start))
    return any(not at or not is_letter(text[at - 1]) for at in before)


def holds_word(clause: str, words: frozenset[str], proclitics: frozenset[str]) -> bool:
    """Whether one of the words stands in the clause, letters that are written with the next word before it or not."""
    there = clause.replace(",", " ").split()
    if not words.isdisjoint(there):
        return True
    return any(w.removeprefix(p) in words for p in proclitics for w in there)


@dataclass(slots=True)  # not frozen: made for every number, and freezing costs a third of that
class Hit(Generic[V]):
    """An entry of a table and its place."""

    start: int
    end: int
    value: V


def past_suffix(text: str, start: int, suffixes: frozenset[str]) -> int:
    """The place behind an apostrophe and one of the endings; `start` if none stand there."""
    if not suffixes or text[start : start + 1] != "'":
        return start
    end = start + 1
    while end < len(text) and is_letter(text[end]):
        end += 1
    return end if text[start + 1 : end] in suffixes else start


class Table(Generic[V]):
    """Phrases to values; entries are compared with folded text. Longest first."""

    def __init__(self, entries: Mapping[str, V], writing: Writing = PLAIN) -> None:
        self.entries = dict(entries)
        self._proclitics = writing.proclitics
        self._starts_apart = writing.starts_apart
        self._suffixes = writing.suffixes
        self._by_first = _lengths((form[:2], len(form)) for form in self.entries)
        self._by_last = _lengths((form[-2:], len(form)) for form in self.entries)
        self._singles = frozenset(form for form in self.entries if len(form) == 1)
        self._opens_apart = any(form[0] in " -" for form in self.entries)

    def at(self, text: str, start: int) -> Hit[V] | None:
        """The longest entry that begins exactly here and ends where a word ends."""
        for length in self._by_first.get(text[start : start + 2], ()):
            end = start + length
            value = self.entries.get(text[start:end])
            if value is not None and end <= len(text) and self.may_end(text, start, end):
                return Hit(start, end, value)
        if self._singles and text[start : start + 1] in self._singles and self.may_end(text, start, start + 1):
            return Hit(start, start + 1, self.entries[text[start]])
        return None

    def may_end(self, text: str, start: int, end: int) -> bool:
        """Whether an entry that stands here ends where a word does."""
        return text[end : end + 1] in _OPEN or not _cuts_word(text, end) or text[start:end] in self._proclitics

    def after(self, text: str, start: int) -> Hit[V] | None:
        """The longest entry that begins here, one space or hyphen allowed before it, or one of the suffixes."""
        first = text[start : start + 1]
        at = start
        if first in (" ", "-"):
            found = self.at(text, start) if self._opens_apart else None
            if found is not None:
                return found
            at += 1
        if text[at : at + 2] in self._by_first or text[at : at + 1] in self._singles:  # asked often, seldom there
            found = self.at(text, at)
            if found is not None:
                return found
        if first == "'" and (past := past_suffix(text, start, self._suffixes)) > start:
            return self.after(text, past)
        return None

    def behind_proclitic(self, text: str, start: int) -> Hit[V] | None:
        """The longest entry that begins here, one space and letters written together with it allowed before it."""
        found = self.after(text, start)
        at = start + (text[start : start + 1] == " ")
        if found is not None or not self._proclitics:
            return found
        hits = (self.at(text, at + len(p)) for p in self._proclitics if text.startswith(p, at))
        return next((hit for hit in hits if hit is not None), None)

    def before(self, text: str, end: int) -> Hit[V] | None:
        """The longest entry that ends here, two spaces at most allowed after it."""
        if text[end - 1 : end] == " ":
            end -= 1
            end -= text[end - 1 : end] == " "
        for length in self._by_last.get(text[end - 2 : end] if end > 1 else text[:end], ()):
            start = end - length
            if start < 0:
                continue
            value = self.entries.get(text[start:end])
            if value is not None and self.may_begin(text, start):
                return Hit(start, end, value)
        if self._singles and text[end - 1 : end] in self._singles and self.may_begin(text, end - 1):
            return Hit(end - 1, end, self.entries[text[end - 1]])
        return None

    def may_begin(self, text: str, start: int) -> bool:
        """Whether an entry that stands here begins where a word does."""
        if self._starts_apart and start and text[start].isalpha():
            return not text[start - 1].isalpha()
        if text[start - 1 : start] == " " or not _cuts_word(text, start):
            return True
        return begins_word(text, start, self._proclitics)


class _NoTable(Table[V]):
    """A table without entries, as many of a language's are: nothing need be looked at."""

    def at(self, text: str, start: int) -> Hit[V] | None:
        """Nothing."""
        return None

    after = behind_proclitic = at

    def before(self, text: str, end: int) -> Hit[V] | None:
        """Nothing."""
        return None


def _table_of(entries: Mapping[str, V], writing: Writing) -> Table[V]:
    return Table(entries, writing) if entries else _NoTable(entries, writing)


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """For the two characters at an edge the lengths of the entries that have them there, longest first."""
    found: dict[str, set[int]] = {}
    for char, length in pairs:
        found.setdefault(char, set()).add(length)
    return {char: tuple(sorted(lengths, reverse=True)) for char, lengths in found.items()}


_OPEN = frozenset(("", " ", ",", "."))
"""What mostly stands behind a word: no letter, so that nothing more need be asked."""


def _cuts_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at] != " " != text[at - 1] and is_letter(text[at - 1]) and is_letter(text[at])


def flags(forms: list[str], endings: dict[str, list[str]], writing: Writing) -> Table[bool]:
    """A table that only tells whether a phrase is there."""
    return _table_of(dict.fromkeys(folded_forms(forms, endings, writing), True), writing)


def keyed(values: Mapping[K, list[str]], endings: dict[str, list[str]], writing: Writing) -> Table[K]:
    """A table from every form to the key it stands under; the first key wins."""
    out: dict[str, K] = {}
    for key, forms in values.items():
        for form in folded_forms(forms, endings, writing):
            out.setdefault(form, key)
    return _table_of(out, writing)
