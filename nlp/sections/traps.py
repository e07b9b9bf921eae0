"""What beside a number tells that it is no quantity: `traps.toml`."""

from typing import Literal

from corpus.strict import Strict
from nlp.sections.forms import Forms


class TrapsSection(Strict):
    """`traps.toml`: what beside a number tells that it is no quantity.

    endings: sets of inflectional endings, by the name that `stem~name` uses.
    before: words before the number of a thing: (section) 230.
    before_alone: such words that other numbers stand behind as well: where nothing counted follows: match four.
    not_before: longer phrases that end like those and tell nothing.
    before_time: words before an amount of time that is a place in a row: (birthday) 63 years, (second half) 10 minutes.
    after: what stands right behind a number that counts nothing: 5(th).
    after_tens: the same behind a round number only: the 90(s).
    after_money: the same behind an amount of money: five dollar (coin).
    after_counter: what stands behind a unit or counter and makes the number an ordinal.
    ordinals: words that round numbers before them are parts of: forty (fifth).
    ordinal_stop: whether digits with a full stop are ordinals, before a small letter or before any: the 3. place.
    ordinal_lead: words behind which such digits are ordinals before any letter: (the) 3. Place.
    hyphen_names: a hyphen and letters behind digits make a name: 5-HT.
    named_endings: endings of a noun that a name with a number stands before (Falcon 9 rocket-its); others are counted.
    street: words that the name of a street follows, and a house number behind it.
    street_behind: words that end the name of a street, with a house number before it: 12 Quay (Street).
    share_before: words before a half or third that is no share: (second) half.
    joints: signs between two numbers of one clock time or score.
    score_links: words between the two numbers of a score: 3 (to) 1.
    call_words: words for calling by telephone.
    call_links: words between one and a number: call us free (on) 101.
    clock_before: words before a clock time.
    clock_after: words behind one: 5 (p.m.).
    clock_before_hours: words behind which an amount of hours, 24 at most, is a time of day: (at) 14 hours.
    clock_hours: the forms that the hours have there; any, if none are named.
    clock_before_bare: words behind which a bare number up to 24 is one: (at) 9.
    clock_point_before: words before a clock time written 19.30.
    """

    endings: dict[str, Forms] = {}
    before: Forms = []
    before_alone: Forms = []
    not_before: Forms = []
    before_time: Forms = []
    after: Forms = []
    after_tens: Forms = []
    after_money: Forms = []
    after_counter: Forms = []
    ordinals: Forms = []
    ordinal_stop: Literal["never", "before_small", "before_any"] = "never"
    ordinal_lead: Forms = []
    hyphen_names: bool = False
    named_endings: Forms = []
    street: Forms = []
    street_behind: Forms = []
    share_before: Forms = []
    joints: list[str] = []
    score_links: Forms = []
    call_words: Forms = []
    call_links: Forms = []
    clock_before: Forms = []
    clock_after: Forms = []
    clock_before_hours: Forms = []
    clock_hours: Forms = []
    clock_before_bare: Forms = []
    clock_point_before: Forms = []
