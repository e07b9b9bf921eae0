"""Written dates become moments with the precision they were written in."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawl.dates import parse_moment


@pytest.mark.parametrize(
    ("text", "at", "precision"),
    [
        ("2031", (2031, 1, 1), "year"),
        ("2031-05", (2031, 5, 1), "month"),
        ("2031-05-06", (2031, 5, 6), "day"),
        ("20310506", (2031, 5, 6), "day"),
        ("2031-05-06T07:08", (2031, 5, 6, 7, 8), "minute"),
        ("2031-05-06 07:08:09", (2031, 5, 6, 7, 8, 9), "second"),
        ("2031-05-06T07:08:09Z", (2031, 5, 6, 7, 8, 9), "second"),
        ("2031-05-06T07:08:09.123456+03:00", (2031, 5, 6, 4, 8, 9), "second"),
        ("2031-05-06T07:08:09-0430", (2031, 5, 6, 11, 38, 9), "second"),
        ("2031-05-06T00:30+08", (2031, 5, 5, 16, 30), "minute"),
        ("Tue, 06 May 2031 09:30:00 +0200", (2031, 5, 6, 7, 30), "second"),
        ("Tue, 06 May 2031 09:30:00 GMT", (2031, 5, 6, 9, 30), "second"),
    ],
)
def test_dates_are_read_in_utc(text, at, precision):
    assert parse_moment(text) == (datetime(*at, tzinfo=UTC), precision)


@pytest.mark.parametrize(
    "text",
    ["", None, "yesterday", "2031-13-01", "2031-02-30", "31.12.2031", "2031-05-06T25:00", "0000-01-01", "1234567"],
)
def test_what_is_no_date_is_none(text):
    assert parse_moment(text) is None


@given(st.datetimes(timezones=st.just(UTC), min_value=datetime(1, 1, 2)))
def test_a_written_moment_reads_back(at):
    found = parse_moment(at.isoformat())
    assert found is not None
    assert found.at == at.replace(microsecond=0)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text):
    parse_moment(text)
