"""Unbreakable spaces stand inside numbers ("41 300", "18 млн"); extractors fold them, so they are tied up before."""

import re

SIGNS = {"\u00a0": "\U00010600", "\u202f": "\U00010601", "\u2009": "\U00010602"}
"""Each space and the sign of Linear A that stands in for it: printable, a letter, and in no news of 3,400 years."""
ENTITY = re.compile(r"&(?:nbsp|#160|#xa0);", re.IGNORECASE)
NARROW = re.compile(r"&(?:#8239|#x202f|thinsp|#8201|#x2009);", re.IGNORECASE)
INSIDE = re.compile(r"(?<=[^\s<>])[\u00a0\u202f\u2009](?=[^\s<>])")


def tie_spaces(html: str) -> str:
    """The page with stand-ins for the unbreakable spaces between characters; spaces at tags are layout and stay."""
    if any(sign in html for sign in SIGNS.values()):
        return html
    plain = NARROW.sub(lambda found: _narrow(found.group()), ENTITY.sub("\u00a0", html))
    return INSIDE.sub(lambda found: SIGNS[found.group()], plain)


def _narrow(entity: str) -> str:
    return "\u202f" if "202f" in entity.lower() or "8239" in entity else "\u2009"


def untie_spaces(text: str) -> str:
    """The text with the spaces back in their places."""
    for space, sign in SIGNS.items():
        text = text.replace(sign, space)
    return text
