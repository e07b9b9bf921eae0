"""Start-up check: `corpus`, `crawl`, `nlp` and `parallax` are common names, so make sure that ours were found."""

from importlib.util import find_spec
from pathlib import Path

from corpus.errors import ParallaxError, sentence

PACKAGES = ("corpus", "crawl", "nlp", "parallax")
MARK = '__parallax__ = "parallax-news"'


def check_house() -> None:
    """Raise ParallaxError if a package of one of our names is somebody else's; nothing is imported."""
    for name in PACKAGES:
        spec = find_spec(name)
        where = spec.origin if spec else None
        if where is None or MARK not in Path(where).read_text(encoding="utf-8"):
            raise ParallaxError(
                sentence(
                    f'the package "{name}"',
                    found=where or "none",
                    expected="Parallax's own",
                    todo="install parallax-news into a fresh virtual environment and run it from another folder",
                )
            )
