"""Numbers counted in tenths: four tenths and two, prices of seven tenths, batting averages to the thousandth."""

from dataclasses import replace
from decimal import Decimal

from corpus.tables import FigureKind
from nlp.anchors import Token
from nlp.lookup import Table
from nlp.numeral import TEN, Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity

_HUNDRED = Decimal(100)


def read_tenths(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """So many tenths, with digits after it for smaller parts or half a tenth; a share or, by the pack, a percentage."""
    hit = phrases.tenths.after(page.folded, q.end) if phrases.tenths.entries else None
    if hit is None or (q.numeral.has_magnitude and q.numeral.low > TEN) or not 0 < q.numeral.low <= TEN:
        return None
    n, is_percent = q.numeral, phrases.tenths_as_percent
    more, end, after, ulp = _smaller(page, q.next, hit.end, phrases)
    times = TEN if is_percent else 1 / TEN
    extra = more * (_HUNDRED if is_percent else 1)
    low, high = n.low * times + extra, None if n.high is None else n.high * times + extra
    ulp = (ulp or n.ulp / TEN) * (_HUNDRED if is_percent else 1)
    numeral = replace(n, low=low, high=high, is_share=not is_percent, ulp=ulp)
    kind: FigureKind = "percent" if is_percent else "share"
    return replace(q, numeral=numeral, end=end, kind=kind, unit="%" if is_percent else None, next=after, has_sign=True)


def _smaller(page: Page, i: int, end: int, phrases: Phrases) -> tuple[Decimal, int, int, Decimal | None]:
    """What the hundredths and thousandths add, where they end, the next token, and the last place."""
    total, place = Decimal(0), Decimal(1) / TEN
    for table in (phrases.hundredths, phrases.thousandths):
        token = page.tokens[i] if i < len(page.tokens) else None
        if token is None or token.start != end:
            break
        if token.role == "half":
            return total + place / 2, token.end, i + 1, place / 2
        behind = _behind_part(page, token, table)
        if behind is None:
            break
        place /= TEN
        total, end, i = total + token.value * place, behind, i + 1
    return total, end, i, place if total else None


def _behind_part(page: Page, token: Token, table: Table[bool]) -> int | None:
    """Where the part ends: a digit word, or any digit before the word for the part if the language has one."""
    if token.role not in ("small", "digits") or not 0 < token.value < TEN or token.ulp < 1:
        return None
    if not table.entries:
        return token.end if token.role == "small" or token.width == 1 else None
    hit = table.at(page.folded, token.end)
    return hit.end if hit is not None else None


def read_discount(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """A price of so many tenths, as a percentage; two digits are percent already, and half is half of the price."""
    hit = phrases.discount.at(page.folded, q.end) if phrases.discount.entries else None
    n = q.numeral
    if hit is None or not 0 < n.low < _HUNDRED or not n.is_point:
        return None
    is_half = n.first is not None and n.first.role == "half"
    times = _HUNDRED if is_half else TEN if n.low < TEN else Decimal(1)
    numeral = replace(n, low=n.low * times, high=n.low * times, ulp=n.ulp * times)
    return replace(q, numeral=numeral, end=hit.end, kind="percent", unit="%", has_sign=True)
