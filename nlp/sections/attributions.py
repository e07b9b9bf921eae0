"""Attributions that are no single word: pairs around their source, and moods of the verb that report."""

from corpus.strict import Strict
from corpus.tables import ClaimType, CueClass
from nlp.apostrophes import Words


class Circumfix(Strict):
    """An attribution around its source: 据 ... 报道."""

    before: list[str]
    after: list[str]
    cue_class: CueClass = "neutral"


class ReportedMood(Strict):
    """Verb forms that by themselves mark what others say; whose speech it is stays open.

    The word behind one, adverbs aside, ends like one of `followed_by` and is none of `not_followed_by`. A sentence with
    one of `cancelled_by` is a condition and reports nothing.
    """

    forms: list[str]
    followed_by: list[str] = []
    not_followed_by: list[str] = []
    cancelled_by: Words = []
    cue_class: CueClass = "hedge"
    type: ClaimType = "report"
