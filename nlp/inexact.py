"""Amounts that are no plain number: tens of thousands, a few hundred; a third, four-fifths, one in five."""

from dataclasses import replace
from decimal import Decimal

from nlp.adding import add_up
from nlp.anchors import Token
from nlp.numeral import ONE, TEN, ZERO, Numeral, Page, gap, place, start_behind_article
from nlp.parts import divided_number, goes_on_in_words, is_moved_by, part_gaps, ratio
from nlp.slashed import slashed_fraction
from nlp.wholes import part_of_whole, share_of, whole_first

_SCALES = ("scale", "plural", "abbreviation", "dependent")
_NEXT_WORD = {10: 100, 12: 100, 20: 100, 100: 1000, 1000: 10**6, 10**6: 10**9, 10**9: 10**12, 10**12: 10**15}
"""Up to where a bare plural reaches: to the next magnitude that has a word of its own."""
_DOZEN = 12


def vague_numeral(page: Page, i: int) -> Numeral | None:
    """A plural magnitude without a number, several of a magnitude, or a many-of-them adjective."""
    token = page.tokens[i]
    if token.role == "many":
        return _vague(token, token.end, 2 * token.value, None, 1)
    tens = _tens_of_plurals(page, i)
    if tens is not None or token.role not in _SCALES:
        return tens
    several = page.lexicon.several.before(page.folded, token.start)
    if several is not None:
        return _several(page, i, several.start)
    if token.role != "plural":
        return None
    count, factor, end = 1, ONE, token.end
    while i + count < len(page.tokens):
        following = page.tokens[i + count]
        if following.role not in _SCALES or following.value <= token.value:
            break
        if not _is_of(gap(page.folded, end, following.start), page):
            break
        factor, end, count = factor * following.value, _end_of(page, following), count + 1
    if count > 1:
        return _vague(token, end, 2 * token.value * factor, TEN * token.value * factor, count)
    article = page.lexicon.articles.before(page.folded, token.start) if token.value < 100 else None
    if article is not None and article.end < token.start:
        return None
    return _vague(token, end, 2 * _round(token.value), _bound(token.value, page), 1)


def _round(value: Decimal) -> Decimal:
    """The magnitude that a plural without a number stands for: dozens are told as loosely as tens."""
    return TEN if value == _DOZEN else value


def _bound(value: Decimal, page: Page) -> Decimal | None:
    """The next magnitude: of ten thousands and hundred thousands the next one that the language has a word for."""
    bound = page.lexicon.numbers.vague_until.get(str(value)) or _NEXT_WORD.get(int(value))
    if bound is not None:
        return Decimal(bound)
    larger = [Decimal(scale) for scale in page.lexicon.numbers.scale if value < Decimal(scale) <= 100 * value]
    return min(larger, default=None) if value < 10**6 else None


def _tens_of_plurals(page: Page, i: int) -> Numeral | None:
    """Ten or a hundred before a plural, where that is no exact number."""
    token, following = page.tokens[i], page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    if not page.lexicon.numbers.plural_is_vague or following is None or following.role != "plural":
        return None
    if token.role not in ("small", "scale") or token.value not in (10, 100) or token.value >= following.value:
        return None
    if gap(page.folded, token.end, following.start) not in ("", " "):
        return None
    value = token.value * following.value
    return _vague(token, following.end, 2 * value, TEN * value, 2)


def _several(page: Page, i: int, start: int) -> Numeral | None:
    token, value = page.tokens[i], _round(page.tokens[i].value)
    count, end = 1, _end_of(page, token)
    following = page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    is_larger = following is not None and following.role in _SCALES and following.value > value
    if following is not None and is_larger and _is_of(gap(page.folded, end, following.start), page):
        value, end, count = value * following.value, _end_of(page, following), 2
    return Numeral(
        start=start,
        end=end,
        low=2 * value,
        high=TEN * value,
        n_tokens=count,
        form="magnitude",
        ulp=value,
        has_magnitude=True,
        is_vague=True,
        first=token,
    )


def _end_of(page: Page, token: Token) -> int:
    """Where a magnitude ends, with the full stop of its abbreviation."""
    return token.end + (token.role == "abbreviation" and page.folded[token.end : token.end + 1] == ".")


def _is_of(between: str | None, page: Page) -> bool:
    return between is not None and (between == " " or between.strip() in page.lexicon.of.entries)


def _vague(token: Token, end: int, low: Decimal, high: Decimal | None, count: int) -> Numeral:
    return Numeral(
        start=token.start,
        end=end,
        low=low,
        high=high,
        n_tokens=count,
        form="adjective" if token.role == "many" else "magnitude",
        ulp=low / 2,
        has_magnitude=True,
        is_vague=True,
        first=token,
    )


def inverted_numeral(page: Page, i: int) -> Numeral | None:
    """A magnitude before its number, where the language says "about" that way."""
    tokens = page.tokens
    token = tokens[i]
    if not page.lexicon.numbers.can_invert or i + 1 == len(tokens) or not _may_stand_first(token, tokens[i + 1]):
        return None
    if gap(page.folded, token.end, tokens[i + 1].start) != " ":
        return None
    adder, j = add_up(page, i + 1)
    if not adder.count or adder.factor != 1 or adder.value >= 1000:
        return None
    return Numeral(
        start=token.start,
        end=adder.end,
        low=adder.value * token.value,
        high=adder.value * token.value,
        n_tokens=j - i,
        form="words",
        factor=token.value,
        ulp=adder.ulp * token.value,
        has_magnitude=True,
        comparator="about",
        first=token,
    )


