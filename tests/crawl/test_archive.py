"""What goes into the WARC comes out of it, byte for byte, under references that do not depend on order or time."""

import gzip
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from scrapy.http import Request, Response
from warcio.archiveiterator import ArchiveIterator

from corpus.errors import CorpusError
from crawl.archive import archive_files, next_name, read_archive
from crawl.evidence import Archive

NOW = datetime(2031, 5, 8, 12, tzinfo=UTC)
NOTE = {"kind": "page", "outlet": "газета", "found": {}}


def answer(url="http://gazette.example/a", body=b"<p>A</p>", status=200, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Request(url, headers={"User-Agent": "us"}), Response(url, status=status, headers=named, body=body)


def write(folder, *answers, now=NOW):
    archive = Archive(folder / next_name(folder), now=lambda: now, software="test")
    for request, response in answers:
        archive.add(request, response, note=NOTE)
    archive.close()
    return archive_files(folder)[-1]


def test_an_answer_reads_back_as_it_was(tmp_path):
    path = write(tmp_path, answer(body="Лодка".encode(), status=404, Content_Type="text/html", X_Own="1"))
    (found,) = read_archive(path)
    assert (found.url, found.status, found.body) == ("http://gazette.example/a", 404, "Лодка".encode())
    assert (found.headers["content-type"], found.headers["x-own"]) == ("text/html", "1")
    assert (found.fetched_at, found.note) == (NOW, NOTE)


def test_a_compressed_body_is_kept_as_it_came_and_read_unpacked(tmp_path):
    packed = gzip.compress(b"<p>A</p>", mtime=0)
    path = write(tmp_path, answer(body=packed, Content_Encoding="gzip"))
    (found,) = read_archive(path)
    assert found.body == b"<p>A</p>"
    with path.open("rb") as file:
        (raw,) = [r.raw_stream.read() for r in ArchiveIterator(file) if r.rec_type == "response"]
    assert raw == packed


def test_a_chunked_answer_that_is_already_joined_reads_back(tmp_path):
    (found,) = read_archive(write(tmp_path, answer(body=b"5\r\nnot chunks", Transfer_Encoding="chunked")))
    assert found.body == b"5\r\nnot chunks"


def test_requests_are_archived_with_what_we_said(tmp_path):
    path = write(tmp_path, answer("http://gazette.example/a?b=1"))
    with path.open("rb") as file:
        assert [record.rec_type for record in ArchiveIterator(file)] == ["warcinfo", "response", "request"]
    content = gzip.decompress(path.read_bytes())
    assert b"GET /a?b=1 HTTP/1.1\r\nHost: gazette.example\r\nUser-Agent: us\r\n" in content


def test_references_come_from_address_and_payload_only(tmp_path):
    one, two = answer("http://gazette.example/1"), answer("http://gazette.example/2")
    first = {e.url: e.ref for e in read_archive(write(tmp_path / "a", one, two))}
    later = datetime(2032, 1, 1, tzinfo=UTC)
    second = {e.url: e.ref for e in read_archive(write(tmp_path / "b", two, one, now=later))}
    assert first == second
    assert all(ref.startswith("warc/00001.warc.gz#") for ref in first.values())
    changed = read_archive(write(tmp_path / "c", answer("http://gazette.example/1", body=b"other")))
    assert next(changed).ref != first["http://gazette.example/1"]


def test_the_same_answers_make_the_same_file(tmp_path):
    one = write(tmp_path / "a", answer()).read_bytes()
    assert write(tmp_path / "b", answer()).read_bytes() == one


def test_each_crawl_writes_a_file_of_its_own(tmp_path):
    write(tmp_path, answer())
    write(tmp_path, answer())
    assert [p.name for p in archive_files(tmp_path)] == ["00001.warc.gz", "00002.warc.gz"]


@pytest.mark.parametrize("lost", [1, 9, 40, 200])
def test_a_file_that_breaks_off_keeps_what_stands_before_the_break(tmp_path, lost):
    path = write(tmp_path, answer("http://gazette.example/1"), answer("http://gazette.example/2"))
    path.write_bytes(path.read_bytes()[:-lost])
    found = []
    with suppress(CorpusError):
        found += read_archive(path)
    assert found[0].url == "http://gazette.example/1"


def test_a_file_that_is_no_archive_is_one_sentence(tmp_path):
    path = tmp_path / "00001.warc.gz"
    path.write_bytes(b"not a warc file at all\n\n\n")
    with pytest.raises(CorpusError, match=r"00001\.warc\.gz: found a broken record"):
        list(read_archive(path))
