"""Plain Scrapy on the same site, for comparison: its own scheduler, no archive, one CSS question a page.

python -m benchmarks.plain_scrapy ADDRESS
"""

import sys
from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy import Spider
from scrapy.crawler import CrawlerProcess
from scrapy.http import Request, TextResponse
from scrapy.utils.sitemap import Sitemap

SETTINGS = {
    "LOG_LEVEL": "CRITICAL",
    "ROBOTSTXT_OBEY": True,
    "CONCURRENT_REQUESTS": 16,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
}


class PlainSpider(Spider):
    """Reads the sitemap and the title of every page that it names."""

    name = "plain"

    def __init__(self, address: str):
        super().__init__()
        self.address = address

    async def start(self) -> AsyncIterator[Request]:
        """The sitemap."""
        yield Request(f"{self.address}/sitemap.xml", self.parse_sitemap)

    def parse_sitemap(self, response: TextResponse) -> Iterator[Request]:
        """A request a page; their host stands for the address."""
        for entry in Sitemap(response.body):
            yield Request(self.address + "/" + entry["loc"].split("/", 3)[3], self.parse_page)

    def parse_page(self, response: TextResponse) -> Iterator[dict[str, Any]]:
        """The page's title."""
        yield {"url": response.url, "title": response.css("title::text").get()}


def main() -> int:
    """Crawl, and print how many pages came."""
    process = CrawlerProcess(SETTINGS)
    crawler = process.create_crawler(PlainSpider)
    process.crawl(crawler, address=sys.argv[1])
    process.start()
    assert crawler.stats is not None
    print(f"{crawler.stats.get_value('item_scraped_count')} pages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
