"""What limits, stresses or moves a number: `comparators.toml`."""

from typing import Literal

from corpus.strict import Strict
from corpus.tables import Comparator
from nlp.sections.forms import Forms


class Cased(Strict):
    """What words mean behind a number, unit or noun that has a certain ending.

    endings: the endings that decide: (300)'s above, (300)-than more.
    after: phrases that limit the number, by comparator.
    trend: words of change that say where it went: (300)-to rose.
    """

    endings: Forms
    after: dict[Comparator, Forms] = {}
    trend: dict[Literal["up", "down", "to"], Forms] = {}


class ComparatorsSection(Strict):
    """`comparators.toml`: phrases before, inside and behind a quantity that limit, stress or move it.

    endings: sets of inflectional endings, by the name that `stem~name` uses.
    before: phrases before a number, by comparator: (more than) five.
    across: phrases of `before` that limit over a preposition as well: (almost) by five.
    prepositions: the prepositions that may stand between them and the number.
    infix: marks between a number and its magnitude or unit: five (odd) thousand.
    after: phrases behind a number, its unit or its noun: five (or more).
    after_sign: the same only behind a sign of money or percent.
    cased: the same where the ending before them decides.
    governing: verbs before their subject that limit the number behind it: (exceeded) the number of visitors 16 million.
    reach: how many words may stand between such a verb, or a word of change, and the number.
    only_with_magnitude: phrases of `before` that limit only a magnitude without a number: (up to) ten-thousands.
    only_with_unit: phrases that limit only numbers with a unit: (within) three days, but in three rooms.
    not_with_duration: phrases that limit no times: (over) three days lasts so long.
    rather_prepositions: phrases of `before` that are more often prepositions of a noun: (about) a settlement.
    rather_numbers: phrases of `before` behind which an article is a word for one: at least one.
    transparent: words between a comparator and its number that change nothing: more than (a total of) five.
    emphasis_before: words before a number that stress it: (only) five.
    emphasis_after: the same behind it.
    trend: words of change before a number, by where it goes; `by` are words before the size of a change.
    trend_after: words of change behind a number.
    target: words of change that make a word of `target_words` tell the end of a movement: (rose) to.
    target_words: words before the end of a movement: rose (to) five; else they may limit.
    target_behind: the word of change may stand behind the number, at the end of its clause.
    """

    endings: dict[str, Forms] = {}
    before: dict[Comparator, Forms]
    across: Forms = []
    prepositions: Forms = []
    infix: dict[Comparator, Forms] = {}
    after: dict[Comparator, Forms] = {}
    after_sign: dict[Comparator, Forms] = {}
    cased: list[Cased] = []
    governing: dict[Comparator, Forms] = {}
    reach: int = 0
    only_with_magnitude: Forms = []
    only_with_unit: Forms = []
    not_with_duration: Forms = []
    rather_prepositions: Forms = []
    rather_numbers: Forms = []
    transparent: Forms = []
    emphasis_before: Forms = []
    emphasis_after: Forms = []
    trend: dict[Literal["up", "down", "to", "by"], Forms] = {}
    trend_after: dict[Literal["up", "down", "to", "by"], Forms] = {}
    target: Forms = []
    target_words: Forms = []
    target_behind: bool = False
