"""Scrapy's settings: an honest name, robots.txt obeyed, one request at a time per host, no ports, limits on all."""

import os
from importlib.metadata import version

BOT_NAME = "parallax-news"
SPIDER_MODULES = ["crawl.spiders"]
NEWSPIDER_MODULE = "crawl.spiders"

CONTACT = " ".join(os.environ.get("PARALLAX_CONTACT", "").split()).encode("ascii", "replace").decode()
"""Whom a site's owner can write to, an address or a page; the crawl works without, but a polite one has it."""
USER_AGENT = (
    f"parallax-news/{version('parallax-news')} (news research; obeys robots.txt{'; ' * bool(CONTACT)}{CONTACT})"
)
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "parallax-news"
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    # What every reader of WARC files can undo: the archive keeps bodies as they came.
    "Accept-Encoding": "gzip, deflate",
}

CONCURRENT_REQUESTS = 16
CONCURRENT_REQUESTS_PER_DOMAIN = 1
# Scrapy makes so many tasks for every answer, and no answer has more than a few items here.
CONCURRENT_ITEMS = 1
DOWNLOAD_DELAY = 1.0
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 60.0

DOWNLOAD_TIMEOUT = 30
DOWNLOAD_MAXSIZE = 10 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DNS_TIMEOUT = 15
RETRY_TIMES = 1
REDIRECT_MAX_TIMES = 5
# More than any outlet publishes about an event, fewer than a site that makes up addresses can announce.
PAGES_PER_OUTLET = 10_000
# Services that know addresses of many outlets; they are asked only where an option or the event says so.
DISCOVERY_SERVICES = {
    "wayback": "https://web.archive.org/cdx/search/cdx",
    "gdelt": "https://api.gdeltproject.org/api/v2/doc/doc",
}
# Seconds between two requests that a host asks for elsewhere than in its robots.txt (GDELT: in its refusals).
SITE_PAUSES = {"api.gdeltproject.org": 6.0}
BACKOFF_START = 5.0
BACKOFF_MAX = 300.0
BACKOFF_GIVE_UP = 5
COOKIES_ENABLED = False
# A page that answers 404 is evidence too: it is archived, and extraction sets it aside with its reason.
HTTPERROR_ALLOW_ALL = True

# Where several workers share the frontier; without an address it is a file in the corpus folder. docs/scaling.md
REDIS_URL = os.environ.get("PARALLAX_REDIS", "")
# A worker that is not heard of for so long is taken for dead, and what it had is asked again by others.
REDIS_LEASE_S = 15.0

SCHEDULER = "crawl.scheduler.FrontierScheduler"
SPIDER_MIDDLEWARES = {
    # Nearest to the engine: what arrives here is what will be asked for.
    "crawl.answers.AnswerMiddleware": 10,
}
DOWNLOADER_MIDDLEWARES = {
    "crawl.guard.Guard": 40,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawl.policy.PolicyMiddleware": 100,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "crawl.backoff.BackoffMiddleware": 550,
    # Nearest to the network, so that it sees every body as it came over the wire.
    "crawl.evidence.ArchiveMiddleware": 950,
}
EXTENSIONS = {"crawl.progress.Progress": 500}
TWISTED_DNS_RESOLVER = "crawl.guard.PublicResolver"

TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
LOG_LEVEL = "WARNING"
