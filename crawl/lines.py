"""Texts as lines: where lines and blocks end, which lines are prose, which are short labels."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

BREAK = re.compile(r"\r\n|[\r\n\u0085\u2028\u2029]")
INVISIBLE = " \t\xa0\u200b\u200c\u200d\u2060\ufeff\u3000\u202f"
END = re.compile(r"[.!?…。！？।۔؟]['\"»”’」』)\]）】]*$")
INNER_END = re.compile(r"[a-zа-яё0-9»”)][.!?…] +[\"«“A-ZА-ЯЁ]|[。！？].|[।۔؟] .")
OPEN_END = re.compile(r"[:：;；,，、—–-]$")
MARKED = "\u0590"
"""The first letter of a script with vowel signs; behind it come the wide ones. A text below it needs no second look."""
WRAP_COLUMNS = range(40, 101)
"""Editors and mail programs wrap at 60 to 80 columns; nobody writes a whole paragraph in fewer than 40."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it; lines with the same block number stand without a blank between."""

    text: str
    block: int


def split_lines(text: str) -> list[Line]:
    """The lines that are not blank, in order; lines that were wrapped at a column are joined again."""
    lines: list[Line] = []
    block = 0
    for raw in BREAK.split(text):
        stripped = raw.strip(INVISIBLE)
        if stripped:
            lines.append(Line(stripped, block))
        else:
            block += 1
    return [line for _, group in groupby(lines, key=lambda line: line.block) for line in _unwrapped(list(group))]


def _unwrapped(block: list[Line]) -> Iterator[Line]:
    if _is_wrapped([line.text for line in block]):
        yield Line(" ".join(line.text for line in block), block[0].block)
    else:
        yield from block


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines were broken at a column: none could have taken the next one's first word, and most go on small."""
    widest = max((len(line) for line in lines[:-1]), default=0)
    if len(lines) < 3 or widest not in WRAP_COLUMNS or len(lines[-1]) > widest:
        return False
    pairs = list(pairwise(lines))
    is_full = all(len(one) + 1 + len(other.split(" ")[0]) > widest for one, other in pairs)
    return is_full and sum(other[0].islower() for _, other in pairs) * 2 >= len(pairs)


@lru_cache(maxsize=1 << 12)
def weight(text: str) -> float:
    """How much a line says, in letters and vowel signs; a wide one (Han, Kana, Hangul) counts as two and a half."""
    letters = "".join(filter(str.isalnum, text))
    if not letters or max(letters) < MARKED:
        return float(len(letters))
    n_marks = sum(unicodedata.category(c)[0] == "M" for c in text)
    return len(letters) + n_marks + 1.5 * sum(unicodedata.east_asian_width(c) in "WF" for c in letters)


def is_prose(text: str) -> bool:
    """Whether a line reads like running text: a whole sentence that ends as one, or several."""
    has_sentence = bool(END.search(text) or INNER_END.search(text))
    return weight(text) > 200 or (has_sentence and weight(text) >= 40)


def is_bare(text: str) -> bool:
    """Whether a line ends without any punctuation, as headlines, links, labels and names do."""
    return not END.search(text) and not OPEN_END.search(text)


def is_headline_like(text: str) -> bool:
    """Whether a line could be a headline: short, not prose, not ending as a statement or in the middle of one."""
    ends_as_statement = text.rstrip("\"'»”’」』").endswith((".", "。")) or bool(OPEN_END.search(text))
    return weight(text) <= 200 and not ends_as_statement


def same(one: str, other: str) -> bool:
    """Whether two lines say the same but for case, white space, quotation marks and final punctuation."""
    return plain(one) == plain(other)


def plain(text: str) -> str:
    """What lines that say the same have in common: letters and digits without case and width."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
