"""Percentage points that are named by a word for points of any kind, beside a percentage in the same sentence."""

import re

from nlp.lookup import Hit
from nlp.numeral import Page
from nlp.phrases import Phrases

_REACH = 120
_STOP = re.compile(r"[.!?](?= )|\n")


def points_beside(page: Page, end: int, phrases: Phrases) -> Hit[bool] | None:
    """The word for points that stands behind this place, if its sentence has a percentage."""
    hit = phrases.points_beside_percent.after(page.folded, end) if phrases.points_beside_percent.entries else None
    if hit is None:
        return None
    before = _STOP.split(page.folded[max(0, end - _REACH) : end])[-1]
    behind = _STOP.split(page.folded[hit.end : hit.end + _REACH])[0]
    signs = (*phrases.percent.entries, *phrases.percent_before.entries)
    return hit if any(sign in before or sign in behind for sign in signs) else None
