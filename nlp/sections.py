"""The shape of the figure files of a language pack: numbers, quantities, comparators, counted, dates, traps.

A form written `stem~name` stands for the stem with every ending of the set `name` in the file's `[endings]`. Of number
words, `should [double]` means the word in brackets, in that company only.
Numbers that serve as keys are written as in `Decimal`: "1000", "0.5".
"""

from typing import Literal

from corpus.strict import Strict
from corpus.tables import Comparator

Forms = list[str]


class Scale(Strict):
    """The words of one magnitude. A plural without a number before it is a vague amount, a `dual` is twice it.

    `dependent` forms need a number before them.
    """

    singular: Forms = []
    plural: Forms = []
    abbreviation: Forms = []
    attached: Forms = []
    adjective: Forms = []
    dual: Forms = []
    dependent: Forms = []
    before_noun: Forms = []
    apart: Forms = []


class NumbersSection(Strict):
    """`numbers.toml`: how numbers are written. `fold` maps variants of characters to the one used in the pack.

    `ambiguous` words are numbers only before a noun, `rarely_numbers` only before a noun with a concept or a unit.
    With `one_is_article` a bare word for one counts only percent and money.
    With `slash_decimal` a slash is a decimal sign where words or a percent sign follow. `one_in_before` opens a share
    whose whole comes first (of every five, one). `ignored` characters change no word: the text is read without them.
    `proclitics` are letters written together with the word behind them. With `ones_first` ones stand before a link and
    tens, with `link_tens` a link stands between tens and ones too. With `glued`, number words may be written as one
    word, `glue_links` between them. `round` are magnitude words that mean about so many (a hundred or so). With
    `half_needs_unit` a bare word for half is no share, but "half a" unit or magnitude is. `negative_after` turns a
    number with its unit round (12 degrees below zero). `ones_links` stand between ones and the tens behind them (five
    and twenty), `tens_links` between tens and ones only. `respell` names letters for which others may be written (ue
    for an u with dots), in all forms. `compound` are stems that a number's combining form (`prefix`) is glued to and
    that say how many (five-time, three-storey). `one_noun_in` are links of a ratio that what is counted may stand
    before (one driver in five). With `starts_apart` words are set apart and begin behind a space, but particles
    (`enclitics`) are glued to their ends; `attributive` number words there stand before any noun. `pair` are words for
    a number and the next one (three or four), `pair_joints` signs between two such digits. `whole_first` stands between
    a whole and its part (of ten, one). With `last_digit_tenths` a last digit counts tenths of the unit before it
    (three-wan-five). `never_glued` words are no numbers where a counter
    of one letter is glued to them. With `digit_one_is_article` a digit one before a counter is no more
    than the article "a".
    """

    composition: Literal["additive", "myriad"]
    decimal: str
    group: list[str]
    slash_decimal: bool = False
    one_is_article: bool = False
    ignored: str = ""
    proclitics: Forms = []
    # endings that stand behind an apostrophe at a number or a sign (10's)
    suffixes: Forms = []
    ones_first: bool = False
    link_tens: bool = False
    # ones may stand behind ten as behind every other ten
    ten_takes_ones: bool = False
    glued: bool = False
    glue_links: Forms = []
    starts_apart: bool = False
    enclitics: Forms = []
    attributive: Forms = []
    never_glued: Forms = []
    fold: dict[str, str] = {}
    endings: dict[str, Forms] = {}
    joiners: list[str] = [" "]
    links: list[str] = []
    tens_links: list[str] = []
    ones_links: list[str] = []
    respell: dict[str, str] = {}
    articles: Forms = []
    of: Forms = []
    small: dict[str, Forms]
    pair: dict[str, Forms] = {}
    pair_joints: list[str] = []
    scale: dict[str, Scale]
    whole: dict[str, Forms] = {}
    prefix: dict[str, Forms] = {}
    compound: Forms = []
    # parts that stand before their number (a half more than three), perhaps negative
    ahead: dict[str, Forms] = {}
    many: Forms = []
    many_of: dict[str, Forms] = {}
    several: Forms = []
    # a plural behind ten or a hundred is vague as well (ten thousands); where a bare plural ends, if not at the next
    # thousandfold
    plural_is_vague: bool = False
    vague_until: dict[str, int] = {}
    # words for an interval ("11-19" for a dozen or more), and their forms that stems and adjectives are glued to
    between: dict[str, Forms] = {}
    between_prefix: dict[str, Forms] = {}
    tail: dict[str, Forms] = {}
    round: Forms = []
    half: Forms = []
    half_needs_unit: bool = False
    fraction: dict[str, Forms] = {}
    denominator: dict[str, Forms] = {}
    one_in: list[str] = []
    one_noun_in: list[str] = []
    one_in_before: Forms = []
    whole_first: Forms = []
    # between a fraction and the unit it is a part of (a quarter of an hour)
    part_of: Forms = []
    # how ends what stands between a whole and its part (of ten houses, one), and what stands behind a part in digits
    # where nothing opens the whole; denominators that stand before their number (of three, two)
    whole_ends: Forms = []
    part_ends: Forms = []
    denominator_before: dict[str, Forms] = {}
    every_nth: dict[str, Forms] = {}
    indefinite: Forms = []
    reach: Forms = []
    point: Forms = []
    point_at_end: Forms = []
    over: Forms = []
    # the same, but only where no word follows the part
    over_at_end: Forms = []
    cents_links: Forms = []
    negative: Forms = []
    negative_after: Forms = []
    ordinal_before: Forms = []
    superlative: Forms = []
    can_invert: bool = False
    last_digit_tenths: bool = False
    # words behind which a bare digit word counts if a stop word follows (the answer is four), and words behind which
    # a one with its unit is no article (lasting one week)
    bare_after: Forms = []
    one_after: Forms = []
    # between a whole number and its fraction (three and, of five one)
    fraction_links: Forms = []
    # digit words that stand only before units and magnitudes: they begin a number, or a unit behind one (liang)
    only_before_units: Forms = []
    digit_one_is_article: bool = False
    bare_digits_need_noun: bool = False
    idioms: Forms = []
    measured: Forms = []
    ambiguous: Forms = []
    rarely_numbers: Forms = []
    # words for one that are the article too: a quantity only behind at least, more than and their like
    article_ones: Forms = []
    # words that are numbers only where a comparator stands at them
    limited_only: Forms = []
    # a part told with an ordinal: what links it to its number (three OF-IT fifth), the ordinals, and the
    # words for part that may follow
    part_link: Forms = []
    part_ordinal: dict[str, Forms] = {}
    part_word: Forms = []


