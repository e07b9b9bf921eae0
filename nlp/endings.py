"""Words asked for at the end of a stretch of text, by the ways in which scripts and languages put words together."""

from collections.abc import Iterable

from nlp.scripts import lower


class Endings:
    """A set of words asked for at the end of a stretch of text."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(lower(w) for w in words if w)

    def ends(self, before: str) -> bool:
        """Whether the text ends with one of the words."""
        return self.closes(self.last(before))

    @staticmethod
    def last(before: str) -> str:
        """The part of the text that tells: its last word in lower case."""
        return lower(before[max(before.rfind(" "), before.rfind("\u00a0")) + 1 :])

    def closes(self, word: str) -> bool:
        """Whether what `last` gives is or ends with one of the words."""
        return word in self._words or word.replace("’", "'").rpartition("'")[2] in self._words


class CompoundEndings(Endings):
    """The same where words are put together: Bau|minister."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(words)
        self._ends = tuple(self._words)

    def closes(self, word: str) -> bool:
        """Whether one of the words closes the word."""
        return word.endswith(self._ends) if word else False


class UnspacedEndings(Endings):
    """The same for scripts without spaces."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(words)
        self._ends = tuple(self._words)

    @staticmethod
    def last(before: str) -> str:
        """The text as it is."""
        return before

    def closes(self, word: str) -> bool:
        """Whether the text ends with one of the words."""
        return word.endswith(self._ends) if word else False
