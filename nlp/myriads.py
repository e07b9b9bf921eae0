"""Numbers by myriads: digits before ten, hundred, thousand make a section, sections stand before 10^4, 10^8, 10^12.

Digit runs may stand for any coefficient. A last digit right after a unit counts tenths of that unit (three-wan-five is
35000). Two neighbouring digits are a range (two-three hundred). A mark for "and more" may stand inside.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.tables import Comparator
from nlp.anchors import Token
from nlp.numeral import ONE, TEN, ZERO, Numeral, Page, attached_letters, gap, place

MYRIAD = Decimal(10000)
LONGEST = 40


def myriad_numeral(page: Page, i: int) -> Numeral | None:
    """The number by myriads that begins at token `i`."""
    if page.tokens[i].role == "half":
        return _half(page.tokens[i])
    run, infix, end = _run(page, i)
    n_tokens = len(run)
    if (
        len(run) > 1
        and run[0].role == "small"
        and not run[0].value
        and run[1].role == "small"
        and run[1].start == run[0].end
    ):
        run = run[1:] if len(run) == 2 or run[2].role == "scale" else run
    if not run:
        return None
    if n_tokens == 1 and run[0].role == "digits":
        return _with_attached(page, run[0])
    if run[0].role == "indefinite":
        return _indefinite(page, run, end)
    some = next((k for k, t in enumerate(run) if t.role == "indefinite"), None)
    if some is not None:
        return _between_tens(run, some, end)
    pair = _pair(run)
    if pair is not None:
        return _ranged(page, i, run, pair, end, infix)
    value, factor = _value(run)
    has_unit = any(t.role == "scale" for t in run)
    has_digits = run[0].role == "digits"
    decimals = min((t.ulp for t in run if t.role == "digits"), default=ONE) if not _spoken_point(run) else place(value)
    return Numeral(
        start=run[0].start,
        end=end,
        low=value,
        high=value,
        n_tokens=n_tokens,
        form="digits" if has_digits else "magnitude" if run[0].role == "scale" and run[0].value != TEN else "words",
        factor=factor,
        ulp=min(decimals * factor, place(value)) if has_unit else decimals,
        has_magnitude=has_unit,
        has_decimals=decimals < 1,
        comparator=infix,
        first=run[0],
    )


def _half(token: Token) -> Numeral:
    """Half of the unit that must follow."""
    half = Decimal("0.5")
    return Numeral(token.start, token.end, half, half, n_tokens=1, form="words", ulp=half, first=token)


def _with_attached(page: Page, token: Token) -> Numeral:
    """A digit run alone, or with a magnitude whose letters are glued to it."""
    letters = attached_letters(page.text, token.end)
    factor = page.lexicon.attached.get(letters, ONE)
    value = token.value * factor
    end = token.end + (len(letters) if factor > 1 else 0)
    mark = page.lexicon.infix.at(page.folded, end) if factor == 1 and value and value % TEN == 0 else None
    return Numeral(
        start=token.start,
        end=mark.end if mark else end,
        low=value,
        high=value,
        n_tokens=1,
        form="digits",
        factor=factor,
        ulp=token.ulp * factor,
        has_magnitude=factor > 1,
        has_decimals=token.ulp < 1,
        comparator=mark.value if mark else None,
        first=token,
    )


def _run(page: Page, i: int) -> tuple[list[Token], Comparator | None, int]:
    """The tokens that stand together, the comparator inside or right behind them, and where they end."""
    tokens, folded = page.tokens, page.folded
    run: list[Token] = []
    infix: Comparator | None = None
    end = tokens[i].start
    for token in tokens[i : i + LONGEST]:
        if not _belongs(run, token, gap(folded, end, token.start)):
            break
        run.append(token)
        end = token.end
        mark = page.lexicon.infix.at(folded, end) if token.role in ("scale", "digits") else None
        if mark is not None:
            if not _may_stand_inside(page, run, i, mark.end):
                break
            infix, end = mark.value, mark.end
    while run and run[-1].role == "point":
        run.pop()
        end = run[-1].end if run else end
    return run, infix, end


def _may_stand_inside(page: Page, run: list[Token], i: int, end: int) -> bool:
    """An infix mark needs a unit before or after it."""
    if run[-1].role == "scale":
        return True
    following = page.tokens[i + len(run)] if i + len(run) < len(page.tokens) else None
    if following is not None and following.role == "scale" and following.start == end:
        return True
    return run[-1].value % TEN == 0 and run[-1].value > 0


def _belongs(run: list[Token], token: Token, between: str | None) -> bool:
    if not run:
        return token.role in ("digits", "small", "scale", "indefinite")
    last = run[-1]
    if between not in ("", " "):
        return False
    if token.role == "point":
        return last.role == "small" and between == ""
    if token.role == "indefinite":
        return last.role == "scale" and last.value == TEN and between == ""
    if token.role == "digits":
        return (
            last.role == "scale" and token.value < last.value
            if between
            else not last.value or (last.role == "scale" and token.value < last.value)
        )
    if last.role == "digits":
        return token.role == "scale"
    if last.role == "indefinite":
        return token.role == "scale"
    return token.role in ("small", "scale")


def _spoken_point(run: Sequence[Token]) -> bool:
    return any(t.role == "point" for t in run)


def _value(run: Sequence[Token]) -> tuple[Decimal, Decimal]:
    """The value of the tokens and the magnitude that the last of them carry."""
    if len(run) > 1 and all(t.role == "small" and t.value < TEN for t in run):
        return Decimal("".join(str(t.value) for t in run)), ONE
    total, section, digit, unit, factor = ZERO, ZERO, None, ONE, ONE
    was_zero, tenth = False, ZERO
    for token in run:
        if token.role == "point":
            tenth = Decimal("0.1")
        elif tenth and token.role == "small":
            digit = (digit or ZERO) + token.value * tenth
            tenth /= TEN
        elif token.role == "small" and token.value > TEN:
            section, digit, unit = section + token.value, None, TEN
        elif token.role in ("small", "digits"):
            was_zero = was_zero or (token.role == "small" and not token.value)
            digit = token.value if token.value or token.role == "digits" or len(run) == 1 else digit
            unit, factor = (unit if token.role == "small" else ONE), ONE
        elif token.value < MYRIAD:
            section += (ONE if digit is None else digit) * token.value
            digit, unit, factor, tenth, was_zero = None, token.value, token.value, ZERO, False
        else:
            part = section + (digit or ZERO)
            total = _with_section(total, part, token.value)
            factor = factor * token.value if token.value > unit and not section else token.value
            section, digit, unit, tenth, was_zero = ZERO, None, token.value, ZERO, False
    if digit is not None:
        is_tenths = unit >= 100 and not was_zero and run[-1].role == "small"
        section += digit * (unit / TEN if is_tenths else ONE)
    return total + section, factor


def _with_section(total: Decimal, part: Decimal, unit: Decimal) -> Decimal:
    """The sum with one more section before its unit; a unit right behind another multiplies."""
    if not part:
        return total * unit if total else unit
    return (total + part) * unit if unit > total else total + part * unit


def _pair(run: Sequence[Token]) -> int | None:
    """The index of the first of two neighbouring digit words that name a range, if such a pair is there."""
    for k in range(len(run) - 1):
        one, two = run[k], run[k + 1]
        if (
            one.role != "small"
            or two.role != "small"
            or not one.value
            or two.value not in (one.value + 1, one.value + 2)
        ):
            continue
        stands_alone = (k == 0 or run[k - 1].role == "scale") and (k + 2 == len(run) or run[k + 2].role == "scale")
        is_close = two.value == one.value + 1 or (one.value == 3 and two.value == 5)
        if stands_alone and is_close:
            return k
    return None


def _ranged(page: Page, i: int, run: list[Token], k: int, end: int, infix: Comparator | None) -> Numeral:
    low, factor = _value([*run[: k + 1], *run[k + 2 :]])
    high, _ = _value([*run[:k], *run[k + 1 :]])
    return Numeral(
        start=run[0].start,
        end=end,
        low=low,
        high=high,
        n_tokens=len(run),
        form="words",
        factor=factor,
        ulp=place(low),
        has_magnitude=len(run) > 2,
        comparator=infix,
        first=run[0],
    )


def _indefinite(page: Page, run: list[Token], end: int) -> Numeral | None:
    """Several times a unit: from twice the unit up to the next power of ten, that one not included."""
    if len(run) < 2 or run[1].role != "scale":
        return None
    unit, factor = _value([replace(run[0], role="small", value=ONE), *run[1:]])
    return Numeral(
        start=run[0].start,
        end=end,
        low=2 * unit,
        high=TEN * unit,
        n_tokens=len(run),
        form="words",
        factor=factor,
        ulp=unit,
        has_magnitude=True,
        is_vague=True,
        first=run[0],
    )


def _between_tens(run: list[Token], k: int, end: int) -> Numeral:
    """Ten and some: above the ten and below the next one."""
    low, factor = _value([*run[:k], replace(run[k], role="small", value=ONE), *run[k + 1 :]])
    high, _ = _value([*run[:k], replace(run[k], role="digits", value=TEN), *run[k + 1 :]])
    return Numeral(
        start=run[0].start,
        end=end,
        low=low,
        high=high,
        n_tokens=len(run),
        form="words",
        factor=factor,
        ulp=place(low),
        has_magnitude=True,
        is_vague=True,
        first=run[0],
    )
