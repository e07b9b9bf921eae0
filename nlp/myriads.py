"""Numbers by myriads: digits before ten, hundred, thousand make a section, sections stand before 10^4, 10^8, 10^12.

Digit runs may stand for any coefficient. A last digit right after a unit may count tenths of that unit (three-wan-five
is 35000). Two neighbouring digits are a range (two-three hundred). A mark for "and more" may stand inside.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.tables import Comparator
from nlp.anchors import Token
from nlp.myriad_intervals import and_some, neighbours, pair_in, ranged, several_units
from nlp.myriad_values import value_of
from nlp.numeral import ONE, TEN, Numeral, Page, attached_letters, gap, place

LONGEST = 40
_LARGE = 10**8
"""Magnitudes that are counted like things: three pieces of a hundred million."""


def myriad_numeral(page: Page, i: int) -> Numeral | None:
    """The number by myriads that begins at token `i`."""
    if page.tokens[i].role == "half":
        return _half(page, i)
    if page.tokens[i].role == "pair":
        return neighbours(page.tokens[i])
    if page.tokens[i].role == "whole":
        return _whole(page.tokens[i])
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
        return several_units(run, end)
    some = next((k for k, t in enumerate(run) if t.role == "indefinite"), None)
    if some is not None:
        return and_some(run, some, end)
    pair = pair_in(run)
    if pair is not None:
        return ranged(run, pair, end, infix)
    value, factor = value_of(run, tenths=page.lexicon.numbers.last_digit_tenths)
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


def _half(page: Page, i: int) -> Numeral:
    """Half of the magnitude or of the unit that must follow."""
    token, following = page.tokens[i], page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    if following is not None and following.role in ("scale", "dependent") and following.start == token.end:
        value, end, n = following.value / 2, following.end, 2
    else:
        value, end, n = Decimal("0.5"), token.end, 1
    return Numeral(token.start, end, value, value, n_tokens=n, form="words", ulp=value, first=token)


def _whole(token: Token) -> Numeral:
    """A word that holds its unit: ten-days."""
    value = token.value
    return Numeral(token.start, token.end, value, value, n_tokens=1, form="words", ulp=place(value), first=token)


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
        between = gap(folded, end, token.start)
        if run and between in page.lexicon.numbers.scale_counters and token.role == "scale" and token.value >= _LARGE:
            between = ""
        if not (_belongs(run, token, between) or _pairs(page, run, token, between)):
            break
        if run and (_is_particle(page, run, token) or _opens_anew(page, run, token, i + len(run))):
            break
        if run and between == " " and not _may_stand_apart(page, run[-1], i + len(run)):
            break
        run.append(token if token.role != "dependent" else replace(token, role="scale"))
        end = token.end
        mark = page.lexicon.infix.at(folded, end) if token.role in ("scale", "digits") else None
        if mark is not None:
            if not _may_stand_inside(page, run, i, mark.end):
                break
            infix, end = mark.value, mark.end
    return _cut(page, run, infix, end)


def _opens_anew(page: Page, run: list[Token], token: Token, i: int) -> bool:
    """Whether the word begins something else: before units only and none there; needing a number, but amid two."""
    if _is_second_one(run, token):
        return True
    following = page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    if token.role == "dependent":
        return following is not None and following.start == token.end and following.role in ("small", "digits")
    if token.role != "small" or page.folded[token.start : token.end] not in page.lexicon.numbers.only_before_units:
        return False
    if following is not None and following.start == token.end and following.role in ("small", "scale"):
        return False
    return not (run[-1].role == "small" and run[-1].value + 1 == token.value)


def _is_second_one(run: list[Token], token: Token) -> bool:
    """Whether ones stand there already behind a magnitude, and the digit is no neighbour of them: twenty-five, one."""
    last = run[-1]
    if token.role != "small" or last.role != "small" or not 0 < last.value < TEN or token.value >= TEN:
        return False
    is_neighbour = token.value == last.value + 1 or (int(last.value), int(token.value)) == (3, 5)
    return not is_neighbour and any(t.role == "scale" for t in run) and not _spoken_point(run)


def _cut(
    page: Page, run: list[Token], infix: Comparator | None, end: int
) -> tuple[list[Token], Comparator | None, int]:
    """The run without what cannot end it, and none of a list whose two first digits happen to be neighbours."""
    joint = next((k for k in range(1, len(run)) if run[k - 1].end < run[k].start and _is_joint(page, run, k)), None)
    if joint is not None and pair_in(run) is None:
        del run[joint:]
    point = next((k for k, t in enumerate(run) if t.role == "point"), len(run))
    if any(t.role == "scale" and t.value == TEN for t in run[point:]):
        del run[point:]
    while run and (run[-1].role == "point" or _is_bare_some(run)):
        run.pop()
    return run, infix, end if run and end >= run[-1].end and infix else run[-1].end if run else end


def _is_bare_some(run: list[Token]) -> bool:
    """Whether "and some" ends the run behind more than a ten."""
    if run[-1].role != "indefinite" or len(run) < 2:
        return False
    return run[-2].role == "scale" and run[-2].value != TEN


def _is_joint(page: Page, run: list[Token], k: int) -> bool:
    return page.folded[run[k - 1].end : run[k].start] in page.lexicon.numbers.pair_joints


def _pairs(page: Page, run: list[Token], token: Token, between: str | None) -> bool:
    """Whether the digit and the last one are neighbours with a joint between them: three, four."""
    joints = page.lexicon.numbers.pair_joints
    if not run or between not in joints or (token.role == "digits" and _before(page, run[0]) in joints):
        return False
    last = run[-1]
    is_digit = last.role == token.role and (token.role == "small" or (last.width == token.width == 1 == token.ulp))
    return is_digit and last.value > 0 and token.value == last.value + 1


def _before(page: Page, token: Token) -> str:
    """The character right before a token."""
    return page.folded[token.start - 1 : token.start]


def _is_particle(page: Page, run: list[Token], token: Token) -> bool:
    """Whether the digit word rather begins a particle glued to the number, or another word's numeral follows it."""
    last = run[-1]
    if not page.lexicon.writing.starts_apart or token.role != "small" or token.start != last.end:
        return False
    hit = page.lexicon.enclitics.at(page.folded, token.start)
    if hit is not None and hit.end > token.end and last.role != "point":
        return True
    if (
        hit is not None
        and len(run) == 1
        and 0 < last.value < TEN
        and not page.folded[token.end : token.end + 1].isalpha()
    ):
        return True
    return last.role == "small" and last.value >= TEN


