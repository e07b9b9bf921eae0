"""Language packs: one folder of TOML under `languages/`, the same file names in every language.

A component asks for its own section: `load_language(code).section("numbers", NumbersSection)` reads
`languages/<code>/numbers.toml` into that strict model, with what `generated/numbers.toml` beside it adds
(`nlp.layering`). A section that a pack leaves out is empty. No language is named in any Python file.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from corpus.errors import InputError, PackError, sentence
from corpus.ids import short_hash
from corpus.langid import identify
from corpus.strict import Strict, check_toml, load_toml, read_toml
from nlp.layering import merged

PACKS = Path(__file__).parent / "languages"

S = TypeVar("S", bound=BaseModel)


class About(Strict):
    """`language.toml`: what the pack is. `spacy` names the blank class; `is_spaced` tells whether words stand apart.

    `morphology` and `tagger` name the engines that know its forms, or where words without spaces begin and end.
    `variants` names the transform of ICU that folds variants of characters to those of the pack (for `make packs`).
    `elided` words lose their vowel before another and are tied to it by an apostrophe (l'eau, qu'il); `attached` ones
    follow a verb behind a hyphen as its subject (dit-il), with what else stands between them (a-t-on), `enclitics` as
    its object (disse-lhe).
    """

    name: str
    english: str
    spacy: str
    script: str
    is_spaced: bool = True
    morphology: str | None = None
    tagger: str | None = None
    variants: str | None = None
    elided: list[str] = []
    attached: list[str] = []
    enclitics: list[str] = []
    checked_by: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """One language pack. `version` stands for the content of all its files."""

    code: str
    folder: Path
    about: About
    version: str

    def __hash__(self) -> int:
        """By the version, which stands for everything else: caches ask often."""
        return hash(self.version)

    def section(self, name: str, model: type[S]) -> S:
        """The pack's file `<name>.toml` over the generated one, as a checked model; read once per process."""
        found = _section(self.folder, name, model)
        assert isinstance(found, model)
        return found

    def has(self, name: str) -> bool:
        """Whether the pack has that file."""
        return (self.folder / f"{name}.toml").exists()


def known_languages() -> list[str]:
    """The codes of all packs, sorted."""
    return sorted(path.parent.name for path in PACKS.glob("*/language.toml"))


def base_of(tag: str) -> str:
    """The base language of a BCP 47 tag: `zh-Hans` -> `zh`."""
    return tag.replace("_", "-").split("-")[0].lower()


def recognise(text: str) -> str:
    """The base language of a text; one with a pack is preferred where the script allows it.

    Raises:
        InputError: there are no letters to tell a language from.
    """
    found = identify(text, among=known_languages())
    if found is None:
        raise InputError(
            sentence(
                "the text", found="no letters to tell a language from", expected="text", todo="name it with --lang"
            )
        )
    return found


@cache
def load_language(tag: str) -> Language:
    """The pack for a BCP 47 tag (`zh-Hans` uses `zh`); raises PackError that lists the known ones."""
    code = base_of(tag)
    folder = PACKS / code
    if not (folder / "language.toml").exists():
        todo = f"known: {', '.join(known_languages())}"
        raise PackError(
            sentence("language", found=f'"{tag}", which has no pack', expected="a known language", todo=todo)
        )
    about = load_toml(folder / "language.toml", About, PackError)
    return Language(code, folder, about, f"{code}-{_content_hash(folder)}")


def _content_hash(folder: Path) -> str:
    return short_hash(*(p.read_text(encoding="utf-8") for p in sorted(folder.rglob("*.toml")) if p.stem != "examples"))


@cache
def _section(folder: Path, name: str, model: type[BaseModel]) -> BaseModel:
    path, made = folder / f"{name}.toml", folder / "generated" / f"{name}.toml"
    hand = read_toml(path, PackError) if path.exists() else {}
    table = merged(hand, read_toml(made, PackError) if made.exists() else {})
    return check_toml(path, table, model, PackError)
