import re
import subprocess
import sys
import warnings

import pytest

from corpus.store import Corpus
from parallax.charts import facts_chart, panels_of
from parallax.faces import MISSING, drawable, is_cjk, web_face
from parallax.page.edition import edition_of

NAMES = {"port-of-nordhafen": "Порт Нордхафена", "gangwan-ribao": "港湾日报", "prichal": "Причал $5 & $6 <b>"}


@pytest.fixture(scope="module")
def chart(sample: Corpus) -> str:
    edition = edition_of(sample)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        drawn = facts_chart(edition.material, edition.unusual, outlets={k: NAMES.get(k, k) for k in edition.columns})
    assert drawn is not None
    return drawn


def test_cyrillic_and_chinese_have_glyphs(chart: str) -> None:
    assert chart.startswith("<svg")
    assert "港湾日报" in chart  # Matplotlib names each text in a comment; a missing glyph would have been a warning


def test_text_is_drawn_as_paths_and_nothing_is_loaded(chart: str) -> None:
    assert "<text" not in chart
    assert not re.search(r"""(href|src)=["'](?!#)""", chart)
    assert "url(http" not in chart


def test_the_same_facts_give_the_same_bytes(chart: str, sample: Corpus) -> None:
    edition = edition_of(sample)
    again = facts_chart(edition.material, edition.unusual, outlets={k: NAMES.get(k, k) for k in edition.columns})
    assert again == chart
    assert "<dc:date>" not in chart


def test_facts_told_differently_stand_first(sample: Corpus) -> None:
    edition = edition_of(sample)
    panels = panels_of(edition.material, edition.unusual, outlets={k: k for k in edition.columns})
    marked = [sum(row.is_marked for row in panel.rows) for panel in panels]
    assert marked == sorted(marked, reverse=True)
    assert marked[0] == 3
    assert marked[-1] == 0


def test_no_shared_fact_is_no_chart(sample: Corpus) -> None:
    edition = edition_of(sample)
    material = type(edition.material)(None, {}, (), (), ())
    assert facts_chart(material, (), outlets={}) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("Цена 数十亿 ≲ ≈ – €", "Цена 数十亿 ≲ ≈ – €"), ("a\U00020000b", f"a{MISSING}b")]
)
def test_characters_without_a_glyph_become_boxes(text: str, expected: str) -> None:
    assert drawable(text) == expected


def test_the_web_face_holds_only_what_is_needed() -> None:
    assert web_face(["no Han here", "и здесь нет"]) is None
    few, more = web_face(["数十亿"]), web_face(["数十亿美元赔偿金，港湾日报"])
    assert few is not None
    assert more is not None
    assert len(few) < len(more) < 20_000
    assert web_face(["亿十数"]) == few


def test_han_and_full_width_punctuation_are_cjk() -> None:
    assert [is_cjk(c) for c in "数，、A я€"] == [True, True, True, False, False, False, False]


def test_importing_parallax_does_not_load_matplotlib() -> None:
    code = "import sys, parallax, parallax.report; sys.exit('matplotlib' in sys.modules or 'spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
