"""The counted noun behind a quantity: its shortest phrase with its adjectives, its base form, its concept."""

import re

from nlp.fold import fold
from nlp.layers import Counted
from nlp.lookup import MARKS, Hit
from nlp.nouns import Nouns, singular_of
from nlp.numeral import Page

_LETTER = rf"[^\W\d_][{MARKS}]*"
_WORD = re.compile(rf"[ \u00a0]?((?:{_LETTER}){{1,40}}(?:[-'’](?:{_LETTER}){{1,40}}){{0,4}})")
_ASCII_WORD = re.compile(r" ?([a-z]{1,40}(?:[-'][a-z]{1,40}){0,4})", re.ASCII)
"""The same in folded text of ASCII alone, which needs no tables of marks."""
_LONGEST_BEFORE = 6
_NOUN_BEFORE = re.compile(rf"(?<!\w)((?:{_LETTER})+) $")
_RUN_BEFORE = re.compile(rf"(?:{_LETTER})+$")
_RUN = re.compile(rf"(?:{_LETTER}){{1,40}}")


def read_counted(
    page: Page, end: int, nouns: Nouns, *, is_part: bool = False, is_attribute: bool = False
) -> Counted | None:
    """The noun phrase that begins right behind `end`; None if something else stands there.

    Args:
        page: the text.
        end: where the quantity ends.
        nouns: what the language knows.
        is_part: whether the noun may stand behind "of" (half of the fleet, millions of trees).
        is_attribute: whether the quantity is an adjective of the noun, which then need not be plural (a 10-mile race).
    """
    link = nouns.through.after(page.folded, end) if is_part else None
    end = link.end if link else end
    if not page.lexicon.is_spaced:
        return _unspaced(page, end, nouns)
    words = _words(page, end, nouns)
    return _tagged(words, nouns) if nouns.tag else _by_ending(page, words, nouns, is_attribute=is_attribute)


def is_plural_at(page: Page, end: int, nouns: Nouns) -> bool:
    """Whether a noun in the plural stands right behind this place, or one with a concept where capitals tell nouns."""
    if nouns.capital_nouns:
        found = read_counted(page, end, nouns)
        return found is not None and found.concept is not None
    match = _WORD.match(page.folded, end)
    if match is None or match[1] in nouns.stop or match[1] in nouns.adjectives:
        return False
    return singular_of(match[1], nouns) is not None


def _words(page: Page, end: int, nouns: Nouns) -> list[tuple[int, int, str]]:
    """Up to `longest` words, until punctuation, a stop word or a number; none from the next sentence."""
    out: list[tuple[int, int, str]] = []
    if page.text[end - 1 : end] == "." and not nouns.capital_nouns and _ends_sentence(page, end):
        return out
    shape = _ASCII_WORD if page.folded.isascii() else _WORD
    for _ in range(nouns.longest):
        match = shape.match(page.folded, end)
        if match is None:
            break
        word, start = match[1], match.start(1)
        if word in nouns.stop or word.endswith(nouns.verb_endings) or (out and start == end):
            break
        end = match.end()
        out.append((start, end, word))
    return out


def _ends_sentence(page: Page, end: int) -> bool:
    """Whether an abbreviation's stop before `end` also ends its sentence: a capital of its own script follows."""
    following = page.text[end : end + 3].lstrip()[:1]
    return following.isupper() and following.isascii() == page.text[end - 2 : end - 1].isascii()


def _tagged(words: list[tuple[int, int, str]], nouns: Nouns) -> Counted | None:
    assert nouns.tag is not None
    for n, (_, end, word) in enumerate(words):
        pos, lemma = nouns.tag(word)
        if pos == "NOUN":
            return Counted(words[0][0], end, lemma, nouns.concept.get(fold(lemma, nouns.writing.folding)))
        if pos not in ("ADJF", "PRTF", "NUMR") or n + 1 == len(words):
            return None
    return None


def _first_noun(page: Page, words: list[tuple[int, int, str]], nouns: Nouns) -> list[tuple[int, int, str]]:
    """The words up to the first that is no adjective by its ending, or that stands alone as one (the wounded)."""
    known = (nouns.concept, nouns.irregular)
    ends = (
        n
        for n, (_, end, word) in enumerate(words, 1)
        if any(word in table for table in known) or _may_head(page, end, word, nouns)
    )
    return words[: next(ends, 1)]


