"""The face of Parallax: open a corpus in a notebook; the command line and the stages live beside.

Importing this loads neither Scrapy nor spaCy.
"""

from corpus.store import Corpus
from corpus.store import open_corpus as open

__all__ = ["Corpus", "open"]
__parallax__ = "parallax-news"
