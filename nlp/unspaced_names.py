"""Names where no capital shows them: by a dot in them, a title beside them, title marks, or the pack's list.

A word of the tagger alone makes no name; it tells where one begins and ends that has another sign.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from nlp.layers import Place
from nlp.name_keys import Cover, Name, key_of
from nlp.pack_actors import FORMS, ActorsPack
from nlp.scripts import UNSPACED
from nlp.tagger import Tagger, Word

_DOTS = "·・•‧．"
_DOT = f"[{_DOTS}]"
_DOTTED = re.compile(_DOT)
_BREAK = re.compile(f"[^{UNSPACED}{_DOTS}]")
_TITLED = re.compile(r"《([^《》\n]{2,20})》")
_LONGEST_TITLE = 8
_LONGEST_PART = 6
"""Characters of the longest title, and of the longest first name, that are looked for before a dot in a name."""
_FARTHEST = _LONGEST_TITLE + _LONGEST_PART
_BEFORE_DOT = re.compile(f"[{UNSPACED}]+")
_PARTS = 4
"""Parts between the first and the last of the longest name."""
_BESIDE = 12
"""Characters looked at beside a title."""


def unspaced_names(text: str, pack: ActorsPack) -> list[Name]:
    """The names in the text that are not written in Latin letters; none overlaps another."""
    cover = Cover([])
    found = [*_kept(_dotted(text, pack), cover), *_kept(_surnamed(text, pack), cover)]
    found += [*_kept(_beside_titles(text, pack), cover), *_kept(_titled(text, pack), cover)]
    found += _kept(_listed(text, pack), cover)
    return [*found, *_kept(_again(text, found), cover)]


def _kept(names: Iterable[Name], cover: Cover) -> Iterator[Name]:
    for name in names:
        if cover.is_free(name.start, name.end):
            cover.take(name)
            yield name


def _dotted(text: str, pack: ActorsPack) -> Iterator[Name]:
    """Foreign names written with a dot between their parts."""
    for m in _dotted_matches(text, pack.after_name):
        place = _by_words(text, _after_title(text, Place(*m.span()), pack), pack)
        yield Name(place.start, place.end, person_key(text[place.start : place.end], pack), "person")


def _dotted_matches(text: str, after_name: str) -> Iterator[re.Match[str]]:
    """The matches, looked for around dots only: most texts have few."""
    pattern, end = _dotted_pattern(after_name), 0
    for dot in _DOTTED.finditer(text):
        before = (
            _BEFORE_DOT.match(text[max(end, dot.start() - _FARTHEST) : dot.start()][::-1]) if dot.end() > end else None
        )
        m = pattern.match(text, dot.start() - before.end()) if before is not None else None
        if m is not None:
            end = m.end()
            yield m


@cache
def _dotted_pattern(after_name: str) -> re.Pattern[str]:
    """The last part ends where a verb or particle may begin."""
    one = f"[{UNSPACED}]"
    first = rf"{one}{{1,{_FARTHEST}}}"
    middle = rf"(?:{_DOT}{one}{{1,8}}(?={_DOT})){{0,{_PARTS}}}"
    last = rf"{_DOT}{one}{{1,8}}?(?=[^{UNSPACED}]|[{after_name or '。'}]|$)"
    return re.compile(first + middle + last)


def _after_title(text: str, place: Place, pack: ActorsPack) -> Place:
    """The place of a dotted name once a title glued before it is cut off."""
    first = _DOTTED.split(text[place.start : place.end])[0]
    ends = [first.find(t) + len(t) for t in pack.title_words if t in first]
    ends = [end for end in ends if end < len(first)]
    return Place(place.start + max(ends, default=max(0, len(first) - _LONGEST_PART)), place.end)


def _by_words(text: str, place: Place, pack: ActorsPack) -> Place:
    """The place of a dotted name without words at its ends that the tagger knows as something else."""
    if pack.tagger is None:
        return place
    start, end = _edges(text[place.start : place.end], pack.tagger)
    return Place(place.start + start, place.start + end)


@lru_cache(maxsize=FORMS)
def _edges(name: str, tagger: Tagger) -> tuple[int, int]:
    """Where in a dotted name its first word begins and its last one ends."""
    dots = [m.start() for m in _DOTTED.finditer(name)]
    words = [w for w in tagger.words_of(name) if w.text not in _DOTS]
    first = [w for w in words if w.end <= dots[0]]
    last = [w for w in words if w.start > dots[-1]]
    start = next((w.end for w in reversed(first[:-1]) if w.kind not in ("person", "number", "noun", "name")), 0)
    start = next((w.start for w in first if w.kind == "person" and w.start >= start), start)
    end = next((w.start for w in last[1:] if w.kind != "person" and len(w.text) > 1), len(name))
    return start, end


def person_key(name: str, pack: ActorsPack) -> str:
    """The key of the Latin spelling where the pack knows all parts of the name, else the name itself."""
    whole = pack.person_keys.get(name)
    parts = [pack.person_keys.get(part) for part in _DOTTED.split(name)]
    known = [part for part in parts if part is not None]
    return whole or ("-".join(known) if len(known) == len(parts) else key_of(name, pack))


def _surnamed(text: str, pack: ActorsPack) -> Iterator[Name]:
    """A surname and one or two characters after a title, up to a mark or a cue-like character."""
    pattern = _surname_pattern(pack.surnames or "-", pack.after_name or "-")
    for hit in pack.titles_in(text):
        m = pattern.match(text, hit.end)
        if m and not pack.is_no_name(m[0]):
            yield Name(m.start(), m.end(), person_key(m[0], pack), "person")


@cache
def _surname_pattern(surnames: str, after: str) -> re.Pattern[str]:
    ending = rf"(?<![{after}])(?=[^{UNSPACED}{_DOTS}]|[{after}])"
    return re.compile(rf"([{surnames}])[{UNSPACED}]{{1,2}}{ending}")


def _beside_titles(text: str, pack: ActorsPack) -> Iterator[Name]:
    """What the tagger takes for a person right before or behind a title."""
    for hit in pack.titles_in(text) if pack.tagger is not None else ():
        assert pack.tagger is not None
        words = _around(text, hit.start, hit.end, pack)
        for place in (_person_ending(words, hit.start), _person_beginning(words, hit.end, pack.after_name)):
            if place is not None and not pack.is_no_name(text[place.start : place.end]):
                yield Name(place.start, place.end, person_key(text[place.start : place.end], pack), "person")


def _around(text: str, start: int, end: int, pack: ActorsPack) -> list[Word]:
    assert pack.tagger is not None
    first, last = max(0, start - _BESIDE), min(len(text), end + _BESIDE)
    breaks = [m.end() for m in _BREAK.finditer(text, first, start)]
    closing = _BREAK.search(text, end, last)
    return pack.tagger.words(text, breaks[-1] if breaks else first, closing.start() if closing else last)


def _person_ending(words: list[Word], end: int) -> Place | None:
    at = next((i for i, w in enumerate(words) if w.end == end), None)
    if at is None or words[at].kind not in ("person", "verb", "noun"):
        return None
    last = at if words[at].kind == "person" else at - 1
    is_rest = last == at or len(words[at].text) == 1
    if last < 0 or not is_rest or words[last].kind != "person":
        return None
    start = words[last].start
    return Place(start, end) if end - start > 1 else None


def _person_beginning(words: list[Word], start: int, after_name: str) -> Place | None:
    at = next((i for i, w in enumerate(words) if w.start == start), None)
    if at is None or words[at].kind != "person":
        return None
    end = words[at].end - (words[at].text[-1] in after_name)
    rest = words[at + 1] if at + 1 < len(words) and end == words[at].end else None
    if rest is not None and len(rest.text) == 1 and rest.kind in ("verb", "noun") and rest.text not in after_name:
        end = rest.end
    return Place(start, end) if end - start > 1 else None


def _titled(text: str, pack: ActorsPack) -> Iterator[Name]:
    """The press by its title marks."""
    for m in _TITLED.finditer(text):
        if m[1].endswith(pack.work_suffixes):
            known = pack.written_names.find(m[1])
            key = known[0].value[0] if known and known[0].end - known[0].start == len(m[1]) else key_of(m[1], pack)
            yield Name(m.start(1), m.end(1), key, "work")


def _listed(text: str, pack: ActorsPack) -> Iterator[Name]:
    """The names that the pack lists."""
    for hit in pack.written_names.find(text):
        yield Name(hit.start, hit.end, *hit.value)


def _again(text: str, found: list[Name]) -> Iterator[Name]:
    """The last parts of persons' names, and whole ones, wherever else they stand."""
    seen: dict[str, Name] = {}
    for name in found:
        if name.kind == "person":
            parts = _DOTTED.split(text[name.start : name.end])
            seen.setdefault(parts[-1], name) if len(parts[-1]) > 1 else None
    for part, name in seen.items():
        key = name.key if "-" not in name.key else name.key.rsplit("-", 1)[1]
        at = text.find(part)
        while at != -1:
            yield Name(at, at + len(part), key, "person")
            at = text.find(part, at + len(part))
