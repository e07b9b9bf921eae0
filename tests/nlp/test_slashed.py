"""Fractions with a slash count where a word for "of" follows or nothing else is there."""

from decimal import Decimal

import pytest

from nlp.figures import read_figures
from nlp.language import load_language


@pytest.mark.parametrize(
    ("text", "value"), [("3/5", "0.6"), ("-3/4", "-0.75"), ("4 6/3", "6"), ("超过3/5的船员", "0.6")]
)
def test_fractions_are_read(text: str, value: str) -> None:
    (figure,) = read_figures(text, load_language("zh"))
    assert figure.low == figure.high == Decimal(value)


@pytest.mark.parametrize("text", ["网址a/3/5的页面", "列车3/5开出", "文件01/05的附件"])
def test_dates_and_paths_are_not(text: str) -> None:
    assert read_figures(text, load_language("zh")) == []
