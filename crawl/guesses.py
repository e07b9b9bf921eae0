"""What an article's day and author look like where the page does not say them in its data: read off its text."""

from copy import deepcopy
from datetime import datetime, timedelta

from crawl.bylines import byline_of
from crawl.page import Page


def guess_day(page: Page, fetched_at: datetime) -> str | None:
    """The day of publication that htmldate finds, never after the fetch: its own bound would be today's clock."""
    from htmldate import find_date

    if page.tree is None:
        return None
    bound = (fetched_at + timedelta(days=1)).strftime("%Y-%m-%d")
    return find_date(deepcopy(page.tree), original_date=True, extensive_search=True, max_date=bound, url=page.url)


def guess_author(page: Page) -> str | None:
    """The names that trafilatura finds in bylines, else those in a line that is one, with semicolons between them."""
    from trafilatura.metadata import extract_author

    if page.tree is None:
        return None
    author: str | None = extract_author(page.tree) or "; ".join(byline_of(page))
    return author
