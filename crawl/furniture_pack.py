"""Page furniture: the lines of a page that are not its article, and the rule that tells each.

The words are data (`furniture/<language>.toml`, and `any.toml` for what every language uses); the rules are here.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator

from corpus.errors import PackError
from corpus.strict import Strict, load_toml

PACKS = Path(__file__).parent / "furniture"
EVERYWHERE = "any"
NOTE = r"\b(?:\s*[(（\[][^)）\]]{1,60}[)）\]]|\s+\d[^:：]{0,40})?\s*(?:[:：]\s*\S|[.。|–—]\s+\S|\s+[-]\s+\S).{8,800}"
"""What follows the word that begins a note: a date or a place in brackets, a colon, and what it says."""
NAMES = re.compile(r"[^.!?。！？]{1,80}[.。]?")


def _expression(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as why:
        raise ValueError(f"a regular expression ({why})") from None
    return pattern


Phrases = list[str]
Expressions = list[Annotated[str, AfterValidator(_expression)]]


class Patterns(Strict):
    """Regular expressions. `head` matches the start of a text, `dateline` of a line (group 1 names who is credited);
    the others must match a whole line.
    """

    head: Expressions = []
    skip: Expressions = []
    meta: Expressions = []
    caption: Expressions = []
    subscribe: Expressions = []
    cut: Expressions = []
    correction: Expressions = []
    dateline: Expressions = []


class Example(Strict):
    """A line that is ours and the rule it falls under (a credit: whom it names); with neither it is text and stays.

    A `note` is text as well: the outlet's own correction or update.
    """

    line: str
    note: bool = False
    rule: str | None = None
    credit: str | None = None


WallKind = Literal["missing", "consent", "paid", "script"]


class WallExample(Strict):
    """What a page of ours says, and the kind of wall it is."""

    text: str
    wall: WallKind


class WallPhrases(Strict):
    """What pages say that are no articles; each a regular expression that is searched in their headlines and texts.

    Attributes:
        missing: headlines of pages that are not there.
        consent: requests to accept cookies before reading.
        paid: invitations to pay before reading on.
        script: requests to switch scripts on.
    """

    missing: Expressions = []
    consent: Expressions = []
    paid: Expressions = []
    script: Expressions = []
    examples: list[WallExample] = []


class FurniturePack(Strict):
    """One language's furniture.

    Attributes:
        skip: whole lines: links past the navigation, share bars, labels of advertisements.
        captions: words before a colon that begin a picture's caption or credit.
        credits: words before a colon (or, with a final space, before a name) that credit a source.
        labels: headings of authors, tags and the like; what follows them is a list, not text.
        insets: headings of related links in the middle of an article, after which it goes on.
        cuts: headings after which nothing belongs to the article.
        corrections, updates: words before a colon, or headings, of a note that corrects the article or adds to it.
        by, conjunctions: words before a name in a byline, and between two names.
        author_metas: names of meta elements that tell an author.
        examples: lines that the rules of the language must tell as they say; they run as tests.
        elements, classes: names of elements, and words in their classes and ids, that hold furniture.
        hints: words in classes and ids of places that hold furniture or text.
    """

    skip: Phrases = []
    captions: Phrases = []
    credits: Phrases = []
    labels: Phrases = []
    insets: Phrases = []
    cuts: Phrases = []
    corrections: Phrases = []
    updates: Phrases = []
    by: Phrases = []
    conjunctions: Phrases = []
    author_metas: Phrases = []
    elements: Phrases = []
    classes: Phrases = []
    hints: Phrases = []
    patterns: Patterns = Patterns()
    walls: WallPhrases = WallPhrases()
    examples: list[Example] = []


PHRASES = ("skip", "captions", "credits", "labels", "insets", "cuts", "corrections", "updates")


@dataclass(frozen=True, slots=True)
class Rules:
    """The compiled rules of some packs. `lines` pairs a rule's name with what a whole line of its kind matches."""

    heads: re.Pattern[str]
    lines: tuple[tuple[str, re.Pattern[str]], ...]
    datelines: re.Pattern[str]
    credit: re.Pattern[str]
    credit_inside: re.Pattern[str]
    note: re.Pattern[str]
    note_heading: re.Pattern[str]

    def of(self, line: str) -> str | None:
        """The name of the rule that a whole line falls under, if one does."""
        if self.credited(line):
            return "credit"
        return next((name for name, pattern in self.lines if pattern.fullmatch(line)), None)

    def is_note(self, line: str) -> bool:
        """Whether a line is the outlet's own correction or update, and no date of one."""
        return bool(self.note.fullmatch(line)) and self.of(line) is None

    def credited(self, line: str) -> str | None:
        """Whom a credit line names."""
        found = self.credit.fullmatch(line)
        names = found and found.group("names").strip().rstrip(".。")
        return names if names and NAMES.fullmatch(names) else None


@dataclass(frozen=True, slots=True)
class Walls:
    """The compiled phrases of pages that are no articles."""

    missing: re.Pattern[str]
    consent: re.Pattern[str]
    paid: re.Pattern[str]
    script: re.Pattern[str]


