"""Records in spaCy's binary formats: `Doc.to_bytes`, `DocBin` with user data, `nlp.pipe(n_process=2)`."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

import srsly

TAG = "parallax"

_RECORDS: dict[str, Any] = {}
_PLAIN: dict[str, Callable[[str], Any]] = {"Decimal": Decimal, "date": date.fromisoformat}

Chain = Callable[[Any], Any] | None


def make_packable(records: Iterable[type]) -> None:
    """Let spaCy write and read these dataclasses (and Decimal and date) wherever a Doc's user data holds them."""
    _RECORDS.update({record.__name__: record for record in records})
    srsly.msgpack_encoders.register(TAG, func=_encode)
    srsly.msgpack_decoders.register(TAG, func=_decode)


def _encode(value: Any, chain: Chain = None) -> Any:
    """A record as a plain mapping that names its class; what is none of ours goes to the next encoder."""
    name = type(value).__name__
    if _RECORDS.get(name) is type(value):
        return {TAG: name, "values": [getattr(value, f.name) for f in fields(_RECORDS[name])]}
    if isinstance(value, Decimal | date):
        return {TAG: name, "values": str(value)}
    return chain(value) if chain else value


def _decode(value: Any, chain: Chain = None) -> Any:
    """The record of a mapping that `_encode` made."""
    if isinstance(value, dict) and TAG in value:
        name, values = value[TAG], value["values"]
        if name in _PLAIN:
            return _PLAIN[name](values)
        return _RECORDS[name](*(tuple(v) if isinstance(v, list) else v for v in values))
    return chain(value) if chain else value