class Paired(Strict):
    """A pair of words around two numbers: `from 3 to 5`. `is_close`: only number words near each other, two three.

    With `close`, one of these must stand behind the second number.
    """

    lead: Forms = []
    middle: Forms
    is_close: bool = False
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
    year_words: Forms = []


class Cased(Strict):
    """What words mean behind a number, unit or noun that ends with one of `endings`: (300)'s above, (300)-than more."""

    endings: Forms
    over: Forms = []
    at_least: Forms = []
    under: Forms = []
    at_most: Forms = []
    about: Forms = []
    nearly: Forms = []
    up: Forms = []
    down: Forms = []
    to: Forms = []


class ComparatorsSection(Strict):
    """`comparators.toml`: phrases before, inside and after a number; `after_sign` behind a sign of money or percent.

    With `target_behind` the verb of change may stand behind the number, at the end of its clause. Where verbs stand
    before their subject, `reach` words may stand between a word of change or one of `governing` and the number:
    exceeded (the number of visitors) 16 million.
    """

    endings: dict[str, Forms] = {}
    before: dict[Comparator, Forms]
    infix: dict[Comparator, Forms] = {}
    after: dict[Comparator, Forms] = {}
    cased: list[Cased] = []
    governing: dict[Comparator, Forms] = {}
    reach: int = 0
    after_sign: dict[Comparator, Forms] = {}
    emphasis_before: Forms = []
    emphasis_after: Forms = []
    trend: dict[Literal["up", "down", "to", "by"], Forms] = {}
    trend_after: dict[Literal["up", "down", "to", "by"], Forms] = {}
    target: Forms = []
    target_behind: bool = False
    target_words: Forms = []
    transparent: Forms = []
    not_with_duration: Forms = []
    # phrases that limit only numbers with a unit (within three days, but in three rooms)
    only_with_unit: Forms = []


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


class DatesSection(Strict):
    """`dates.toml`: months, words around years, and names of years and months relative to the day of writing.

    `solar_months` are those of the solar Hijri year, by number; `lunar_months` make dates without a Gregorian day;
    `other_year_after` marks a year of either.
    `links` stand between a day, its month and its year ("of"), `between` between two days of one month or two years
    ("to", "and"). With `day_first` digits with slashes between them (14/5/2023) are day, month and year.
    `ungrouped_thousands` says that amounts of four digits are written without a sign of grouping, so what looks like a
    year may be one. `eras` are names that years are counted from; the key is the year before the first. A number before
    `decade_after` or behind `decade_before` is a decade and no year.
    """

    endings: dict[str, Forms] = {}
    months: dict[str, Forms]
    day_after: Forms = []
    month_after: Forms = []
    year_after: Forms = []
    year_before: Forms = []
    decade_after: Forms = []
    decade_before: Forms = []
    year_suffix_needed: bool = False
    plain_year: bool = False
    day_first: bool = False
    year_ranges: Forms = []
    solar_months: dict[str, Forms] = {}
    lunar_months: Forms = []
    other_year_after: Forms = []
    links: Forms = []
    between: Forms = []
    ungrouped_thousands: bool = False
    eras: dict[str, Forms] = {}
    relative_year: dict[str, Forms] = {}
    relative_month: dict[str, Forms] = {}


class TrapsSection(Strict):
    """`traps.toml`: what beside a number tells that it is no quantity.

    `joints` stand between two numbers of one clock time or score. Behind `clock_before_hours` an amount of hours is a
    time of day, behind `clock_before_bare` a number up to 24 that counts nothing. `street` are words that a street's
    name follows. `after_money` stands behind an amount, as the name of a coin or note,
    `after_counter` behind a unit or classifier and makes the number an ordinal. With `ordinal_stop` digits with
    a full stop are an ordinal before a small letter (the 3. place), and behind a word of `ordinal_lead` before any.
    `clock_point_before` are words before a clock time written 19.30.
    """

    endings: dict[str, Forms] = {}
    before: Forms = []
    not_before: Forms = []
    after: Forms = []
    after_money: Forms = []
    after_counter: Forms = []
    hyphen_names: bool = False
    clock_after: Forms = []
    clock_before: Forms = []
    clock_before_hours: Forms = []
    clock_before_bare: Forms = []
    # words that round numbers before them are parts of (forty-fifth)
    ordinals: Forms = []
    # between the two numbers of a score (3 to 1)
    score_links: Forms = []
    joints: list[str] = []
    ordinal_stop: bool = False
    # and before a capital too, as no sentence ends with a number
    ordinal_stop_anywhere: bool = False
    # endings of a noun that a name with a number stands before (a Falcon 9 rocket-of-it); other nouns are counted
    named_endings: Forms = []
    clock_point_before: Forms = []
    share_before: Forms = []
    street: Forms = []
    ordinal_lead: Forms = []
