"""Values and facts in words for people: the same number, whatever language it came from."""

from decimal import Decimal

from corpus.tables import Comparator

SIGNS: dict[Comparator, str] = {
    "exact": "=", "about": "≈", "nearly": "≲", "over": ">", "at_least": "≥", "under": "<", "at_most": "≤",
}  # fmt: skip
"""The sign of each comparator, in the report and on the chart."""

WORDS: dict[Comparator, str] = {
    "exact": "exactly as given", "about": "about", "nearly": "nearly", "over": "more than", "at_least": "at least",
    "under": "less than", "at_most": "at most",
}  # fmt: skip
"""The same in a word, because a sign alone is easily overlooked."""

SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def number_text(value: float) -> str:
    """A number as a newspaper of the page's language prints it: 24,000; 3.4 million; 0.5."""
    for scale, word in SCALES:
        if abs(value) >= scale:
            return f"{_plain(Decimal(repr(value)) / scale)} {word}"
    return _plain(Decimal(repr(value)))


def amount_text(low: float | None, high: float | None, *, is_vague: bool = False) -> str:
    """A value, a range, or an indefinite amount by its bounds (the upper one is exclusive)."""
    if low is None:
        return "no value"
    if is_vague:
        return (
            f"{number_text(low)} or more" if high is None else f"from {number_text(low)} to under {number_text(high)}"
        )
    if high is None or high == low:
        return number_text(low)
    return f"{number_text(low)} to {number_text(high)}"


def with_unit(amount: str, unit: str | None) -> str:
    """An amount with its unit behind it; the percent sign stands close."""
    if unit is None:
        return amount
    return f"{amount}%" if unit == "%" else f"{amount} {unit}"


def _plain(value: Decimal) -> str:
    rounded = value.quantize(Decimal("0.0001")).normalize()
    return f"{rounded:,f}"
