"""How numbers in digits are written: their shape, and which sign of a text stands before decimals."""

import re
from collections.abc import Sequence
from functools import cache

from nlp.sections.numbers import NumbersSection


def number_shape(numbers: NumbersSection) -> re.Pattern[str]:
    """The shape of a number with the language's signs between groups and before decimals, and those used elsewhere.

    It begins with a set of characters, so that a search looks only at places with one of them.
    """
    foreign = _foreign_of(numbers.decimal)
    own, other = re.escape(numbers.decimal), re.escape(foreign)
    groups = "".join(dict.fromkeys([*numbers.group, ".", ","]))
    behind_digit = (
        rf"\d*(?!\d|[{re.escape(groups)}{own} ]\d)"
        r"|\d?(?:,\d{2}){1,6},\d{3}(?!\d)(?:\.\d+)?"
        rf"|\d{{0,2}}(?P<sep>[{re.escape(groups)}])\d{{3}}(?:(?P=sep)\d{{3}}){{0,9}}(?!\d)(?:[.,·]\d+)?"
        r"|\d{0,2}(?P<wide> )\d{3}(?: \d{3}){1,9}(?!\d)(?:[.,]\d+)?"
        rf"|(?<![\d.,].)\d*{other}\d+(?!{other}?\d)"
        rf"|\d*(?:{own}\d+)?"
    )
    behind_sign = r"(?<![\w.,)\]%].)\d+(?![\d.,]*\d)"
    return re.compile(rf"[0-9{own}](?:(?<=[0-9])(?:{behind_digit})|(?<={own}){behind_sign})", re.ASCII)


def _foreign_of(decimal: str) -> str:
    """The sign before decimals where the language's own stands between groups."""
    return "." if decimal == "," else ","


@cache
def _evidence_shapes(decimal: str, foreign: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    shape = r"(?<![\d.,:])\d{1,3}[%s]\d{1,2}(?![\d.,:]\d|\d)"
    return re.compile(shape % re.escape(decimal), re.ASCII), re.compile(shape % re.escape(foreign), re.ASCII)


def _writes_points(folded: str, decimal: str, foreign: str) -> bool:
    """Whether the text groups by the pack's decimal sign and has the other one before decimals: 1,250.75, $9.50."""
    return _foreign_shape(decimal, foreign).search(folded) is not None


@cache
def _foreign_shape(decimal: str, foreign: str) -> re.Pattern[str]:
    decimal, foreign = re.escape(decimal), re.escape(foreign)
    return re.compile(
        rf"(?<![\d.,:])(?:(?:\d{{1,3}}(?:{decimal}\d{{3}}){{1,5}}|\d{{4,9}}){foreign}\d{{1,2}}"
        rf"|\$ ?\d{{1,3}}{foreign}\d{{2}}|\d{{1,3}}{foreign}\d{{1,2}}(?=%))(?!\d)",
        re.ASCII,
    )


def decimal_signs(folded: str, numbers: NumbersSection, written: Sequence[re.Match[str]]) -> set[str]:
    """The signs before decimals, by what the text shows elsewhere where the pack's own does not decide."""
    foreign = _foreign_of(numbers.decimal)
    if _few_digits(foreign).search(folded) is None:
        return {numbers.decimal}
    if not any("." in match[0] or "," in match[0] for match in written):
        return {numbers.decimal}
    own_shape, foreign_shape = _evidence_shapes(numbers.decimal, foreign)
    if foreign in numbers.group:
        writes_points = _writes_points(folded, numbers.decimal, foreign) and own_shape.search(folded) is None
        return set() if writes_points else {numbers.decimal}
    swaps = foreign_shape.search(folded) is not None and own_shape.search(folded) is None
    return {numbers.decimal, foreign} if swaps else {numbers.decimal}


@cache
def _few_digits(sign: str) -> re.Pattern[str]:
    """The sign before one or two digits, without which nothing shows that it stands before decimals."""
    return re.compile(rf"{re.escape(sign)}\d{{1,2}}(?!\d)", re.ASCII)
