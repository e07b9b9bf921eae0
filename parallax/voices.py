"""How much text is an outlet's own, and how much is quoted or told as somebody's words."""

import re
from collections.abc import Iterable, Iterator

from corpus.tables import Article, Claim
from nlp.quotes import pair_quotes
from nlp.scripts import UNSPACED

WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+(?:['’ʼ-][^\W_{UNSPACED}]+)*")
"""A word; in scripts that write no spaces between words, a character."""


def words_by_voice(article: Article, claims: Iterable[Claim]) -> tuple[int, int]:
    """The words of an article, title included, in its own voice and in others'.

    Others' are the contents of its claims and whatever stands in quotation marks, names in them too.
    """
    own = others = 0
    told = list(claims)
    for field, text in (("title", article.title or ""), ("text", article.text)):
        contents = [(s.start, s.end) for c in told if c.field == field for s in c.content]
        marked = [(q.start, q.end) for q in pair_quotes(text)]
        inside = _n_inside(text, list(_joined([*contents, *marked])))
        own += sum(1 for _ in WORD.finditer(text)) - inside
        others += inside
    return own, others


def _joined(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches in order, those that touch or overlap made one."""
    begin = end = -1
    for start, stop in sorted(stretches):
        if start > end:
            if end > begin:
                yield begin, end
            begin, end = start, stop
        end = max(end, stop)
    if end > begin:
        yield begin, end


def _n_inside(text: str, stretches: Iterable[tuple[int, int]]) -> int:
    return sum(1 for start, end in stretches for _ in WORD.finditer(text, start, end))
