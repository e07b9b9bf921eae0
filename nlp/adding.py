"""Numbers that grow by adding smaller parts and multiplying by magnitudes: two million three hundred and one."""

from collections.abc import Sequence
from decimal import Decimal

from corpus.tables import Comparator
from nlp.anchors import Token
from nlp.lexicon import Lexicon
from nlp.lookup import Hit
from nlp.numeral import LARGEST, ONE, TEN, ZERO, Numeral, Page, attached_letters, gap, place

LONGEST = 40
"""Tokens in one number."""
TWO = Decimal(2)
_SCALES = ("scale", "plural", "abbreviation", "adjective", "dual")


class Adder:
    """The state of a number that grows by adding smaller parts and multiplying by magnitudes."""

    def __init__(self, first: Token, *, ones_first: bool = False, link_tens: bool = False) -> None:
        self.link_rooms = (Decimal(100), TEN) if link_tens else (Decimal(100),)
        self.ones_first = ones_first
        self.ones = ZERO
        self.is_linked = False
        self.parts: list[tuple[Decimal, Decimal]] = []
        self.current: Decimal | None = None
        self.room = LARGEST
        self.last_scale = LARGEST
        self.factor = ONE
        self.ulp = ONE
        self.has_digits = False
        self.saw_digits = False
        self.count = 0
        self.end = first.start
        self.comparator: Comparator | None = None

    @property
    def total(self) -> Decimal:
        """What has been multiplied by a magnitude so far."""
        return sum((amount for amount, _ in self.parts), ZERO)

    @property
    def value(self) -> Decimal:
        """The number so far."""
        return self.total + (self.current or ZERO)

    def take(self, token: Token, following: Token | None) -> bool:
        """Add the token; False if it cannot belong to this number."""
        if token.role == "digits":
            fits = self._digits(token, following)
        elif token.role in ("small", "whole"):
            fits = self._small_goes_on(following) and self._small(token.value, token.role == "whole")
        elif token.role == "dual":
            fits = token.value < self.last_scale and (self.current is not None or self._small(TWO, False))
            fits = fits and self._scale(token.value, can_begin=False)
        elif token.role in _SCALES:
            fits = self._scale(token.value, can_begin=token.role == "scale")
        else:
            fits = token.role == "half" and self.count == 0 and self._small(token.value, True)
        if fits:
            self.count += 1
            self.end = token.end
        return fits

    def _digits(self, token: Token, following: Token | None) -> bool:
        if self.current is not None:
            if self.room != 100 or token.value >= 100 or token.ulp < 1:
                return False
            self.current += token.value
        elif self.total and not self._goes_on(token, following):
            return False
        else:
            self.current = token.value
        self.ulp, self.room, self.has_digits, self.factor = token.ulp, ZERO, True, ONE
        self.saw_digits = True
        return True

    def _goes_on(self, token: Token, following: Token | None) -> bool:
        """Digits go on with a number if a smaller magnitude follows or if they fill up the thousands."""
        if token.value >= self.last_scale:
            return False
        if following is not None and following.role in _SCALES and following.value < self.last_scale:
            return following.start - token.end <= 1
        return self.last_scale == 1000 and token.width == 3

    def _small_goes_on(self, following: Token | None) -> bool:
        """After digits and a magnitude (1.7 million) words go on only with a magnitude of their own."""
        is_closed = self.saw_digits and self.current is None and self.total > 0
        return not is_closed or (following is not None and following.role in _SCALES)

    def _small(self, value: Decimal, is_whole: bool) -> bool:
        if self.current is None:
            if self.total and (is_whole or value >= self.last_scale):
                return False
            self.current = value
        elif self.has_digits or is_whole or not value or (value >= self.room and not self.takes_tens(value)):
            return False
        else:
            self.current += value
        self.room = ZERO if is_whole or value == TEN or value < 1 or self.ones else place(value)
        self.ones = value if self.ones_first and value < TEN and not self.ones else ZERO
        self.ulp, self.factor = min(ONE, place(value)), ONE
        return True

    def takes_tens(self, value: Decimal) -> bool:
        """Whether ones came last and tens may follow them: five and twenty."""
        return self.ones_first and self.is_linked and ZERO < self.ones < TEN < value < 100 and value % TEN == 0

    def add_tens(self, token: Token) -> None:
        """Add tens to the ones that were written before them."""
        self.current = (self.current or ZERO) + token.value
        self.room, self.end, self.count = ZERO, token.end, self.count + 1

    def _scale(self, value: Decimal, *, can_begin: bool) -> bool:
        if self.current is None and can_begin and (not self.parts or value < self.last_scale):
            self.current = ONE
        if self.current is None or (self.parts and value > self.last_scale):
            return self._multiply(value)
        self.ones = ZERO
        if value < 1000:
            if self.room == 100 or (self.current >= 100 and not self.has_digits):
                return False
            self.current *= value
            self.room, self.factor, self.has_digits, self.ones = value, value, False, ZERO
            return True
        if value >= self.last_scale:
            return False
        self._close(self.current * value, value)
        self.factor = value
        return True

    def _multiply(self, value: Decimal) -> bool:
        """Multiply the smaller parts behind the last bigger one: in "two trillion three thousand million" the last."""
        cut = len(self.parts)
        while cut and self.parts[cut - 1][1] < value:
            cut -= 1
        amount = sum((part for part, _ in self.parts[cut:]), self.current or ZERO) * value
        if cut == len(self.parts) or amount > LARGEST or (cut and self.parts[cut - 1][1] == value):
            return False
        del self.parts[cut:]
        self.factor = value if self.current is not None else self.factor * value
        self._close(amount, value)
        return True

    def _close(self, amount: Decimal, scale: Decimal) -> None:
        """Set an amount apart that its magnitude ends."""
        self.parts.append((amount, scale))
        self.current, self.last_scale, self.room, self.has_digits, self.ones = None, scale, LARGEST, False, ZERO

    def take_attached(self, text: str, lexicon: Lexicon) -> None:
        """Multiply by a magnitude whose letters are glued to the digits: 24K, 1.5bn."""
        letters = attached_letters(text, self.end)
        value = lexicon.attached.get(letters) or lexicon.attached.get(letters.lower() if len(letters) > 1 else "")
        if value is None or self.current is None:
            return
        room = self.room
        self._close(self.current * value, value)
        self.factor, self.room, self.end = value, room, self.end + len(letters)

    def add_tail(self, hit: Hit[Decimal], scale: Decimal) -> None:
        """Add a half or a quarter that follows in words, of the magnitude right before it if there is one."""
        if self.current is None:
            self.parts.append((hit.value * scale, ONE))
        else:
            self.current += hit.value * scale
        self.ulp, self.room, self.end = place(hit.value), ZERO, hit.end


