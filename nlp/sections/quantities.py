"""What makes a number a percentage, money, a measure, a multiple, a range: `quantities.toml`."""

from corpus.strict import Strict
from nlp.sections.forms import Forms


class Paired(Strict):
    """A pair of words around two numbers: `from 3 to 5`. `neighbours`: only number words near each other, two three.

    With `close`, one of these must stand behind the second number.
    """

    lead: Forms = []
    middle: Forms
    neighbours: bool = False
    close: Forms = []


class QuantitiesSection(Strict):
    """`quantities.toml`: what around a number makes it a percentage, money, a measure, a multiple, a range.

    `times_lead` makes the number behind it a multiple. `with_number` are words that hold the number of what they name,
    by the number, then by the unit: of time, a measure, a code of money, `pp`; or `noun`. The currency `XXX` holds
    names of money that tell no code.
    `scaled_currency` holds signs that are a magnitude and a currency in one. `multiple_nouns` are multiples only behind
    one of `definite` and before one of `than` or the end of a clause (the double of).
    """

    endings: dict[str, Forms] = {}
    percent: Forms
    # words that begin with a name of money and mean something else
    not_money: Forms = []
    percent_before: Forms = []
    points: Forms = []
    # percentage points only where the sentence has a percentage
    points_beside_percent: Forms = []
    tenths: Forms = []
    hundredths: Forms = []
    thousandths: Forms = []
    tenths_as_percent: bool = False
    discount: Forms = []
    currency: dict[str, Forms]
    currency_before: dict[str, Forms] = {}
    # names of money that a name before the number says which (dollar, yuan)
    generic_money: Forms = []
    scaled_currency: dict[str, dict[str, Forms]] = {}
    minor: dict[str, Forms] = {}
    duration: dict[str, Forms]
    measure: dict[str, Forms]
    glued: dict[str, Forms] = {}
    classifiers: Forms = []
    decimals_behind: Forms = []
    tenth_units: Forms = []
    times_after: Forms = []
    times_before: Forms = []
    times_more: Forms = []
    times_lead: Forms = []
    with_number: dict[str, dict[str, Forms]] = {}
    multiple: dict[str, Forms] = {}
    multiple_nouns: dict[str, Forms] = {}
    definite: Forms = []
    than: Forms = []
    ranges: list[Paired]
    change: list[Paired] = []
    change_words: Forms = []
