"""What an event keeps: coverage that names it, from its days; everything else with the reason why not."""

import re
from datetime import UTC, datetime, time, timedelta
from html import unescape

from w3lib.encoding import html_to_unicode

from corpus.event import Event
from crawl.addresses import days_in
from crawl.dates import Moment
from crawl.source import Found

SLACK = timedelta(days=1)
"""A page may write its date in its own time zone, which lies up to a day from UTC."""
ENDING = 3
"""Letters that an inflected name may have beyond its last but one: case endings have up to three."""
TAG = re.compile(r"<[^>]*>")


class Relevance:
    """An event's terms, names and days as questions to ask of an announcement or an article."""

    def __init__(self, event: Event):
        names = [*event.terms.values(), *(alias for actor in event.actors for alias in actor.aliases.values())]
        self._named = re.compile(
            "|".join(sorted({_inflected(n) for group in names for n in group})) or "(?!)", re.IGNORECASE
        )
        self._start = datetime.combine(event.window.start, time(), UTC) - SLACK
        self._end = datetime.combine(event.window.end, time(), UTC) + timedelta(days=1) + SLACK
        self._window = f"{event.window.start} to {event.window.end}"

    def names_it(self, *texts: str | None) -> bool:
        """Whether one of the texts contains a term of the event or the name of one of its actors."""
        return any(self._named.search(text) for text in texts if text)

    def is_named_by(self, found: Found) -> bool:
        """Whether the announcement itself names the event, so that it is fetched before those that do not."""
        return self.names_it(_plain(found.title), _plain(found.summary))

    def against_day(self, published: Moment | None) -> str | None:
        """The reason not to keep something published then; None if the day is the event's or unknown."""
        if published is None or self._start <= published.at < self._end:
            return None
        return f"It was published on {published.at.date()}, outside the event's window {self._window}."

    def against_text(self, *texts: str | None) -> str | None:
        """The reason not to keep a text; None if it names the event."""
        return None if self.names_it(*texts) else "It contains no term of the event and no name of its actors."

    def against(self, found: Found) -> str | None:
        """The reason not to fetch an announced address; None if it must be looked at."""
        if found.changed and found.changed.at < self._start and not found.published:
            return f"It was last changed on {found.changed.at.date()}, before the event's window {self._window}."
        by_day = self.against_day(found.published) if found.published else self._against_address(found)
        return by_day or self._against_whole_text(found)

    def _against_address(self, found: Found) -> str | None:
        days = days_in(found.url, is_list=found.kind == "sitemap")
        if days is None or (days[0] < self._end.date() and days[1] >= self._start.date()):
            return None
        told = days[0] if days[0] == days[1] else f"{days[0]:%Y-%m}"
        return f"Its address dates it {told}, outside the event's window {self._window}."

    def _against_whole_text(self, found: Found) -> str | None:
        if found.text is None:
            return None
        return self.against_text(*map(_plain, (found.title, found.summary, found.text)))


def plain_page(body: bytes, content_type: str | None) -> str:
    """The text of a page, furniture and scripts included: enough to see whether it can be about an event."""
    return _plain(html_to_unicode(content_type, body)[1])


def _plain(html: str | None) -> str:
    return unescape(TAG.sub(" ", html or ""))


def _inflected(name: str) -> str:
    """A pattern for a name and its inflected forms: each word's last letter is free, and a short ending may follow."""
    return r"\s+".join(_word(word) for word in name.split())


def _word(word: str) -> str:
    is_spaced = all(c.isascii() or "\u0370" <= c < "\u0600" for c in word if c.isalpha())
    if not is_spaced:
        return re.escape(word)
    stem = word[:-1] if len(word) > 4 else word
    return rf"(?<!\w){re.escape(stem)}\w{{0,{ENDING}}}(?!\w)"
