"""What a corpus is: its tables, its store, its event file and its run record."""

__parallax__ = "parallax-news"
