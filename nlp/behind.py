"""Digits behind a unit that go on with the number as its decimals: one metre eighty-five, three yuan five."""

from dataclasses import replace
from decimal import Decimal

from nlp.anchors import Token
from nlp.lookup import Hit
from nlp.numeral import ONE, Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity

LONGEST = 2


def with_decimals_behind(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """The quantity with the digits right behind its unit as decimals; None if there are none.

    Only behind the units of `decimals_behind`, and only where no magnitude and no other unit follows the digits.
    """
    unit_end = q.noun.end if q.noun is not None else q.end
    table = phrases.decimals_behind
    if (
        not table.entries
        or table.before(page.folded, unit_end) is None
        or q.numeral.has_decimals
        or not q.numeral.is_point
    ):
        return None
    digits = _digits(page, unit_end)
    if not digits:
        return None
    end = digits[-1].end
    part = phrases.tenth_units.at(page.folded, end)
    behind = page.first_from(end)
    is_open = behind < len(page.tokens) and page.tokens[behind].start == end
    if is_open or (part is None and (phrases.units.at(page.folded, end) or phrases.classifiers.at(page.folded, end))):
        return None
    if digits[0].role == "digits" and part is None and not _may_end(page, end, phrases):
        return None
    written = "".join(str(t.value) for t in digits)
    ulp = ONE.scaleb(-len(written))
    value = q.numeral.low + Decimal(written) * ulp
    numeral = replace(q.numeral, low=value, high=value, ulp=ulp, has_decimals=True)
    end = part.end if part else end
    if q.noun is None:
        return replace(q, numeral=numeral, end=end, next=page.skip(q.next, end))
    return replace(q, numeral=numeral, noun=Hit(q.noun.start, end, q.noun.value), next=page.skip(q.next, end))


def _may_end(page: Page, end: int, phrases: Phrases) -> bool:
    """Whether digits can end the amount here: no word that they would count follows, but perhaps a limit or "of"."""
    if not page.folded[end : end + 1].isalpha():
        return True
    return page.lexicon.of.at(page.folded, end) is not None or phrases.limits.after.at(page.folded, end) is not None


def _digits(page: Page, at: int) -> list[Token]:
    i = page.first_from(at)
    first = page.tokens[i] if i < len(page.tokens) else None
    if first is not None and first.start == at and first.role == "digits":
        return [first] if first.width <= LONGEST and first.ulp == 1 and not first.is_zero_led else []
    out: list[Token] = []
    while i < len(page.tokens) and len(out) <= LONGEST:
        token = page.tokens[i]
        if token.start != at or token.role != "small" or token.value >= 10:
            break
        out.append(token)
        at, i = token.end, i + 1
    return out if len(out) <= LONGEST else []