def _may_stand_first(token: Token, number: Token) -> bool:
    """Whether a magnitude can stand before its number: thousands five, and tens and hundreds before words below ten."""
    if token.value in (10, 100) and token.role in ("plural", "scale"):
        return number.role == "small" and ONE < number.value < TEN
    return token.role == "plural" and token.value >= 1000 and number.role in ("small", "digits")


def share_numeral(page: Page, i: int) -> Numeral | None:
    """A fraction in words: a part of a whole, or of a magnitude that follows (three quarters of a million)."""
    share = _fraction(page, i)
    if share is None or i + share.n_tokens >= len(page.tokens):
        return share
    following = page.tokens[i + share.n_tokens]
    between = gap(page.folded, share.end, following.start)
    least = 12 if page.tokens[i + share.n_tokens - 1].role == "half" else 1000
    if following.role != "scale" or following.value < least or between is None or not _is_of_one(between, page):
        return share
    return replace(
        share,
        end=following.end,
        low=share.low * following.value,
        high=share.low * following.value,
        n_tokens=share.n_tokens + 1,
        factor=following.value,
        ulp=place(share.low * following.value),
        has_magnitude=True,
        is_share=False,
    )


def _is_of_one(between: str, page: Page) -> bool:
    word = between.strip()
    return between in (" ", "-") or word in page.lexicon.articles.entries or word in page.lexicon.of.entries


def _fraction(page: Page, i: int) -> Numeral | None:
    tokens, folded = page.tokens, page.folded
    token = tokens[i]
    if token.role == "every_nth":
        return share_of(token, token.end, ONE / token.value, 1)
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.role == "fraction":
        return share_of(token, token.end, ONE / token.value, 1)
    is_share = page.lexicon.is_spaced and not page.lexicon.numbers.half_needs_unit
    if token.role == "half" and is_share and not _goes_on(page, i):
        return share_of(token, token.end, ONE / 2, 1)
    if token.role == "denominator" and (_stands_for_part(page, token) or _is_scaled(page, i)):
        return share_of(token, token.end, ONE / token.value, 1)
    if token.role == "denominator_before":
        return _denominator_first(page, token, following)
    if token.role not in ("small", "digits") or following is None:
        if token.role != "scale":
            return None
        return (part_of_whole(page, i) if following is not None else None) or divided_number(page, i)
    slashed = slashed_fraction(page, i)
    if slashed is not None:
        return slashed
    between = gap(folded, token.end, following.start)
    if (
        following.role in ("denominator", "fraction", "half")
        and not _is_half_of_noun(page, following)
        and between in part_gaps(page)
        and ZERO < token.value < following_of(following)
        and not _is_ordinal(page, token, following)
        and not (following.role == "half" and page.lexicon.tails.after(folded, token.end))
    ):
        share = share_of(token, following.end, token.value / following_of(following), 2)
        return replace(share, start=start_behind_article(page, tokens[i : i + 2]))
    return ratio(page, i, between) or whole_first(page, i) or part_of_whole(page, i) or divided_number(page, i)


def _denominator_first(page: Page, whole: Token, part: Token | None) -> Numeral | None:
    """Of five, two: the denominator in its own form, right before its number."""
    if part is None or part.role not in ("small", "digits") or gap(page.folded, whole.end, part.start) != " ":
        return None
    return share_of(whole, part.end, part.value / whole.value, 2) if ZERO < part.value < whole.value else None


def _is_ordinal(page: Page, one: Token, denominator: Token) -> bool:
    """Whether "a fifth" is the fifth of a row: behind "a", which is "one" as well, another word than "of" follows."""
    is_article = page.folded[one.start : one.end] in page.lexicon.articles.entries
    if not is_article or denominator.role != "denominator" or _stands_for_part(page, denominator):
        return False
    return goes_on_in_words(page, denominator.end)


def _is_half_of_noun(page: Page, token: Token) -> bool:
    """Whether the word is half of what follows and no share by itself."""
    return token.role == "half" and page.lexicon.numbers.half_needs_unit and goes_on_in_words(page, token.end)


def following_of(token: Token) -> Decimal:
    """The denominator that a fraction word stands for."""
    return Decimal(2) if token.role == "half" else token.value


def _goes_on(page: Page, i: int) -> bool:
    _adder, j = add_up(page, i)
    return j - i > 1


def _is_scaled(page: Page, i: int) -> bool:
    following = page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    return (
        following is not None
        and following.role == "scale"
        and gap(page.folded, page.tokens[i].end, following.start) == " "
    )


def _stands_for_part(page: Page, token: Token) -> bool:
    """A bare denominator is a share only between an article and "of", or where something moved by it."""
    article = page.lexicon.articles.before(page.folded, token.start)
    if article is None:
        return False
    return page.lexicon.of.after(page.folded, token.end) is not None or is_moved_by(page, article.start, token.end)
