"""Numbers and their parts: divided by an ordinal behind (of thirty, a fifth), a fraction added (two and a third)."""

from dataclasses import replace

from nlp.numeral import Page
from nlp.numerals import read_numeral
from nlp.phrases import Phrases
from nlp.quantity import Quantity


def divided(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """The quantity that an ordinal behind it takes its part of; a word for part or the end of the clause follows."""
    link = phrases.part_link.after(page.folded, q.end) if phrases.part_link.entries else None
    ordinal = phrases.part_ordinal.after(page.folded, link.end) if link is not None else None
    n = q.numeral
    if ordinal is None or n.high is None or n.is_vague:
        return None
    part = phrases.part_word.after(page.folded, ordinal.end)
    if part is None and page.folded[ordinal.end :].lstrip(" ")[:1] not in ("", ".", ",", ";", "\n"):
        return None
    low, high = n.low / ordinal.value, n.high / ordinal.value
    is_share = 0 < low < 1
    n = replace(n, low=low, high=high, ulp=low, is_share=is_share)
    end = ordinal.end
    return replace(q, numeral=n, end=end, kind="share" if is_share else "count", next=page.skip(q.next, end))


def mixed(page: Page, q: Quantity, phrases: Phrases) -> Quantity | None:
    """A whole number, a link, and a fraction: twenty and three fifths."""
    n, links = q.numeral, page.lexicon.numbers.links
    if not links or q.next >= len(page.tokens) or not n.is_point or n.has_decimals or n.is_share:
        return None
    if page.folded[q.end : page.tokens[q.next].start] not in {f" {link} " for link in links}:
        return None
    part = read_numeral(page, q.next)
    if part is None:
        return None
    fraction = Quantity(part, part.start, part.end, "share" if part.is_share else "count", q.next + part.n_tokens)
    fraction = fraction if part.is_share else divided(page, fraction, phrases) or fraction
    if not fraction.numeral.is_share or not 0 < fraction.numeral.low < 1:
        return None
    value = n.low + fraction.numeral.low
    n = replace(n, low=value, high=value, end=fraction.end, ulp=fraction.numeral.ulp, has_decimals=True)
    return replace(q, numeral=n, end=fraction.end, next=fraction.next)
