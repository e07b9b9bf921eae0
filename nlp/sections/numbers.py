"""How numbers are written: `numbers.toml`."""

from typing import Literal

from corpus.strict import Strict
from nlp.sections.forms import Forms


class Scale(Strict):
    """The words of one magnitude (hundred, thousand, million).

    singular: forms that count one of it by themselves: thousand.
    plural: forms of several; without a number before it, a vague amount: thousands.
    genitive: those plurals that are the genitive of the singular too, and count one where that must stand: thousand.
    abbreviation: short forms that may end with a full stop: mln.
    attached: letters glued to digits, capitals told from small ones: 24K.
    with_decimals: letters glued to digits with decimals only, as others name houses and articles: 1.2b, but not 12b.
    apart: those of `attached` that a space may stand before: 1.5 k.
    before_noun: letters glued to digits that are a unit as well and a magnitude only before a noun: 5m people.
    adjective: stems of adjectives that a number stands before or is glued to: 16-million(-strong).
    dual: forms that mean two of it in one word: thousand-both.
    dependent: forms that need a number before them: five hundred-each.
    """

    singular: Forms = []
    plural: Forms = []
    genitive: Forms = []
    abbreviation: Forms = []
    attached: Forms = []
    with_decimals: Forms = []
    apart: Forms = []
    before_noun: Forms = []
    adjective: Forms = []
    dual: Forms = []
    dependent: Forms = []


