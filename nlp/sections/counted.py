"""How the noun is read that is counted: `counted.toml`."""

from corpus.strict import Strict
from nlp.sections.forms import Forms


class CountedSection(Strict):
    """`counted.toml`: how to read the noun that is counted. `concepts` maps base forms to ids of `concepts.toml`.

    The head is the first word with one of `plural_endings` (none of `not_plural`), else the first one with a concept,
    else, where `any_word` says so, the first that has none of `adjective_endings`. With `capital_nouns` only words
    written with a capital are nouns. `adjectives` stand before their noun and are no heads, whatever their ending.
    With `adjectives_behind` the head is the first word but for those, and the words with `adjective_endings` right
    behind it belong to it.
    """

    endings: dict[str, Forms] = {}
    stop: Forms = []
    through: Forms = []
    before_verbs: Forms = []
    irregular: dict[str, Forms] = {}
    plural_endings: list[tuple[str, str]] = []
    not_plural: Forms = []
    any_word: bool = False
    # the head is the first word that has none of `adjective_endings`, whatever stands behind it
    first_noun: bool = False
    capital_nouns: bool = False
    adjective_endings: Forms = []
    adjectives: Forms = []
    # words that end so end the phrase
    verb_endings: Forms = []
    adjectives_behind: bool = False
    longest: int = 4
    concepts: dict[str, Forms] = {}
