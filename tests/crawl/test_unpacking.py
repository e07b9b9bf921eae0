"""Every encoding that a server may use is undone, and none unpacks to more than the limit."""

import gzip
import zlib

import brotli
import pytest
from backports import zstd

from crawl.unpacking import unpack_body

TEXT = "Лодка на реке. ".encode() * 100
BARE = zlib.compressobj(wbits=-15)
PACKED = {
    "gzip": gzip.compress(TEXT, mtime=0),
    "x-gzip": gzip.compress(TEXT, mtime=0),
    "deflate": zlib.compress(TEXT),
    "br": brotli.compress(TEXT),
    "zstd": zstd.compress(TEXT),
    "gzip, br": brotli.compress(gzip.compress(TEXT, mtime=0)),
    " GZIP ": gzip.compress(TEXT, mtime=0),
    "": TEXT,
}


@pytest.mark.parametrize("name", PACKED)
def test_a_body_is_unpacked(name):
    assert unpack_body(PACKED[name], name, 10**6) == TEXT


def test_deflate_may_be_the_bare_stream():
    assert unpack_body(BARE.compress(TEXT) + BARE.flush(), "deflate", 10**6) == TEXT


@pytest.mark.parametrize("name", PACKED)
def test_no_body_unpacks_to_more_than_the_limit(name):
    found = unpack_body(PACKED[name], name, 101)
    assert found == TEXT[:101] or (", " in name and len(found) <= 101)


@pytest.mark.parametrize(
    ("body", "name"), [(b"no gzip", "gzip"), (b"no br", "br"), (b"no zstd", "zstd"), (b"raw", "compress"), (b"", "br")]
)
def test_what_cannot_be_unpacked_stays_as_it_is(body, name):
    assert unpack_body(body, name, 100) == body


@pytest.mark.parametrize("name", ["gzip", "deflate", "zstd", "br"])
def test_a_body_that_breaks_off_is_unpacked_up_to_there(name):
    found = unpack_body(PACKED[name][:-5], name, 10**6)
    assert TEXT.startswith(found)
