"""A text as segments of one voice: sentences in which a quotation is one piece, and the sentences inside it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from nlp.layers import Place
from nlp.quotes import Quotation
from nlp.scripts import is_unspaced
from nlp.token_lists import token_lists
from nlp.words import Clitics

TITLE_LENGTH = 120
"""Characters up to which a segment can be a headline."""
MIN_INSIDE = 25
"""Characters from which the inside of a quotation is looked at for claims of its own."""
MIN_INSIDE_UNSPACED = 10
"""The same where a character is a word."""


class _Words(dict[int, str]):
    """Words by their index, asked for most of all, so that nothing may come between the question and the table."""

    def __missing__(self, index: int) -> str:
        return ""


@dataclass  # never changed, but for what is made when first asked for
class Segment:
    """A stretch of one voice. `quotations` are those that its quote tokens stand for, in the same order.

    `origin` and `limit` are where the quotation around it begins and ends, or its own start and end. `stretches` are
    its text between the quotations and the marks that only name somebody; in them `clitics` are words of their own.

    What most segments are never asked for is made at the first question: where its tokens (words, marks and quotations)
    begin and end, `forms` (all that they read), `word` (gives the token at an index in lower case, its apostrophes
    straight; empty outside) and `kind` (the kind of the token at an index; empty outside).
    """

    text: str
    start: int
    end: int
    depth: int
    stretches: tuple[Place, ...]
    quotations: tuple[Quotation, ...]
    origin: int
    limit: int
    clitics: Clitics | None
    starts: list[int] = field(init=False, repr=False, compare=False)
    ends: list[int] = field(init=False, repr=False, compare=False)
    forms: frozenset[str] = field(init=False, repr=False, compare=False)
    word: Callable[[int], str] = field(init=False, repr=False, compare=False)
    kind: Callable[[int], str] = field(init=False, repr=False, compare=False)

    def __getattr__(self, name: str) -> Any:
        """Take the segment apart, if this is one of the attributes that come of it."""
        if name not in _MADE:
            raise AttributeError(name)
        lists = token_lists(self.text, self.stretches, self.quotations, self.clitics)
        self.starts, self.ends = lists.starts, lists.ends
        self.forms = frozenset(lists.words)
        self.word = _Words(enumerate(lists.words)).__getitem__
        self.kind = _Words(enumerate(lists.kinds)).__getitem__
        return getattr(self, name)

    def surface(self, index: int) -> str:
        """The token at an index as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def is_attached(self, index: int) -> bool:
        """Whether the word follows the one before it behind a hyphen: said-he."""
        if not 0 < index < len(self.starts):
            return False
        return self.text.startswith("-", self.ends[index - 1], self.starts[index])

    def at(self, offset: int) -> int:
        """The index of the first token that ends after an offset."""
        return bisect_right(self.ends, offset)

    def quotation(self, index: int) -> Quotation:
        """The quotation of a quote token."""
        return self.quotations[bisect_left(self.quotations, self.starts[index], key=lambda q: q.start)]

    @cached_property
    def is_title(self) -> bool:
        """Whether it reads as a headline: short and without the marks that end or divide sentences."""
        return self.end - self.start <= TITLE_LENGTH and _DIVIDING.search(self.text, self.start, self.end) is None


