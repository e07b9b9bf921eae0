"""What a publisher said about the reuse of a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rights:
    """What the publisher said about reuse, as received with the page; null where it said nothing."""

    robots: str | None = None
    tdm_reservation: str | None = None
    tdm_policy: str | None = None
    content_usage: str | None = None
    robots_directives: str | None = None
