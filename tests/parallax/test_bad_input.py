"""Bad input through the command line: one sentence each, the promised exit code, the good rest kept."""

import pytest

from corpus.places import data_folder
from corpus.store import open_corpus

GOOD = "Mill sells more sacks\n\nThe mill sold more than 16 million sacks last year, its owner said on Monday.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def one_line(text):
    lines = [line for line in text.strip().splitlines() if line]
    assert len(lines) == 1, text
    return lines[0]


def test_an_empty_file_is_named_and_the_rest_imported(parallax, folder):
    (folder / "empty.txt").write_bytes(b"")
    run = parallax("import", folder / "good.txt", folder / "empty.txt", "--into", folder / "c")
    assert run.returncode == 3
    assert "empty.txt" in run.stdout
    assert len(open_corpus(folder / "c").articles) == 1
    assert list(open_corpus(folder / "c").rejects.stage) == ["import"]


def test_a_broken_line_is_named_and_the_rest_imported(parallax, folder):
    good = '{"text": "The mill sold 300 sacks, its owner said on Monday in a long letter.", "outlet": "gazette"}'
    (folder / "many.jsonl").write_text(f"{good}\n{{broken\n", encoding="utf-8")
    run = parallax("import", folder / "many.jsonl", "--into", folder / "c")
    assert run.returncode == 3
    assert "many.jsonl:2" in run.stdout
    assert list(open_corpus(folder / "c").articles.outlet) == ["gazette"]


def test_an_event_with_an_unknown_key_writes_nothing(parallax, folder):
    text = (data_folder() / "newsroom" / "event.toml").read_text(encoding="utf-8")
    (folder / "event.toml").write_text('titel = "x"\n' + text, encoding="utf-8")
    run = parallax("import", folder / "good.txt", "--event", folder / "event.toml", "--into", folder / "c")
    assert run.returncode == 2
    line = one_line(run.stderr)
    assert "event.toml" in line
    assert '"titel"' in line
    assert 'did you mean "title"' in line
    assert not (folder / "c").exists()


@pytest.mark.parametrize("command", ["outlets", "collect"])
def test_an_outlet_without_a_source_is_named(parallax, folder, command):
    packs = folder / "packs"
    packs.mkdir()
    pack = 'id = "gazette"\nname = "Gazette"\nhome = "http://gazette.example/"\nlanguages = ["en"]\nkind = "outlet"\n'
    (packs / "gazette.toml").write_text(pack + 'country = "gb"\n', encoding="utf-8")
    event = data_folder() / "newsroom" / "event.toml"
    wanted = ("collect", event, "--into", folder / "c") if command == "collect" else ("outlets",)
    run = parallax(*wanted, "--outlets", packs)
    assert run.returncode == 2
    line = one_line(run.stderr)
    assert "gazette.toml" in line
    assert "feeds" in line
    assert "sitemaps" in line
    assert not (folder / "c").exists()


@pytest.mark.parametrize("command", ["annotate", "validate"])
def test_a_corrupt_part_is_named_and_nothing_else_touched(parallax, folder, command):
    corpus = folder / "c"
    assert parallax("import", folder / "good.txt", "--into", corpus).returncode == 0
    parts = corpus / "articles"
    parts.mkdir()
    (corpus / "articles.parquet").rename(parts / "part-00000.parquet")
    (parts / "part-00001.parquet").write_bytes(b"PAR1 is not enough")
    before = {p: p.read_bytes() for p in corpus.rglob("*") if p.is_file()}
    run = parallax(command, corpus)
    assert run.returncode == 2
    assert "part-00001.parquet" in run.stderr
    assert "restore this file" in run.stderr
    assert {p: p.read_bytes() for p in corpus.rglob("*") if p.is_file()} == before


def test_a_manifest_with_a_wrong_header_writes_nothing(parallax, folder):
    (folder / "manifest.csv").write_text("file,outlett\ngood.txt,gazette\n", encoding="utf-8")
    run = parallax("import", folder / "good.txt", "--manifest", folder / "manifest.csv", "--into", folder / "c")
    assert run.returncode == 2
    assert "manifest.csv" in one_line(run.stderr)
    assert not (folder / "c").exists()


@pytest.fixture
def annotated(parallax, folder):
    """A corpus of one article with annotations."""
    corpus = folder / "c"
    assert parallax("import", folder / "good.txt", "--into", corpus).returncode == 0
    assert parallax("annotate", corpus).returncode == 0
    return corpus


def test_a_broken_event_in_the_corpus_keeps_the_tables(parallax, annotated):
    (annotated / "event.toml").write_text("x=", encoding="utf-8")
    before = (annotated / "figures.parquet").read_bytes()
    run = parallax("annotate", annotated)
    assert run.returncode == 2
    assert "event.toml" in one_line(run.stderr)
    assert (annotated / "figures.parquet").read_bytes() == before


@pytest.mark.parametrize("command", ["annotate", "validate"])
def test_a_broken_run_record_is_one_sentence(parallax, annotated, command):
    (annotated / "run.json").write_text("{", encoding="utf-8")
    run = parallax(command, annotated)
    assert run.returncode == 2
    assert "run.json" in one_line(run.stderr)


def test_a_stage_that_read_older_tables_is_named(parallax, annotated):
    more = annotated.parent / "more.txt"
    more.write_text(GOOD.replace("16", "17"), encoding="utf-8")
    assert parallax("import", more, "--into", annotated).returncode == 0
    run = parallax("compare", annotated)
    assert run.returncode == 0
    assert "run parallax annotate again" in one_line(run.stderr)
    assert parallax("validate", annotated).returncode == 2


def test_a_text_without_a_pack_goes_through_to_a_valid_corpus(parallax, folder):
    finnish = "Pato\n\nPadon hallitus sanoi maanantaina, että yli 16 miljoonaa euroa on kadonnut eikä palaa koskaan."
    (folder / "fi.txt").write_text(finnish, encoding="utf-8")
    corpus = folder / "c"
    for arguments in (
        ("import", folder / "good.txt", folder / "fi.txt", "--into", corpus),
        ("annotate", corpus),
        ("compare", corpus),
        ("report", corpus),
        ("validate", corpus),
    ):
        run = parallax(*arguments)
        assert run.returncode == 0, run.stderr
    assert "“fi”" in (page := (corpus / "report" / "index.html").read_text(encoding="utf-8")) or ">fi" in page
    assert [r for r in open_corpus(corpus).rejects.reason if '"fi"' in r]
