"""What makes a number a percentage, money, a measure, a multiple, a range: `quantities.toml`."""

from corpus.strict import Strict
from nlp.sections.forms import Forms


class Paired(Strict):
    """Words around two numbers that belong together: from 3 to 5.

    lead: words before the first number; one of them must stand there, if there are any.
    middle: words or signs between the two numbers.
    close: words behind the second number; one of them must stand there, if there are any.
    neighbours: only number words near each other are so joined: two three.
    in_time: only numbers near each other before a unit of time are so joined: 10, 15 minutes.
    """

    lead: Forms = []
    middle: Forms
    close: Forms = []
    neighbours: bool = False
    in_time: bool = False


class QuantitiesSection(Strict):
    """`quantities.toml`: what around a number makes it a percentage, money, a measure, a multiple, a range.

    endings: sets of inflectional endings, by the name that `stem~name` uses.
    percent: words and signs behind a percentage.
    percent_before: the same before its number.
    points: words for percentage points.
    points_beside_percent: words for points of any kind: of percentage where the sentence has a percentage.
    tenths: words for a tenth part that a digit counts: four (tenths).
    hundredths: words for a hundredth part behind them; without any, a bare digit counts hundredths.
    thousandths: words for a thousandth part behind those.
    tenths_as_percent: tenths are told as a percentage, not as a share.
    discount: words for a price of so many tenths: seven-(fold-off).
    currency: names and signs of money behind an amount, by code of ISO 4217; `XXX` for names that tell no code.
    currency_before: the same before an amount.
    scaled_currency: signs that are a magnitude and a currency in one, by code, then by magnitude: MEUR.
    generic_money: names of money that a name before the number says which: dollar, yuan.
    not_money: words that begin with a name of money and mean something else.
    minor: names of minor units, by the code of their money: cents.
    price_joints: signs between an amount and two digits of its minor units, where a name of money follows: 19:90.
    duration: names of units of time, by the English unit.
    measure: names of other units of measure, by the English unit.
    glued: stems of adjectives of a time, by unit: three(-day), 24(-hour).
    classifiers: counters between a number and its noun.
    decimals_behind: units that digits right behind go on with as decimals: one (metre) eighty-five.
    tenth_units: names of the first decimal behind such a unit: three yuan five (mao).
    with_number: words that hold a number of what they name, by number, then by unit, code, `pp` or `noun`: (biennium).
    limited_units: units in the singular that count one beside a comparator or behind a word for lasting, where the
        language has no article: about [an] hour.
    never_limits_units: comparators that are rather prepositions before such a unit: until (the) hour.
    multiple: words that are a multiple by themselves, by the factor: double, twice.
    multiple_nouns: nouns that are one only behind `definite`, before `than` or at the end: (the) double (of).
    definite: articles before such a noun.
    than: words behind such a noun.
    times_after: words behind a number that make it a multiple: five (times).
    times_before: words that must stand before it as well, if there are any: (in) five times.
    times_lead: words that make the number behind them a multiple: (multiplied by) five.
    fold_times: words for times that make the number behind a verb of `multiple` its factor: (multiplied) three times.
    times_more: words before a multiple that is told as growth in languages of myriads: (grew) two times is three times.
    ranges: pairs of words whose two numbers are one interval.
    change: pairs of words whose two numbers are the ends of a movement.
    change_words: words of change, one of which must stand before such a pair in its clause, if there are any.
    """

    endings: dict[str, Forms] = {}
    percent: Forms
    percent_before: Forms = []
    points: Forms = []
    points_beside_percent: Forms = []
    tenths: Forms = []
    hundredths: Forms = []
    thousandths: Forms = []
    tenths_as_percent: bool = False
    discount: Forms = []
    currency: dict[str, Forms]
    currency_before: dict[str, Forms] = {}
    scaled_currency: dict[str, dict[str, Forms]] = {}
    generic_money: Forms = []
    not_money: Forms = []
    minor: dict[str, Forms] = {}
    price_joints: Forms = []
    duration: dict[str, Forms]
    measure: dict[str, Forms]
    glued: dict[str, Forms] = {}
    classifiers: Forms = []
    decimals_behind: Forms = []
    tenth_units: Forms = []
    with_number: dict[str, dict[str, Forms]] = {}
    limited_units: dict[str, Forms] = {}
    never_limits_units: Forms = []
    multiple: dict[str, Forms] = {}
    multiple_nouns: dict[str, Forms] = {}
    definite: Forms = []
    than: Forms = []
    times_after: Forms = []
    times_before: Forms = []
    times_lead: Forms = []
    fold_times: Forms = []
    times_more: Forms = []
    ranges: list[Paired]
    change: list[Paired] = []
    change_words: Forms = []
