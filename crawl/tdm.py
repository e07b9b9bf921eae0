"""Reservations of text and data mining as publishers write them: tdmrep.json (TDMRep) and directives against AI.

TDMRep: https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/. Directives in X-Robots-Tag and in robots
meta elements have no standard; `noai` is the one in use that speaks of texts (`noimageai` speaks of pictures).
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

PLACE = "/.well-known/tdmrep.json"
AGAINST_AI = frozenset({"noai"})
VALUED = frozenset({"max-snippet", "max-image-preview", "max-video-preview", "unavailable_after"})
"""Directives that have a value behind a colon, where otherwise an agent's name stands before one."""


@dataclass(frozen=True, slots=True)
class TdmRule:
    """One rule of a tdmrep.json: for which paths, reserved or not, under which policy."""

    location: re.Pattern[str]
    reservation: str
    policy: str | None


def read_tdmrep(body: bytes) -> tuple[TdmRule, ...] | None:
    """The rules of a tdmrep.json in its order; None if the bytes are none. A rule that cannot be read is no rule."""
    try:
        rules = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(rules, list):
        return None
    return tuple(filter(None, map(_rule, rules)))


def _rule(said: Any) -> TdmRule | None:
    if not isinstance(said, dict) or not isinstance(said.get("location"), str):
        return None
    reservation = str(said.get("tdm-reservation", ""))
    policy = said.get("tdm-policy")
    if reservation not in ("0", "1"):
        return None
    return TdmRule(_pattern(said["location"]), reservation, policy if isinstance(policy, str) else None)


def _pattern(location: str) -> re.Pattern[str]:
    """A location as robots.txt has them: a prefix, `*` for anything, `$` for the end."""
    text = re.sub(r"\*+", "*", location)
    is_ended = text.endswith("$")
    parts = map(re.escape, text.removesuffix("$").split("*"))
    # Atomic: each star takes the nearest place where the next part stands, so that no pattern takes long.
    first, *rest = parts
    inner = "".join(f"(?>.*?{part})" for part in rest[:-1])
    last = (f".*{rest[-1]}" if is_ended else f"(?>.*?{rest[-1]})") if rest else ""
    return re.compile(f"{first}{inner}{last}{r'$' * is_ended}", re.DOTALL)


def rule_for(rules: Sequence[TdmRule], url: str) -> TdmRule | None:
    """The first rule that speaks of an address."""
    parts = urlsplit(url)
    path = f"{parts.path or '/'}{'?' * bool(parts.query)}{parts.query}"
    return next((rule for rule in rules if rule.location.match(path)), None)


def is_against_ai(said: Iterable[str], agent: str) -> bool:
    """Whether one of the robots directives that are for everyone or for us forbids use by AI."""
    return any(not AGAINST_AI.isdisjoint(_directives(value, agent)) for value in said)


def _directives(value: str, agent: str) -> set[str]:
    """The directives of one header or element that are for everyone or for us; `name: directive` is for that name."""
    ours: set[str] = set()
    is_ours = True
    for part in value.lower().split(","):
        name, colon, directive = part.strip().partition(":")
        if colon and name.strip() not in VALUED:
            is_ours = name.strip() in ("*", agent)
        else:
            directive = name
        if is_ours:
            ours.add(directive.strip())
    return ours
