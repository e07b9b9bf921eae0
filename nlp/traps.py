"""Numbers that are no quantities: versions, models, numbers of things, clock times, scores, telephone numbers."""

import re

from nlp.addresses import is_house, is_house_before
from nlp.cased import cased_at
from nlp.clock_times import is_clock_time, is_hour
from nlp.layers import Counted
from nlp.lookup import begins_word, is_hangul, is_katakana, is_letter
from nlp.numeral import TEN, Numeral, Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity
from nlp.results import is_result
from nlp.telephones import is_called, is_telephone

_GLUE = "/⁄_@#&=\\№"
_SEPARATORS = "-:/.–"
_TOO_LONG = 16
_ORDINAL = re.compile(r"\.[ \u00a0\u202f]?(?=[^\W\d_])")
_TWENTY = 20
_BEYOND_ORDINALS = 10**15
_BEST_SCORE = 100
_QUOTED = ("» ", "“ ", "” ")
"""The end of a name in quotation marks, before a space."""
_MOST_THINGS = 999
_LISTED = re.compile(r"\d\.,? [^\W\d_]{1,5} $", re.ASCII)
"""Another ordinal and a word before: the 3. or (4. meeting)."""


def is_trap(page: Page, q: Quantity, phrases: Phrases, counted: Counted | None) -> bool:
    """Whether the number counts nothing, although the noun `counted` may stand behind it."""
    n = q.numeral
    if n.form in ("magnitude", "adjective") or n.is_multiple:
        return False
    if n.is_share or (n.n_tokens == 1 and n.first is not None and n.first.role == "fraction"):
        return phrases.traps.share_before.before(page.folded, q.start) is not None
    if q.kind == "duration" and phrases.traps.before_time.before(page.folded, q.start) is not None:
        return True
    if _has_neighbour_words(page, q, phrases) or is_hour(page, q, phrases, counted):
        return True
    if counted is None and _is_numbered_alone(page, q, phrases):
        return True
    if n.form != "digits":
        return _is_part_of_word(page.folded, q) or _is_part_of_ordinal(page, q, phrases)
    if phrases.traps.ordinal_stop != "never" and _is_ordinal(page, q, phrases):
        return True
    if not q.has_sign and (is_house_before(page, q, phrases) or (counted is None and is_house(page, q, phrases))):
        return True
    if is_result(page.text, q) or (counted is None and is_called(page, q, phrases)):
        return True
    return _is_glued(page, q, phrases) or _is_written_as_code(page, q, counted) or _is_name(page, q, phrases, counted)


