"""Written dates as moments in UTC, with how exactly they were written."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from corpus.tables import TimePrecision

ISO = re.compile(
    r"(?P<year>\d{4})(?:-?(?P<month>\d{2})(?:-?(?P<day>\d{2})"
    r"(?:[T ](?P<hour>\d{2}):?(?P<minute>\d{2})(?P<second>:?\d{2}(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?)?)?",
    re.IGNORECASE,
)


class Moment(NamedTuple):
    """A moment in UTC and how exactly it was written; without a zone, the written time is taken as UTC."""

    at: datetime
    precision: TimePrecision


def parse_moment(text: str | None) -> Moment | None:
    """The moment of an ISO 8601 or RFC 5322 date; None if it is neither."""
    written = (text or "").strip()
    iso = ISO.fullmatch(written)
    try:
        return _from_iso(iso) if iso else _from_mail(written)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _from_iso(found: re.Match[str]) -> Moment:
    numbers = [int(found[name] or default) for name, default in (("year", 1), ("month", 1), ("day", 1))]
    clock = [int(found["hour"] or 0), int(found["minute"] or 0), int((found["second"] or ":0").lstrip(":")[:2])]
    zone = (found["zone"] or "Z").upper().replace("UTC", "Z").replace("GMT", "Z")
    at = datetime.fromisoformat("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}".format(*numbers, *clock) + _offset(zone))
    return Moment(at.astimezone(UTC), _precision(found))


def _offset(zone: str) -> str:
    return "+00:00" if zone == "Z" else f"{zone[:3]}:{zone[3:].lstrip(':') or '00'}"


def _precision(found: re.Match[str]) -> TimePrecision:
    if found["second"]:
        return "second"
    if found["hour"]:
        return "minute"
    return "day" if found["day"] else "month" if found["month"] else "year"


def _from_mail(written: str) -> Moment:
    at = parsedate_to_datetime(written)
    return Moment((at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC), "second")
