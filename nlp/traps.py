"""Numbers that are no quantities: versions, models, numbers of things, clock times, scores, telephone numbers."""

import re

from nlp.addresses import is_house, is_house_before
from nlp.clock_times import is_clock_time, is_hour
from nlp.codes import is_glued, is_part_of_word, is_written_as_code, stands_apart
from nlp.layers import Counted
from nlp.named_things import is_inside_sentence, is_named_thing, word_before
from nlp.numeral import TEN, Numeral, Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity
from nlp.results import is_result
from nlp.signs import CLOCK, CLOCK_AHEAD, HOUR_AHEAD, LIMIT, TRAP, TRAP_AHEAD
from nlp.telephones import is_called

_ORDINAL = re.compile(r"\.[ \u00a0\u202f]?(?=[^\W\d_])")
_BEHIND, _AHEAD = TRAP | CLOCK, CLOCK_AHEAD | HOUR_AHEAD | LIMIT | TRAP_AHEAD
_TWENTY = 20
_BEYOND_ORDINALS = 10**15
_BEST_SCORE = 100
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
    if _is_told_by_words(page, q, phrases, counted):
        return True
    if n.form != "digits":
        return is_part_of_word(page.folded, q) or _is_part_of_ordinal(page, q, phrases)
    if not q.has_sign and _is_told_of_bare(page, q, phrases, counted):
        return True
    if not stands_apart(page.folded, q) and (is_glued(page, q, phrases) or is_written_as_code(page, q, counted)):
        return True
    return not q.has_sign and is_named_thing(page, q, phrases, counted)


def _is_told_of_bare(page: Page, q: Quantity, phrases: Phrases, counted: Counted | None) -> bool:
    """Whether digits without a sign are an ordinal, a house number, a result, or a number to call."""
    if phrases.traps.ordinal_stop != "never" and _is_ordinal(page, q, phrases):
        return True
    if is_result(page.text, q) or is_house_before(page, q, phrases):
        return True
    return counted is None and (is_house(page, q, phrases) or is_called(page, q, phrases))


def _is_told_by_words(page: Page, q: Quantity, phrases: Phrases, counted: Counted | None) -> bool:
    """Whether words right beside the number tell that it counts nothing."""
    if q.kind == "duration" and phrases.traps.before_time.before(page.folded, q.start) is not None:
        return True
    if _may_have_neighbours(page, q, phrases) and (
        _has_neighbour_words(page, q, phrases) or is_hour(page, q, phrases, counted)
    ):
        return True
    may_be_numbered = counted is None and page.before(q.start) & TRAP_AHEAD
    return bool(may_be_numbered) and _is_numbered_alone(page, q, phrases)


def _is_part_of_ordinal(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether a round number in words goes on with an ordinal: forty fifth, hundred and twenty first."""
    n = q.numeral
    if q.has_sign or n.form != "words" or not n.is_point or n.low < _TWENTY or not _is_round(n):
        return False
    return phrases.traps.ordinals.after(page.folded, n.end) is not None


def _is_round(n: Numeral) -> bool:
    """Whether the number is so many tens."""
    return n.low < _BEYOND_ORDINALS and not n.low % TEN


def _may_have_neighbours(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether words beside the number may tell that it counts nothing: beside digits they show by their signs."""
    if q.numeral.form != "digits" or q.kind == "duration" or phrases.traps.ties_numbers:
        return True
    return bool(page.behind(q.end) & _BEHIND or page.before(q.start) & _AHEAD)


def _has_neighbour_words(page: Page, q: Quantity, phrases: Phrases) -> bool:
    if q.trend is None and (_is_joined(page.folded, q, phrases.traps.joints) or _is_score(page, q, phrases)):
        return True
    end = q.noun.end if q.noun is not None else q.end
    is_marked = page.behind(q.end) & TRAP
    after = phrases.traps.after.at(page.folded, q.end) if is_marked else None
    if is_marked and after is None and not page.lexicon.is_spaced and not page.lexicon.writing.starts_apart:
        after = phrases.traps.after.after(page.folded, q.end)
    if after is not None and after.end > end and q.numeral.factor < 1000:
        return True
    if is_marked and phrases.traps.after_tens.at(page.folded, q.end) is not None and _is_round(q.numeral):
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
    if not joints:
        return False
    end = q.numeral.end
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
    if page.before(q.start) & TRAP_AHEAD and phrases.traps.before.before(page.folded, q.start) is not None:
        return phrases.traps.not_before.before(page.folded, q.start) is None
    if (
        phrases.traps.capital_nouns
        or q.numeral.form != "words"
        or not page.text[q.start].isupper()
        or not is_inside_sentence(page.text, q.start)
    ):
        return False
    word, start = word_before(page.text, q.start)
    return bool(word) and page.text[start].islower()


def _is_numbered_alone(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether the number is that of a thing by the word before it and by nothing counted behind it: match four."""
    table, n = phrases.traps.before_alone, q.numeral
    if q.has_sign or q.is_range or n.low > _MOST_THINGS:
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
