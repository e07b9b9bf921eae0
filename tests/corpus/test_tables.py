import pyarrow as pa
import pytest

from corpus.describe import describe
from corpus.places import ROOT
from corpus.tables import BY_NAME, FIGURES, TABLES


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_every_column_is_documented(table):
    assert table.doc
    assert all(column.doc.endswith(".") for column in table.columns)


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_references_point_at_columns(table):
    for column, target in table.refs.items():
        name, key = target.split(".")
        assert column in {c.name for c in table.columns}
        assert key in {c.name for c in BY_NAME[name].columns}


def test_the_schema_carries_meaning_and_unit():
    field = FIGURES.schema.field("start")
    assert field.type == pa.int64()
    assert field.metadata == {b"doc": FIGURES.columns[3].doc.encode(), b"unit": b"code points"}


def test_flat_spans_are_found_by_their_names():
    assert BY_NAME["claims"].spans == ("cue_", "source_")
    assert BY_NAME["claims"].span_lists == ("content", "hedges", "negations", "scare_quotes")
    assert FIGURES.spans == ("", "counted_")


def test_the_page_of_tables_is_fresh():
    page = (ROOT / "data" / "TABLES.md").read_text(encoding="utf-8")
    assert page == describe(), "run python -m corpus.describe"
