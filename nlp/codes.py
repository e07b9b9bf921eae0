"""Numbers that are written as codes: glued to letters or signs, dotted, led by zeros, telephone numbers."""

from nlp.layers import Counted
from nlp.lookup import begins_word, is_letter
from nlp.numeral import TEN, Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity
from nlp.telephones import is_telephone

_GLUE = "/⁄_@#&=\\№"
_SEPARATORS = "-:/.–"
_TOO_LONG = 16
_SIGNS_BEFORE = "$€£"
_BEFORE_SPACE = "0123456789) "
"""What stands before a space inside a telephone number."""
_PLAIN_BEFORE, _PLAIN_BEHIND = (" ", "("), ("", " ", ",", ".", ";", ":", ")")


def stands_apart(text: str, q: Quantity) -> bool:
    """Whether nothing beside a number makes it a code, as of most: neither of the two rules below finds anything.

    A space stands before it that no digit stands before, or a sign of money; a space or a mark of the sentence behind.
    """
    n, first = q.numeral, q.numeral.first
    if first is None or first.start != n.start or first.is_grouped or first.is_zero_led or first.width >= _TOO_LONG:
        return False
    lead, rest, behind = text[n.start - 2 : n.start], text[first.end : first.end + 2], text[n.end : n.end + 2]
    if len(lead) < 2 or not (lead[1] in _SIGNS_BEFORE or (lead[1] == " " and lead[0] not in _BEFORE_SPACE)):
        return False
    if (behind[1:].isdigit() and behind[0] in _SEPARATORS) or (rest[1:].isdigit() and rest[0] == " "):
        return False
    if q.start != n.start and text[q.start - 1 : q.start] not in _PLAIN_BEFORE:
        return False
    return q.has_sign or text[q.end : q.end + 1] in _PLAIN_BEHIND


def is_glued(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Letters, slashes and the like right beside the digits."""
    text, start, end = page.folded, q.start, q.end
    proclitics = page.lexicon.writing.proclitics
    is_tied = start > 0 and text[start - 1] in _GLUE and text[max(0, start - 2) : start] not in ("<=", ">=")
    if is_tied and q.kind != "money":
        return True
    if not begins_word(text, start, proclitics) and q.kind not in ("money", "percent"):
        limit = phrases.limits.before.before(text, start)
        return limit is None or limit.end < start or not text[start - 1].isalpha() or text[start - 1].isascii()
    if (
        start > 1
        and text[start - 1] == "-"
        and (text[start - 2].isdigit() or not begins_word(text, start - 1, proclitics))
    ):
        return (not q.is_range and not q.has_sign) or text[start - 2].isdigit()
    if q.has_sign or end >= len(text):
        return False
    if phrases.traps.hyphen_names and text[end] == "-" and is_letter(text[end + 1 : end + 2] or " "):
        if text.startswith(phrases.lexicon.compound, end + 1) or phrases.classifiers.at(text, end) is not None:
            return False
        return not q.numeral.has_magnitude and q.numeral.form == "digits"
    if text.startswith(phrases.lexicon.compound, end):
        return False
    is_path = text[end] == "/" and text[end + 1 : end + 2].isalnum() and not q.numeral.has_magnitude
    return is_letter(text[end]) or text[end] in "_@=" or is_path


def is_part_of_word(text: str, q: Quantity) -> bool:
    """A number word of one token behind letters and a hyphen: Kim Jong-un."""
    start = q.numeral.start
    return q.numeral.n_tokens == 1 and text[start - 1 : start] == "-" and is_letter(text[max(0, start - 2)])


def is_written_as_code(page: Page, q: Quantity, counted: Counted | None) -> bool:
    """Times, scores, telephone numbers, dotted versions, long or zero-led runs."""
    text, start, end = page.folded, q.numeral.start, q.numeral.end
    first = q.numeral.first
    if first is not None and (first.width >= _TOO_LONG or (first.is_zero_led and not _is_padded(page, q, counted))):
        return True
    if is_telephone(text, start, end):
        return True
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if len(before) == 2 and before[1] in _SEPARATORS + "," and before[0].isdigit():
        return True
    if start and text[start - 1] == "+":
        return not q.has_sign
    if q.has_sign:
        return len(after) == 2 and after[0] in ":." and after[1].isdigit()
    return len(after) == 2 and after[0] in _SEPARATORS and after[1].isdigit()


def _is_padded(page: Page, q: Quantity, counted: Counted | None) -> bool:
    """Whether a zero only fills up a number below ten that counts something, as official style has it: 05 people."""
    first = q.numeral.first
    is_short = first is not None and first.width == 2 and 0 < first.value < TEN and first.ulp == 1
    return page.lexicon.numbers.padded and is_short and (q.has_sign or counted is not None)
