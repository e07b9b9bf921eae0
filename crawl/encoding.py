"""A page's bytes as text: what they are decides, what the page declares helps; a wrong declaration is found out."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from w3lib.encoding import (
    html_body_declared_encoding,
    html_to_unicode,
    http_content_type_encoding,
    read_bom,
    resolve_encoding,
)

from corpus.errors import PackError
from corpus.strict import Strict, load_toml

BEYOND_ASCII = bytes(range(0x80, 0x100))
MARKUP = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)
META = re.compile(rb"<meta\b[^>]*\bcharset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
SAMPLE = 20_000
"""Bytes of running text that are weighed: enough for thousands of letters."""
DECLARED = 0.05
"""What a declaration is worth: near encodings (windows-1252 and 1254) differ by less on a text, wrong ones by more."""
JAPANESE, WIDE = frozenset({"CJK", "HIRAGANA", "KATAKANA"}), frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL"})
ALPHABETS = frozenset({"CYRILLIC", "GREEK", "HEBREW", "ARABIC"})
"""Alphabets whose bytes are letters of the others, too: their frequent letters tell them apart."""
WRONG, BROKEN = -2.0, -8.0


class Charsets(Strict):
    """`charsets.toml`."""

    encodings: list[str]
    frequent: str


@cache
def _charsets() -> Charsets:
    return load_toml(Path(__file__).with_name("charsets.toml"), Charsets, PackError)


@cache
def _frequent() -> frozenset[str]:
    return frozenset(_charsets().frequent)


def decode_page(body: bytes, headers: Mapping[str, str]) -> str:
    """The text of a page. Bytes that are UTF-8 are UTF-8 whatever is declared; else what reads most like a language."""
    if read_bom(body)[0]:
        return html_to_unicode(None, body)[1]
    if is_utf8(body):
        return body.decode("utf-8-sig", "replace")
    declared = headers.get("content-type", "")
    if b"\x1b" in body or b"\x00" in body:  # an encoding in seven bits, or in pairs of bytes
        return html_to_unicode(None if "utf-8" in declared.lower() else declared, body)[1]
    return body.decode(_likeliest(body, declared), "replace")


def is_utf8(body: bytes) -> bool:
    """Whether bytes are UTF-8 but for a stray byte in twenty; escapes speak for an older encoding in seven bits."""
    n_beyond_ascii = len(body) - len(body.translate(None, BEYOND_ASCII))
    n_broken = body.decode("utf-8", "replace").count("\ufffd")
    return n_broken * 20 <= n_beyond_ascii and b"\x1b" not in body


def _likeliest(body: bytes, content_type: str) -> str:
    declared = [name for name in (http_content_type_encoding(content_type), *_in_markup(body)) if name]
    declared = [name for name in declared if name not in ("utf-8", "ascii")]
    sample = _sample(body)
    names = list(dict.fromkeys([*declared, *_charsets().encodings]))
    worth = {name: _reads_like_text(sample, name) + (DECLARED if name in declared else 0) for name in names}
    return max(names, key=lambda name: worth[name])


def _in_markup(body: bytes) -> Iterator[str]:
    """The encodings that the page's own head declares, however far down."""
    first = html_body_declared_encoding(body)
    if first:
        yield first
    for found in META.finditer(body[:100_000]):
        if name := resolve_encoding(found.group(1).decode("ascii", "replace")):
            yield name


def _sample(body: bytes) -> bytes:
    text = MARKUP.sub(b" ", body)
    dense = b" ".join(line for line in text.split(b"\n") if line.translate(None, BEYOND_ASCII) != line)
    return dense[:SAMPLE]


def _reads_like_text(sample: bytes, encoding: str) -> float:
    """How much decoded bytes are like a language, by each character beyond ASCII: 1 at best, far below 0 if broken."""
    try:
        text = sample.decode(encoding, "replace").rstrip("\ufffd")
    except LookupError:
        return BROKEN
    n_beyond = sum(c > "\x7f" for c in text)
    signs = sum(_worth(c) for c in text if c > "\x7f")
    breaks = sum(WRONG for one, other in pairwise(text) if _is_break(one, other))
    return (signs + breaks) / n_beyond if n_beyond else 0.0


@lru_cache(maxsize=30_000)
def _worth(char: str) -> float:
    if char == "\ufffd":
        return BROKEN
    script = _script(char)
    if script == "CJK":
        return 1.0 if char in _frequent() else 0.25 if _is_common(char) else WRONG
    if script in ("HANGUL", "HIRAGANA", "KATAKANA"):
        return 1.0
    category = unicodedata.category(char)
    if category in ("Cc", "Co", "Cn", "Cs"):
        return BROKEN
    if script in ALPHABETS:
        return 1.0 if char in _frequent() else 0.5 if char.islower() or not char.isupper() else 0.25
    if char.isalpha():
        return 0.5 if category == "Lu" else 1.0
    return 0.5 if category in ("Pd", "Pi", "Pf", "Po", "Ps", "Pe", "Zs") else WRONG / 2


def _is_common(char: str) -> bool:
    """Whether a Han character is in the first level of GB 2312, Big5 or JIS: together those of everyday texts."""
    for encoding, last in (("gb2312", 0xD7), ("big5", 0xC6), ("shift_jis", 0x97)):
        try:
            if char.encode(encoding)[0] <= last:
                return True
        except UnicodeEncodeError:
            continue
    return False


def _is_break(one: str, other: str) -> bool:
    """Whether two neighbours do not belong in one word.

    They are of two scripts, or a capital stands behind a small letter, or two accented letters follow each other.
    """
    if (one < "\x80" and other < "\x80") or not (one.isalpha() and other.isalpha()):
        return False
    scripts = {_script(one), _script(other)}
    if scripts <= JAPANESE or (scripts & WIDE and "LATIN" in scripts):
        return False
    is_dense = scripts == {"LATIN"} and one > "\x7f" and other > "\x7f"
    return len(scripts) > 1 or is_dense or (one.islower() and other.isupper())


@lru_cache(maxsize=30_000)
def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ", 1)[0].split("-")[0]