def _joins(page: Page, adder: Adder, token: Token, following: Token | None) -> bool:
    """Whether what stands between two tokens lets them be one number."""
    between = gap(page.folded, adder.end, token.start)
    numbers = page.lexicon.numbers
    if between is None:
        return False
    if between in numbers.joiners:
        return token.role != "digits" or adder.room != 100
    if between in ("", "-"):
        return token.role in _SCALES or (numbers.glued and not between and token.role == "small")
    if numbers.glued and between in numbers.glue_links:
        return token.role in ("small", "scale")
    word = between.strip()
    if token.role in ("scale", "plural") and token.value > adder.factor > 1 and word in page.lexicon.of.entries:
        return True
    scale = following.value if following is not None and following.role in _SCALES else ZERO
    if word in numbers.tens_links and adder.room == TEN:
        return token.role == "small" and token.value < TEN and scale != adder.last_scale
    if word in numbers.links and len(word) < len(between):
        if scale >= 100 > adder.last_scale or scale == adder.last_scale:
            return False
        if token.role == "small" and adder.takes_tens(token.value):
            return True
        return token.role in ("small", "scale", "dual", "digits") and _has_room(adder, following)
    return adder.count == 1 and adder.value < 1 and word in page.lexicon.articles.entries


def _are_tens_behind_ones(page: Page, adder: Adder, token: Token, start: int) -> bool:
    """Whether the tens of "five and twenty", written apart, follow; "between five and twenty" is a range."""
    links = page.lexicon.numbers.ones_links
    if not links or adder.room != 1 or token.role != "small" or not 20 <= token.value < 100 or token.value % 10:
        return False
    between = gap(page.folded, adder.end, token.start)
    is_linked = between is not None and between.strip() in links
    return is_linked and page.lexicon.between_leads.before(page.folded, start) is None


def _has_room(adder: Adder, following: Token | None) -> bool:
    """After "and" only what is smaller may come, so no other hundred may follow."""
    is_open = adder.room in adder.link_rooms or (adder.current is None and adder.total > 0)
    return is_open and not (
        adder.room == 100 and following is not None and following.role in _SCALES and following.value == 100
    )


def add_up(page: Page, i: int) -> tuple[Adder, int]:
    """The longest number that begins at token `i`, and the index after it; nothing taken if no number begins there."""
    tokens, numbers = page.tokens, page.lexicon.numbers
    adder = Adder(tokens[i], ones_first=numbers.ones_first, link_tens=numbers.link_tens)
    j = i
    while j < len(tokens) and j - i < LONGEST:
        token = tokens[j]
        following = tokens[j + 1] if j + 1 < len(tokens) else None
        adder.is_linked = page.folded[adder.end : token.start].strip() in numbers.links
        if adder.count and _are_tens_behind_ones(page, adder, token, tokens[i].start):
            adder.add_tens(token)
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
    is_scale = token.role in _SCALES
    if adder.current is None and not is_scale:
        return
    tail = lexicon.tails.after(folded, adder.end)
    if tail is not None and not (is_scale and _magnitude_at(page, tail.end)):
        adder.add_tail(tail, token.value if is_scale else ONE)
    if adder.current is None:
        return
    mark = lexicon.infix.after(folded, adder.end)
    if mark is not None and _magnitude_at(page, mark.end):
        adder.comparator, adder.end = mark.value, mark.end


def _magnitude_at(page: Page, end: int) -> bool:
    """Whether a magnitude follows after one space, so that a mark stands inside the number."""
    i = page.first_from(end)
    return i < len(page.tokens) and page.tokens[i].role in _SCALES and page.tokens[i].start == end + 1


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


def start_behind_article(page: Page, tokens: Sequence[Token]) -> int:
    """Where a number begins if a "one" that may be the article stays outside: (un) millón, (un) tercio."""
    one = tokens[0]
    is_article = one.role == "small" and page.folded[one.start : one.end] in page.lexicon.articles.entries
    is_apart = is_article and len(tokens) > 1 and tokens[1].start > one.end
    stays_out = is_apart and tokens[1].role not in ("small", "digits")
    return tokens[1].start if stays_out else one.start
