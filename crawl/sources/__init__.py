"""The sources of addresses, one a file: `asks` and `reads`, as `crawl.source.Source` has them."""
