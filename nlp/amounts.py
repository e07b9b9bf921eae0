"""Amounts of money: a number with its sign, code or name, its magnitude and its minor units."""

import re
from decimal import Decimal

from nlp.behind import with_decimals_behind
from nlp.lookup import Hit
from nlp.money import NOT_MONEY
from nlp.numeral import Page, attached_letters, gap
from nlp.numerals import read_numeral
from nlp.phrases import Phrases
from nlp.quantity import Quantity
from nlp.replacing import replace
from nlp.signs import ATTACHED
from nlp.units import linked, with_tail

_NEXT_WORD = re.compile(r" ([^\W\d_]{3,30})")
CENT = Decimal("0.01")
_NO_CODE = "XXX"
"""In ISO 4217, no currency: here a name of money that several countries share and that alone tells no code."""


def read_money(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """The quantity with the money before or behind it; None if none stands there."""
    scaled = _scaled_money(page, q, phrases)
    if scaled is not None:
        return scaled
    number = q.numeral
    before = _in_capitals(page, phrases.money.before.before(page.folded, q.start), phrases)
    before = before if before is not None and q.start - before.end <= 1 else None
    after = _in_capitals(page, phrases.money.after.after(page.folded, q.end), phrases)
    if before is not None or after is None:
        q = _with_glued_magnitude(page, q, phrases, before is not None)
    if q.numeral is not number:
        after = _in_capitals(page, phrases.money.after.after(page.folded, q.end), phrases)
    if before is not None and after is not None and not page.folded[after.start].isalpha():
        after = None
    if before is None and after is not None and _opens_digits(page, q, after):
        return None
    after = after or linked(page, q, phrases.money.after)
    if before is None and after is None:
        return _cents(page, q, phrases) or (q if q.numeral is not number else None)
    code = before.value if before is not None else after.value if after is not None else None
    code = None if code == _NO_CODE else code
    start = before.start if before is not None else q.start
    is_same = after is not None and (before is None or after.value == before.value)
    is_same = is_same or (after is not None and page.folded[after.start : after.end] in phrases.money.generic)
    end = after.end if after is not None and is_same else q.end
    found = q.signed("money", code, start=start, end=end)
    return with_tail(page, found) or with_decimals_behind(page, found, phrases) or _with_cents(page, found, phrases)


def _opens_digits(page: Page, q: Quantity, sign: Hit[str]) -> bool:
    """Whether the sign behind a word belongs to the digits behind it: a $ 700 million contract."""
    is_sign = q.numeral.form == "words" and not page.folded[sign.start].isalpha()
    return is_sign and page.folded[sign.end : sign.end + 2].lstrip()[:1].isdigit()


def _in_capitals(page: Page, hit: Hit[str] | None, phrases: Phrases) -> Hit[str] | None:
    """The sign of money, unless it is a code written like a word: TRY 5, but not try 5."""
    if hit is None or hit.value == NOT_MONEY:
        return None
    if page.folded[hit.start : hit.end] not in phrases.money.capital_codes:
        return hit
    return hit if page.text[hit.start : hit.end].isupper() else None


def _scaled_money(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """The amount with a sign that is a magnitude and a currency in one."""
    hit = phrases.money.scaled.after(page.folded, q.end) if phrases.money.scaled.entries else None
    if hit is None:
        return None
    (code, times), n = hit.value, q.numeral
    high = None if n.high is None else n.high * times
    n = replace(n, low=n.low * times, high=high, ulp=n.ulp * times, factor=n.factor * times, has_magnitude=True)
    return replace(q, numeral=n, end=hit.end, kind="money", unit=code, has_sign=True)


def _with_glued_magnitude(page: Page, q: Quantity, phrases: Phrases, is_money: bool) -> Quantity:
    """1.5m and 2B mean magnitudes beside a currency."""
    if q.numeral.factor > 1 or not page.behind(q.end) & ATTACHED:
        return q
    start = q.end
    letters = attached_letters(page.text, start) or _letter_before_sign(page, start, phrases)
    letters = letters or (_capital_apart(page, start) if is_money else "")
    start += page.folded[start : start + 1] == " "
    value = page.lexicon.attached.get(letters) or phrases.money.attached.get(letters.lower())
    end = start + len(letters)
    if value is None:
        return q
    is_amount = is_money or phrases.money.after.after(page.folded, end) is not None
    if not is_amount and not (letters in page.lexicon.before_noun and _is_noun(page, end)):
        return q
    n, times = q.numeral, Decimal(value)
    high = None if n.high is None else n.high * times
    numeral = replace(n, low=n.low * times, high=high, factor=times, ulp=n.ulp * times, has_magnitude=True, end=end)
    return replace(q, numeral=numeral, end=end)


def _capital_apart(page: Page, end: int) -> str:
    """The capital that stands for a magnitude, set apart from an amount behind its sign of money: Rp 750 M."""
    letter = attached_letters(page.text, end + 1) if page.folded[end : end + 1] == " " else ""
    return letter if len(letter) == 1 and letter.isupper() and letter in page.lexicon.attached else ""


def _letter_before_sign(page: Page, end: int, phrases: Phrases) -> str:
    """The letters set apart from the number but not from the sign of money: 1,2 M€; empty if none stand there."""
    letters = attached_letters(page.text, end + 1) if page.folded[end : end + 1] == " " else ""
    sign = phrases.money.after.at(page.folded, end + 1 + len(letters))
    return letters if sign is not None and not page.folded[sign.start].isalpha() else ""


def _is_noun(page: Page, end: int) -> bool:
    """Whether a word in small letters follows that no measure stands before."""
    match = _NEXT_WORD.match(page.text, end)
    return match is not None and match[1] not in page.lexicon.measured


def _cents(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """Minor units alone keep the number as written and carry no ISO code: the amount is not in that code's unit."""
    hit = phrases.money.minor.after(page.folded, q.end)
    if hit is None or (hit.end - hit.start == 1 and hit.start > q.end):
        return None
    return replace(q, end=hit.end, kind="money", has_sign=True)


def _with_cents(page: Page, q: Quantity, phrases: Phrases) -> Quantity:
    """The amount with its minor units, named or as two digits that end the clause."""
    i = q.next
    i += i < len(page.tokens) and page.tokens[i].role == "point"
    token = page.tokens[i] if i < len(page.tokens) else None
    if token is None or token.role not in ("digits", "small") or q.numeral.has_decimals:
        return q
    between = gap(page.folded, q.end, token.start)
    if between not in phrases.money.cents_links:
        return q
    part = read_numeral(page, i)
    if part is None or not part.is_point or not 0 < part.low < 100 or part.ulp < 1 or not q.numeral.is_point:
        return q
    hit = phrases.money.minor.after(page.folded, part.end)
    if hit is None and (
        part.low < 10
        or page.folded[part.end : part.end + 2].strip(" .,;")
        or ("$" not in page.folded[q.start : q.end] and between == "")
    ):
        return q
    value = q.numeral.low + part.low * CENT
    end = hit.end if hit is not None else part.end
    return replace(
        q,
        numeral=replace(q.numeral, low=value, high=value, ulp=CENT, has_decimals=True),
        end=end,
        next=i + part.n_tokens,
    )
