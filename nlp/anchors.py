"""Where figures can begin: one scan for digits and one pass of the automaton, merged into tokens in text order."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import attrgetter
from typing import Literal

from nlp.atoms import Atom, Role
from nlp.digit_shapes import decimal_signs
from nlp.glued import LONGEST as LONGEST_WORD
from nlp.glued import parts_of
from nlp.lexicon import Lexicon
from nlp.lookup import begins_word, is_letter

LONGEST = 22
"""Digits in a row beyond which a run is an identifier, not a quantity."""


_UNIT = Decimal(1)
_POINT = re.compile("[.,·]")


@dataclass(slots=True)  # not frozen: made for every number, and freezing costs a third of that
class Token:
    """A digit run or a number word. `ulp` is one unit of the last written digit; `width` counts whole digits."""

    start: int
    end: int
    role: Role | Literal["digits"]
    value: Decimal
    ulp: Decimal = _UNIT
    width: int = 0
    is_grouped: bool = False
    is_zero_led: bool = False
    unit: str | None = None
    high: Decimal | None = None
    is_stem: bool = False


def scan(folded: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of a folded text, without overlaps, in order."""
    digits = _digit_tokens(folded, lexicon)
    words = _word_tokens(folded.replace("\u00a0", " "), lexicon)
    return sorted(digits + words, key=attrgetter("start")) if digits and words else digits or words


def _word_tokens(folded: str, lexicon: Lexicon) -> list[Token]:
    matches = lexicon.automaton.find_matches_as_indexes(folded)
    return _spaced_words(matches, folded, lexicon) if lexicon.is_spaced else _unspaced_words(matches, folded, lexicon)


def _spaced_words(matches: list[tuple[int, int, int]], folded: str, lexicon: Lexicon) -> list[Token]:
    out: list[Token] = []
    proclitics, is_glued, done = lexicon.writing.proclitics, lexicon.numbers.glued, 0
    for index, start, end in matches:
        if start < done:
            continue
        if start and is_letter(folded[start - 1]) and not begins_word(folded, start, proclitics):
            out += _words_inside(folded, start, end, lexicon)
            done = max(end, out[-1].end) if out else end
            continue
        atom = lexicon.atoms[index]
        rest = _letters_after(folded, end)
        if rest <= (lexicon.stem_rest if atom.is_stem else 0):
            out.append(_token(start, end + rest, atom, is_stem=atom.is_stem))
        elif is_glued and (parts := _glued_tokens(folded, start, lexicon)):
            out += parts
            done = parts[-1].end
        else:
            tokens = _cut_phrase(folded, start, end, lexicon) or _behind_proclitic(folded, start, lexicon)
            out += tokens
            done = tokens[-1].end if tokens else done
    return out


