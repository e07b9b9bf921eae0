"""Number words written as one word, taken apart: two-hundred-three-and-thirty-thousand without the hyphens."""

from collections.abc import Mapping, Set

LONGEST = 90
"""Letters of a word beyond which it is not taken apart."""


def parts_of(word: str, known: Mapping[str, object], links: tuple[str, ...]) -> list[tuple[int, int]] | None:
    """The places of the known words that make up the whole word, links between them left out; None if they do not.

    Longer words first. A link stands only between two known words. Time is linear in the word's length: every place is
    tried once.
    """
    longest = min(len(word), 40)
    failed: set[int] = set()

    def rest(at: int) -> list[tuple[int, int]] | None:
        if at == len(word):
            return []
        if at in failed:
            return None
        for end in range(min(len(word), at + longest), at, -1):
            if word[at:end] not in known:
                continue
            for begin in (end, *(end + len(link) for link in links if word.startswith(link, end))):
                if begin == len(word) and begin != end:
                    continue
                found = rest(begin)
                if found is not None:
                    return [(at, end), *found]
        failed.add(at)
        return None

    return rest(0) if len(word) <= LONGEST else None


def compounds_of(words: Set[str], links: tuple[str, ...]) -> set[str]:
    """Those of the words that are made of others."""
    return {word for word in words if parts_of(word, dict.fromkeys(words - {word}), links)}
