"""How numbers in digits are written: their shape, and which sign of a text stands before decimals."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nlp.sections.numbers import NumbersSection

DIGIT = re.compile(r"[0-9]")


def number_shape(numbers: NumbersSection) -> re.Pattern[str]:
    """The shape of a number with the language's signs between groups and before decimals, and those used elsewhere."""
    foreign = _foreign_of(numbers.decimal)
    own, other = re.escape(numbers.decimal), re.escape(foreign)
    groups = "".join(dict.fromkeys([*numbers.group, ".", ","]))
    return re.compile(
        rf"\d+(?!\d|[{re.escape(groups)}{own} ]\d)"
        r"|\d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)(?:\.\d+)?"
        rf"|\d{{1,3}}(?P<sep>[{re.escape(groups)}])\d{{3}}(?:(?P=sep)\d{{3}}){{0,9}}(?!\d)(?:[.,·]\d+)?"
        r"|\d{1,3}(?P<wide> )\d{3}(?: \d{3}){1,9}(?!\d)(?:[.,]\d+)?"
        rf"|(?<![\d.,])\d+{other}\d+(?!{other}?\d)"
        rf"|\d+(?:{own}\d+)?"
        rf"|(?<![\w.,)\]%]){own}\d+(?![\d.,]*\d)",
        re.ASCII,
    )


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
    for match in written:
        if foreign in match[0] or folded.startswith(foreign, match.end()):
            break
    else:
        return {numbers.decimal}
    if not any("." in match[0] or "," in match[0] for match in written):
        return {numbers.decimal}
    own_shape, foreign_shape = _evidence_shapes(numbers.decimal, foreign)
    if foreign in numbers.group:
        writes_points = _writes_points(folded, numbers.decimal, foreign) and own_shape.search(folded) is None
        return set() if writes_points else {numbers.decimal}
    swaps = foreign_shape.search(folded) is not None and own_shape.search(folded) is None
    return {numbers.decimal, foreign} if swaps else {numbers.decimal}


def numbers_in(folded: str, shape: re.Pattern[str], decimal: str) -> Iterator[re.Match[str]]:
    """The written numbers in order. Only places with a digit are looked at: the shape alone would try every one."""
    digit = DIGIT.search(folded)
    while digit is not None:
        start = digit.start()
        match = shape.match(folded, start - 1) if start and folded[start - 1] == decimal else None
        match = match or shape.match(folded, start)
        if match is None:
            return
        yield match
        digit = DIGIT.search(folded, match.end())
