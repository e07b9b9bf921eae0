"""Which blocks of a page an extractor found, told from the text that it gave back."""

from collections.abc import Sequence

from crawl.blocks import Block, fold

CERTAIN = 20
"""Letters from which a line that stands inside a longer found one is the same line and no chance word."""


def found_blocks(blocks: Sequence[Block], found: str) -> list[bool]:
    """Which blocks the found text holds: as a line, inside a line, or, where it left out words, by both their ends."""
    lines = {fold(line) for line in found.split("\n")} - {""}
    whole = fold(found)

    def holds(key: str) -> bool:
        if key in lines or (len(key) >= CERTAIN and key in whole):
            return True
        return len(key) >= 4 * CERTAIN and key[:CERTAIN] in whole and key[-CERTAIN:] in whole

    return [bool(key) and holds(key) for key in (block.folded for block in blocks)]
