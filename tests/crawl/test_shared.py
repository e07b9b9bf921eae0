"""Lines at the edges of texts that half of an outlet's articles have are furniture, and are kept with that rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawl.articles import Draft
from crawl.furniture import Cleaned
from crawl.shared import without_shared

ABOUT = "The Gazette has told the valley's news since 1931; write to us."
SEND = "Send us what you saw"


def draft(number, *paragraphs, outlet="gazette", version=""):
    return Draft(
        outlet=outlet, lang="en", extractor="x", raw_ref=f"warc/1#{number}{version}", url=f"http://{outlet}.example/{number}",
        cleaned=Cleaned("Title", paragraphs, (), ()),
    )  # fmt: skip


def texts(*drafts):
    return [d.cleaned.paragraphs for d in without_shared(drafts)]


def test_lines_at_the_edges_of_half_of_the_articles_go_and_are_kept_as_dropped():
    drafts = [draft(n, SEND, f"Bridge {n} is sold." * 20, f"It cost {n}.", ABOUT) for n in range(3)]
    drafts += [draft(n, f"Ferry {n} sails.") for n in range(3, 6)]
    found = without_shared(drafts)
    assert [d.cleaned.paragraphs for d in found[:3]] == [
        (f"Bridge {n} is sold." * 20, f"It cost {n}.") for n in range(3)
    ]
    assert [(d.text, d.rule) for d in found[0].cleaned.dropped] == [(SEND, "shared"), (ABOUT, "shared")]
    assert found[3:] == drafts[3:]


@pytest.mark.parametrize(
    "drafts",
    [
        [draft(n, f"Bridge {n}." * 40, ABOUT) for n in range(2)],
        [draft(n, f"Bridge {n}." * 40, *([ABOUT] * (n < 3))) for n in range(7)],
        [draft(n, f"Bridge {n}." * 40, ABOUT, f"It cost {n}.") for n in range(5)],
        [draft(n, ABOUT) for n in range(5)],
        [draft(n, f"Bridge {n}.", ABOUT) for n in range(5)],
        [draft(1, "Bridge." * 40, ABOUT, version=v) for v in range(5)],
        [draft(n, f"Bridge {n}." * 40, ABOUT, outlet=f"gazette{n}") for n in range(5)],
    ],
    ids=["two", "less than half", "in the midst", "nothing else", "most of it", "versions", "several outlets"],
)
def test_what_is_no_furniture_stays(drafts):
    assert without_shared(drafts) == drafts


@given(st.lists(st.lists(st.sampled_from([ABOUT, SEND, "A.", "B."]), min_size=1, max_size=4), max_size=8))
def test_no_text_is_lost_and_none_is_empty(rows):
    drafts = [draft(n, *row) for n, row in enumerate(rows)]
    for before, after in zip(drafts, without_shared(drafts), strict=True):
        assert after.cleaned.paragraphs
        lines = [*after.cleaned.paragraphs, *(d.text for d in after.cleaned.dropped)]
        assert sorted(lines) == sorted(before.cleaned.paragraphs)
