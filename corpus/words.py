"""Words that users choose and that end up in ids and file names: outlets and language tags, checked on the way in."""

import re
from typing import Annotated

from pydantic import AfterValidator

_OUTLET = re.compile(r"[^\W_][\w.-]*")
_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")


def _outlet(value: str) -> str:
    if value and not _OUTLET.fullmatch(value):
        raise ValueError("letters, digits, points, hyphens and underscores, because the id becomes part of file names")
    return value


def _tag(value: str) -> str:
    if value and not _TAG.fullmatch(value):
        raise ValueError("a BCP 47 tag such as ru or zh-Hans")
    return value


OutletId = Annotated[str, AfterValidator(_outlet)]
"""An outlet's id; empty where nothing is said."""
Tag = Annotated[str, AfterValidator(_tag)]
"""A language tag; empty where nothing is said."""
