"""What goes into the frontier and comes out of it, as records."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One address to ask for. `key` is the same for all spellings of it; `packed` is the request as JSON."""

    key: bytes
    url: str
    outlet: str
    kind: str
    site: str
    packed: str
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Ticket:
    """One claimed row."""

    id: int
    url: str
    outlet: str
    kind: str
    packed: str
    priority: int
    key: bytes


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier crawl knew of a page: the record that holds it, its validators, its content's hash."""

    raw_ref: str
    etag: str | None
    last_modified: str | None
    sha256: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How a request ended; `rights` is the policy record that every answer must have."""

    outcome: str
    reason: str | None = None
    raw_ref: str | None = None
    rights: Mapping[str, Any] | None = None
    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """An announced address that is not asked for, and why."""

    outlet: str
    url: str
    reason: str
