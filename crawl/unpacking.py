"""Bodies without their content encodings, never larger than a limit: what is packed may unpack to a thousand times."""

import sys
import zlib
from collections.abc import Callable, Mapping

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

BROKEN = (zlib.error, brotli.error, zstd.ZstdError, EOFError)


def unpack_body(body: bytes, encodings: str, limit: int) -> bytes:
    """The body without the encodings of a Content-Encoding header, cut off after `limit` bytes.

    What cannot be unpacked stays as it is, as far as it could be: its text shows that something is wrong with it.
    """
    for name in reversed([part.strip().lower() for part in encodings.split(",") if part.strip()]):
        unpack = UNPACKERS.get(name)
        if unpack is None:
            break
        try:
            body = unpack(body, limit)
        except BROKEN:
            break
    return body[:limit]


def _gzip(body: bytes, limit: int) -> bytes:
    return zlib.decompressobj(wbits=31).decompress(body, limit)


def _deflate(body: bytes, limit: int) -> bytes:
    """RFC 9110 means zlib's format, some servers mean the bare stream."""
    try:
        return zlib.decompressobj().decompress(body, limit)
    except zlib.error:
        return zlib.decompressobj(wbits=-15).decompress(body, limit)


def _brotli(body: bytes, limit: int) -> bytes:
    unpacker, pieces, size = brotli.Decompressor(), [], 0
    while size < limit and not unpacker.is_finished():
        piece = unpacker.process(body, output_buffer_limit=limit - size)
        if not piece:
            break
        pieces.append(piece)
        size += len(piece)
        body = b""
    return b"".join(pieces)


def _zstd(body: bytes, limit: int) -> bytes:
    return zstd.ZstdDecompressor().decompress(body, limit)


UNPACKERS: Mapping[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
