"""How texts are read: spaCy components and language packs that find figures, actors and claims."""

__parallax__ = "parallax-news"
