"""Quotations: marks of every typography paired into spans, nested, over paragraphs, and with marks left over.

The scan keeps a short stack of open marks and looks at each mark once, so that time is linear in the text
whatever the marks do; a mark without a partner is passed over.
"""

import re
from dataclasses import dataclass

from nlp.last_text import of_last_text
from nlp.scripts import is_unspaced

CLOSING = {
    "«": "»", "»": "«", "‹": "›", "„": "“”\"„", "‚": "‘’", "“": "”\"“", "”": "”", "‟": "”", "‘": "’", "'": "'",
    '"': '"”“', "＂": "＂", "「": "」", "『": "』", "〝": "〞〟", "《": "", "``": ("''",), "''": ("''",),
}  # fmt: skip
"""For each opening mark, the marks that can close it in one typography or another."""

_MARK = re.compile(r"[«»‹›„‚“”‟‘’'`\"＂「」『』〝〞〟](?:(?<=')(?:(?<=\S')(?=''(?!'))|'|)|(?<=`)`|(?<=[^'`]))")
"""A mark, or a pair of straight or open apostrophes; its first character comes first, so that the search can skip."""
_APOSTROPHES = "'’‘"
_TERMINAL = ".!?…。！？,，;；"
_OPENING_CONTEXT = "([{（【—–-:：/"
MAX_DEPTH = 4
MAX_PARAGRAPHS = 12
"""How many paragraphs a quotation may run over before its opening mark counts as left over."""
NEST_LENGTH = 24
"""The longest quoted term for which two marks without spaces inside an open quotation count as nested."""


@dataclass(slots=True, unsafe_hash=True)  # never changed, but freezing costs most of the time that making one takes
class Quotation:
    """A quotation: `start` and `end` with the marks, `inner_start` and `inner_end` without; `depth` 0 is outermost."""

    start: int
    inner_start: int
    inner_end: int
    end: int
    depth: int