def _is_part_of_ordinal(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether a round number in words goes on with an ordinal: forty fifth, hundred and twenty first."""
    n = q.numeral
    if q.has_sign or n.form != "words" or not n.is_point or n.low < _TWENTY or not _is_round(n):
        return False
    return phrases.traps.ordinals.after(page.folded, n.end) is not None


def _is_round(n: Numeral) -> bool:
    """Whether the number is so many tens."""
    return n.low < _BEYOND_ORDINALS and not n.low % TEN


def _has_neighbour_words(page: Page, q: Quantity, phrases: Phrases) -> bool:
    if q.trend is None and (_is_joined(page.folded, q, phrases.traps.joints) or _is_score(page, q, phrases)):
        return True
    end = q.noun.end if q.noun is not None else q.end
    after = phrases.traps.after.at(page.folded, q.end)
    if after is None and not page.lexicon.is_spaced and not page.lexicon.writing.starts_apart:
        after = phrases.traps.after.after(page.folded, q.end)
    if after is not None and after.end > end and q.numeral.factor < 1000:
        return True
    if phrases.traps.after_tens.at(page.folded, q.end) is not None and _is_round(q.numeral):
        return True
    if _is_counted_up(page, q, phrases):
        return True
    if q.has_sign and q.kind != "duration":
        return q.kind == "money" and phrases.traps.after_money.at(page.folded, q.end) is not None
    is_clock = is_clock_time(page, q, end, phrases)
    if is_clock is not None:
        return is_clock
    is_plain = not q.has_sign and not q.numeral.has_magnitude
    return (is_plain or q.numeral.form == "words") and _is_numbered(page, q, phrases)


def _is_counted_up(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether behind the unit or the classifier stands what makes the number an ordinal: the third person."""
    if not phrases.traps.after_counter.entries:
        return False
    classifier = phrases.classifiers.after(page.folded, q.end) if q.noun is None else None
    end = q.noun.end if q.noun is not None else classifier.end if classifier is not None else None
    return end is not None and phrases.traps.after_counter.at(page.folded, end) is not None


def _is_joined(text: str, q: Quantity, joints: tuple[str, ...]) -> bool:
    """Whether a joint ties the number to another one, as in clock times and scores."""
    end = q.numeral.end
    if not joints:
        return False
    is_before = any(
        text.endswith(j, 0, q.start) and text[q.start - len(j) - 1 : q.start - len(j)].isdigit() for j in joints
    )
    return is_before or any(text.startswith(j, end) and text[end + len(j) : end + len(j) + 1].isdigit() for j in joints)


def _is_score(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """One of two bare numbers that are no range, the second no bigger: they won 3 to 1."""
    links = phrases.traps.score_links
    if not links.entries or q.has_sign or q.is_range or q.numeral.n_tokens > 1:
        return False
    i = page.first_from(q.numeral.start)
    pairs = zip(page.tokens[max(0, i - 1) : i + 1], page.tokens[max(1, i) : i + 2], strict=False)
    return any(
        _BEST_SCORE > one.value >= two.value
        and {one.role, two.role} <= {"digits", "small"}
        and page.folded[one.end : two.start].strip() in links.entries
        for one, two in pairs
    )


def _is_numbered(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Behind a word for things that have numbers, or a capital inside the sentence: Section 230, the Four Hills."""
    is_counted = not page.lexicon.is_spaced and q.numeral.form == "words" and phrases.classifiers.at(page.folded, q.end)
    if q.has_sign or is_counted:
        return False
    if phrases.traps.before.before(page.folded, q.start) is not None:
        return phrases.traps.not_before.before(page.folded, q.start) is None
    if (
        phrases.traps.capital_nouns
        or q.numeral.form != "words"
        or not page.text[q.start].isupper()
        or not _is_inside_sentence(page.text, q.start)
    ):
        return False
    word, start = _word_before(page.text, q.start)
    return bool(word) and page.text[start].islower()


def _is_numbered_alone(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether the number is that of a thing by the word before it and by nothing counted behind it: match four."""
    table, n = phrases.traps.before_alone, q.numeral
    if not table.entries or q.has_sign or q.is_range or n.low > _MOST_THINGS:
        return False
    following = page.folded[q.end : q.end + 2].lstrip()
    if following[:1].isdigit() or phrases.traps.not_before.before(page.folded, q.start) is not None:
        return False
    return table.before(page.folded, q.start) is not None


def _is_ordinal(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Digits with a full stop before a small letter, or behind an article or another ordinal: the 3. place."""
    n, text, end = q.numeral, page.text, q.numeral.end
    if q.has_sign or n.has_magnitude or n.has_decimals or n.low >= 1000 or text[end : end + 1] != ".":
        return False
    match = _ORDINAL.match(text, end)
    if match is not None and (text[match.end()].islower() or phrases.traps.ordinal_stop == "before_any"):
        return True
    is_listed = _LISTED.search(text[max(0, q.start - 10) : q.start]) is not None
    return is_listed or phrases.traps.ordinal_lead.before(page.folded, q.start) is not None


def _is_glued(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Letters, slashes and the like right beside the digits."""
    text, start, end = page.folded, q.start, q.end
    proclitics = page.lexicon.writing.proclitics
    is_sign = text[max(0, start - 2) : start] in ("<=", ">=")
    if start and text[start - 1] in _GLUE and not is_sign and q.kind != "money":
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


def _is_part_of_word(text: str, q: Quantity) -> bool:
    """A number word of one token behind letters and a hyphen: Kim Jong-un."""
    start = q.numeral.start
    return q.numeral.n_tokens == 1 and text[start - 1 : start] == "-" and is_letter(text[max(0, start - 2)])


def _is_written_as_code(page: Page, q: Quantity, counted: Counted | None) -> bool:
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


def _is_passed(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether a limit stands behind the number that needs an ending at it: the Storm Toll 800's Above."""
    hit = cased_at(page.folded, q.end, phrases.limits.cased, page.lexicon.writing.suffixes, is_trend=False)
    return hit is not None


def _is_name(page: Page, q: Quantity, phrases: Phrases, counted: Counted | None) -> bool:
    """A plain number behind a name in capitals: Falcon 9, Lumen 3.5."""
    n: Numeral = q.numeral
    if q.has_sign or n.has_magnitude or q.is_range or (n.first and n.first.is_grouped) or n.low >= 10000:
        return False
    if _is_glued_to_name(page, q, phrases, counted):
        return True
    if phrases.limits.before.before(page.folded, q.start) is not None or _is_passed(page, q, phrases):
        return False
    is_decimal = n.has_decimals and page.lexicon.numbers.decimal == "," and "," in page.text[n.start : n.end]
    is_counted = is_decimal or (counted is not None and _is_surely_counted(page, counted, phrases))
    if page.text[max(0, q.start - 2) : q.start].endswith(_QUOTED) and not is_counted:
        return True
    word, start = _word_before(page.text, q.start)
    if len(word) < 2 or not (word[0].isupper() or _has_capitals_inside(word)) or is_counted:
        return False
    if page.text[start - 1 : start] in tuple('«„“"') and page.text[q.end : q.end + 1] in tuple('»“”"'):
        return True
    if phrases.language.about.script == "Latn" or not word.isascii():
        is_address = phrases.traps.before.before(page.folded, start) is not None
        return is_address or _is_inside_sentence(page.text, start) or _has_capitals_inside(word)
    return True


def _is_glued_to_name(page: Page, q: Quantity, phrases: Phrases, counted: Counted | None) -> bool:
    """Behind a name in an alphabet that sets no capitals, nothing that could be counted behind the number."""
    text, start = page.folded, q.start
    if not start or not (is_katakana(text[start - 1]) or is_hangul(text[start - 1])):
        return False
    if (counted is not None and counted.concept) or phrases.classifiers.after(text, q.end):
        return False
    return not any(
        table.before(text, start)
        for table in (phrases.limits.before, phrases.limits.transparent, phrases.limits.emphasis_before)
    )


def _is_surely_counted(page: Page, counted: Counted, phrases: Phrases) -> bool:
    """Whether the noun behind the number is one that is counted, so that no name ends with the number."""
    endings = phrases.traps.named_endings
    if endings and not page.folded.endswith(endings, 0, counted.end):
        return True
    return phrases.traps.capital_nouns or counted.concept is not None or _is_plural(page, counted)


def _is_plural(page: Page, counted: Counted) -> bool:
    """Whether the head differs from its base form, as it does behind a number."""
    return not page.folded[counted.start : counted.end].endswith(counted.lemma)


def _word_before(text: str, end: int) -> tuple[str, int]:
    if not end or text[end - 1] not in " \u00a0":
        return "", end
    stop = end - 1
    start = stop
    while start > 0 and stop - start < 30 and (text[start - 1].isalnum() or text[start - 1] in "-'’&"):
        start -= 1
    word = text[start:stop]
    cut = max((k + 1 for k, c in enumerate(word) if "\u2e80" <= c <= "\u9fff"), default=0)
    return word[cut:], start + cut


def _has_capitals_inside(word: str) -> bool:
    return any(c.isupper() for c in word[1:])


def _is_inside_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 2) : start]
    return bool(before) and before[-1] in " \u00a0(" and before[0] not in ".!?\n:" if len(before) > 1 else False
