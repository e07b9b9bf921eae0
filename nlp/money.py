"""Names, codes and signs of money: those that no language owns, and those of one language, compiled once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from corpus.errors import PackError
from corpus.strict import Strict, load_toml
from nlp.lookup import Table, Writing, folded_forms, keyed
from nlp.sections.quantities import QuantitiesSection

NOT_MONEY = "-"
_MONEY = Path(__file__).parent / "currencies.toml"


class Money(Strict):
    """`currencies.toml`: codes and signs of money that no language owns."""

    codes: list[str]
    before: dict[str, list[str]]
    after: dict[str, list[str]]
    minor: dict[str, list[str]]
    attached: dict[str, int]


@cache
def shared_money() -> Money:
    """The signs and codes of money."""
    return load_toml(_MONEY, Money, PackError)


@dataclass(frozen=True, slots=True)
class MoneyWords:
    """What stands before and behind amounts of money. `attached` letters are magnitudes glued to digits."""

    before: Table[str]
    after: Table[str]
    attached: dict[str, int]
    scaled: Table[tuple[str, Decimal]]
    minor: Table[str]
    capital_codes: frozenset[str]
    generic: frozenset[str]
    price_joints: frozenset[str]
    cents_links: frozenset[str]


def money_words_of(own: QuantitiesSection, writing: Writing, links: Sequence[str]) -> MoneyWords:
    """The compiled money of a language; `links` are the words between an amount and its minor units."""
    return MoneyWords(
        before=keyed(_joined(own.currency_before, shared_money().before, _codes()), own.endings, writing),
        after=keyed(
            _joined({NOT_MONEY: own.not_money}, own.currency, shared_money().after, _codes()), own.endings, writing
        ),
        attached=shared_money().attached,
        scaled=keyed(_scaled(own), own.endings, writing),
        minor=keyed(_joined(own.minor, shared_money().minor), own.endings, writing),
        capital_codes=_capital_codes(own),
        generic=frozenset(folded_forms(own.generic_money, own.endings, writing)),
        price_joints=frozenset(own.price_joints),
        cents_links=frozenset(("", " ", *links, *(f" {word}{space}" for word in links for space in (" ", "")))),
    )


def _scaled(own: QuantitiesSection) -> dict[tuple[str, Decimal], list[str]]:
    return {(c, Decimal(v)): forms for c, scales in own.scaled_currency.items() for v, forms in scales.items()}


def _codes() -> dict[str, list[str]]:
    return {code: [code, code + "$"] for code in shared_money().codes}


def _capital_codes(own: QuantitiesSection) -> frozenset[str]:
    """The codes, in small letters, that are words in small letters: no list of signs has them."""
    tables = (own.currency, own.currency_before, shared_money().before, shared_money().after)
    listed = {form for table in tables for forms in table.values() for form in forms}
    return frozenset(code.lower() for code in shared_money().codes) - listed


def _joined(*tables: Mapping[str, list[str]]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for table in tables:
        for key, forms in table.items():
            out.setdefault(key, []).extend(forms)
    return out