@dataclass(slots=True)
class _Open:
    start: int
    end: int
    mark: str
    paragraph: int


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.stack: list[_Open] = []
        self.found: list[tuple[_Open, int, int]] = []
        self.paragraph = 0
        self.breaks = [m.end() for m in re.finditer(r"\n[^\S\n]*\n\s*", text)]
        self.marks = list(_MARK.finditer(text))

    def run(self) -> list[tuple[_Open, int, int]]:
        for index, m in enumerate(self.marks):
            if m[0] in _APOSTROPHES and self._is_inside_word(m.start(), m.end()):
                continue
            while self.paragraph < len(self.breaks) and self.breaks[self.paragraph] <= m.start():
                self.paragraph += 1
                self._end_paragraph()
            self._take(index, m.start(), m.end(), m[0])
        return self.found

    def _end_paragraph(self) -> None:
        kept = [o for o in self.stack if o.mark not in _APOSTROPHES and self.paragraph - o.paragraph <= MAX_PARAGRAPHS]
        self.stack = [o for n, o in enumerate(kept) if n == 0]

    def _take(self, index: int, start: int, end: int, mark: str) -> None:
        level = self._closes(index, start, end, mark)
        if level is not None:
            self.found.append((self.stack[level], start, end))
            del self.stack[level:]
        elif self._opens(start, end, mark) and not self._continues(start, mark):
            if len(self.stack) >= MAX_DEPTH:
                self.stack.pop(0)
            self.stack.append(_Open(start, end, mark, self.paragraph))

    def _is_inside_word(self, start: int, end: int) -> bool:
        """Whether an apostrophe stands between letters, where it neither opens nor closes anything."""
        return self._before(start).isalnum() and self._after(end).isalnum()

    def _before(self, start: int) -> str:
        return self.text[start - 1] if start else "\n"

    def _after(self, end: int) -> str:
        return self.text[end] if end < len(self.text) else "\n"

    def _opens(self, start: int, end: int, mark: str) -> bool:
        before, after = self._before(start), self._after(end)
        if mark not in CLOSING or (after.isspace() and not (mark in "«‹" and _opens_spaced(before))):
            return False
        if mark in _APOSTROPHES:
            return not before.isalnum() and before != "." and after.isalnum()
        free = before.isspace() or before in _OPENING_CONTEXT or is_unspaced(before) or before in CLOSING
        return free or mark in "«„“「『〝" or is_unspaced(after) or before in ",，、。！？；"

    def _continues(self, start: int, mark: str) -> bool:
        """Whether the mark only repeats an open quotation's mark at the head of its next paragraph."""
        at_head = self.paragraph > 0 and self.breaks[self.paragraph - 1] == start
        return at_head and bool(self.stack) and self.stack[-1].mark == mark

    def _closes(self, index: int, start: int, end: int, mark: str) -> int | None:
        for level in range(len(self.stack) - 1, -1, -1):
            opened = self.stack[level]
            if mark in CLOSING[opened.mark] and end > opened.end + 1 and self._may_close(index, start, end, opened):
                return level
        return None

    def _may_close(self, index: int, start: int, end: int, opened: _Open) -> bool:
        before, after = self._before(start), self._after(end)
        mark = self.text[start:end]
        if mark in _APOSTROPHES:
            return not before.isspace() and not after.isalnum()
        if mark not in CLOSING or mark in "»›":
            return opened.paragraph == self.paragraph or before in _TERMINAL or not after.isalnum()
        if opened.paragraph != self.paragraph:
            return before in _TERMINAL and (not after.isalnum() or is_unspaced(after))
        if mark in "“„" and opened.mark in '"“':
            return before in _TERMINAL
        if mark == "«" or (mark in "“„" and opened.mark in "„“"):
            return not before.isspace() and (not after.isalnum() or is_unspaced(after))
        if before.isspace() and not after.isspace():
            return after in _TERMINAL + ")）"
        return not self._nests(index, start, end, before, after, opened)

    def _nests(self, index: int, start: int, end: int, before: str, after: str, opened: _Open) -> bool:
        """Whether a mark opens inside an open quotation: behind a colon, or between letters a short quoted term."""
        if before in ":：" and after.isalnum():
            return opened.paragraph == self.paragraph
        if not (before.isalnum() and after.isalnum()) or index + 1 >= len(self.marks):
            return False
        if is_unspaced(after) and self._closes_twice(index, end):
            return True
        following = self.marks[index + 1]
        inner = self.text[end : min(following.start(), end + NEST_LENGTH + 1)]
        if following[0] != self.text[start:end] or len(inner) > NEST_LENGTH or start - opened.end <= NEST_LENGTH:
            return False
        return "\n" not in inner and not any(c in _TERMINAL for c in inner)

    def _closes_twice(self, index: int, end: int) -> bool:
        """Whether of the two like marks behind one, in its line, the first only closes and the second can."""
        following = self.marks[index + 1 : index + 3]
        if len(following) < 2 or any(m[0] != self.marks[index][0] for m in following):
            return False
        first, second = following
        if not self._is_free_behind(first) or "\n" in self.text[end : second.start()]:
            return False
        return self._is_free_behind(second) or self._before(second.start()) in _TERMINAL

    def _is_free_behind(self, mark: re.Match[str]) -> bool:
        after = self._after(mark.end())
        return after.isspace() or after in _TERMINAL


def _opens_spaced(before: str) -> bool:
    """Whether a mark behind this and before a space opens, as in French: where none could close."""
    return before.isspace() or before in _OPENING_CONTEXT or before in "'’"


@of_last_text
def pair_quotes(text: str) -> list[Quotation]:
    """All quotations in order of their start, an outer one before those in it."""
    spans = sorted(((o.start, o.end, s, e) for o, s, e in _Scan(text).run()), key=lambda x: (x[0], -x[3]))
    quotations: list[Quotation] = []
    open_ends: list[int] = []
    for start, inner_start, inner_end, end in spans:
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        quotations.append(Quotation(start, inner_start, inner_end, end, len(open_ends)))
        open_ends.append(end)
    return quotations
