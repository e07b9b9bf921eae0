"""Which language a text is in: py3langid over the whole text, narrowed by its script; never asked about snippets."""

from collections import Counter
from collections.abc import Collection
from functools import cache
from pathlib import Path

from corpus.errors import PackError
from corpus.strict import Strict, load_toml

SURE_LETTERS = 25
"""Below about four words the classifier confuses neighbouring languages."""

SHARE_OF_FOREIGN = 0.005
"""Names and quotations bring a foreign letter now and then; more than one in two hundred is no accident."""


class Script(Strict):
    """One block of characters and the languages written in it.

    A third of the letters decides by default: Latin names are common in news of other scripts, not the other way
    round.
    """

    first: str
    last: str
    languages: frozenset[str]
    share: float = 0.3


class Alphabets(Strict):
    """`alphabets.toml`: what writing tells about languages."""

    scripts: list[Script]
    own: dict[str, str]
    never: dict[str, str]
    spoken: frozenset[str]


@cache
def _alphabets() -> Alphabets:
    return load_toml(Path(__file__).with_name("alphabets.toml"), Alphabets, PackError)


def identify(text: str, *, among: Collection[str] = ()) -> str | None:
    """The language of a text as a BCP 47 base tag; None where there are no letters to tell from, or too few.

    `among` names the languages to prefer where the text is too short for the classifier to be sure.
    """
    letters = [c for c in text if c.isalpha()]
    if not letters:
        return None
    allowed = _by_script(letters)
    if allowed and not allowed.isdisjoint(_alphabets().never):
        allowed = _by_letters("".join(letters).lower(), allowed)
    if len(letters) < SURE_LETTERS:
        allowed = (frozenset(among) & allowed if allowed else frozenset(among)) or allowed
    if allowed and len(allowed) == 1:
        return next(iter(allowed))
    ranked = _ranked(text)
    if ranked[0][1] == ranked[-1][1]:  # none of its letters tells anything
        return None
    absent = _not_written_here(frozenset(letters)) | _alphabets().spoken
    possible = [code for code, _ in ranked if code not in absent] or [ranked[0][0]]
    return next((code for code in possible if not allowed or code in allowed), possible[0])


def _not_written_here(letters: frozenset[str]) -> frozenset[str]:
    """The languages of scripts of which a text has no letter: two Latin letters are no Arabic."""
    scripts = _alphabets().scripts
    there = [s for s in scripts if any(s.first <= c <= s.last for c in letters)]
    return frozenset[str]().union(*(s.languages for s in scripts)).difference(*(s.languages for s in there))


def _by_script(letters: list[str]) -> frozenset[str] | None:
    counts = Counter(letters)
    for script in _alphabets().scripts:
        share = sum(n for c, n in counts.items() if script.first <= c <= script.last) / len(letters)
        if share >= script.share:
            return script.languages
    return None


def _by_letters(letters: str, allowed: frozenset[str]) -> frozenset[str]:
    """The languages whose alphabet fits the letters; all if none does."""
    own, never = _alphabets().own, _alphabets().never
    fitting = frozenset(
        code
        for code in allowed
        if (code not in own or any(c in letters for c in own[code]))
        and sum(letters.count(c) for c in never.get(code, "")) <= SHARE_OF_FOREIGN * len(letters)
    )
    return fitting or allowed


def _ranked(text: str) -> list[tuple[str, float]]:
    from py3langid.langid import rank  # half a second and 100 MB: only where a text has to be classified

    ranked: list[tuple[str, float]] = rank(text)
    return ranked
