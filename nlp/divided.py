"""Numbers divided by an ordinal behind them: of thirty, a fifth."""

from dataclasses import replace

from nlp.numeral import Page
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
