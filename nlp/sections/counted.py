"""How the noun is read that is counted: `counted.toml`."""

from corpus.strict import Strict
from nlp.sections.forms import Forms


class CountedSection(Strict):
    """`counted.toml`: how to find the noun that is counted, its base form and its concept.

    endings: sets of inflectional endings, by the name that `stem~name` uses.
    stop: words that end the phrase and are no part of it.
    through: words between a part and what it is of: half (of the) fleet.
    before_verbs: words between a noun and the number behind it: visitors (reach) 300.
    irregular: forms by their base form: person = [people].
    plural_endings: endings of plurals, each with that of the base form, the first that fits: [ies, y]. Such a word is
        the head.
    not_plural: endings that only look like plurals: bus.
    any_word: without a plural or a concept, the first word that has none of `adjective_endings` is the head.
    first_noun: that word is the head, whatever stands behind it.
    capital_nouns: only words written with a capital are nouns.
    adjective_endings: endings of words that are no heads.
    adjectives: words before their noun that are no heads, whatever their ending.
    adjectives_behind: the head is the first word but for `adjectives`; `adjective_endings` right behind belong to it.
    verb_endings: endings of words that end the phrase.
    longest: how many words the phrase may have.
    concepts: base forms, by the concept of `nlp/concepts.toml` that they mean.
    """

    endings: dict[str, Forms] = {}
    stop: Forms = []
    through: Forms = []
    before_verbs: Forms = []
    irregular: dict[str, Forms] = {}
    plural_endings: list[tuple[str, str]] = []
    not_plural: Forms = []
    any_word: bool = False
    first_noun: bool = False
    capital_nouns: bool = False
    adjective_endings: Forms = []
    adjectives: Forms = []
    adjectives_behind: bool = False
    verb_endings: Forms = []
    longest: int = 4
    concepts: dict[str, Forms] = {}
