"""The words of a language beside which numbers count nothing, compiled once."""

from dataclasses import dataclass
from typing import Literal

from nlp.language import Language
from nlp.lookup import Table, Writing, flags, folded_forms
from nlp.sections.counted import CountedSection
from nlp.sections.traps import TrapsSection


@dataclass(frozen=True, slots=True)
class Traps:
    """What beside a number tells that it counts nothing. `ties_numbers`: some of it stands behind another word."""

    before: Table[bool]
    before_alone: Table[bool]
    not_before: Table[bool]
    before_time: Table[bool]
    after: Table[bool]
    clock_before: Table[bool]
    clock_after: Table[bool]
    clock_before_hours: Table[bool]
    clock_hours: frozenset[str]
    clock_before_bare: Table[bool]
    share_before: Table[bool]
    ordinals: Table[bool]
    clock_point_before: Table[bool]
    call_words: frozenset[str]
    call_links: Table[bool]
    ordinal_stop: Literal["never", "before_small", "before_any"]
    score_links: Table[bool]
    named_endings: tuple[str, ...]
    street: frozenset[str]
    after_tens: Table[bool]
    street_behind: frozenset[str]
    after_money: Table[bool]
    after_counter: Table[bool]
    ordinal_lead: Table[bool]
    joints: tuple[str, ...]
    hyphen_names: bool
    capital_nouns: bool
    ties_numbers: bool


def traps_of(language: Language, writing: Writing) -> Traps:
    """The compiled tables of `traps.toml`."""
    own = language.section("traps", TrapsSection)

    def flag(forms: list[str]) -> Table[bool]:
        return flags(forms, own.endings, writing)

    return Traps(
        before=flag(own.before),
        before_alone=flag(own.before_alone),
        not_before=flag(own.not_before),
        before_time=flag(own.before_time),
        after=flag(own.after),
        clock_before=flag(own.clock_before),
        clock_after=flag(own.clock_after),
        clock_before_hours=flag(own.clock_before_hours),
        clock_hours=frozenset(folded_forms(own.clock_hours, own.endings, writing)),
        clock_before_bare=flag(own.clock_before_bare),
        share_before=flag(own.share_before),
        ordinals=flag(own.ordinals),
        clock_point_before=flag(own.clock_point_before),
        call_words=frozenset(folded_forms(own.call_words, own.endings, writing)),
        call_links=flag(own.call_links),
        ordinal_stop=own.ordinal_stop,
        score_links=flag(own.score_links),
        named_endings=tuple(own.named_endings),
        street=frozenset(folded_forms(own.street, own.endings, writing)),
        after_tens=flag(own.after_tens),
        street_behind=frozenset(folded_forms(own.street_behind, own.endings, writing)),
        after_money=flag(own.after_money),
        after_counter=flag(own.after_counter),
        ordinal_lead=flag(own.ordinal_lead),
        joints=tuple(own.joints),
        hyphen_names=own.hyphen_names,
        ties_numbers=bool(own.joints or own.score_links or own.after_counter),
        capital_nouns=language.section("counted", CountedSection).capital_nouns,
    )
