"""Prices whose minor units stand behind a sign that elsewhere parts hours from minutes: 19:90 kr."""

from dataclasses import replace

from nlp.amounts import CENT
from nlp.money import NOT_MONEY
from nlp.numeral import Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity


def read_price(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """The amount with two digits behind the sign and a name of money behind those; None if it is none."""
    joints = phrases.money.price_joints
    if not joints or q.numeral.form != "digits" or page.folded[q.end : q.end + 1] not in joints:
        return None
    part = page.tokens[q.next] if q.next < len(page.tokens) else None
    if part is None or part.start != q.end + 1 or part.role != "digits" or part.end != part.start + 2:
        return None
    name = phrases.money.after.after(page.folded, part.end)
    if name is None or name.value == NOT_MONEY or part.ulp < 1 or q.numeral.has_decimals or not q.numeral.is_point:
        return None
    value = q.numeral.low + part.value * CENT
    n = replace(q.numeral, end=part.end, low=value, high=value, ulp=CENT, has_decimals=True)
    return replace(q, numeral=n, end=name.end, next=q.next + 1, kind="money", unit=name.value, has_sign=True)
