"""What a source of addresses is: where it is asked, and what is read out of its answer, as one kind of record."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple
from urllib.parse import urljoin

from corpus.event import Event, aliases_in
from crawl.dates import Moment
from crawl.outlet import Outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One address that a source announces, with what it says of it. `text` is the whole text, where a feed carries it.

    `changed` is only an upper bound of the day of publication: sitemaps say when a page was last touched, archives and
    indexes when they saw it.
    """

    url: str
    kind: Literal["page", "sitemap"] = "page"
    title: str | None = None
    summary: str | None = None
    text: str | None = None
    published: Moment | None = None
    changed: Moment | None = None

    def note(self) -> dict[str, Any]:
        """What is kept of the announcement beside the page."""
        said = {name: value for name, value in asdict(self).items() if name in ("title", "summary") and value}
        return said | ({"published": self.published.at.isoformat()} if self.published else {})


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of the sources. `also` names those that are off by default; `services` where they stand."""

    event: Event
    also: frozenset[str] = frozenset()
    services: Mapping[str, str] = field(default_factory=dict)

    def terms(self, *langs: str) -> list[str]:
        """The event's terms in these languages and in all, each once."""
        return list(dict.fromkeys(term for lang in langs for term in aliases_in(self.event.terms, lang)))

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of the event's window."""
        return self.event.window.start, self.event.window.end


class Source(NamedTuple):
    """One kind of source.

    `asks` gives the addresses to ask for an outlet; `reads` what an answer (its bytes, its address, the outlet)
    announces, in its order, or None if the bytes are not what is `expected`.
    """

    kind: str
    expected: str
    asks: Callable[[Outlet, Query], Iterable[str]]
    reads: Callable[[bytes, str, Outlet], list[Found] | None]


def joined(base: str, url: str) -> str:
    """The whole address; what is none stays as it is written, so that it costs no other entry its place."""
    try:
        return urljoin(base, url)
    except ValueError:
        return url
