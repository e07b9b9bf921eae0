"""One crawl in a process of its own, because Twisted's reactor runs once per process. Started by `crawl.fetch`."""

import json
import sys

from scrapy.crawler import CrawlerProcess
from scrapy.settings import Settings


def main() -> int:
    """Run the spider with the arguments and settings that stand on standard input; 0 if it came to its end."""
    job = json.load(sys.stdin)
    settings = Settings()
    settings.setmodule("crawl.settings", priority="project")
    settings.update(job["settings"], priority="cmdline")
    process = CrawlerProcess(settings)
    crawler = process.create_crawler("news")
    process.crawl(crawler, **job["arguments"])
    process.start()
    finished = crawler.stats is not None and crawler.stats.get_value("finish_reason") == "finished"
    return 0 if finished else 1


if __name__ == "__main__":
    sys.exit(main())
