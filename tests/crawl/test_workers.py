"""Several workers share a crawl; one is killed, and nothing is lost or doubled."""

import pytest

from crawl.archive import archive_files, crawl_of, next_name


@pytest.mark.slow
def test_a_killed_worker_costs_nothing(redis):
    from benchmarks.workers import run

    assert run(150, 3, 1, redis=redis, delay_s=0.15) == []


def test_files_of_workers_belong_to_one_crawl(tmp_path):
    for name in ("00001.warc.gz", "00002-1.warc.gz", "00002-10.warc.gz", "00002-x.warc.gz", "notes-1.warc.gz"):
        (tmp_path / name).touch()
    assert [path.name for path in archive_files(tmp_path)] == ["00001.warc.gz", "00002-1.warc.gz", "00002-10.warc.gz"]
    assert next_name(tmp_path) == "00003.warc.gz"
    assert crawl_of("warc/00002-1.warc.gz#x") == crawl_of("warc/00002-10.warc.gz#y") == "warc/00002"
    assert crawl_of("warc/00001.warc.gz#x") == "warc/00001"
