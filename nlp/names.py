"""Names that the event does not list: found by spelling, with a kind and a key that is the same in every script."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from corpus.tables import ActorKind
from nlp.capital_nouns import NounPack, name_runs, spread
from nlp.layers import Place
from nlp.legal_forms import with_legal_forms
from nlp.morphology import Morphology
from nlp.name_keys import Cover, Name, key_of
from nlp.name_repeats import repeated, unified
from nlp.pack_actors import ActorsPack
from nlp.scripts import UNSPACED, lower
from nlp.unspaced_names import unspaced_names

_UPPER = "".join(c for c in map(chr, range(0x2000)) if c.isupper())
_WORD = rf"[^\W_{UNSPACED}]"
_LINK = r"(?:[ \u00a0]|[ \u00a0]?[-&][ \u00a0]?)"
_REST = rf"{_WORD}*(?:['’.&-]{_WORD}+)*"
_CAPITAL = rf"[{_UPPER}]{_REST}"
_RUN = re.compile(rf"[{_UPPER}](?<!{_WORD}.)(?<!{_WORD}[-.].){_REST}(?:{_LINK}(?:{_CAPITAL}|\d+(?![.,]\d)))*")
"""A run of words with capitals. The capital comes first, so that the search can skip to one."""
_LATIN_REST = r"[A-Za-zÀ-ɏ0-9]*(?:[-'’.&+][A-Za-z0-9À-ɏ]+)*"
_LATIN = re.compile(rf"[A-Z](?<!{_WORD}.){_LATIN_REST}(?: [A-Z]{_LATIN_REST})*")
_PARTS = re.compile(r"[^\s\u00a0]+")
_LEADING = tuple('«„“"‚‘»:')
_OPENING = "«“„\"'‘("
_BEHIND = re.compile(r"«\s\Z|(?:^|[\n.!?…»”\"])\s?[–—]\s\Z")
"""What a sentence begins behind: a mark of quotation with its space, or the dash of a speech that goes on."""
MAX_WORDS = 6
SHORTEST = 2
"""Letters in a word that is as likely an abbreviation or a sound as a name."""


def find_names(text: str, pack: ActorsPack, taken: list[Name], starts: frozenset[int]) -> list[Name]:
    """The names beside those already taken, in order.

    Args:
        text: the text.
        pack: the language's section.
        taken: names already known, in order.
        starts: offsets where sentences start; a lone capital there proves nothing.
    """
    covered = Cover(taken)
    listed = [n for n in _long_names(text, pack) if covered.is_free(n.start, n.end)]
    for name in listed:
        covered.take(name)
    found = [n for n in _candidates(text, pack, starts, covered) if covered.is_free(n.start, n.end)]
    found = with_legal_forms(text, found, [*taken, *listed], pack)
    named = sorted([*listed, *unified(found, taken)], key=_start)
    again = repeated(text, sorted([*taken, *named], key=_start), starts, pack)
    return sorted([*named, *again], key=_start)


_start = attrgetter("start")


def _long_names(text: str, pack: ActorsPack) -> list[Name]:
    """The listed names of several words that spelling would take apart: Corea del Norte, Europäische Union."""
    hits = [(h, text[h.start : h.end]) for h in pack.long_names.find(text) if text[h.start].isupper()]
    return [Name(h.start, h.end, key_of(s, pack), _kind(text, Place(h.start, h.end), s, pack)) for h, s in hits]


def _candidates(text: str, pack: ActorsPack, starts: frozenset[int], covered: Cover) -> Iterator[Name]:
    if pack.is_spaced:
        places = (
            _spaced_runs(text, pack, starts, covered)
            if pack.nouns is None
            else _among_nouns(text, pack, pack.nouns, starts)
        )
        for place in places:
            yield _named(text, place, pack)
        return
    unspaced = unspaced_names(text, pack)
    cover = Cover(unspaced)
    runs = [Place(*m.span()) for m in _LATIN.finditer(text) if not pack.is_no_name(m[0])]
    yield from (_named(text, place, pack) for place in runs if cover.is_free(place.start, place.end))
    yield from unspaced


def _spaced_runs(text: str, pack: ActorsPack, starts: frozenset[int], covered: Cover) -> Iterator[Place]:
    for m in _RUN.finditer(text):
        surface = m[0]
        if surface.isalpha() and not surface.endswith(pack.genitive_endings):  # one word, as most are
            start, end = m.span()
            if covered.is_free(start, end) and _may_stand_alone(text, start, surface, pack, starts):
                yield Place(start, end)
            continue
        begin = m.start() + _elided_length(text, m.start(), surface, pack, starts)
        words = [Place(begin + w.start(), begin + w.end()) for w in _PARTS.finditer(text[begin : m.end()])]
        for run in _by_person(text, _apart(_without_genitives(text, words, pack.genitive_endings), covered), pack):
            kept = _cut(text, [w for w in run[:MAX_WORDS] if not _is_compound(text, w)], pack, starts)
            yield from (Place(part[0].start, part[-1].end) for part in _behind_places(text, kept, pack))


def _elided_length(text: str, start: int, run: str, pack: ActorsPack, starts: frozenset[int]) -> int:
    """The length of a short word that is tied to a name at the start of a sentence (L'|Orme), or of both it is no name.

    What is written with a small letter behind one is no part of a name anywhere (L'orme).
    """
    m = pack.clitics.before.match(run) if pack.clitics is not None else None
    if m is None:
        return 0
    if run[m.end() : m.end() + 1].isupper():
        is_opening = start in starts or text[max(0, start - 1) : start] in _OPENING
        return m.end() if is_opening else 0
    word = re.match(r"\S+", run)
    return word.end() if word is not None else 0


def _among_nouns(text: str, pack: ActorsPack, nouns: NounPack, starts: frozenset[int]) -> Iterator[Place]:
    runs = [Place(*m.span()) for m in _RUN.finditer(text) if not _is_single_noun(m[0], pack, nouns)]
    found: list[Place] = []
    for run in runs:
        before = text[max(0, run.start - 2) : run.start].rstrip()
        opens = run.start in starts or before[-1:] in _LEADING
        found += name_runs(text, run, nouns, pack.no_names, opens=opens)
    for named in spread(text, found, runs, nouns):
        place = _without_ending(text, named, pack, nouns)
        words = text[place.start : place.end].split()
        if place.end - place.start >= 2 and len(words) <= MAX_WORDS and not _is_number(words):
            yield place


def _is_number(words: list[str]) -> bool:
    """Whether it is a letter and digits, as files and cases are numbered (O 218)."""
    return len(words) > 1 and len(words[0]) == 1 and all(w.isdecimal() for w in words[1:])


def _is_single_noun(run: str, pack: ActorsPack, nouns: NounPack) -> bool:
    """Whether a run is one word that can be no name, as most are."""
    return run.isalpha() and (pack.is_no_name(run) or nouns.is_noun(run))


def _without_ending(text: str, place: Place, pack: ActorsPack, nouns: NounPack) -> Place:
    """The name without a genitive's ending: one that an apostrophe shows, or one behind a place of the pack."""
    surface = text[place.start : place.end]
    shown = next((e for e in pack.genitive_endings if surface.endswith(e)), "")
    if not shown and not pack.is_place(surface):
        shown = next((e for e in nouns.genitive if surface.endswith(e) and pack.is_place(surface[: -len(e)])), "")
    return Place(place.start, place.end - len(shown))


def _apart(runs: Iterable[list[Place]], covered: Cover) -> Iterator[list[Place]]:
    """The runs divided at the words that belong to a name already known."""
    for run in runs:
        for is_free, words in groupby(run, key=lambda w: covered.is_free(w.start, w.end)):
            if is_free:
                yield list(words)


def _behind_places(text: str, run: list[Place], pack: ActorsPack) -> Iterator[list[Place]]:
    """The run divided behind a listed place in front, whose person follows in another case: Rosji | Ada Vell."""
    for length in range(len(run), 0, -1) if pack.names_follow_places else ():
        if lower(text[run[0].start : run[length - 1].end]) in pack.exonyms:
            yield run[:length]
            run = run[length:]
            break
    if run:
        yield run


def _by_person(text: str, runs: Iterable[list[Place]], pack: ActorsPack) -> Iterator[list[Place]]:
    """The runs divided before a person's name: behind a word in other letters or a place, as in "мэр Acme Анна"."""
    for run in runs:
        at = next((n for n in range(1, len(run)) if _begins_person(text, run, n, pack)), 0)
        yield from ([run[:at], run[at:]] if at else [run])


def _begins_person(text: str, run: list[Place], n: int, pack: ActorsPack) -> bool:
    """Whether a person's name begins at a word, and what stands before it is in Latin letters or a place."""
    word, last = text[run[n].start : run[n].end], text[run[n - 1].start : run[n - 1].end]
    if pack.morphology is None or word.isascii():
        return False
    whole = text[run[0].start : run[n - 1].end] if n <= MAX_WORDS else last
    if not (last.isascii() or pack.is_place(last) or pack.is_place(whole)):
        return False
    return any(r.is_name and r.is_animate and r.is_known for r in pack.morphology.readings(word))


def _without_genitives(text: str, words: list[Place], endings: tuple[str, ...]) -> Iterator[list[Place]]:
    """The words in runs that end at a genitive, its ending cut off: Clinton's | Health Issues."""
    run: list[Place] = []
    for word in words:
        ending = next((e for e in endings if text.endswith(e, word.start, word.end)), "")
        run.append(Place(word.start, word.end - len(ending)))
        if ending:
            yield run
            run = []
    yield run


def _is_compound(text: str, word: Place) -> bool:
    """Whether it is a common noun led by a capital abbreviation (AI-startup), not a name."""
    head, _, tail = text[word.start : word.end].rpartition("-")
    return head.isupper() and tail[:1].islower()


def _may_stand_alone(text: str, start: int, word: str, pack: ActorsPack, starts: frozenset[int]) -> bool:
    """Whether a word with a capital and nothing beside it is a name: what `_cut` would leave of it."""
    is_plain = pack.is_no_name(word) or _is_plain_start(text, start, word, pack, starts, is_alone=True)
    return not is_plain and not _is_too_short(word, pack)


def _cut(text: str, words: list[Place], pack: ActorsPack, starts: frozenset[int]) -> list[Place]:
    """The words without leading and trailing ones that are no names; none if what is left proves nothing."""
    while words and (
        pack.is_no_name(word := text[words[0].start : words[0].end])
        or _is_plain_start(text, words[0].start, word, pack, starts, is_alone=len(words) == 1)
    ):
        words = words[1:]
    while words and pack.is_no_name(text[words[-1].start : words[-1].end]):
        words = words[:-1]
    return [] if len(words) == 1 and _is_too_short(text[words[0].start : words[0].end], pack) else words


def _is_too_short(word: str, pack: ActorsPack) -> bool:
    """Whether a word is too short for a name, unless the morphology knows it as one (Ли)."""
    if len(word) > SHORTEST or len(word) == 1 or pack.morphology is None or not word.istitle():
        return len(word) <= SHORTEST
    return not any(r.is_name and r.is_animate for r in pack.morphology.readings(word))


def _is_plain_start(
    text: str, start: int, word: str, pack: ActorsPack, starts: frozenset[int], *, is_alone: bool
) -> bool:
    """Whether a first word is capital only because a sentence or a quotation starts there."""
    opening = start > 0 and (text[start - 1] in _OPENING or _is_behind(text, start))
    if start not in starts and not opening:
        return False
    is_elided = start > 1 and text[start - 1] in "'’" and text[start - 2].isalpha()
    if is_elided or lower(word) in pack.exonyms:
        return False
    if opening and pack.head_before(text[max(0, start - 40) : start - 1].rstrip()) is not None:
        return False
    if pack.morphology is None:
        return (is_alone and word[1:].islower()) or lower(word) in pack.openers
    return not (word.isascii() or _opens_name(word, is_alone, pack, pack.morphology))


def _is_behind(text: str, start: int) -> bool:
    return start > 1 and text[start - 2] in "«–—" and _BEHIND.search(text, max(0, start - 5), start) is not None


def _opens_name(word: str, is_alone: bool, pack: ActorsPack, morphology: Morphology) -> bool:
    """Whether a word is a name where any word has a capital; before a further capital it need not be likely."""
    readings = morphology.readings(word)
    if readings[0].is_name or word.lower() in pack.enclitics:
        return True
    if readings[0].pos in ("PREP", "CONJ", "NPRO", "PRCL", "ADVB") or (is_alone and readings[0].is_known):
        return False
    return any(r.is_name and r.is_animate for r in readings)


def _named(text: str, place: Place, pack: ActorsPack) -> Name:
    surface = text[place.start : place.end]
    kind = _kind(text, place, surface, pack)
    return Name(place.start, place.end, key_of(pack.base_form(surface), pack), kind)


def _kind(text: str, place: Place, surface: str, pack: ActorsPack) -> ActorKind:
    if pack.is_place(surface):
        return "place"
    before = text[max(0, place.start - 40) : place.start].rstrip(' «"“„')
    if (kind := pack.head_before(before)) is not None:
        return kind
    if surface.split()[-1] in pack.suffixes:
        return "organisation"
    if pack.is_person_name(surface):
        return "person"
    if pack.title_ends(before):
        is_foreign = pack.morphology is not None and surface.isascii() and " " not in surface
        return "organisation" if is_foreign else "person"
    return "other"
