"""Results of matches that stand between the names of two sides: Reds 2 - 1 Blues, Reds 2 - Blues 1."""

import re

from nlp.quantity import Quantity

_SIDE = r"[^\W\d_]+\.?"
_DASH = r"[ \u00a0]?[-–:][ \u00a0]?"
_BETWEEN = re.compile(rf"{_SIDE}[»”“\"]?[ \u00a0](\d{{1,2}}){_DASH}(\d{{1,2}})[ \u00a0][«„“”\"]?[^\W\d_]")
_UNCASED = re.compile(rf"{_SIDE}[»”“\")）]?[ \u00a0](\d{{1,2}})[ \u00a0][-–][ \u00a0](\d{{1,2}})(?![\d%])")
"""Where letters have no capitals: only what no range ends with, a zero or the same number again."""
_BEHIND_EACH = re.compile(
    rf"{_SIDE}[ \u00a0](\d{{1,2}})(?:,|{_DASH})[ \u00a0]?(?:{_SIDE}[ \u00a0]){{1,3}}(\d{{1,2}})(?![\d%])"
)
_FIRST = re.compile(r"[ \u00a0]\d{1,2}(?:,|[ \u00a0]?[-–:])")
"""The first of two numbers, without which neither shape is there."""
_SIGN = re.compile(r"[ \u00a0][-–]|:|, ")
_REACH, _NEAR = 48, 3


def is_result(text: str, q: Quantity) -> bool:
    """Whether the number is one of two between names, the first no smaller, or zero; or one behind each of two names.

    A dash may open a remark as well ("12 – 9 of them"), and two numbers may be a range (8 – 10).
    """
    n = q.numeral
    if q.has_sign or n.form != "digits" or n.has_magnitude or n.low >= 100:
        return False
    begin, end = max(0, n.start - _REACH), n.end + _REACH
    if _FIRST.search(text, begin, end) is None or text[n.start - 1 : n.start].isalpha():
        return False
    return _SIGN.search(text, begin, n.end + _NEAR) is not None and _is_one_of_two(text, n.start, begin, end)


def _is_one_of_two(text: str, start: int, begin: int, end: int) -> bool:
    """Whether the number that begins at `start` is a side's in a result between two places of the text."""
    if any(_is_uncased_pair(match, start) for match in _UNCASED.finditer(text, begin, end)):
        return True
    return any(
        _is_pair(match, start) and match[0][-1].isupper() and (int(match[1]) >= int(match[2]) or match[1] == "0")
        for match in _BETWEEN.finditer(text, begin, end)
    ) or any(
        _is_pair(match, start) and text[match.end(1) : match.start(2)].strip(" \u00a0-–:,")[0].isupper()
        for match in _BEHIND_EACH.finditer(text, begin, end)
    )


def _is_uncased_pair(match: re.Match[str], start: int) -> bool:
    """Whether one of two numbers that are no range begins here, behind a word without capitals."""
    is_uncased = match[0][0].lower() == match[0][0].upper()
    return is_uncased and start in (match.start(1), match.start(2)) and int(match[2]) in (0, int(match[1]))


def _is_pair(match: re.Match[str], start: int) -> bool:
    """Whether one of the two numbers begins here, behind a name in capitals."""
    return start in (match.start(1), match.start(2)) and match[0][0].isupper()
