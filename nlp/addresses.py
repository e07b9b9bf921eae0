"""House numbers, beside the name of a street."""

import re

from nlp.numeral import Page
from nlp.phrases import Phrases
from nlp.quantity import Quantity

_STREET = re.compile(r"([^\W\d_]+\.?)((?: [^\W\d_]+){1,6}),? $")
_NAME_BEHIND = re.compile(r" [^\W\d_]+(?: [^\W\d_]+){1,3}")
_REACH = 60


def is_house(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether a street with a name stands before: Elm Street, 27, where the word for it comes first."""
    if not phrases.traps.street:
        return False
    begin = max(0, q.start - _REACH)
    near = page.text[begin : q.start].lower()
    if not any(word in near for word in phrases.traps.street):
        return False
    match = _STREET.search(page.text, begin, q.start)
    while match is not None and match[1].lower() not in phrases.traps.street:
        match = _STREET.search(page.text, match.end(1) + 1, q.start)
    return match is not None and all(word[0].isupper() or len(word) <= 3 for word in match[2].split())


def is_house_before(page: Page, q: Quantity, phrases: Phrases) -> bool:
    """Whether a name in capitals stands behind that ends with the word for a street: 27 Elm Street."""
    if not phrases.traps.street_behind or not page.text[q.end + 1 : q.end + 2].isupper():
        return False
    match = _NAME_BEHIND.match(page.text, q.end)
    words = match.group().split() if match is not None else []
    ends = [n for n, word in enumerate(words) if word.lower() in phrases.traps.street_behind]
    return any(n and all(word[0].isupper() for word in words[: n + 1]) for n in ends)
