"""The exceptions of Parallax: one small tree, each message one sentence that says what to do."""

import difflib
from collections.abc import Iterable


class ParallaxError(Exception):
    """Something the user can mend; the command line prints the sentence and exits with 2."""


class EventError(ParallaxError):
    """An event file that cannot be used."""


class PackError(ParallaxError):
    """A language or outlet pack that cannot be used."""


class CorpusError(ParallaxError):
    """A corpus folder, table or row that breaks its definition."""


class InputError(ParallaxError):
    """A text, manifest or argument that cannot be read."""


def sentence(where: str, *, found: str, expected: str, todo: str = "") -> str:
    """The house's error sentence: where, what was found, what was expected, what to do."""
    text = f"{where}: found {found}, expected {expected}"
    return f"{text}; {todo.removesuffix('?')}{'?' if todo.endswith('?') else '.'}" if todo else f"{text}."


def nearest(word: str, known: Iterable[str]) -> str:
    """The advice that names the known word most like the given one, or lists the known words."""
    names = sorted(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else f"known: {', '.join(names)}"
