"""Numbers in a text: which reading begins at a token, and the value of a text that is nothing but a number."""

from dataclasses import replace
from decimal import Decimal

from nlp.adding import added_numeral
from nlp.anchors import Token, scan
from nlp.between import between_numeral
from nlp.bundle import Beside
from nlp.fold import fold
from nlp.inexact import inverted_numeral, share_numeral, vague_numeral
from nlp.language import Language
from nlp.lexicon import Lexicon, lexicon_of
from nlp.lone import lone_numeral
from nlp.lookup import is_hiragana, is_letter
from nlp.myriads import myriad_numeral
from nlp.numeral import ONE, Numeral, Page, gap
from nlp.pairs import pair_numeral, settled
from nlp.scaled import scaled_numeral
from nlp.signs import NEGATIVE, signs_of
from nlp.thinning import thinned

_SIGNS = frozenset("-−–+")
_NEAR = 8
"""Characters at the edges of a text that is nothing but a number."""
_BEFORE_SIGN = " (\n\t=<>$€£¥₹₽₴₺₩"
NO_NUMBERS = frozenset(("idiom", "unit", "point"))
"""Words that no number begins with."""
_NO_NUMBERS = NO_NUMBERS | {"relative_year", "relative_month"}
_OF_THEIR_OWN = frozenset(("multiple", "multiple_noun", "between"))


def read_page(text: str, lexicon: Lexicon, signs: Beside) -> Page:
    """The text, folded and scanned for whatever can begin a figure."""
    folded = fold(text, lexicon.writing.folding)
    tokens, plain = scan(folded, lexicon), folded.replace("\u00a0", " ")
    if lexicon.numbers.pair and lexicon.numbers.composition == "additive":
        tokens = settled(tokens, folded)
    return Page(text, plain, _with_genitives(plain, tokens, lexicon), lexicon, signs)


def _with_genitives(text: str, tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens, those plurals one that are the genitive of the singular behind a word that governs it."""
    if not lexicon.genitives:
        return tokens
    return [replace(t, role="scale") if _is_genitive(text, t, lexicon) else t for t in tokens]


def _is_genitive(text: str, token: Token, lexicon: Lexicon) -> bool:
    is_form = token.role == "plural" and text[token.start : token.end] in lexicon.genitives
    return is_form and lexicon.genitive_behind.before(text, token.start) is not None


def read_numeral(page: Page, i: int) -> Numeral | None:
    """The number that begins at token `i`, the longest reading first and read once; None if the token begins none."""
    if i not in page.numerals:
        page.numerals[i] = _read(page, i)
    return page.numerals[i]


def _read(page: Page, i: int) -> Numeral | None:
    role = page.tokens[i].role
    if role in _OF_THEIR_OWN:
        return _of_its_own(page, i)
    if role in _NO_NUMBERS:
        return None
    if role == "pair" and page.lexicon.is_additive:
        return pair_numeral(page, i)
    lone = lone_numeral(page, i) or scaled_numeral(page, i)
    if lone is not None:
        found: Numeral | None = lone
    elif page.lexicon.numbers.composition == "myriad":
        found = share_numeral(page, i) or myriad_numeral(page, i)
    else:
        found = share_numeral(page, i) or inverted_numeral(page, i) or vague_numeral(page, i) or added_numeral(page, i)
    return _signed(page, found) if found is not None else None


def _of_its_own(page: Page, i: int) -> Numeral | None:
    """The number that a word is which goes on with no other: a multiple, or an amount between two numbers."""
    role = page.tokens[i].role
    if role == "between":
        return between_numeral(page, i)
    is_multiple = not _is_counted(page, i) if role == "multiple" else _stands_for_multiple(page, i)
    return _multiple(page, i) if is_multiple else None


def _stands_for_multiple(page: Page, i: int) -> bool:
    """Whether a noun such as "the double" is one: an adjective of the same form stands before another noun."""
    token, lexicon = page.tokens[i], page.lexicon
    if lexicon.definite.before(page.folded, token.start) is None:
        return False
    is_before_word = (
        page.folded[token.end : token.end + 1] == " " and page.folded[token.end + 1 : token.end + 2].isalpha()
    )
    return not is_before_word or lexicon.than.after(page.folded, token.end) is not None


def _is_counted(page: Page, i: int) -> bool:
    """Whether a number right before a word such as "doubles" counts it: two doubles."""
    before = page.tokens[i - 1] if i else None
    is_number = before is not None and before.role in ("small", "digits") and before.value > 1
    return is_number and before is not None and gap(page.folded, before.end, page.tokens[i].start) == " "


def _multiple(page: Page, i: int) -> Numeral:
    token = page.tokens[i]
    return Numeral(
        token.start, token.end, token.value, token.value, n_tokens=1, form="words", is_multiple=True, first=token
    )


def _signed(page: Page, numeral: Numeral) -> Numeral:
    """The number with the sign before it; a dash between words or numbers is no sign."""
    start, text = numeral.start, page.folded
    sign = text[start - 1 : start]
    if sign in _SIGNS and numeral.form == "digits" and _opens(text, start - 1):
        return _negated(numeral, start - 1) if sign != "+" else numeral
    if start < _NEAR and text[:start].strip() in ("-", "−") and not _rest(text, numeral.end):
        return _negated(numeral, text.index(text.strip()))
    behind = start - (sign == "-" and numeral.form == "digits")
    word = page.lexicon.negative.before(text, behind) if page.before(behind) & NEGATIVE else None
    if word is None or numeral.is_share or page.lexicon.not_negative.before(text, behind) is not None:
        return numeral
    is_behind_digits = text[max(0, word.start - 2) : word.start].rstrip()[-1:].isdigit()
    return numeral if is_behind_digits else _negated(numeral, word.start)


def _rest(text: str, end: int) -> str:
    """What follows near the end of the text, which must not be long: slices of a long text take their time."""
    return text[end:].strip() if len(text) - end < _NEAR else text[end : end + _NEAR]


def _opens(text: str, at: int) -> bool:
    """Whether a sign at this place begins something: no number or word runs up to it."""
    if not at:
        return True
    if is_hiragana(text[at - 1]) or (text[at] == "−" and text[at - 1].isalpha() and not is_letter(text[at - 1])):
        return True
    return text[at - 1] in _BEFORE_SIGN and not text[max(0, at - 2)].isdigit()


def _negated(numeral: Numeral, start: int) -> Numeral:
    high = None if numeral.high is None else -numeral.high
    low, high = (-numeral.low, high) if high is None or numeral.is_point else (high, -numeral.low)
    return replace(numeral, start=start, low=low, high=high)


def parse_numeral(text: str, language: Language) -> Decimal | None:
    """The value of a written number, in plain units ("16 млн" -> 16000000); None if the text is anything else."""
    lexicon = lexicon_of(language)
    page = read_page(thinned(text, lexicon.writing.ignored)[0], lexicon, signs_of(language))
    numeral = read_numeral(page, 0) if page.tokens else None
    if numeral is None or not numeral.is_point:
        return None
    is_all = not page.folded[: numeral.start].strip() and not page.folded[numeral.end :].strip()
    return numeral.low * ONE if is_all else None