def _by_ending(page: Page, words: list[tuple[int, int, str]], nouns: Nouns, *, is_attribute: bool) -> Counted | None:
    """The first word with a plural ending is the head; else one with a concept, else what may be a noun."""
    phrase = nouns.phrases.at(page.folded, words[0][0]) if words else None
    if phrase is not None:
        return Counted(phrase.start, phrase.end, page.folded[phrase.start : phrase.end], phrase.value)
    if nouns.first_noun:
        words = _first_noun(page, words, nouns)
        head = words[-1:]
        return next(
            (Counted(words[0][0], e, singular_of(w, nouns) or w, nouns.concept.get(w)) for _, e, w in head), None
        )
    if nouns.adjectives_behind:
        return _head_first(words, nouns)
    heads = [one for one in words if one[2] not in nouns.adjectives]
    for _, end, word in heads:
        lemma = singular_of(word, nouns)
        if lemma is not None and (not nouns.capital_nouns or _may_head(page, end, word, nouns)):
            return Counted(words[0][0], end, lemma, nouns.concept.get(lemma))
    for _, end, word in heads:
        if word in nouns.concept:
            return Counted(words[0][0], end, word, nouns.concept[word])
    if nouns.any_word:
        return next(
            (Counted(words[0][0], end, word) for _, end, word in heads if _may_head(page, end, word, nouns)), None
        )
    return Counted(*words[0]) if words and is_attribute else None


def _head_first(words: list[tuple[int, int, str]], nouns: Nouns) -> Counted | None:
    """The first word but for adjectives that may stand before it, with the adjectives right behind it."""
    k = next((k for k, (_, _, word) in enumerate(words) if word not in nouns.adjectives), len(words))
    if k == len(words):
        return None
    head = words[k][2]
    lemma = singular_of(head, nouns) or (head if head in nouns.concept else None)
    if lemma is None:
        return None
    end = words[k][1]
    for _, behind, word in words[k + 1 :]:
        if not word.endswith(nouns.adjective_endings):
            break
        end = behind
    return Counted(words[0][0], end, lemma, nouns.concept.get(lemma))


def _may_head(page: Page, end: int, word: str, nouns: Nouns) -> bool:
    """Whether the word can be a noun where nothing but its ending or its capital tells."""
    if nouns.capital_nouns:
        return page.text[end - len(word)].isupper()
    return word not in nouns.adjectives and not word.endswith(nouns.adjective_endings)


def _unspaced(page: Page, end: int, nouns: Nouns) -> Counted | None:
    """Characters up to a stop word, cut behind the last noun that the pack knows."""
    match = _RUN.match(page.folded, end)
    run = match.group()[: nouns.longest] if match else ""
    k, cut, lemma = 0, 0, ""
    while k < len(run):
        known = nouns.known.at(run, k)
        if known is not None:
            k, cut, lemma = known.end, known.end, run[known.start : known.end]
        elif any(run[k : k + n] in nouns.stop for n in (1, 2, 3)):
            break
        else:
            k += 1
    if cut:
        return Counted(end, end + cut, lemma, nouns.concept[lemma])
    return Counted(end, end + k, run[:k], None) if k > 1 else None


def read_noun_before(page: Page, start: int, nouns: Nouns) -> Counted | None:
    """The noun right before an adjective that says how many, where adjectives stand behind their nouns."""
    match = _NOUN_BEFORE.search(page.folded, max(0, start - 30), start) if nouns.adjectives_behind else None
    if match is None or match[1] in nouns.stop:
        return None
    lemma = singular_of(match[1], nouns) or match[1]
    return Counted(match.start(1), match.end(1), lemma, nouns.concept.get(lemma))


def read_counted_before(page: Page, start: int, nouns: Nouns) -> Counted | None:
    """The noun before a verb such as "amounts to", where nothing but the two stands between a mark and the number."""
    verb = nouns.before_verbs.before(page.folded, start) if nouns.before_verbs.entries else None
    if verb is None:
        return None
    match = _RUN_BEFORE.search(page.folded[max(0, verb.start - _LONGEST_BEFORE - 1) : verb.start])
    run = match.group() if match else ""
    if not 1 < len(run) <= _LONGEST_BEFORE:
        return None
    return Counted(verb.start - len(run), verb.start, run, nouns.concept.get(run))


def known_noun(page: Page, hit: Hit[bool], nouns: Nouns) -> Counted | None:
    """A classifier that is a noun itself and counts itself where no other noun stands."""
    form = page.folded[hit.start : hit.end].strip()
    concept = nouns.concept.get(form)
    return Counted(hit.end - len(form), hit.end, form, concept) if concept is not None else None


def noun_before(page: Page, start: int, nouns: Nouns) -> Counted | None:
    """The known noun right before a number with its classifier, and the letters up to a stop word before it."""
    known = nouns.known.before(page.folded, start)
    if known is None:
        return None
    begin = known.start
    while known.start - begin < _LONGEST_BEFORE and begin and page.folded[begin - 1].isalpha():
        if page.folded[begin - 1] in nouns.stop:
            break
        begin -= 1
    return Counted(begin, known.end, page.folded[known.start : known.end], known.value)
