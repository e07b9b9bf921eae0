"""Numbers that grow by adding smaller parts and multiplying by magnitudes: two million three hundred and one."""

from nlp.adder import Adder, is_smaller
from nlp.anchors import Token
from nlp.numeral import (
    ONE,
    SCALES,
    TEN,
    ZERO,
    Numeral,
    Page,
    gap,
    magnitude_at,
    start_behind_article,
)
from nlp.spoken import read_decimals

LONGEST = 40
"""Tokens in one number."""


def _joins(page: Page, adder: Adder, token: Token, following: Token | None) -> bool:
    """Whether what stands between two tokens lets them be one number."""
    between = gap(page.folded, adder.end, token.start)
    numbers = page.lexicon.numbers
    if between is None:
        return False
    if between in numbers.joiners:
        return _follows(page, adder, token, following)
    if between in ("", "-"):
        return token.role in SCALES or (numbers.glued and not between and token.role == "small")
    if numbers.glued and between in numbers.glue_links:
        return token.role in ("small", "scale")
    word = between.strip()
    if token.role in ("scale", "plural") and token.value > adder.factor > 1 and word in page.lexicon.of.entries:
        return True
    scale = following.value if following is not None and following.role in SCALES else ZERO
    begins_part = _begins_part(token, following)
    if word in numbers.tens_links and adder.room == TEN:
        return token.role == "small" and token.value < TEN and scale != adder.last_scale and not begins_part
    if word in numbers.links and len(word) < len(between):
        is_too_big = begins_part or scale >= 100 > adder.last_scale or scale == adder.last_scale
        return not is_too_big and _goes_on_linked(adder, token, following)
    return adder.count == 1 and adder.value < 1 and word in page.lexicon.articles.entries


def _begins_part(token: Token, following: Token | None) -> bool:
    """Whether a token is the number of parts that stand right behind it: (a hundred and) three quarters."""
    is_part = following is not None and following.role in ("fraction", "denominator")
    return is_part and following is not None and following.start - token.end <= 1


def _goes_on_linked(adder: Adder, token: Token, following: Token | None) -> bool:
    """Whether a token behind "and" goes on with the number."""
    if token.role == "half":
        return adder.current is None and is_smaller(following, adder.last_scale)
    if token.role == "digits" and token.ulp < 1:
        return False
    return token.role in ("small", "scale", "dual", "digits") and _has_room(adder, following)


def _follows(page: Page, adder: Adder, token: Token, following: Token | None) -> bool:
    """Whether a token goes on with the number right before it; a name of a unit needs a magnitude behind."""
    if token.role == "small" and page.folded[token.start : token.end] in page.lexicon.unit_numbers:
        return following is not None and following.role in SCALES and following.start - token.end <= 1
    return token.role != "digits" or adder.room != 100 or adder.saw_digits


def _are_tens_behind_ones(page: Page, adder: Adder, token: Token, start: int) -> bool:
    """Whether the tens of "five and twenty", written apart, follow; "between five and twenty" is a range."""
    links = page.lexicon.numbers.ones_links
    if not links or adder.room != 1 or token.role != "small" or not 20 <= token.value < 100 or token.value % 10:
        return False
    between = gap(page.folded, adder.end, token.start)
    is_linked = between is not None and between.strip() in links
    return is_linked and page.lexicon.between_leads.before(page.folded, start) is None


def _is_rest_of_hundreds(page: Page, adder: Adder, token: Token, following: Token | None, start: int) -> bool:
    """Whether less than a hundred follows round hundreds or thousands behind a link; a range has two numbers there."""
    links = page.lexicon.numbers.hundreds_links
    if not links or adder.saw_digits or token.role != "small" or not ONE < token.value < 100:
        return False
    is_open = adder.room == 100 if adder.current is not None else adder.last_scale == 1000
    between = gap(page.folded, adder.end, token.start)
    if not is_open or between is None or between.strip() not in links:
        return False
    is_closed = following is not None and following.role not in ("digits", "small") and following.start - token.end <= 1
    return not is_closed and page.lexicon.between_leads.before(page.folded, start) is None


def _has_room(adder: Adder, following: Token | None) -> bool:
    """After "and" only what is smaller may come, so no other hundred may follow."""
    is_open = adder.room == 100 or (adder.current is None and adder.total > 0)
    return is_open and not (
        adder.room == 100 and following is not None and following.role in SCALES and following.value == 100
    )


def add_up(page: Page, i: int) -> tuple[Adder, int]:
    """The longest number that begins at token `i`, and the index after it; nothing taken if no number begins there."""
    tokens, numbers = page.tokens, page.lexicon.numbers
    adder = Adder(tokens[i], ten_takes_ones=numbers.ten_takes_ones)
    j = i
    while j < len(tokens) and j - i < LONGEST:
        token = tokens[j]
        following = tokens[j + 1] if j + 1 < len(tokens) else None
        decimals = read_decimals(page, j, adder.end) if token.role == "point" and adder.current is not None else None
        if decimals is not None and adder.ulp == ONE:
            adder.add_decimals(decimals.value, decimals.ulp, decimals.end)
            j = decimals.next
            continue
        if adder.count and _are_tens_behind_ones(page, adder, token, tokens[i].start):
            adder.add_tens(token)
        elif adder.count and _is_rest_of_hundreds(page, adder, token, following, tokens[i].start):
            adder.take(token, following)
        elif not _takes(page, adder, token, following):
            break
        _finish_step(adder, page, token)
        j = page.skip(j + 1, adder.end)
        if token.unit is not None:
            break
    return adder, j


def _takes(page: Page, adder: Adder, token: Token, following: Token | None) -> bool:
    """Add the token if it can stand there."""
    joins = not adder.count or (token.unit is None and _joins(page, adder, token, following))
    return joins and adder.take(token, following)


def _finish_step(adder: Adder, page: Page, token: Token) -> None:
    """Take what belongs to a token without being one: letters glued to digits, a full stop, "and a half"."""
    folded, lexicon = page.folded, page.lexicon
    if token.role == "digits":
        adder.take_attached(page.text, lexicon)
    elif token.role == "abbreviation" and folded[adder.end : adder.end + 1] == ".":
        adder.end += 1
    is_scale = token.role in SCALES
    if adder.current is None and not is_scale:
        return
    tail = lexicon.tails.after(folded, adder.end)
    if tail is not None and not (is_scale and magnitude_at(page, tail.end)):
        adder.add_tail(tail, token.value if is_scale else ONE)
    if adder.current is None:
        return
    mark = lexicon.infix.after(folded, adder.end)
    if mark is not None and magnitude_at(page, mark.end):
        adder.comparator, adder.end = mark.value, mark.end


def added_numeral(page: Page, i: int) -> Numeral | None:
    """The number by adding and multiplying that begins at token `i`."""
    adder, j = add_up(page, i)
    if not adder.count:
        return None
    tokens = page.tokens[i:j]
    has_digits = any(t.role == "digits" for t in tokens)
    is_adjective = tokens[-1].role == "adjective"
    is_round = any(page.folded[t.start : t.end] in page.lexicon.round for t in tokens)
    return Numeral(
        start=start_behind_article(page, tokens),
        end=adder.end,
        low=adder.value,
        high=adder.value,
        n_tokens=j - i,
        form="adjective" if is_adjective else "digits" if has_digits else "words",
        factor=adder.factor,
        ulp=adder.ulp * adder.factor,
        has_magnitude=adder.factor > 1 or not has_digits,
        has_decimals=adder.ulp < 1,
        comparator=adder.comparator or ("about" if is_round and not has_digits else None),
        first=tokens[0],
    )
