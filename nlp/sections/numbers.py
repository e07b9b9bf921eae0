"""How numbers are written: `numbers.toml`."""

from typing import Literal

from corpus.strict import Strict
from nlp.sections.forms import Forms


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
    `proclitics` are letters written together with the word behind them. With `glued`, number words may be written as one
    word, `glue_links` between them. `round` are magnitude words that mean about so many (a hundred or so). With
    `half_needs_unit` a bare word for half is no share, but "half a" unit or magnitude is. `negative_after` turns a
    number with its unit round (12 degrees below zero). `ones_links` stand between ones and the tens behind them (five
    and twenty), `tens_links` between tens and ones only. `respell` names letters for which others may be written (ue
    for an u with dots), in all forms. `compound` are stems that a number's combining form (`prefix`) is glued to and
    that say how many (five-time, three-storey). With `noun_in_ratio` what is counted may stand
    before a link of a ratio (one driver in five). With `starts_apart` words are set apart and begin behind a space, but particles
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
    noun_in_ratio: bool = False
    one_in_before: Forms = []
    # between a fraction and the unit it is a part of (a quarter of an hour)
    part_of: Forms = []
    # how ends what stands between a whole and its part (of ten houses, one), and what stands behind a part in digits
    # where nothing opens the whole; denominators that stand before their number (of three, two)
    whole_links: Forms = []
    part_ends: Forms = []
    denominator_before: dict[str, Forms] = {}
    every_nth: dict[str, Forms] = {}
    indefinite: Forms = []
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
