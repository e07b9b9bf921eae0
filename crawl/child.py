"""One crawl in a process of its own, because Twisted's reactor runs once per process. Started by `crawl.fetch`."""

import json
import os
import sys
import threading

from scrapy.crawler import CrawlerProcess
from scrapy.settings import Settings
from twisted.python.failure import Failure

from corpus.errors import ParallaxError, sentence
from crawl.answers import NO_POLICY

UNUSABLE = 2


def main() -> int:
    """Run the spider, with the arguments and settings, that stand on the first line of standard input.

    0 if it came to its end, 2 if it cannot be used as it is told (a sentence on standard output), else 1.
    """
    job = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    settings = Settings()
    settings.setmodule("crawl.settings", priority="project")
    settings.update(job["settings"], priority="cmdline")
    process = CrawlerProcess(settings)
    crawler = process.create_crawler(job["spider"])
    broke: list[Failure] = []
    process.crawl(crawler, **job["arguments"]).addErrback(broke.append)
    process.start()
    if broke and isinstance(broke[0].value, ParallaxError):
        sys.stdout.write(f"{broke[0].value}\n")
        return UNUSABLE
    if broke:
        sys.stderr.write(broke[0].getTraceback())
        return 1
    assert crawler.stats is not None
    reason = crawler.stats.get_value("finish_reason")
    if reason == NO_POLICY:
        sys.stdout.write(sentence("collect", found=NO_POLICY, expected="the record of a site that was asked first"))
        return UNUSABLE
    return 0 if reason == "finished" else 1


def _end_with_the_parent() -> None:
    """Stop at once when nobody holds the other end any more: the frontier loses nothing by it."""
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
