"""The word right before a place, which may make something else of what begins there."""

import re

from nlp.scripts import lower

REACH = 20
"""Characters before the place in which the word stands."""
_LAST_WORD = re.compile(r"([\w'’]+)[^\S\n]+$")


class WordsBefore:
    """Words of which one may stand right before a place."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words, self._endings = words, tuple(words)

    def stands(self, text: str, end: int) -> bool:
        """Whether one of them is the word before an offset; most places are told by how the text before them ends."""
        if not text[max(0, end - REACH) : end].rstrip().lower().endswith(self._endings):
            return False
        return lower(word_before(text, end)) in self._words


def word_before(text: str, end: int) -> str:
    """The word before an offset, but for a space; empty where a mark or a line stands between."""
    limit = max(0, end - REACH)
    if end > limit and text[end - 1] == "\n":
        m = _LAST_WORD.search(text, limit, end)
        return m[1] if m is not None else ""
    last = end
    while last > limit and text[last - 1].isspace() and text[last - 1] != "\n":
        last -= 1
    first = last
    while last < end and first > limit and (text[first - 1].isalnum() or text[first - 1] in "_'’"):
        first -= 1
    return text[first:last]
