"""Several workers share a crawl; one is killed, and nothing is lost or doubled."""

import json
import subprocess
import sys
import time

import pytest

from crawl.archive import archive_files, crawl_of, next_name


@pytest.mark.slow
def test_a_killed_worker_costs_nothing(redis):
    from benchmarks.workers import run

    assert run(150, 3, 1, redis=redis, delay_s=0.25) == []


@pytest.mark.slow
@pytest.mark.usefixtures("redis")
def test_a_crawl_that_loses_its_server_breaks_off(tmp_path):
    from benchmarks.loopback import newsrooms, served
    from benchmarks.workers import redis_server

    with served(300, 1.0) as address:
        with redis_server() as server:
            own = json.dumps({"REDIS_URL": server, "DOWNLOAD_DELAY": 0.5})
            job = [str(newsrooms(tmp_path / "room")), address, str(tmp_path / "corpus"), own]
            command = [sys.executable, "-m", "benchmarks.crawl_once", *job]
            worker = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")
            while not archive_files(tmp_path / "corpus" / "warc") and worker.poll() is None:
                time.sleep(0.05)
        _, told = worker.communicate(timeout=60)
    assert worker.returncode == 1
    assert "collect again to go on where it stopped" in told


def test_files_of_workers_belong_to_one_crawl(tmp_path):
    for name in ("00001.warc.gz", "00002-1.warc.gz", "00002-10.warc.gz", "00002-x.warc.gz", "notes-1.warc.gz"):
        (tmp_path / name).touch()
    assert [path.name for path in archive_files(tmp_path)] == ["00001.warc.gz", "00002-1.warc.gz", "00002-10.warc.gz"]
    assert next_name(tmp_path) == "00003.warc.gz"
    assert crawl_of("warc/00002-1.warc.gz#x") == crawl_of("warc/00002-10.warc.gz#y") == "warc/00002"
    assert crawl_of("warc/00001.warc.gz#x") == "warc/00001"
