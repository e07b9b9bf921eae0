import pytest

from corpus.provenance import read_run
from parallax.stages import STAGES


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.command)
def test_a_stage_reads_and_makes_what_it_declares(stage, demo):
    record = read_run(demo.folder)["stages"][stage.command]
    read = {name.removesuffix(".parquet") for name in record["inputs"]}
    assert {table.name for table in stage.reads} <= read
    assert {table.name for table in stage.makes} <= set(record["outputs"])