def walls_for(lang: str | None) -> Walls:
    """The phrases of a language and of web English; of all languages where it is not known."""
    return _walls((lang or "").split("-")[0].lower())


@cache
def _walls(code: str) -> Walls:
    paths = {*_pack_paths(code), PACKS / "en.toml"} if code else set(PACKS.glob("*.toml"))
    packs = [load_toml(path, FurniturePack, PackError).walls for path in sorted(paths)]
    return Walls(*(_any([p for pack in packs for p in getattr(pack, kind)]) for kind in get_args(WallKind)))


def rules_for(
    lang: str | None, *, credits: Sequence[str] = (), cuts: Sequence[str] = (), skip: Sequence[str] = ()
) -> Rules:
    """The rules for texts in a language (a BCP 47 tag), with an outlet's own phrases added."""
    return _rules((lang or "").split("-")[0].lower(), tuple(credits), tuple(cuts), tuple(skip))


@cache
def page_marks() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The names of elements, and the words in classes and ids, that hold furniture or may, in every language."""
    pack = load_toml(PACKS / f"{EVERYWHERE}.toml", FurniturePack, PackError)
    return frozenset(pack.elements), frozenset(pack.classes), frozenset(pack.hints)


@cache
def author_metas() -> tuple[str, ...]:
    """The names of meta elements that tell an author, on pages in every language."""
    return tuple(load_toml(PACKS / f"{EVERYWHERE}.toml", FurniturePack, PackError).author_metas)


@cache
def byline_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words before a name in a byline, and between two names, in every language: bylines stand alone."""
    packs = [load_toml(path, FurniturePack, PackError) for path in sorted(PACKS.glob("*.toml"))]
    return frozenset(w for pack in packs for w in pack.by), frozenset(w for pack in packs for w in pack.conjunctions)


@cache
def _rules(code: str, credits: tuple[str, ...], cuts: tuple[str, ...], skip: tuple[str, ...]) -> Rules:
    packs = [load_toml(path, FurniturePack, PackError) for path in _pack_paths(code)]
    own = FurniturePack(credits=[*credits], cuts=[*cuts], skip=[*skip])
    return compile_rules([*packs, own])


def _pack_paths(code: str) -> list[Path]:
    paths = [PACKS / f"{name}.toml" for name in (EVERYWHERE, code)]
    return [path for path in dict.fromkeys(paths) if path.exists()]


def compile_rules(packs: Iterable[FurniturePack]) -> Rules:
    """The rules of these packs together."""
    packs = list(packs)
    phrases = {name: [p for pack in packs for p in getattr(pack, name)] for name in PHRASES}
    found = {name: [p for pack in packs for p in getattr(pack.patterns, name)] for name in Patterns.model_fields}
    notes = [*phrases["corrections"], *phrases["updates"]]
    sign = r"[\s:：»›>→…!.]*"
    lines = (
        ("cut", _any([*found["cut"], _one_of(phrases["cuts"]) + sign])),
        ("inset", _any([_one_of(phrases["insets"]) + sign])),
        ("inset line", _any([_one_of(phrases["insets"]) + r"\s*[:：].{1,200}"])),
        ("label", _any([_one_of(phrases["labels"]) + sign])),
        ("label line", _any([r"[\[(（【]?\s*" + _one_of(phrases["labels"]) + r"\s*[:：].{1,200}"])),
        ("meta", _any(found["meta"])),
        ("skip", _any([*found["skip"], rf"(?:{_one_of(phrases['skip'])}{sign})+"])),
        ("caption", _any([*found["caption"], _one_of(phrases["captions"]) + r"\s*[:：/].{0,250}"])),
        ("subscribe", _any(found["subscribe"])),
    )
    return Rules(
        _any(found["head"]),
        lines,
        _any(found["dateline"]),
        *_credits(phrases["credits"]),
        note=_any([*found["correction"], _one_of(notes) + r"(?:\s*\d{1,2})?" + NOTE]),
        note_heading=_any([_one_of(phrases["corrections"]) + sign]),
    )


def _credits(phrases: Sequence[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a credit line matches, and a credit among the keys and values of a meta line."""
    before_colon = [p for p in phrases if not p.endswith(" ")]
    before_name = [p.strip() for p in phrases if p.endswith(" ")]
    lead = rf"(?:{_one_of(before_colon)}\s*[:：]\s*|{_one_of(before_name)}\s+)"
    line = rf"[\[(（【]?\s*{lead}(?P<names>\S.*?)\s*[\])）】]?"
    inside = (
        rf"{_one_of(before_colon)}\s*[:：]\s*(?P<names>[^\s|·:：][^|·:：]*?)(?=\s\s|\s+[^\s:：]+[:：]|\s*[|·]|\s*$)"
    )
    return re.compile(line, re.IGNORECASE), re.compile(inside, re.IGNORECASE)


def _one_of(phrases: Iterable[str]) -> str:
    ordered = sorted({*phrases}, key=lambda p: (-len(p), p))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, p.split())) for p in ordered) + ")" if ordered else "(?!)"


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns) or "(?!)", re.IGNORECASE)
