"""Unbreakable spaces survive extraction where they stand inside text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawl.spaces import tie_spaces, untie_spaces


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>41&nbsp;300 boats</p>", "<p>41\u00a0300 boats</p>"),
        ("<p>41&#xA0;300 boats</p>", "<p>41\u00a0300 boats</p>"),
        ("<p>41\u202f300</p>", "<p>41\u202f300</p>"),
        ("<p>41&thinsp;300</p>", "<p>41\u2009300</p>"),
        ("<p>41&#8239;300</p>", "<p>41\u202f300</p>"),
    ],
)
def test_spaces_inside_text_are_tied_and_untied(html, text):
    tied = tie_spaces(html)
    assert " ".join(tied.split()) == tied
    assert "\u00a0" not in tied
    assert untie_spaces(tied) == text


@pytest.mark.parametrize("html", ["<p>\u00a0</p>", "<td>\u00a0<b>x</b></td>", "a \u00a0 b"])
def test_spaces_of_the_layout_stay(html):
    assert tie_spaces(html) == html


def test_a_page_that_uses_the_signs_itself_is_left_alone():
    html = "<p>\U00010600 41\u00a0300</p>"
    assert tie_spaces(html) == html


@given(st.text(alphabet="a1 \u00a0\u202f<>", max_size=30))
def test_tying_and_untying_loses_nothing(text):
    assert untie_spaces(tie_spaces(text)) == text
