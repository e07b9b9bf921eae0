"""Numbers of people and things that are grouped by the language's own sign before decimals: 16,700 villagers."""

import re
from dataclasses import replace

from nlp.layers import Counted
from nlp.numeral import ONE, Page
from nlp.quantity import Quantity

_THOUSAND = 1000
_SHAPE = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)


def regrouped(page: Page, q: Quantity, counted: Counted | None) -> Quantity:
    """The quantity a thousand times as large if what it counts can have no three decimals."""
    n = q.numeral
    if q.kind != "count" or not n.has_decimals or n.has_magnitude or n.form != "digits" or not n.is_point:
        return q
    if counted is None or counted.concept is None or _SHAPE.fullmatch(page.folded, n.start, n.end) is None:
        return q
    value = n.low * _THOUSAND
    return replace(q, numeral=replace(n, low=value, high=value, ulp=ONE, has_decimals=False))
