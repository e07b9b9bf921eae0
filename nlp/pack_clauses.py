"""The table `[verb_second]` of `attribution.toml`, made ready: how clauses are built where the verb stands second.

In such a language the first constituent of a clause, whatever it is, stands before the finite verb, the subject before
or right behind it; participles, infinitives and separable particles close the clause; behind a subordinator the finite
verb itself does. Nouns are written with a capital, so that a noun phrase can be told from its circumstances.
"""

from nlp.scripts import lower
from nlp.sections.attributions import VerbSecond


class ClauseOrder:
    """The table as sets of lower-case words."""

    def __init__(self, section: VerbSecond) -> None:
        self.subordinators = _lowered(section.subordinators)
        self.determiners = _lowered(section.determiners)
        self.genitives = _lowered(section.genitives)
        self.oblique = _lowered(section.oblique)
        self.pronouns = _lowered(section.pronouns)
        self.nominatives = _lowered(section.nominatives)
        self.prepositions = _lowered(section.prepositions)
        self.phrase_links = _lowered(section.phrase_links)
        self.document_prepositions = _lowered(section.document_prepositions)
        self.adjective_endings = tuple(section.adjective_endings)
        self.perfect = _lowered(section.perfect)
        self.passive = _lowered(section.passive)
        self.particles = _lowered(section.particles)
        self.polite = frozenset(section.polite)
        self.joints = _lowered(section.joints)
        self.modals = _lowered(section.modals)
        self.infinitive_mark, self.infinitive_ending = section.infinitive_mark, section.infinitive_ending


def _lowered(words: list[str]) -> frozenset[str]:
    return frozenset(lower(w) for w in words)
