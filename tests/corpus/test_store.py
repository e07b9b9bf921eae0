import dataclasses

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import CorpusError
from corpus.ids import article_id, sha256_text, span_id
from corpus.store import Corpus, open_corpus
from corpus.tables import ARTICLES, CLAIMS, FIGURES, REJECTS, Article, Claim, Figure, Reject, Span

TEXT = "The mill sold 24 000 sacks, its owner said."


def make_article(text=TEXT, outlet="gazette", **more):
    digest = sha256_text(text)
    return Article(
        article_id=article_id(outlet, None, 1, digest),
        outlet=outlet,
        lang="en",
        text=text,
        extractor="test 1",
        text_sha256=digest,
        **more,
    )


def make_figure(article, start=14, end=20, **more):
    return Figure(
        figure_id=span_id(article.article_id, "text", start, end),
        article_id=article.article_id,
        field="text",
        start=start,
        end=end,
        surface=article.text[start:end],
        low=24000.0,
        high=24000.0,
        kind="count",
        **more,
    )


@pytest.fixture
def corpus(tmp_path):
    corpus = Corpus(tmp_path)
    corpus.write(ARTICLES, [make_article(), make_article(outlet="herald")])
    return corpus


def test_records_come_back_as_they_were_written(corpus):
    article = make_article()
    claim = Claim(
        claim_id="c",
        article_id=article.article_id,
        field="text",
        source="owner",
        source_start=28,
        source_end=37,
        source_surface="its owner",
        content=[Span(0, 26, TEXT[0:26])],
        kind="indirect",
        type="report",
        rule="r",
        pack_version="en-1",
    )
    figure = make_figure(article, claim_id="c")
    corpus.write(CLAIMS, [claim])
    corpus.write(FIGURES, [figure])
    assert corpus.records(CLAIMS) == [claim]
    assert corpus.records(FIGURES) == [figure]
    assert article in corpus.records(ARTICLES)


def test_frames_are_typed(corpus):
    corpus.write(FIGURES, [make_figure(make_article())])
    frame = corpus.figures
    assert str(frame["counted_start"].dtype) == "Int64"
    assert frame["low"].dtype == "float64"


def test_same_rows_in_any_order_give_the_same_bytes(tmp_path):
    articles = [make_article(outlet=name) for name in ("a", "b", "c")]
    one, two = Corpus(tmp_path / "one"), Corpus(tmp_path / "two")
    one.write(ARTICLES, articles)
    two.write(ARTICLES, reversed(articles))
    assert (one.folder / "articles.parquet").read_bytes() == (two.folder / "articles.parquet").read_bytes()


def test_a_table_in_parts_is_read_whole(corpus, monkeypatch):
    monkeypatch.setattr("corpus.store.ROWS_PER_PART", 1)
    corpus.write(ARTICLES, [make_article(outlet=name) for name in ("a", "b", "c")])
    assert [p.name for p in corpus.files(ARTICLES)] == [
        "part-00000.parquet",
        "part-00001.parquet",
        "part-00002.parquet",
    ]
    assert len(corpus.articles) == 3


BROKEN = {
    "a span that cuts out something else": ({"start": 13}, "column start", "the stored surface"),
    "an unknown article": ({"article_id": "nobody"}, "column article_id", "articles.article_id"),
    "an unknown word": ({"comparator": "roughly"}, "column comparator", "one of exact, about"),
    "a null where a value must be": ({"surface": None}, "column surface", "a value"),
    "a wrong type": ({"low": "many"}, "column low", "double"),
    "an unknown claim": ({"claim_id": "c9"}, "column claim_id", "claims.claim_id"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_writing_refuses_a_row_with(corpus, name):
    change, column, expected = BROKEN[name]
    corpus.write(CLAIMS, [])
    with pytest.raises(CorpusError) as caught:
        corpus.write(FIGURES, [dataclasses.replace(make_figure(make_article()), **change)])
    message = str(caught.value)
    assert "figures.parquet, row 0" in message
    assert column in message
    assert expected in message
    assert not corpus.has(FIGURES)


def test_writing_refuses_a_doubled_key(corpus):
    with pytest.raises(CorpusError, match="which row 0 has too"):
        corpus.write(FIGURES, [make_figure(make_article())] * 2)


def test_reading_refuses_a_changed_text(corpus):
    path = corpus.folder / "articles.parquet"
    table = pq.read_table(path)
    index = table.schema.get_field_index("text")
    pq.write_table(table.set_column(index, "text", pa.array(["other"] * 2)), path)
    with pytest.raises(CorpusError, match=r"row 0, column text: found a text with another hash"):
        corpus.rows(ARTICLES)


def test_reading_names_the_corrupt_part_and_leaves_the_rest(corpus, monkeypatch):
    monkeypatch.setattr("corpus.store.ROWS_PER_PART", 1)
    corpus.write(ARTICLES, [make_article(outlet=name) for name in ("a", "b", "c")])
    good, bad, last = corpus.files(ARTICLES)
    kept = good.read_bytes(), last.read_bytes()
    bad.write_bytes(b"PAR1 not a table")
    with pytest.raises(CorpusError, match=r"part-00001\.parquet: found an unreadable Parquet file"):
        corpus.rows(ARTICLES)
    assert (good.read_bytes(), last.read_bytes()) == kept


def test_reading_names_a_missing_column(corpus):
    path = corpus.folder / "articles.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["lang"]), path)
    with pytest.raises(CorpusError, match=r"column lang: found no such column"):
        corpus.rows(ARTICLES)


def test_a_column_that_came_later_has_its_default_in_older_files(corpus):
    path = corpus.folder / "articles.parquet"
    before = corpus.records(ARTICLES)
    pq.write_table(pq.read_table(path).drop_columns(["corrections", "section"]), path)
    after = corpus.records(ARTICLES)
    assert {(tuple(a.corrections), a.section) for a in after} == {((), None)}
    assert [dataclasses.replace(a, corrections=[], section=None) for a in before] == after


def test_a_missing_table_says_what_to_run(corpus):
    with pytest.raises(CorpusError, match="run parallax annotate first"):
        _ = corpus.figures


def test_an_unknown_table_names_the_nearest(corpus):
    with pytest.raises(AttributeError, match='did you mean "figures"'):
        _ = corpus.figurs


def test_opening_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(CorpusError, match="found no table of a corpus"):
        open_corpus(tmp_path)


def test_set_aside_replaces_only_its_own_stage(corpus):
    corpus.set_aside("import", [Reject(stage="import", where="a", reason="x")])
    corpus.set_aside("annotate", [Reject(stage="annotate", where="b", reason="y")] * 2)
    corpus.set_aside("import", [])
    assert [r.where for r in corpus.records(REJECTS)] == ["b"]


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1), data=st.data())
def test_any_honest_span_is_accepted(tmp_path_factory, text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    corpus = Corpus(tmp_path_factory.mktemp("c"))
    article = make_article(text)
    corpus.write(ARTICLES, [article])
    assert corpus.write(FIGURES, [make_figure(article, start, end)]) == 1
