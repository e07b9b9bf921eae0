"""Which blocks of a page an extractor found, told from the text that it gave back; and blocks as text again."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from lxml.html import HtmlElement

from crawl.blocks import Block, fold

CERTAIN = 20
"""Letters from which a line that stands inside a longer found one is the same line and no chance word."""


CELL = " | "
"""What stands between the cells of a table's row."""


def found_blocks(blocks: Sequence[Block], found: str) -> list[bool]:
    """Which blocks the found text holds: as a line, inside a line, or, where it left out words, by both their ends.

    The cells of a table's row are found together, as one line.
    """
    lines = {fold(line) for line in found.split("\n")} - {""}
    whole = fold(found)

    def holds(key: str) -> bool:
        if key in lines or (len(key) >= CERTAIN and key in whole):
            return True
        return len(key) >= 4 * CERTAIN and key[:CERTAIN] in whole and key[-CERTAIN:] in whole

    is_found = [bool(block.folded) and holds(block.folded) for block in blocks]
    for row, numbers in groupby(range(len(blocks)), key=lambda i: _row(blocks[i])):
        cells = list(numbers) if row is not None else []
        if len(cells) > 1 and "".join(blocks[i].folded for i in cells) in lines:
            for i in cells:
                is_found[i] = True
    return is_found


def text_of_blocks(blocks: Iterable[Block]) -> str:
    """The blocks, one a line; a table's row is one line."""
    lines: list[str] = []
    row: HtmlElement | None = None
    for block in blocks:
        same, row = row, _row(block)
        if row is not None and same is row:
            lines[-1] += CELL + block.text
        else:
            lines.append(block.text)
    return "\n".join(lines)


def _row(block: Block) -> HtmlElement | None:
    """The row of which a block is a cell of one line."""
    return block.element.getparent() if block.tag in ("td", "th") and "\n" not in block.text else None
