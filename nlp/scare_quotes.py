"""Scare quotes: a term of few words in quotation marks inside other words, which holds the term at a distance.

Guideline of the gold: marks round a term («дистилляция») make a content formally mixed; whose marks they are, the
speaker's or the writer's, no text tells. Names and titles in marks are none.
"""

from collections.abc import Iterator, Sequence

from nlp.layers import Mention, Place
from nlp.quotes import Quotation
from nlp.scripts import is_unspaced
from nlp.within import Within
from nlp.words import tokenise

LONGEST = 3
"""Words in the longest term."""
LONGEST_UNSPACED = 6
"""Characters in the longest term of a script without spaces."""
NEAR = 80
"""Characters around a quotation among which other words show that it stands inside a sentence."""


def scare_quotes(
    text: str, quotations: Sequence[Quotation], mentions: Sequence[Mention], *, is_capital_a_name: bool
) -> list[Place]:
    """The places of the quoted terms, marks included, in order.

    Args:
        text: the text.
        quotations: its quotations.
        mentions: who is named; a quotation that shares characters with a name is no scare quote.
        is_capital_a_name: whether a capital shows a name, as in languages that do not capitalise nouns.
    """
    named = Within([m for m in mentions if m.resolved_by == "name"])
    return [
        Place(q.start, q.end)
        for q in quotations
        if _is_term(text, q, is_capital_a_name) and not _is_named(q, named) and not _stands_alone(text, q)
    ]


def _is_term(text: str, q: Quotation, is_capital_a_name: bool) -> bool:
    inner = text[q.inner_start : q.inner_end].strip()
    if not inner or not inner[0].isalpha() or not inner[-1].isalnum() or "\n" in inner:
        return False
    if is_capital_a_name and inner[0].isupper():
        return False
    tokens = tokenise(text, q.inner_start, q.inner_end)
    limit = LONGEST_UNSPACED if is_unspaced(inner[0]) else LONGEST
    return len(tokens) <= limit and all(t.kind == "word" for t in tokens)


def _is_named(q: Quotation, named: Within[Mention]) -> bool:
    return any(True for _ in _touching(q, named))


def _touching(q: Quotation, named: Within[Mention]) -> Iterator[Mention]:
    yield from named.inside(q.start, q.end)
    yield from named.around(q.inner_start, q.inner_end)


def _stands_alone(text: str, q: Quotation) -> bool:
    """Whether the quotation is all there is in its paragraph."""
    before = text[max(0, q.start - NEAR) : q.start].rpartition("\n")[2]
    after = text[q.end : q.end + NEAR].partition("\n")[0]
    return not any(c.isalnum() for c in before) and not any(c.isalnum() for c in after)