class NumbersSection(Strict):
    """`numbers.toml`: the words and signs of numbers, what joins them, and when they are none.

    composition: whether magnitudes grow by thousands and parts are added, or by ten thousands (myriads).
    decimal: the sign before decimals.
    group: the signs between groups of digits.
    padded: numbers below ten that count something may have a zero before them: 05 people.
    slash_decimal: a slash is a sign before decimals too, where a word or a percent sign follows: 3/5 million.
    fold: variants of characters, each with the one that the pack uses.
    ignored: characters that change no word; the text is read without them.
    unstopped: abbreviations of magnitudes that are written without a full stop: one behind them ends the sentence.
    respell: letters with what may be written for them, in all forms: ue for an u with dots.
    endings: sets of inflectional endings, by the name that `stem~name` uses.
    proclitics: letters written together with the word behind them: and-, in-, the-.
    suffixes: endings that stand behind an apostrophe at a number or a sign: 10's.
    starts_apart: words are set apart and begin behind a space, but `enclitics` are glued to their ends.
    enclitics: particles glued to the end of a word, where it `starts_apart`.
    attributive: number words that stand before any noun, where others need a counter; with `starts_apart`.
    never_glued: number words that are none where a counter of one letter is glued to them; with `starts_apart`.
    joiners: what stands between the words of one number: a space, a hyphen.
    links: words before the last part of a number: two hundred and one.
    tens_links: words between tens and ones: twenty and five.
    ones_links: words between ones and the tens behind them: five and twenty.
    hundreds_links: words between hundreds or thousands and less than a hundred, all in words: two thousand and one.
    fraction_links: words between a whole number and its fraction: three and, of five one.
    cents_links: words between an amount and its minor units: five euros and ten.
    ten_takes_ones: ones may stand behind ten as behind every other ten: ten one for eleven.
    glued: number words may be written as one word.
    glue_links: links inside such a word: five-and-twenty.
    articles: articles that stand before a magnitude or a fraction and count one of it: a million.
    of: words between a magnitude or a fraction and what it counts: millions of.
    small: the words of numbers below a hundred, by the number.
    pair: words for a number and the next one, by the first: three-four.
    pair_joints: signs between two digits that are such a pair.
    scale: the magnitudes, by their value.
    whole: words for numbers that nothing can be added to, by the number: one-and-a-half.
    prefix: combining forms of numbers that an adjective is glued to, by the number: (five)-million.
    compound: stems that a combining form is glued to and that say how many: five(-time), three(-storey).
    noun_goes_on: a noun may be glued to a number with such a stem or magnitude: six-points(-lead), 12-storey(-house).
    ahead: parts that stand before their number and are added to it, perhaps negative: a half more (three).
    tail: parts behind a number or its magnitude or unit, by their value: two million (and a half).
    half: words for one half.
    half_needs_unit: a bare word for half is no share; before a unit or magnitude it is half of that.
    fraction: words for one part of so many that are nothing else, by the denominator: a third.
    denominator: forms behind a numerator, by their value, which may be ordinals too: two (fifths).
    any_numerator: whether a number of any size stands before a denominator, as no ordinal is written so.
    denominator_before: forms before their numerator, by their value: in-three two.
    part_link: words between a numerator and an ordinal that divides it: three of-it fifth.
    part_ordinal: the ordinals that divide, by their value.
    part_word: words for part that may follow such an ordinal.
    part_of: words between a fraction and the unit that it is a part of: a quarter (of an) hour.
    one_in: words between the part and the whole of a share: one (in) ten, three (out of) four.
    one_in_alone: such words where nothing counted follows: three (of) twenty, but not of twenty villages.
    definite_whole: forms of number words for all there are: four of (the-five) are two numbers and no share.
    noun_in_ratio: those of `one_in` and `one_in_alone` before which what is counted may stand: one driver (in) five.
    rare_wholes: those of `one_in` that say "of" as well: before a noun a share only of a usual whole, and not of 9 men.
    one_in_before: words that open a share whose whole comes first: (of every) five, one.
    whole_links: words or endings between a whole, perhaps with its noun, and its part: ten (of them) one.
    part_ends: endings that the part in digits needs where nothing opens such a share: of ten, 7-of-them.
    every_nth: ordinals that mean one of so many, by the number: every third.
    over: words between a denominator and the numerator behind it: five-parts-of three.
    over_at_end: the same where no word follows the numerator.
    last_digit_tenths: a last digit counts tenths of the unit before it: three-wan-five is 35000.
    only_before_units: digit words that stand only before units and magnitudes: a unit behind a one.
    scale_counters: counters that may stand between a number and a magnitude of a hundred million or more.
    point: words for the sign before decimals: three point five.
    point_at_end: those of `point` that are other words too: only where no word follows the decimals.
    negative: words before a number below zero: minus.
    negative_after: words behind a number with its unit that turn it round: 12 degrees below zero.
    several: words before a magnitude for a few of it: several thousand.
    indefinite: digit words for some, two to nine: some-tens.
    many: combining forms for many, glued to a magnitude: multi(billion).
    many_of: words for many of a magnitude, by the magnitude: myriad.
    plural_is_vague: a plural behind ten or a hundred is vague as well: ten thousands.
    genitive_behind: words that the genitive follows: about (a) thousand.
    vague_until: where a bare plural ends, if not at the next magnitude that has a word, by the magnitude.
    between: words for an interval, by its bounds: "11-19" for some-teen.
    between_prefix: their combining forms, which stems and adjectives are glued to.
    round: magnitude words that mean about so many: a hundred or so.
    can_invert: a magnitude before its number says "about": thousands five.
    first_few: nouns that say "about" before two, three or four: hours two.
    first_many: the same before other numbers: years ten.
    ordinal_before: marks before a number that make it an ordinal.
    superlative: words between such an ordinal and its noun: second-(big) city.
    idioms: phrases with number words that count nothing: at one time.
    measured: words behind a letter of `before_noun` that leave it a unit: 5m (tall).
    article_ones: words for one that are the article too: numbers only behind at least, more than and their like.
    digit_one_is_article: a digit one before a counter or a time is no more than the article.
    bare_digits_need_noun: a digit word alone needs a noun, a counter, a unit or a limit to be a number.
    bare_after: words behind which a digit word counts if a stop word follows: the answer (is) four.
    one_more: words behind which a one is another one and no amount: (yet) one week.
    one_after: words behind which a one with its unit is no article: (lasting) one week, a strike (of) a week.
    lasting_units: genitives of units before what lasts; a one before them is no article: a week's (strike).
    not_one_after: longer phrases that end like those and measure nothing: (at the end of) a week.
    articles_are_limited: an article that is no word for one counts one between a comparator and a unit: about (a) week.
    never_with_articles: comparators that only compare where such an article follows: (higher than) a year ago.
    baseline_after: words behind a unit that name a time compared with, if a number is: 5 more than a year (ago).
    ordinal_units: names of units that are ordinals too: an article before them counts none: about a (second).
    both: words for both of a pair, which count two before a noun in the plural.
    both_articles: articles that stand between such a word and its noun: (the).
    both_nouns: endings of such a noun, where other endings of the plural are endings of verbs too; else any.
    both_verbs: endings of verbs, before which such a word is a pronoun, where the plural has no endings of its own.
    both_links: words for "and", before which such a word links two nouns and counts none.
    ambiguous: words that are numbers only before a noun.
    rarely_numbers: words that are numbers only before a noun with a concept, a counter or a unit.
    limited_only: words that are numbers only where a comparator stands at them.
    """

    composition: Literal["additive", "myriad"]
    decimal: str
    group: list[str]
    padded: bool = False
    slash_decimal: bool = False
    fold: dict[str, str] = {}
    ignored: str = ""
    unstopped: list[str] = []
    respell: dict[str, str] = {}
    endings: dict[str, Forms] = {}
    proclitics: Forms = []
    suffixes: Forms = []
    starts_apart: bool = False
    enclitics: Forms = []
    attributive: Forms = []
    never_glued: Forms = []
    joiners: list[str] = [" "]
    links: list[str] = []
    tens_links: list[str] = []
    ones_links: list[str] = []
    hundreds_links: list[str] = []
    fraction_links: Forms = []
    cents_links: Forms = []
    ten_takes_ones: bool = False
    glued: bool = False
    glue_links: Forms = []
    articles: Forms = []
    of: Forms = []
    small: dict[str, Forms]
    pair: dict[str, Forms] = {}
    pair_joints: list[str] = []
    scale: dict[str, Scale]
    whole: dict[str, Forms] = {}
    prefix: dict[str, Forms] = {}
    compound: Forms = []
    noun_goes_on: bool = False
    ahead: dict[str, Forms] = {}
    tail: dict[str, Forms] = {}
    half: Forms = []
    half_needs_unit: bool = False
    fraction: dict[str, Forms] = {}
    denominator: dict[str, Forms] = {}
    any_numerator: bool = False
    denominator_before: dict[str, Forms] = {}
    part_link: Forms = []
    part_ordinal: dict[str, Forms] = {}
    part_word: Forms = []
    part_of: Forms = []
    one_in: list[str] = []
    one_in_alone: Forms = []
    definite_whole: Forms = []
    noun_in_ratio: Forms = []
    rare_wholes: Forms = []
    one_in_before: Forms = []
    whole_links: Forms = []
    part_ends: Forms = []
    every_nth: dict[str, Forms] = {}
    over: Forms = []
    over_at_end: Forms = []
    last_digit_tenths: bool = False
    only_before_units: Forms = []
    scale_counters: Forms = []
    point: Forms = []
    point_at_end: Forms = []
    negative: Forms = []
    negative_after: Forms = []
    several: Forms = []
    indefinite: Forms = []
    many: Forms = []
    many_of: dict[str, Forms] = {}
    plural_is_vague: bool = False
    genitive_behind: Forms = []
    vague_until: dict[str, int] = {}
    between: dict[str, Forms] = {}
    between_prefix: dict[str, Forms] = {}
    round: Forms = []
    can_invert: bool = False
    first_few: Forms = []
    first_many: Forms = []
    ordinal_before: Forms = []
    superlative: Forms = []
    idioms: Forms = []
    measured: Forms = []
    article_ones: Forms = []
    digit_one_is_article: bool = False
    bare_digits_need_noun: bool = False
    bare_after: Forms = []
    one_more: Forms = []
    one_after: Forms = []
    lasting_units: Forms = []
    not_one_after: Forms = []
    articles_are_limited: bool = False
    never_with_articles: Forms = []
    baseline_after: Forms = []
    ordinal_units: Forms = []
    both: Forms = []
    both_articles: Forms = []
    both_nouns: Forms = []
    both_verbs: Forms = []
    both_links: Forms = []
    ambiguous: Forms = []
    rarely_numbers: Forms = []
    limited_only: Forms = []
