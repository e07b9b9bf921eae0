"""What a killed crawl leaves at the end of its WARC file, mended: whole records stay, a piece of one is cut off."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from corpus.errors import CorpusError, sentence

PIECE = 1024 * 1024
HEAD = 4096
"""A record's own headers stand within so many bytes; its id is among the first."""
RECORD_ID = b"WARC-Record-ID:"


def mend(path: Path) -> tuple[frozenset[str], int]:
    """The ids of the whole records in a WARC file, and how many bytes behind the last of them were cut off.

    Raises:
        CorpusError: the file is broken in its midst, which no kill can do; it is left as it is.
    """
    if not path.exists():
        return frozenset(), 0
    ids: set[str] = set()
    end = 0
    with path.open("r+b") as file:
        try:
            for head, after in _members(file):
                ids.add(_record_id(head))
                end = after
        except zlib.error as why:
            raise CorpusError(
                sentence(
                    str(path),
                    found=f"broken data after byte {end} ({why})",
                    expected="whole gzip members",
                    todo="move the file away (what it holds up to there stays readable) and collect again",
                )
            ) from None
        n_lost = path.stat().st_size - end
        file.truncate(end)
    return frozenset(ids), n_lost


def _members(file: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """The beginning of each whole gzip member and the place after it; a member that is cut off is not among them."""
    end = 0
    rest = b""
    while True:
        rest = rest or file.read(PIECE)
        if not rest:
            return
        member = zlib.decompressobj(wbits=31)
        head = b""
        while not member.eof:
            if not rest:
                return
            out = member.decompress(rest)
            head += out[: HEAD - len(head)] if len(head) < HEAD else b""
            rest = file.read(PIECE) if not member.eof else member.unused_data
        end = file.tell() - len(rest)
        yield head, end


def _record_id(head: bytes) -> str:
    lines = head.split(b"\r\n\r\n")[0].split(b"\r\n")
    found = next((line for line in lines if line.lower().startswith(RECORD_ID.lower())), b":")
    return found.partition(b":")[2].strip().decode("latin-1")
