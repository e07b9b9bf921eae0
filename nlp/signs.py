"""What can stand right behind and right before a number, by the rules that look for it: each sign is one bit.

A rule whose signs have no entry at its number finds nothing there and need not be asked (`Page.behind`,
`Page.before`). Whoever gives a rule a new table adds the table to its sign here.
"""

from functools import cache
from typing import Any

from nlp.bundle import Beside, Bundle
from nlp.date_words import Calendar, calendar_of
from nlp.language import Language
from nlp.limit_words import LimitWords
from nlp.lookup import Table, Writing, flags
from nlp.nouns import nouns_of
from nlp.phrases import Phrases, phrases_of
from nlp.trap_words import Traps

Tables = dict[int, list[Table[Any]]]

# Behind a number.
ATTACHED, TAIL, PART, WHOLE, PERCENT, TENTHS, PRICE, MONEY = (1 << n for n in range(8))
TIMES, UNIT, OF, CLASSIFIER, MIDDLE, CLOSING, MOVED, AFTER_SIGN = (1 << n for n in range(8, 16))
STRESSED, TRAP, CLOCK, DECADE, DATE = (1 << n for n in range(16, 21))

# Before a number.
NEGATIVE, PERCENT_AHEAD, MONEY_AHEAD, TIMES_AHEAD, MARK, LIMIT, STRESS = (1 << n for n in range(22, 29))
TRANSPARENT, TREND, TARGET, CLOCK_AHEAD, HOUR_AHEAD, TRAP_AHEAD, VERB = (1 << n for n in range(29, 36))
DECADE_AHEAD, DATE_AHEAD, WHOLE_AHEAD, LEAD = (1 << n for n in range(36, 40))

FOLLOWED = 1 << 40
"""Another number follows so closely that the two may be one (`Page.is_near`): no table tells this."""
RATIO_AHEAD = 1 << 41
"""Before a number as well."""


@cache
def signs_of(language: Language) -> Beside:
    """The tables of a language, compiled by where they are looked up."""
    writing = phrases_of(language).lexicon.writing
    return Beside(Bundle(tables_behind(language), writing), Bundle(tables_before(language), writing))


def tables_behind(language: Language) -> Tables:
    """The tables that are looked up behind a number, by sign."""
    phrases, calendar = phrases_of(language), calendar_of(language)
    return {
        **_quantities_behind(phrases, phrases.lexicon.writing),
        **_limits_behind(phrases.limits),
        **_traps_behind(phrases.traps),
        DECADE: [calendar.decade_after],
        DATE: [calendar.months, calendar.day_after, calendar.links, calendar.between],
    }


def tables_before(language: Language) -> Tables:
    """The tables that are looked up before a number, by sign."""
    phrases = phrases_of(language)
    return {
        **_quantities_before(phrases),
        **_limits_before(phrases.limits),
        **_traps_before(phrases.traps),
        **_dates_before(calendar_of(language)),
        VERB: [nouns_of(language).before_verbs],
    }


def _quantities_behind(phrases: Phrases, writing: Writing) -> Tables:
    lexicon, money = phrases.lexicon, phrases.money
    letters = [*lexicon.attached, *lexicon.with_decimals, *lexicon.apart, *money.attached]
    hyphen = ["-"] if phrases.unit_stems else []
    return {
        ATTACHED: [flags(letters, {}, writing)],
        TAIL: [lexicon.tails, lexicon.infix],
        PART: [phrases.part_link],
        WHOLE: [lexicon.over, lexicon.over_at_end],
        PERCENT: [phrases.percent, phrases.points, phrases.points_beside_percent],
        TENTHS: [phrases.tenths, phrases.discount],
        PRICE: [flags(list(money.price_joints), {}, writing)],
        MONEY: [money.scaled, money.after, money.minor],
        TIMES: [phrases.times_after, phrases.fold_times],
        UNIT: [phrases.units, flags(hyphen, {}, writing)],
        OF: [lexicon.of],
        CLASSIFIER: [phrases.classifiers],
        MIDDLE: [pair.middle for pair, _ in phrases.pairs],
    }


def _limits_behind(limits: LimitWords) -> Tables:
    return {
        CLOSING: [limits.after, limits.cased],
        MOVED: [limits.trend_after, limits.cased],
        AFTER_SIGN: [limits.after_sign],
        STRESSED: [limits.emphasis_after],
    }


def _traps_behind(traps: Traps) -> Tables:
    return {TRAP: [traps.after, traps.after_tens, traps.after_money], CLOCK: [traps.clock_after]}


def _quantities_before(phrases: Phrases) -> Tables:
    return {
        NEGATIVE: [phrases.lexicon.negative],
        PERCENT_AHEAD: [phrases.percent_before],
        MONEY_AHEAD: [phrases.money.before],
        TIMES_AHEAD: [phrases.times_lead],
        MARK: [phrases.ordinal_before],
        WHOLE_AHEAD: [phrases.lexicon.one_in_before],
        RATIO_AHEAD: [phrases.lexicon.noun_in_ratio],
        LEAD: [pair.lead for pair, _ in phrases.pairs],
    }


def _limits_before(limits: LimitWords) -> Tables:
    return {
        LIMIT: [limits.before],
        STRESS: [limits.emphasis_before],
        TRANSPARENT: [limits.transparent],
        TREND: [limits.trend],
        TARGET: [limits.target_words, limits.by_words],
    }


def _traps_before(traps: Traps) -> Tables:
    return {
        CLOCK_AHEAD: [traps.clock_before, traps.clock_point_before],
        HOUR_AHEAD: [traps.clock_before_hours, traps.clock_before_bare],
        TRAP_AHEAD: [traps.before, traps.before_alone, traps.share_before, traps.ordinal_lead],
    }


def _dates_before(calendar: Calendar) -> Tables:
    return {
        DECADE_AHEAD: [calendar.decade_before],
        DATE_AHEAD: [calendar.months, calendar.links],
    }
