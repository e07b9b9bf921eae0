"""Telephone numbers: groups of digits that are no thousands, codes of areas, groups behind one led by a zero."""

import re

_GROUPS = re.compile(r"(?<![\d.,])\d{2,4}(?: \d{2,4}){3,8}(?!\d)", re.ASCII)
_ZERO_LED = re.compile(r"(?<![\d.,])\d{2,4}(?: \d{2,4})* 0\d{3}(?!\d)", re.ASCII)
"""A group led by a zero ends them, as where the text runs from right to left."""
_AREA_CODE = re.compile(r"\) ?\d{3,5}[- .]\d{3,4}(?!\d)", re.ASCII)
_TELEPHONE = re.compile(r"(?<!\d)0\d+\)?(?: \d{2,})* $", re.ASCII)
_REACH = 24


def is_in_telephone(text: str, start: int, end: int) -> bool:
    """Whether the digits in this place are part of a telephone number."""
    if start and _TELEPHONE.search(text[max(0, start - 16) : start]):
        return True
    if text[start - 1 : start] == "(" and _AREA_CODE.match(text, end):
        return True
    around = max(0, start - _REACH), start + _REACH
    if any(match.start() <= start < match.end() for match in _ZERO_LED.finditer(text, *around)):
        return True
    groups = (match.group() for match in _GROUPS.finditer(text, *around) if match.start() <= start < match.end())
    return any(len(group) != 3 for found in groups for group in found.split(" ")[1:])
