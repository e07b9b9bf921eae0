"""What beside a number tells that it is no quantity: `traps.toml`."""

from typing import Literal

from corpus.strict import Strict
from nlp.sections.forms import Forms


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
    ordinal_stop: Literal["never", "before_small", "before_any"] = "never"
    # endings of a noun that a name with a number stands before (a Falcon 9 rocket-of-it); other nouns are counted
    named_endings: Forms = []
    clock_point_before: Forms = []
    share_before: Forms = []
    street: Forms = []
    ordinal_lead: Forms = []
