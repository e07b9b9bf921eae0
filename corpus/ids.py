"""Stable, citable ids: derived from content and place, never from a counter or a clock."""

import hashlib


def sha256_text(text: str) -> str:
    """The SHA-256 of the text's UTF-8 bytes, as 64 hexadecimal digits (lone surrogates are kept)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def short_hash(*parts: str) -> str:
    """Twelve hexadecimal digits that stand for the parts in their order."""
    return sha256_text("\x1f".join(parts))[:12]


def article_id(outlet: str, canonical_url: str | None, version: int, text_sha256: str) -> str:
    """The id of one version of one article: outlet, then a hash of its place (its content where it has no address)."""
    return f"{outlet}-{short_hash(outlet, canonical_url or text_sha256, str(version))}"


def span_id(article: str, field: str, start: int, end: int) -> str:
    """The id of a place in an article: `rbc-0123456789ab:text:120-126`."""
    return f"{article}:{field}:{start}-{end}"