_DIVIDING = re.compile("[。，;；]")
_ABBREVIATED = re.compile(r"(?<=[a-zß-ÿ])(?<![^\W\d_]{5})\.(?=,|\s[a-zß-ÿ])")
"""A full stop behind a short word, inside a sentence."""
_MADE = frozenset({"starts", "ends", "forms", "word", "kind"})


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with its quotations and where they start, stretches that only name somebody, and words tied to others.

    `stops` are the full stops that belong to an abbreviation at the end of a name.
    """

    text: str
    quotations: Sequence[Quotation]
    starts: Sequence[int]
    names: frozenset[tuple[int, int]]
    stops: Sequence[int]
    clitics: Clitics | None


def segment(
    text: str,
    sentences: Sequence[Place],
    quotations: Sequence[Quotation],
    names: frozenset[tuple[int, int]] = frozenset(),
    tails: frozenset[int] = frozenset(),
    clitics: Clitics | None = None,
) -> list[Segment]:
    """The segments of a text, outer ones first at each place.

    `names` are stretches that only name somebody: quotation marks around one («Acme») are left out of the tokens, and
    the full stop of an abbreviation behind one (Acme Inc. said).
    `tails` are starts of sentences that belong to the quotation before them. `clitics` become words of their own.
    """
    units = _units(text, sentences, [q for q in quotations if q.depth == 0], tails)
    stops = sorted(end for _, end in names if _ABBREVIATED.match(text, end))
    page = _Page(text, quotations, [q.start for q in quotations], names, stops, clitics)
    ends = [s.end for s in sentences]
    found = [_build(page, unit, None) for unit in units]
    for quotation in quotations:
        shortest = MIN_INSIDE_UNSPACED if is_unspaced(text[quotation.inner_start]) else MIN_INSIDE
        if quotation.inner_end - quotation.inner_start >= shortest:
            inside = Place(quotation.inner_start, quotation.inner_end)
            found += [_build(page, p, quotation) for p in _within(sentences, ends, inside)]
    return sorted(found, key=lambda s: (s.start, -s.end, s.depth)) if quotations else found


def _within(sentences: Sequence[Place], ends: Sequence[int], inside: Place) -> Iterator[Place]:
    for at in range(bisect_left(ends, inside.start), len(sentences)):
        sentence = sentences[at]
        if sentence.start >= inside.end:
            return
        place = Place(max(sentence.start, inside.start), min(sentence.end, inside.end))
        if place.start < place.end:
            yield place


def _units(text: str, sentences: Sequence[Place], outer: Sequence[Quotation], tails: frozenset[int]) -> Iterator[Place]:
    """Sentences joined where a quotation runs over them, a colon leads to one, or one is followed by its tail."""
    current: Place | None = None
    at = 0
    for sentence in sentences:
        while at < len(outer) and outer[at].end <= sentence.start:
            at += 1
        inside = at < len(outer) and outer[at].start < sentence.start
        led = at < len(outer) and outer[at].start == sentence.start
        is_led = led and current is not None and text[current.end - 1] in ":："
        if current is not None and (inside or is_led or sentence.start in tails):
            current = Place(current.start, sentence.end)
            continue
        if current is not None:
            yield current
        current = sentence
    if current is not None:
        yield current


def _build(page: _Page, place: Place, outer: Quotation | None) -> Segment:
    depth = 0 if outer is None else outer.depth + 1
    quoted: list[Quotation] = []
    stretches: list[Place] = []
    at = place.start
    first = bisect_left(page.starts, place.start)
    for quotation in page.quotations[first : bisect_left(page.starts, place.end, first)]:
        if quotation.depth == depth and quotation.end <= place.end and quotation.start >= at:
            stretches.append(Place(at, quotation.start))
            inside = quotation.inner_start, quotation.inner_end
            if inside in page.names:
                stretches.append(Place(*inside))
            else:
                quoted.append(quotation)
            at = quotation.end
    stretches.append(Place(at, place.end))
    origin = place.start if outer is None else _first_letter(page.text, outer)
    limit = place.end if outer is None else outer.inner_end
    parts = tuple(_without_stops(page.stops, stretches) if page.stops else stretches), tuple(quoted)
    return Segment(page.text, place.start, place.end, depth, *parts, origin, limit, page.clitics)


def _without_stops(stops: Sequence[int], stretches: Sequence[Place]) -> Iterator[Place]:
    for stretch in stretches:
        at = stretch.start
        for stop in stops[bisect_left(stops, at) : bisect_left(stops, stretch.end)]:
            yield Place(at, stop)
            at = stop + 1
        yield Place(at, stretch.end)


def _first_letter(text: str, quotation: Quotation) -> int:
    inner = text[quotation.inner_start : quotation.inner_end]
    return quotation.inner_start + len(inner) - len(inner.lstrip())