def _cut_phrase(folded: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The words of a phrase whose last word goes on to be another one: a thousand tu|gs is no thousand tu."""
    cut = folded.rfind(" ", start, end)
    if cut < 0:
        return []
    atom = lexicon.by_form.get(folded[start:cut])
    first = [Token(start, cut, atom.role, atom.value, unit=atom.unit)] if atom is not None else []
    return [*first, *_word_at(folded, cut + 1, lexicon)]


def _word_at(folded: str, begin: int, lexicon: Lexicon) -> list[Token]:
    """The whole word of a number that begins here."""
    found = lexicon.automaton.find_matches_as_indexes(folded[begin : begin + LONGEST_WORD])[:1]
    if not found or found[0][1] or _letters_after(folded, begin + found[0][2]):
        return []
    atom = lexicon.atoms[found[0][0]]
    return [Token(begin, begin + found[0][2], atom.role, atom.value, unit=atom.unit)]


def _behind_proclitic(folded: str, start: int, lexicon: Lexicon) -> list[Token]:
    """The word of a number behind letters that a longer word of another number begins with as well."""
    lengths = {len(p) for p in lexicon.writing.proclitics if folded.startswith(p, start)}
    return next((found for length in lengths if (found := _word_at(folded, start + length, lexicon))), [])


def _words_inside(folded: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The tokens inside a phrase that was found from the middle of a word on, where none of it is a phrase."""
    space = folded.find(" ", start, end)
    if space < 0:
        return []
    matches = lexicon.automaton.find_matches_as_indexes(folded[space + 1 : end + LONGEST_WORD])
    inside = [(index, a + space + 1, b + space + 1) for index, a, b in matches if a + space + 1 < end]
    return _spaced_words(inside, folded, lexicon)


def _glued_tokens(folded: str, start: int, lexicon: Lexicon) -> list[Token]:
    """The parts of a word that is made of number words only."""
    end = start
    while end < len(folded) and end - start <= LONGEST_WORD and is_letter(folded[end]):
        end += 1
    parts = parts_of(folded[start:end], lexicon.glued, lexicon.glue_links) or []
    atoms = ((start + a, start + b, lexicon.glued[folded[start + a : start + b]]) for a, b in parts)
    return [Token(a, b, atom.role, atom.value, unit=atom.unit) for a, b, atom in atoms]


def _unspaced_words(matches: list[tuple[int, int, int]], folded: str, lexicon: Lexicon) -> list[Token]:
    """An idiom that begins with a numeral right behind another numeral is no idiom: its numerals go on with it."""
    out: list[Token] = []
    for index, start, end in matches:
        atom = lexicon.atoms[index]
        if lexicon.writing.starts_apart and not _starts_apart(out, folded, start, atom, lexicon):
            continue
        begin = _number_inside(out, folded, start, lexicon) if atom.role == "idiom" else None
        if begin is None:
            out.append(_token(start, end, atom))
            continue
        for at in range(begin, end):
            one = lexicon.by_form.get(folded[at])
            if one is None:
                break
            out.append(Token(at, at + 1, one.role, one.value))
    return out


def _number_inside(out: list[Token], folded: str, start: int, lexicon: Lexicon) -> int | None:
    """Where numerals begin in an idiom behind a number: with it, or behind a unit of time (one-week four-days)."""
    if not _follows_number(out, folded, start):
        return None
    first = lexicon.by_form.get(folded[start])
    if first is None:
        return start + 1 if folded[start] in lexicon.durations and folded[start + 1] in lexicon.by_form else None
    is_glued = lexicon.writing.starts_apart and not _starts_apart(out, folded, start, first, lexicon)
    return start if first.role in ("small", "scale", "indefinite") and not is_glued else None


def _token(start: int, end: int, atom: Atom, *, is_stem: bool = False) -> Token:
    """A word without what stands around it only to tell that it is meant."""
    start, end = start + atom.lead, end - atom.trail
    return Token(start, end, atom.role, atom.value, _UNIT, 0, False, False, atom.unit, atom.high, is_stem)


def _starts_apart(out: list[Token], folded: str, start: int, atom: Atom | None, lexicon: Lexicon) -> bool:
    """Whether a word begins here, or goes on with a number and perhaps a mark for "and more" glued to it."""
    if atom is not None and atom.role == "small" and start and folded[start - 1].isdigit():
        return False
    if not start or not folded[start - 1].isalpha() or _follows_number(out, folded, start):
        return True
    if any(folded.endswith(word, 0, start) for word in lexicon.negative.entries):
        return True
    return folded[start - 1] in lexicon.infix.entries and _follows_number(out, folded, start - 1)


def _follows_number(out: list[Token], folded: str, start: int) -> bool:
    if start and folded[start - 1].isdigit():
        return True
    return bool(out) and out[-1].end == start and out[-1].role in ("small", "scale", "indefinite", "point")


def _letters_after(folded: str, end: int) -> int:
    count = 0
    while count <= LONGEST_WORD and end + count < len(folded) and is_letter(folded[end + count]):
        count += 1
    return count


def _digit_tokens(folded: str, lexicon: Lexicon) -> list[Token]:
    matches = list(lexicon.number_shape.finditer(folded))
    if not matches:
        return []
    numbers = lexicon.numbers
    decimals, rounds = decimal_signs(folded, numbers, matches), numbers.decimal in numbers.group
    found = [_digit_token(match, decimals, rounds=rounds) for match in matches]
    tokens = [token for token in found if token.width <= LONGEST]
    return _with_slashes(tokens, folded) if numbers.slash_decimal else tokens


def _with_slashes(tokens: list[Token], folded: str) -> list[Token]:
    """Two whole numbers with a slash between are one decimal number where a word or a percent sign follows."""
    out: list[Token] = []
    for token in tokens:
        first = out[-1] if out else None
        if first is not None and _is_slashed(first, token, folded):
            value = first.value + token.value.scaleb(-token.width)
            out[-1] = replace(first, end=token.end, value=value, ulp=Decimal(1).scaleb(-token.width))
        else:
            out.append(token)
    return out


def _is_slashed(one: Token, two: Token, folded: str) -> bool:
    are_whole = one.ulp == two.ulp == 1 and not (one.is_grouped or two.is_grouped or one.is_zero_led)
    if folded[one.end : two.start] != "/" or not are_whole or two.width > 3:
        return False
    following = folded[two.end : two.end + 2]
    opens = following[:1] == "%" or (following[:1] in (" ", "\u00a0") and following[1:].isalpha())
    return opens and folded[max(0, one.start - 1) : one.start] != "/"


def _digit_token(match: re.Match[str], decimals: set[str], *, rounds: bool) -> Token:
    written = match.group()
    start, end = match.span()
    if end - start > 2 * LONGEST:
        return Token(start, end, "digits", Decimal(0), width=LONGEST + 1)
    if written.isdigit():
        width = end - start
        return Token(start, end, "digits", Decimal(written), _UNIT, width, False, width > 1 and written[0] == "0")
    separator = match["sep"] or match["wide"]
    whole, fraction, is_grouped = _split(written, separator, decimals, rounds=rounds)
    value = Decimal(f"{whole or 0}.{fraction}" if fraction else whole)
    ulp = _UNIT.scaleb(-len(fraction)) if fraction else _UNIT
    return Token(start, end, "digits", value, ulp, len(whole), is_grouped, len(whole) > 1 and whole[0] == "0")


def _split(written: str, separator: str | None, decimals: set[str], *, rounds: bool) -> tuple[str, str, bool]:
    """Whole digits, decimal digits, and whether the whole ones were grouped.

    With `rounds`, three zeros behind the decimal sign are a group: the sign is written for both.
    """
    if separator is None and written.count(",") > 1:
        whole, _, fraction = written.replace(",", "").partition(".")
        return whole, fraction, True
    if separator is not None:
        parts = written.split(separator)
        may_be_decimal = separator in ".," and len(parts) == 2 and parts[1].isdigit()
        is_round = rounds and parts[-1] == "000" and parts[0].strip("0") != ""
        if not may_be_decimal or is_round or not (separator in decimals or parts[0].startswith("0")):
            tail = _POINT.split(parts[-1]) if not parts[-1].isdigit() else parts[-1:]
            return "".join(parts[:-1]) + tail[0], tail[1] if len(tail) > 1 else "", True
        return parts[0], parts[1], False
    whole, _, fraction = written.replace(",", ".").partition(".")
    return whole, fraction, False
