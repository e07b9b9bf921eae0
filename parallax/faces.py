"""The typefaces that charts and reports bring along, so that no machine shows boxes for Cyrillic or Han."""

import base64
import io
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

HAN = Path(__file__).parent / "fonts" / "ParallaxHan.otf"
LATIN_FAMILY = "Parallax Latin"
HAN_FAMILY = "Parallax Han"
CHART_FAMILIES = [LATIN_FAMILY, HAN_FAMILY]
"""What charts are set in: DejaVu Sans as Matplotlib ships it, then our Han subset, glyph by glyph."""

MISSING = "\u25a1"
"""Stands for a character that neither face has."""


@cache
def register_chart_faces() -> None:
    """Make the families of CHART_FAMILIES known to Matplotlib; a system font of the same name is not used."""
    import matplotlib
    from matplotlib import font_manager
    from matplotlib.ft2font import FT2Font

    shipped = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    latin, bold = shipped / "DejaVuSans.ttf", shipped / "DejaVuSans-Bold.ttf"
    for path, family, weight in (
        (latin, LATIN_FAMILY, 400), (bold, LATIN_FAMILY, 700), (HAN, HAN_FAMILY, 400), (HAN, HAN_FAMILY, 700),
    ):  # fmt: skip
        entry = font_manager.ttfFontProperty(FT2Font(str(path)))
        font_manager.fontManager.ttflist.append(replace(entry, name=family, weight=weight))


@cache
def drawable_characters() -> frozenset[int]:
    """The code points that the chart's faces have glyphs for."""
    import matplotlib
    from fontTools.ttLib import TTFont

    shipped = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    known: set[int] = set()
    for path in (shipped, HAN):
        with TTFont(path) as font:
            known |= set(font.getBestCmap())
    return frozenset(known)


def drawable(text: str) -> str:
    """The text with a box for each character that no chart face has."""
    known = drawable_characters()
    return "".join(c if ord(c) in known else MISSING for c in text)


def web_face(text: Iterable[str]) -> str | None:
    """A WOFF2 of our Han subset with just the CJK characters of these texts, in base64; None where there are none."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    wanted = {ord(c) for c in set().union(*text) if is_cjk(c)}
    with TTFont(HAN, recalcTimestamp=False) as font:
        wanted &= set(font.getBestCmap())
        if not wanted:
            return None
        subsetter = Subsetter(Options(layout_features=[], hinting=False, name_IDs=[0, 1, 2, 13, 14]))
        subsetter.populate(unicodes=wanted)
        subsetter.subset(font)
        font.flavor = "woff2"
        out = io.BytesIO()
        font.save(out, reorderTables=False)
    return base64.b64encode(out.getvalue()).decode("ascii")


def is_cjk(character: str) -> bool:
    """Whether a character is a Han character, or CJK or full-width punctuation."""
    return "\u3000" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or "\uff00" <= character <= "\uffef"
