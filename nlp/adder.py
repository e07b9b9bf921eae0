"""The state of a number that grows by adding smaller parts and multiplying by magnitudes."""

from decimal import Decimal

from corpus.tables import Comparator
from nlp.anchors import Token
from nlp.lexicon import Lexicon
from nlp.lookup import Hit
from nlp.numeral import LARGEST, ONE, SCALES, TEN, ZERO, attached_letters, place

TWO = Decimal(2)


class Adder:
    """The state of a number that grows by adding smaller parts and multiplying by magnitudes."""

    def __init__(self, first: Token, *, ten_takes_ones: bool = False) -> None:
        self.lone = ZERO if ten_takes_ones else TEN
        self.parts: list[tuple[Decimal, Decimal]] = []
        self.current: Decimal | None = None
        self.ahead = ZERO
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
        return self.total + (ONE + self.ahead if self.ahead else self.current or ZERO)

    def take(self, token: Token, following: Token | None) -> bool:
        """Add the token; False if it cannot belong to this number."""
        if token.role == "digits":
            fits = self._digits(token, following)
        elif token.role in ("small", "whole"):
            fits = self._small_goes_on(following) and self._small(token.value, token.role == "whole")
        elif token.role == "ahead":
            fits = self._part_ahead(token.value)
        elif token.role == "dual":
            fits = token.value < self.last_scale and (self.current is not None or self._small(TWO, False))
            fits = fits and self._scale(token.value, can_begin=False)
        elif token.role in SCALES:
            fits = self._scale(token.value, can_begin=token.role == "scale")
        else:
            fits = token.role == "half" and self._half(token.value, following)
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
            self.current = self._with_ahead(token.value)
        self.ulp, self.room, self.has_digits, self.factor = min(token.ulp, place(self.current)), ZERO, True, ONE
        self.saw_digits = True
        return True

    def _goes_on(self, token: Token, following: Token | None) -> bool:
        """Digits go on with a number if a smaller magnitude follows or if they fill up the thousands."""
        if token.value >= self.last_scale:
            return False
        if following is not None and following.role in SCALES and following.value < self.last_scale:
            return following.start - token.end <= 1
        return self.last_scale == 1000 and token.width == 3

    def _small_goes_on(self, following: Token | None) -> bool:
        """After digits and a magnitude (1.7 million) words go on only with a magnitude of their own."""
        is_closed = self.saw_digits and self.current is None and self.total > 0
        return not is_closed or (following is not None and following.role in SCALES)

    def _small(self, value: Decimal, is_whole: bool) -> bool:
        if self.current is None:
            if self.total and (is_whole or value >= self.last_scale):
                return False
            self.current = value = self._with_ahead(value)
        elif self.current == ZERO and not self.has_digits and self.count == 1:
            self.current = value
        elif self.has_digits or is_whole or not value or value >= self.room:
            return False
        else:
            self.current += value
        is_last = is_whole or value == self.lone or value < 1
        self.room = Decimal(100) if self.total and not value else ZERO if is_last else place(value)
        self.ulp, self.factor = min(ONE, place(value)), ONE
        return True

    def _half(self, value: Decimal, following: Token | None) -> bool:
        """Begin with a half, or go on with half of a smaller magnitude: a billion and half a million."""
        if self.count == 0:
            return self._small(value, True)
        if self.current is not None or not is_smaller(following, self.last_scale):
            return False
        self.current, self.ulp, self.room, self.factor = value, value, ZERO, ONE
        return True

    def _part_ahead(self, value: Decimal) -> bool:
        """Keep a part for the number behind it; alone, or before a magnitude, it is added to one."""
        if self.count:
            return False
        self.ahead, self.ulp = value, place(value)
        return True

    def _with_ahead(self, value: Decimal) -> Decimal:
        whole, self.ahead = value + self.ahead, ZERO
        return whole

    def add_tens(self, token: Token) -> None:
        """Add tens to the ones that were written before them."""
        self.current = (self.current or ZERO) + token.value
        self.room, self.end, self.count = ZERO, token.end, self.count + 1

    def add_decimals(self, value: Decimal, ulp: Decimal, end: int) -> None:
        """Add the decimals that were told behind a word for the point."""
        self.current = (self.current or ZERO) + value
        self.ulp, self.end, self.room, self.has_digits, self.factor = ulp, end, ZERO, True, ONE

    def _scale(self, value: Decimal, *, can_begin: bool) -> bool:
        if self.current is None and can_begin and (not self.parts or value < self.last_scale):
            self.current = self._with_ahead(ONE)
        if self.current is None or (self.parts and value > self.last_scale):
            return self._multiply(value)
        if value < 1000:
            if self.room == 100 or (self.current >= 100 and not self.has_digits):
                return False
            self.current *= value
            self.room, self.factor, self.has_digits = value, value, False
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
        self.current, self.last_scale, self.room, self.has_digits = None, scale, LARGEST, False

    def take_attached(self, text: str, lexicon: Lexicon) -> None:
        """Multiply by a magnitude whose letters are glued to the digits or, where they may, stand apart: 24K, 1.5 k."""
        value, end = attached_magnitude(text, self.end, lexicon, has_decimals=self.ulp < ONE)
        if value is None or self.current is None:
            return
        room = self.room
        self._close(self.current * value, value)
        self.factor, self.room, self.end = value, room, end

    def add_tail(self, hit: Hit[Decimal], scale: Decimal) -> None:
        """Add a half or a quarter that follows in words, of the magnitude right before it if there is one."""
        if self.current is None:
            self.parts.append((hit.value * scale, ONE))
        else:
            self.current += hit.value * scale
        self.ulp, self.room, self.end = place(hit.value), ZERO, hit.end


def is_smaller(token: Token | None, scale: Decimal) -> bool:
    """Whether a token is a magnitude below another one."""
    return token is not None and token.role in SCALES and token.value < scale


def attached_magnitude(text: str, end: int, lexicon: Lexicon, *, has_decimals: bool) -> tuple[Decimal | None, int]:
    """The magnitude whose letters stand behind this place, and where they end."""
    letters = attached_letters(text, end)
    if not letters:
        start = end + (2 if text[end : end + 2] == "  " else text[end : end + 1] == " ")
        if attached_letters(text, start) in lexicon.apart:
            letters, end = attached_letters(text, start), start
    value = lexicon.attached.get(letters) or lexicon.attached.get(letters.lower() if len(letters) > 1 else "")
    value = value or (lexicon.with_decimals.get(letters) if has_decimals else None)
    return value, end + len(letters)
