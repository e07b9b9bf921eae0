"""The record of the table `wording`: one place where a text uses a loaded word."""

from dataclasses import dataclass
from typing import Literal

from corpus.columns import column

Field = Literal["title", "text"]
Voice = Literal["own", "quoted", "attributed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedWord:
    """One place where a text uses a loaded word: which one, of what class, in whose voice."""

    wording_id: str = column("Key: article, field and place, then the lexicon's name.")
    article_id: str = column("The article.")
    field: Field = column("Which of its texts.")
    start: int = column("First character.", unit="code points")
    end: int = column("One past the last character.", unit="code points")
    surface: str = column("The characters.")
    lemma: str = column("The lexicon's entry.")
    loaded_class: str = column("What the word does: condemnation, praise, alarm ... or a class of the user's lexicon.")
    lexicon: str = column("The lexicon that has it: parallax, or the name of the user's.")
    lexicon_version: str = column("Language and version of that lexicon.")
    voice: Voice = column("The outlet's own; inside quotation marks; or told as what somebody said, without marks.")
    is_negated: bool = column("True where a negation stands before it; the measures leave it out.", default=False)
    claim_id: str | None = column("The innermost claim whose content holds it.", default=None)
    source: str | None = column("Who says it: that claim's source.", default=None)
