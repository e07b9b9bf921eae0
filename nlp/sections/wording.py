"""`wording.toml`: a lexicon of loaded words, ours in every pack that has one or a file of the user's."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from corpus.errors import PackError, nearest
from corpus.strict import Strict, load_toml

OURS = "parallax"
"""The name of the lexicons in the packs."""

Word = Annotated[str, Field(min_length=1)]
Class = Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
Version = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]*$")]


class LoadedClasses(Strict):
    """`loaded_classes.toml`: our classes, each with what it does and where that is taken from."""

    classes: dict[Class, str]


class WordingExample(Strict):
    """A text with the loaded words that must be found in it, written `surface: class`, and none besides.

    Words in `negated` stand behind a negation. With `voices` each word is followed by whose it is: `surface: voice`.
    """

    text: str
    words: list[str] = []
    negated: list[str] = []
    voices: list[str] = []


class WordingSection(Strict):
    """A lexicon.

    `words` are the entries by class: a base form with all its forms where a morphology knows the language, else
    `stem~set` with the endings of that set, the base form's first. In a phrase the part in braces is inflected:
    one word in all its forms, several in all cases together. What begins with `=` stands as it is.
    `notes` say of an entry what is not obvious. `traps` are phrases, written alike, that hold an entry and are not
    loaded. A word is negated if one of the `negators` stands before it, with nothing but `fillers` between.
    `name`, `language` and `classes` (further ones, with what they do) are for files of the user's.
    """

    version: Version
    name: Class = OURS
    language: str = ""
    classes: dict[Class, str] = {}
    negators: list[Word] = []
    fillers: list[Word] = []
    traps: list[Word] = []
    endings: dict[str, list[str]] = {}
    words: Annotated[dict[Class, list[Word]], Field(min_length=1)]
    notes: dict[str, str] = {}
    example: list[WordingExample] = []

    @model_validator(mode="after")
    def _classes_and_entries_are_known(self) -> "WordingSection":
        known = {*loaded_classes(), *self.classes}
        for name in self.words:
            if name not in known:
                raise ValueError(f'classes that are ours or stand in [classes], not "{name}"; {nearest(name, known)}')
        written = {word for words in self.words.values() for word in words}
        for entry in self.notes:
            if entry not in written:
                raise ValueError(f'notes on entries as they are written in [words], not on "{entry}"')
        for word in (*written, *self.traps):
            if word.count("{") > 1 or word.count("{") != word.count("}"):
                raise ValueError(f'one pair of braces at most in an entry, not "{word}"')
        return self


@cache
def loaded_classes() -> dict[str, str]:
    """Our classes and what each does."""
    path = Path(__file__).parent.parent / "loaded_classes.toml"
    return load_toml(path, LoadedClasses, PackError).classes
