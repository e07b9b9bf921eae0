"""How coverage is collected: a Scrapy project that writes WARC files and the articles table."""

__parallax__ = "parallax-news"
