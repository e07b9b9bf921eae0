"""A WARC file that a kill cut off ends with its last whole record again, and takes further ones."""

import gzip

import pytest
from scrapy.http import Request, Response

from corpus.errors import CorpusError
from crawl.archive import read_archive
from crawl.evidence import Archive
from crawl.mending import mend

NOTE = {"kind": "page"}


@pytest.fixture
def open_archive(tiny, tmp_path):
    return lambda known=frozenset(): Archive(
        tmp_path / "00001.warc.gz", now=lambda: tiny.NOW, software="test", known=known
    )


def add(archive, *names):
    for name in names:
        url = f"http://gazette.example/{name}"
        archive.add(Request(url), Response(url, body=name.encode() * 2000), note=NOTE)
    archive.close()


@pytest.mark.parametrize("lost", [1, 9, 40, 200, 260])
def test_what_is_cut_off_is_taken_away_and_the_rest_gone_on_with(open_archive, tmp_path, lost):
    path = tmp_path / "00001.warc.gz"
    add(open_archive(), "one", "two")
    path.write_bytes(path.read_bytes()[:-lost])
    known, n_cut_off = mend(path)
    assert 0 < n_cut_off < 1000
    add(open_archive(known), "two", "three")
    found = [e.url.rpartition("/")[2] for e in read_archive(path)]
    assert found == ["one", "two", "three"]


def test_a_whole_file_stays_as_it_is(open_archive, tmp_path):
    path = tmp_path / "00001.warc.gz"
    add(open_archive(), "one")
    before = path.read_bytes()
    known, n_cut_off = mend(path)
    assert (path.read_bytes(), n_cut_off, len(known)) == (before, 0, 3)
    assert mend(tmp_path / "none.warc.gz") == (frozenset(), 0)


def test_a_file_that_is_broken_in_its_midst_is_left_alone(open_archive, tmp_path):
    path = tmp_path / "00001.warc.gz"
    add(open_archive(), "one")
    whole = path.read_bytes()
    path.write_bytes(whole + b"\0" * 500 + whole)
    with pytest.raises(CorpusError, match="broken data after byte"):
        mend(path)
    assert path.read_bytes() == whole + b"\0" * 500 + whole


def test_the_rest_of_a_record_larger_than_a_piece_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr("crawl.mending.PIECE", 7)
    path = tmp_path / "00001.warc.gz"
    members = [gzip.compress(b"WARC/1.1\r\nWARC-Record-ID: <urn:uuid:%d>\r\n\r\n" % n, mtime=0) for n in range(3)]
    path.write_bytes(b"".join(members)[:-3])
    assert mend(path) == ({"<urn:uuid:0>", "<urn:uuid:1>"}, len(members[2]) - 3)
