"""A number as it was read, before anything around it is looked at, and the text it was read in."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any, Literal

from corpus.tables import Comparator
from nlp.anchors import Token
from nlp.bundle import Beside
from nlp.kept import kept
from nlp.lexicon import Lexicon
from nlp.lookup import is_letter

_SPACES = re.compile(" +")
_LETTERS = re.compile("[^\\W\\d_\u2e80-\u9fff\uac00-\ud7a3]{1,3}")
ZERO, ONE, TEN = Decimal(0), Decimal(1), Decimal(10)
SCALES = ("scale", "plural", "abbreviation", "dependent", "adjective", "dual")
LARGEST = Decimal(10) ** 36


@dataclass(slots=True)  # not frozen: made for every number, and freezing costs a third of that
class Page:
    """A text being read: as given, folded, and as tokens."""

    text: str
    folded: str
    tokens: Sequence[Token]
    lexicon: Lexicon
    signs: Beside
    behind: Callable[[int], int] = field(init=False)
    """The signs (`nlp.signs`) with an entry right behind a place; the last answers are kept."""
    before: Callable[[int], int] = field(init=False)
    """The signs with an entry right before a place; the last answers are kept."""
    quantities: dict[int, Any] = field(default_factory=dict)
    """What `nlp.quantities` read at a token: the second number of a range may turn out to be one of its own."""
    numerals: dict[int, "Numeral | None"] = field(default_factory=dict)
    """What `nlp.numerals` read at a token: dates ask for the number before amounts do."""

    def __post_init__(self) -> None:
        self.behind = kept(partial(self.signs.behind.after, self.folded)).__getitem__
        self.before = kept(partial(self.signs.before.before, self.folded)).__getitem__

    def skip(self, i: int, end: int) -> int:
        """The index, `i` or later, of the first token that does not begin before `end`."""
        while i < len(self.tokens) and self.tokens[i].start < end:
            i += 1
        return i

    def is_near(self, i: int, end: int) -> bool:
        """Whether there is a token `i` and it begins so closely behind this place that one number may hold both."""
        return i < len(self.tokens) and self.tokens[i].start - end <= _NEAR

    def first_from(self, start: int) -> int:
        """The index of the first token that begins here or later."""
        return bisect_left(self.tokens, start, key=lambda token: token.start)


@dataclass(slots=True)  # not frozen: made for every number, and freezing costs a third of that
class Numeral:
    """A number as written. `factor` is the magnitude that a range may share; `ulp` one unit of the last written digit.

    `n_tokens` says how many tokens it took. `form` tells digits, words, a magnitude alone, or an adjective.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    n_tokens: int
    form: Literal["digits", "words", "magnitude", "adjective"]
    factor: Decimal = ONE
    ulp: Decimal = ONE
    has_magnitude: bool = False
    has_decimals: bool = False
    is_vague: bool = False
    is_share: bool = False
    is_multiple: bool = False
    is_percent: bool = False
    comparator: Comparator | None = None
    trend: Literal["up", "down"] | None = None
    first: Token | None = None

    @property
    def is_point(self) -> bool:
        """Whether it is one number, not an interval."""
        return self.low is self.high or self.low == self.high


_NEAR = 10
"""Characters between two tokens beyond which they are not one number."""


def gap(folded: str, left: int, right: int) -> str | None:
    """What stands between two places, runs of spaces made one; None if it is long or breaks the line."""
    if right - left > _NEAR:
        return None
    between = folded[left:right]
    if between in ("", " "):
        return between
    if "\n" in between:
        return None
    return _SPACES.sub(" ", between) if "  " in between else between


def attached_letters(text: str, start: int) -> str:
    """The letters, three at most, that begin here and end a word; empty if there are more."""
    match = _LETTERS.match(text, start)
    if match is None:
        return ""
    following = text[match.end() : match.end() + 1]
    goes_on = following != "" and (following.isdigit() or following == "_" or is_letter(following))
    return "" if goes_on else match.group()


@lru_cache(maxsize=1024)
def place(value: Decimal) -> Decimal:
    """The power of ten of the last digit that is not zero: 24000 -> 1000, 3.4 -> 0.1."""
    if not value:
        return ONE
    exponent = value.normalize().as_tuple().exponent
    return ONE.scaleb(exponent) if isinstance(exponent, int) else ONE


def start_behind_article(page: Page, tokens: Sequence[Token]) -> int:
    """Where a number begins if a "one" that may be the article stays outside: (un) millón, (un) tercio."""
    one = tokens[0]
    is_article = one.role == "small" and page.folded[one.start : one.end] in page.lexicon.articles.entries
    is_apart = is_article and len(tokens) > 1 and tokens[1].start > one.end
    stays_out = is_apart and tokens[1].role not in ("small", "digits")
    return tokens[1].start if stays_out else one.start


def magnitude_at(page: Page, end: int) -> bool:
    """Whether a magnitude follows after one space, so that a mark stands inside the number."""
    i = page.first_from(end)
    return i < len(page.tokens) and page.tokens[i].role in SCALES and page.tokens[i].start == end + 1