def _may_stand_apart(page: Page, last: Token, i: int) -> bool:
    """Whether token `i` goes on with the number behind a space, where only words are set apart: two-wan 4000."""
    if not page.lexicon.writing.starts_apart:
        return True
    token, following = page.tokens[i], page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    if token.role == "small":
        if last.role == "small":
            return last.value >= TEN > token.value
        is_last = token.end >= len(page.folded.rstrip())
        return is_last or (following is not None and following.role == "scale" and following.start == token.end)
    return last.role in ("digits", "indefinite") or (last.role == "scale" and token.value < last.value)


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
        return last.role in ("small", "scale") and between == "" and not _spoken_point(run)
    if token.role == "indefinite":
        return _may_take_some(run) and between == ""
    if token.role == "dependent":
        return between == "" and last.role != "point"
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


def _may_take_some(run: list[Token]) -> bool:
    """Whether "and some" can follow: behind a magnitude, its zero, or a round number in digits."""
    last = run[-1]
    if last.role == "digits":
        return last.value > 0 and not last.value % TEN
    is_zero = last.role == "small" and not last.value and len(run) > 1 and run[-2].role == "scale"
    return last.role == "scale" or is_zero


def _spoken_point(run: Sequence[Token]) -> bool:
    return any(t.role == "point" for t in run)
